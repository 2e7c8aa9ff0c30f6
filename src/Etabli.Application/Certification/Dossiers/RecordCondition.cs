using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>Whether a condition of assessment was given to the candidate (rule R32).</summary>
public sealed class RecordCondition(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Index">Place of the condition in the standard's list, from 0.</param>
    public sealed record Order(DossierId Dossier, string Competence, int Index, ConditionAnswer Answer);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer, Hat.Member);
        var standard = await shelf.Get(dossier.Standard, stop);
        dossier.RecordCondition(standard.Content, order.Competence, order.Index, order.Answer, caller.Id, clock.GetUtcNow());
        journal.Note("condition.recorded", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { competence = order.Competence, condition = order.Index + 1, answer = order.Answer.ToString() });
        await db.SaveKnowingly(stop);
    }
}
