using Etabli.Persistence;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>An analysis is thrown away; the record it read stays, and the journal keeps what it was.</summary>
public sealed class DiscardAnalysis(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(AnalysisId Analysis);

    /// <exception cref="NotFoundException">No such analysis for this caller.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var analysis = await db.MustFind(order.Analysis, stop);
        rights.MustBe(analysis.Organisation, StudyRoles.Makers);
        db.Analyses.Remove(analysis);
        journal.Note("analysis.discarded", "analysis", analysis.Id.Value, analysis.Organisation, detail: new { title = analysis.Content.Title, content = analysis.Content });
        await db.SaveAnalysis(stop);
    }
}
