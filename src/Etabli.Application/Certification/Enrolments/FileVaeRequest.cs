using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>
/// The way of experience begins with a request, that the centre finds eligible or not before it enrols (rule R60). The
/// rules of enrolment are read at once, so that nobody waits for an answer to a request that could never be enrolled.
/// </summary>
public sealed class FileVaeRequest(
    EtabliDb db, Caller caller, Rights rights, Enrol enrol, StandardShelf.Reader shelf, AcquiredBlocks.Reader acquired, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Request">Who, where, on what; the route is the VAE whatever it says.</param>
    public sealed record Order(Enrol.Order Request);

    /// <exception cref="RefusalException">A rule of enrolment says no.</exception>
    public async Task<DossierId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        var request = order.Request with { Route = AccessRoute.Vae };
        rights.MustBe(request.Centre, Role.ExamCentreOfficer);
        if (await enrol.Check(request, stop) is [var first, ..])
        {
            throw new RefusalException(first.Refusal, [.. first.About]);
        }

        var now = clock.GetUtcNow();
        var standard = await shelf.Get(request.Standard, stop);
        var person = await db.Named(request.Candidate, stop);
        var born = await db.BirthDateOf(request.Candidate, stop);
        var enrolment = new Enrolment
        {
            Candidate = new(person.Id, person.Name, born),
            Centre = await db.Named(request.Centre, stop),
            Territory = await db.TerritoryOf(request.Centre, stop),
            Company = request.Company is { } company ? await db.Named(company, stop) : null,
            TrainingProvider = request.TrainingProvider is { } provider ? await db.Named(provider, stop) : null,
            Route = AccessRoute.Vae,
            Blocks = request.Blocks ?? [],
            CarriedOver = await acquired.Of(request.Candidate, standard.Slug, stop),
            On = clock.Today(),
        };
        var dossier = Dossier.Prepare(new(request.Id ?? Guid.CreateVersion7()), standard, enrolment, caller.Id, now);
        if (!string.IsNullOrWhiteSpace(request.ValidityWaiver))
        {
            dossier.Waive(Waiver.Write("R05", request.ValidityWaiver, caller.Me(), now));
        }

        db.Dossiers.Add(dossier);
        await db.ShowTo(dossier, person.Id, GrantPurpose.Candidate, caller, now, stop);
        if (dossier.Company is { } of)
        {
            await db.ShowTo(dossier, of.Id, GrantPurpose.Company, caller, now, stop);
        }

        journal.Note("dossier.requested", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { candidate = person.Name, standard = standard.Slug, blocks = dossier.Blocks });
        await db.SaveKnowingly(stop);
        return dossier.Id;
    }
}
