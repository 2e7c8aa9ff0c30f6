using Etabli.Certification;
using Etabli.Certification.Enrolments;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre enrols a VAE candidate whose request was found eligible (rules R01, R60).</summary>
public sealed class EnrolEligible(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        var enrolment = new Enrolment
        {
            Candidate = dossier.Candidate,
            Centre = dossier.Centre,
            Territory = dossier.Territory,
            Company = dossier.Company,
            TrainingProvider = dossier.TrainingProvider,
            Tutor = dossier.Tutor,
            Route = dossier.Route,
            Blocks = dossier.Blocks,
            CarriedOver = dossier.CarriedOver,
            Previous = dossier.Previous,
            On = clock.Today(),
        };
        dossier.Enrol(enrolment, (await shelf.Get(dossier.Standard, stop)).Content, [], caller.Id, clock.GetUtcNow());
        journal.Note("dossier.enrolled", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { candidate = dossier.Candidate.Name, blocks = dossier.Blocks });
        await db.SaveKnowingly(stop);
    }
}
