using Etabli.Certification;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The resource centre says it has the file of modes.</summary>
public sealed class AcknowledgeTransmission(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.ResourceCentre);
        dossier.AcknowledgeTransmission(caller.Id, clock.GetUtcNow());
        journal.Note("modes.acknowledged", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value);
        await db.SaveKnowingly(stop);
    }
}
