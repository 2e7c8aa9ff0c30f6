using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The exam centre defines how each competence will be assessed (rules R10 to R14).</summary>
public sealed class DefineModes(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, IReadOnlyList<PlannedModes> Plan);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        var standard = await shelf.Get(dossier.Standard, stop);
        dossier.DefineModes(standard.Content, order.Plan, caller.Id, clock.GetUtcNow());
        journal.Note("modes.defined", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { modes = dossier.Modes.ToDictionary(m => m.Competence, m => m.Modes.Select(x => x.ToString())) });
        await db.SaveKnowingly(stop);
    }
}
