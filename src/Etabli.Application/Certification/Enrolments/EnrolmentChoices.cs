using Etabli.Application.Certification.Qualifications;
using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>Everything one chooses from when enrolling: standards, candidates of the centre, companies, providers.</summary>
public sealed record EnrolmentChoices(IReadOnlyList<StandardList.Row> Standards, CentrePeople People)
{
    public IEnumerable<CentrePeople.Place> Companies => People.Organisations.Where(o => o.Kind == OrganisationKind.Plant);

    public IEnumerable<CentrePeople.Place> TrainingProviders => People.Organisations.Where(o => o.Kind == OrganisationKind.TrainingProvider);

    public IEnumerable<CentrePeople.Place> ResourceCentres => People.Organisations.Where(o => o.Kind == OrganisationKind.ResourceCentre);

    /// <summary>Somebody who may speak for a company, with the roles that let them.</summary>
    public sealed record Speaker(PersonId Id, string Name, IReadOnlyList<Role> Roles);

    /// <summary>One of the exam centres where the caller enrols.</summary>
    public sealed record Centre(OrganisationId Id, string Name);

    public sealed class Reader(Caller caller, StandardList.Reader standards, StandardShelf.Reader shelf, CentrePeople.Reader people)
    {
        public async Task<EnrolmentChoices> Read(OrganisationId centre, CancellationToken stop) =>
            new((await standards.All(stop)).Standards, await people.Of(centre, stop));

        /// <summary>Who may speak for a company, as it declares them.</summary>
        public async Task<IReadOnlyList<Speaker>> Speakers(OrganisationId company, CancellationToken stop) =>
        [
            .. (await people.Voices(company, stop)).GroupBy(v => v.Person).OrderBy(g => g.First().FullName, StringComparer.CurrentCulture)
                .Select(g => new Speaker(new(g.Key), g.First().FullName, [.. g.Select(v => Enum.Parse<Role>(v.Role)).Order()])),
        ];

        /// <summary>The text of one standard.</summary>
        public async Task<StandardContent> Standard(StandardId id, CancellationToken stop) => (await shelf.Get(id, stop)).Content;

        /// <summary>The exam centres where the caller enrols.</summary>
        public IReadOnlyList<Centre> Centres() => [.. caller.Roles.Where(r => r.Role == Role.ExamCentreOfficer).Select(r => new Centre(r.Organisation, r.OrganisationName))];
    }
}
