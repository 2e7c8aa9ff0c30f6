using Etabli.Application.Improvement;
using Etabli.Application.Plant.Measures;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>An analysis asks something else: other columns, other choices.</summary>
public sealed class DescribeAnalysis(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(AnalysisId Analysis, string Title, IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<string, string> Choices, uint? Version = null);

    /// <exception cref="RefusalException">No title, a part no column plays, a choice that cannot be, or changed meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var analysis = await db.MustFind(order.Analysis, stop);
        rights.MustBe(analysis.Organisation, StudyRoles.Makers);
        db.Expect(analysis, order.Version);
        analysis.Describe(await db.MustFind(analysis.Table, stop), order.Title, order.Columns, order.Choices, clock.GetUtcNow());
        journal.Note("analysis.described", "analysis", analysis.Id.Value, analysis.Organisation, detail: new { title = analysis.Content.Title, choices = analysis.Content.Choices });
        await db.SaveAnalysis(stop);
    }
}
