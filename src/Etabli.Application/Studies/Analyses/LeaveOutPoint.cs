using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>A point is left out of the reckoning with its reason, or counts again.</summary>
public sealed class LeaveOutPoint(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Analysis">Which.</param>
    /// <param name="Point">The point.</param>
    /// <param name="Reason">The cause that was found; null to let it count again.</param>
    public sealed record Order(AnalysisId Analysis, string Point, string? Reason);

    /// <exception cref="RefusalException">No reason.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var analysis = await db.MustFind(order.Analysis, stop);
        rights.MustBe(analysis.Organisation, StudyRoles.Makers);
        if (order.Reason is { } reason)
        {
            analysis.LeaveOut(order.Point, reason, caller.Code, clock.GetUtcNow());
        }
        else
        {
            analysis.TakeIn(order.Point, clock.GetUtcNow());
        }

        journal.Note(order.Reason is null ? "analysis.point-taken-in" : "analysis.point-left-out", "analysis", analysis.Id.Value, analysis.Organisation, detail: new { point = order.Point, reason = order.Reason });
        await db.SaveAnalysis(stop);
    }
}
