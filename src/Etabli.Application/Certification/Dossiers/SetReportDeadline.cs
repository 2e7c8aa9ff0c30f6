using Etabli.Certification;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The exam centre says until when the report is on time (rule R17).</summary>
public sealed class SetReportDeadline(EtabliDb db, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, DateTimeOffset Deadline);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        dossier.SetReportDeadline(order.Deadline.ToUniversalTime(), clock.GetUtcNow());
        journal.Note("report.deadline-set", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { deadline = dossier.ReportDeadline });
        await db.SaveKnowingly(stop);
    }
}
