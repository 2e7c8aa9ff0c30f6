using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre enrols a candidate; what was acquired before is carried over by itself.</summary>
public sealed class Enrol(
    EtabliDb db, Caller caller, Rights rights, StandardShelf.Reader shelf, AcquiredBlocks.Reader acquired, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Blocks">Blocks aimed at; null or empty: all that are not acquired.</param>
    /// <param name="On">The day it counts from; today unless said.</param>
    /// <param name="ValidityWaiver">Why the centre enrols outside the validity (rule R05); null: it does not.</param>
    /// <param name="Id">Identity made by the form, so that a form sent twice enrols once.</param>
    public sealed record Order(
        OrganisationId Centre,
        PersonId Candidate,
        StandardId Standard,
        AccessRoute Route,
        OrganisationId? Company = null,
        OrganisationId? TrainingProvider = null,
        PersonId? Tutor = null,
        IReadOnlyList<string>? Blocks = null,
        DateOnly? On = null,
        string? ValidityWaiver = null,
        Guid? Id = null);

    /// <summary>Every obstacle there would be, without writing anything.</summary>
    public async Task<IReadOnlyList<EnrolmentObstacle>> Check(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Centre, Role.ExamCentreOfficer);
        var standard = await shelf.Get(order.Standard, stop);
        return EnrolmentRules.Check(await Read(order, standard, null, stop), standard.Content, Waivers(order));
    }

    public Task<DossierId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Centre, Role.ExamCentreOfficer);
        return Write(order, null, stop);
    }

    /// <summary>The same, going on from an earlier dossier.</summary>
    internal async Task<DossierId> Write(Order order, DossierId? previous, CancellationToken stop)
    {
        var id = new DossierId(order.Id ?? Guid.CreateVersion7());
        if (await db.Dossiers.AnyAsync(d => d.Id == id, stop))
        {
            return id;
        }

        var standard = await shelf.Get(order.Standard, stop);
        var now = clock.GetUtcNow();
        var dossier = Dossier.Enrol(id, standard, await Read(order, standard, previous, stop), Waivers(order), caller.Id, now);
        db.Dossiers.Add(dossier);
        await db.ShowTo(dossier, dossier.Candidate.Person, GrantPurpose.Candidate, caller, now, stop);
        if (dossier.Company is { } company)
        {
            await db.ShowTo(dossier, company.Id, GrantPurpose.Company, caller, now, stop);
        }

        if (dossier.TrainingProvider is { } provider)
        {
            await db.ShowTo(dossier, provider.Id, GrantPurpose.TrainingProvider, caller, now, stop);
        }

        journal.Note("dossier.enrolled", "dossier", id.Value, dossier.Centre.Id, id.Value, new
        {
            candidate = dossier.Candidate.Name,
            standard = dossier.StandardSlug,
            version = dossier.StandardVersion,
            route = dossier.Route.ToString(),
            blocks = dossier.Blocks,
            carriedOver = dossier.CarriedOver.Select(c => c.RegisterNumber),
            waived = dossier.Waivers.Select(w => w.Rule),
        });
        await db.SaveKnowingly(stop);
        return id;
    }

    private async Task<Enrolment> Read(Order order, CertificationStandard standard, DossierId? previous, CancellationToken stop)
    {
        var person = await db.Persons.Where(p => p.Id == order.Candidate).Select(p => new { p.FirstName, p.LastName, p.BirthDate }).SingleOrDefaultAsync(stop)
            ?? throw new NotFoundException("person", order.Candidate);
        var territory = await db.Organisations.Where(o => o.Id == order.Centre).Select(o => o.Territory).SingleAsync(stop);
        var carried = await acquired.Of(order.Candidate, standard.Slug, stop);
        IReadOnlyList<string> blocks = order.Blocks ?? [];
        return new Enrolment
        {
            Candidate = new(order.Candidate, $"{person.FirstName} {person.LastName}".Trim(), person.BirthDate),
            Centre = await db.Named(order.Centre, stop),
            Territory = territory,
            Company = order.Company is { } company ? await db.Named(company, stop) : null,
            TrainingProvider = order.TrainingProvider is { } provider ? await db.Named(provider, stop) : null,
            Tutor = order.Tutor is { } tutor && order.Company is { } of ? await FindTutor(tutor, of, stop) : null,
            Route = order.Route,
            Blocks = blocks,
            CarriedOver = carried,
            On = order.On ?? clock.Today(),
            Previous = previous,
        };
    }

    private async Task<NamedPerson> FindTutor(PersonId tutor, OrganisationId company, CancellationToken stop)
    {
        var found = await db.Database.SqlQuery<string>($"""select full_name as "Value" from people.opinion_givers_of({company.Value}) where person = {tutor.Value} limit 1""").ToListAsync(stop);
        return new(tutor, found.Count > 0 ? found[0] : throw new NotFoundException("person", tutor));
    }

    private List<Waiver> Waivers(Order order) => string.IsNullOrWhiteSpace(order.ValidityWaiver)
        ? []
        : [Waiver.Write("R05", order.ValidityWaiver, caller.Me(), clock.GetUtcNow())];
}
