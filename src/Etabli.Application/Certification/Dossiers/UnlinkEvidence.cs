using Etabli.Certification;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate takes a link back, as long as nothing was handed in with it.</summary>
public sealed class UnlinkEvidence(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(EvidenceId Evidence);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var evidence = await db.MustFind(order.Evidence, stop);
        var dossier = await db.MustFind(evidence.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Candidate);
        evidence.Unlink(caller.Id, clock.GetUtcNow());
        journal.Note("evidence.unlinked", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { title = evidence.Source.Title });
        await db.SaveKnowingly(stop);
    }
}
