using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The company, the candidate in its place, or the training provider agrees to the modes (rules R10, R11).</summary>
public sealed class AgreeModes(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, ModesParty Party);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        var seen = await sight.Of(dossier, stop);
        switch (order.Party)
        {
            case ModesParty.Company:
                seen.MustBe(Hat.CompanyVoice, Hat.Company);
                break;
            case ModesParty.Candidate:
                seen.MustBe(Hat.Candidate);
                break;
            default:
                seen.MustBe(Hat.TrainingProvider);
                break;
        }

        dossier.AgreeModes(order.Party, caller.Me(), clock.GetUtcNow());
        journal.Note("modes.agreed", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { party = order.Party.ToString() });
        await db.SaveKnowingly(stop);
    }
}
