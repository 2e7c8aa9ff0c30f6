using Etabli.Improvement.Indicators;
using Etabli.Methods.Quality;
using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>How far the values of an indicator move without anything having changed: what one value alone can prove, and how often it is worth reading (fr: variabilité d’un indicateur).</summary>
/// <param name="Since">First period reckoned with: of the last phase when it has enough values, else of the series.</param>
/// <param name="Chart">Individual values with moving ranges; its limits are those of chance.</param>
/// <param name="Outside">Periods whose value lies beyond the limits.</param>
/// <param name="Reach">Where the target lies against these limits; null while the series is not stable: the limits then say nothing of a target.</param>
/// <param name="Order">Whether values follow one another in time (trend of Mann and Kendall); limits then mix what changed with chance; null when they are all equal.</param>
public sealed record IndicatorVariability(DateOnly Since, ControlChart Chart, IReadOnlyList<DateOnly> Outside, IndicatorVariability.TargetReach? Reach, HypothesisTest? Order)
{
    /// <summary>Fewest values: under that a limit means nothing.</summary>
    public const int Fewest = 8;

    /// <summary>What chance alone makes of a target (fr: portée de l’objectif).</summary>
    public enum TargetReach
    {
        /// <summary>Chance alone never reaches it: the process has to change.</summary>
        Beyond,

        /// <summary>Chance alone reaches it some periods and misses it others.</summary>
        Among,

        /// <summary>Whatever chance does, it is reached.</summary>
        Held,
    }

    /// <summary>The variability of a series; null when it has too few values.</summary>
    public static IndicatorVariability? Of(IndicatorSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var series = sheet.Series;
        var phase = sheet.Phases.Count > 0 ? series.Where(p => p.Period >= sheet.Phases[^1].From).ToList() : [];
        var read = phase.Count >= Fewest ? phase : series;
        if (read.Count < Fewest)
        {
            return null;
        }

        double[] values = [.. read.Select(p => (double)p.Value)];
        var chart = IndividualChart.Of(values, new() { Rules = RunRules.LimitsOnly }).Location;
        var (low, high, target) = (chart.Lower.Known, chart.Upper.Known, (double)sheet.Target);
        var reach = sheet.Direction == TargetDirection.AtLeast
            ? target > high ? TargetReach.Beyond : target <= low ? TargetReach.Held : TargetReach.Among
            : target < low ? TargetReach.Beyond : target >= high ? TargetReach.Held : TargetReach.Among;
        List<DateOnly> outside = [.. chart.Breaking(ChartRule.BeyondLimits).Select(number => read[number - 1].Period)];
        var order = Array.TrueForAll(values, v => v == values[0]) ? null : Trend.MannKendall(values);
        return new(read[0].Period, chart, outside, outside.Count > 0 || order?.Conclusion == Conclusion.Rejected ? null : reach, order);
    }

    /// <summary>How many values were read.</summary>
    public int Count => Chart.Points.Count;
}
