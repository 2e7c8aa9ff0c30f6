using Etabli.Improvement;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>A value is recorded for a period, or replaces one with a reason.</summary>
public sealed class RecordPoint(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Indicator">Which one.</param>
    /// <param name="Day">A day of the period.</param>
    /// <param name="Value">The value.</param>
    /// <param name="CorrectionReason">Why it replaces the value there; null: there must be none.</param>
    public sealed record Order(IndicatorId Indicator, DateOnly Day, decimal Value, string? CorrectionReason = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        if (order.CorrectionReason is null)
        {
            var point = indicator.Record(order.Day, order.Value, caller.Id, clock.GetUtcNow(), clock.Today());
            journal.Note("indicator.recorded", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, period = point.Period, value = point.Value });
        }
        else
        {
            var old = indicator.Series.FirstOrDefault(p => p.Period == Etabli.Improvement.Indicators.Indicator.PeriodOf(order.Day, indicator.Frequency))?.Value;
            var point = indicator.Correct(order.Day, order.Value, order.CorrectionReason, caller.Id, clock.GetUtcNow());
            journal.Note("indicator.corrected", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, period = point.Period, before = old, value = point.Value, reason = point.CorrectionReason });
        }

        await db.SaveKnowingly(indicator.Code, stop);
    }
}
