using Etabli.Certification;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The commission decides one competence (rules R31, R35).</summary>
public sealed class DecideCompetence(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, string Competence, bool Acquired, string? Reason = null, Guid? Id = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Member);
        var assessment = await db.MustFindAssessment(dossier.Id, stop);
        var standard = await shelf.Get(dossier.Standard, stop);
        var evidence = await db.EvidenceOf(dossier.Id, stop);
        assessment.Decide(order.Id ?? Guid.CreateVersion7(), dossier, standard.Content, evidence, order.Competence, order.Acquired, order.Reason, caller.Me(), clock.GetUtcNow());
        journal.Note("competence.decided", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { competence = order.Competence, acquired = order.Acquired });
        await db.SaveKnowingly(stop);
    }
}
