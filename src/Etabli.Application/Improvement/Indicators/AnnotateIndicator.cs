using Etabli.Improvement;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>A stretch of the series gets a name, or a day gets the note without which its value would be misread.</summary>
public sealed class AnnotateIndicator(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Indicator">Which one.</param>
    /// <param name="Day">First day of the phase, or the day of the note.</param>
    /// <param name="Text">The words.</param>
    /// <param name="IsPhase">True: names the stretch that begins that day; false: a note on the context.</param>
    public sealed record Order(IndicatorId Indicator, DateOnly Day, string Text, bool IsPhase);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        if (order.IsPhase)
        {
            indicator.Phase(order.Day, order.Text);
        }
        else
        {
            indicator.Note(order.Day, order.Text, caller.Id, clock.GetUtcNow());
        }

        journal.Note(order.IsPhase ? "indicator.phased" : "indicator.annotated", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, day = order.Day, text = order.Text });
        await db.SaveKnowingly(indicator.Code, stop);
    }
}
