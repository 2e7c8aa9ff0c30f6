using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Somebody says what is known of a point: a tool changed, a batch began; nothing takes the note away.</summary>
public sealed class NotePoint(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(AnalysisId Analysis, string Point, string Text);

    /// <exception cref="RefusalException">A note too long, or too many.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var analysis = await db.MustFind(order.Analysis, stop);
        rights.MustBe(analysis.Organisation, StudyRoles.Makers);
        analysis.Note(order.Point, order.Text, caller.Code, clock.GetUtcNow());
        journal.Note("analysis.point-noted", "analysis", analysis.Id.Value, analysis.Organisation, detail: new { point = order.Point, text = order.Text });
        await db.SaveAnalysis(stop);
    }
}
