using Etabli.Certification;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The file of modes goes to the resource centre, which then sees the dossier (rule R12).</summary>
public sealed class TransmitModes(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, OrganisationId ResourceCentre);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        var now = clock.GetUtcNow();
        var to = await db.Named(order.ResourceCentre, stop);
        dossier.TransmitModes(to, caller.Id, now);
        await db.ShowTo(dossier, to.Id, GrantPurpose.ResourceCentre, caller, now, stop);
        journal.Note("modes.transmitted", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { to = to.Name });
        await db.SaveKnowingly(stop);
    }
}
