using Etabli.Methods;
using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Fitting;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>How the values of a record are spread (fr: lecture de distribution).</summary>
/// <param name="Summary">Count, mean, spread, shape.</param>
/// <param name="Mean">Interval of the mean.</param>
/// <param name="Deviation">Interval of the standard deviation; without value when values are too few.</param>
/// <param name="Median">Interval of the median.</param>
/// <param name="Box">Quartiles and values beyond the fences, of all values.</param>
/// <param name="Classes">Histogram.</param>
/// <param name="Normality">Whether a normal law is spoken against; null when there are too few or too many values to ask.</param>
/// <param name="Outlier">The farthest value, with its test; null under three values or when they are all equal.</param>
/// <param name="Order">Whether values drift in the order they came; null when it is not asked of so many.</param>
/// <param name="Fits">Laws by how well they describe the values, the best first; null when it is not asked of so many.</param>
/// <param name="Groups">The same box by group, in the order they came; empty without groups.</param>
public sealed record DistributionReading(
    Summary Summary, Explained<ConfidenceInterval> Mean, Explained<ConfidenceInterval> Deviation, Explained<ConfidenceInterval>? Median, Boxplot Box, IReadOnlyList<HistogramClass> Classes,
    HypothesisTest? Normality, Grubbs? Outlier, HypothesisTest? Order, DistributionFit? Fits, IReadOnlyList<DistributionReading.Group> Groups)
{
    /// <summary>Most groups drawn side by side.</summary>
    public const int MostGroups = 30;

    private const int MostFitted = 5_000;

    public sealed record Group(string Name, int Count, Boxplot Box);

    internal static DistributionReading Of(Analysis analysis, MeasuredSeries series)
    {
        var values = series.Values;
        if (values.Length < 2)
        {
            throw new NoAnswerException(values.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, values.Length, 2);
        }

        var risk = (double)(Analysis.Number(analysis.Content.Choices, "Alpha") ?? 0.05m);
        var constant = Array.TrueForAll(values, v => v == values[0]);
        var summary = Summary.Of(values);
        var rule = Enum.Parse<ClassRule>(analysis.Content.Choices.GetValueOrDefault("Classes", nameof(ClassRule.Sturges)));
        var asked = Histogram.CountClasses(values, rule);
        return new(
            summary, Confidence.OfMean(summary, 1 - risk), Confidence.OfStandardDeviation(summary, 1 - risk), values.Length >= 6 ? Confidence.OfMedian(values, 1 - risk) : null, Boxplot.Of(values),
            Histogram.Of(values, asked.Value ?? Histogram.CountClasses(values, ClassRule.Sturges).Known),
            constant ? null : values.Length switch { < 3 => null, <= 5_000 => NormalityTests.ShapiroWilk(values, risk), _ => NormalityTests.AndersonDarling(values, risk) },
            constant || values.Length < 3 ? null : Grubbs.Of(values, risk: risk),
            constant || values.Length is < 4 or > Trend.Longest ? null : Trend.MannKendall(values, risk: risk),
            constant || values.Length is < 10 or > MostFitted ? null : DistributionFit.Of(values),
            series.Texts.GetValueOrDefault("Group") is not { } named ? []
                : [.. named.Select((name, i) => (name, values[i])).GroupBy(p => p.name, StringComparer.Ordinal).Take(MostGroups).Select(g => new Group(g.Key, g.Count(), Boxplot.Of([.. g.Select(p => p.Item2)])))]);
    }
}
