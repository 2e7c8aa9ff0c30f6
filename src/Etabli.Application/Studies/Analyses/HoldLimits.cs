using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Analyses;

/// <summary>The limits of a control chart stay as they are now (phase II), or follow the points again (phase I).</summary>
public sealed class HoldLimits(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Analysis">Which.</param>
    /// <param name="Hold">Whether they stay.</param>
    public sealed record Order(AnalysisId Analysis, bool Hold);

    /// <exception cref="RefusalException">The chart has no centre to hold, or changed meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var analysis = await db.MustFind(order.Analysis, stop);
        rights.MustBe(analysis.Organisation, StudyRoles.Makers);
        HeldLimits? held = null;
        if (order.Hold)
        {
            if (analysis.Content.Held is not null)
            {
                return;
            }

            var reading = await new AnalysisReading.Reader(db, caller).Find(analysis.Id, stop);
            if (reading.Chart?.Location is not { Centre.Value: { } centre } chart)
            {
                throw new RefusalException(Refusal.NothingToHold);
            }

            held = new(centre, chart.Sigma.Value, chart.Points.Count(p => p.InReference), caller.Code, clock.GetUtcNow());
        }

        analysis.Hold(held, clock.GetUtcNow());
        journal.Note(order.Hold ? "analysis.limits-held" : "analysis.limits-freed", "analysis", analysis.Id.Value, analysis.Organisation, detail: new { held });
        await db.SaveAnalysis(stop);
    }
}
