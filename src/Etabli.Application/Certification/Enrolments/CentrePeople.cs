using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>Whom and what an exam centre chooses from: candidates, assessors, jurors, organisations.</summary>
public sealed record CentrePeople(
    OrganisationId Centre, IReadOnlyList<CentrePeople.One> Candidates, IReadOnlyList<CentrePeople.One> Assessors, IReadOnlyList<CentrePeople.JurorRow> Jurors, IReadOnlyList<CentrePeople.Place> Organisations)
{
    public sealed record One(PersonId Id, string Code, string Name);

    public sealed record JurorRow(PersonId Id, string Code, string Name, College? College, string? DelegatedBy);

    public sealed record Place(OrganisationId Id, string Name, OrganisationKind Kind);

    /// <summary>Somebody who may speak for a company.</summary>
    public sealed record Voice(Guid Person, string FullName, string Role);

    public sealed class Reader(EtabliDb db, Rights rights, TimeProvider clock)
    {
        public async Task<CentrePeople> Of(OrganisationId centre, CancellationToken stop)
        {
            rights.MustBe(centre, Role.ExamCentreOfficer);
            var today = clock.Today();
            var held = await db.Persons.AsNoTracking()
                .SelectMany(
                    p => p.Roles.Where(r => (r.Organisation == centre || r.Role == Role.Candidate) && (r.Role == Role.Candidate || r.Role == Role.Assessor || r.Role == Role.Juror)
                        && r.From <= today && (r.Until == null || r.Until >= today)),
                    (p, r) => new { p.Id, p.Code, p.FirstName, p.LastName, r.Role, r.College, r.DelegatedBy })
                .ToListAsync(stop);
            var places = await db.Organisations.AsNoTracking().OrderBy(o => o.Name).Select(o => new Place(o.Id, o.Name, o.Kind)).ToListAsync(stop);
            List<One> Holding(Role role) => [.. held.Where(h => h.Role == role).DistinctBy(h => h.Id).OrderBy(h => h.LastName).Select(h => new One(h.Id, h.Code, $"{h.FirstName} {h.LastName}".Trim()))];
            return new(centre, Holding(Role.Candidate), Holding(Role.Assessor),
                [.. held.Where(h => h.Role == Role.Juror).DistinctBy(h => h.Id).OrderBy(h => h.College).ThenBy(h => h.DelegatedBy).Select(h => new JurorRow(h.Id, h.Code, $"{h.FirstName} {h.LastName}".Trim(), h.College, h.DelegatedBy))],
                places);
        }

        /// <summary>Who may speak for a company on a candidate, hence be named tutor.</summary>
        public async Task<IReadOnlyList<Voice>> Voices(OrganisationId company, CancellationToken stop)
        {
            rights.MustBe(Role.ExamCentreOfficer);
            return await db.Database.SqlQuery<Voice>($"""select person as "Person", full_name as "FullName", role as "Role" from people.opinion_givers_of({company.Value})""").ToListAsync(stop);
        }
    }
}
