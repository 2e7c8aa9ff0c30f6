using Etabli.Certification;
using Etabli.People.Grants;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate or the centre gives up, with a reason; commission and jury no longer see the dossier.</summary>
public sealed class Abandon(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, string Reason);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        var seen = await sight.Of(dossier, stop);
        seen.MustBe(Hat.Officer, Hat.Candidate);
        var now = clock.GetUtcNow();
        dossier.Abandon(order.Reason, caller.Id, now);
        if (seen.Is(Hat.Officer))
        {
            await db.HideFrom(dossier, GrantPurpose.Commission, null, now, stop);
            await db.HideFrom(dossier, GrantPurpose.Jury, null, now, stop);
        }

        journal.Note("dossier.abandoned", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value);
        await db.SaveKnowingly(stop);
    }
}
