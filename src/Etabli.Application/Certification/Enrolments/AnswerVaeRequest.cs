using Etabli.Certification;
using Etabli.Certification.Enrolments;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre answers a VAE request; the candidate says it is completed (rule R60).</summary>
public sealed class AnswerVaeRequest(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, EligibilityAnswer Answer, string? Reason = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(order.Answer == EligibilityAnswer.Completed ? Hat.Candidate : Hat.Officer);
        dossier.AnswerRequest(order.Answer, order.Reason, caller.Id, clock.GetUtcNow());
        journal.Note("dossier.request-answered", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { answer = order.Answer.ToString() });
        await db.SaveKnowingly(stop);
    }
}
