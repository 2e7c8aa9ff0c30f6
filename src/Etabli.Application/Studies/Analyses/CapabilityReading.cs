using Etabli.Methods.Quality;
using Etabli.Methods.Statistics;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether the process holds its tolerance, with the chart that says whether one may ask (fr: lecture de capabilité).</summary>
/// <param name="Study">Indices over both sigmas.</param>
/// <param name="Percentile">Indices by quantiles, when the method asked for them.</param>
/// <param name="Chart">The chart the stability was read on.</param>
/// <param name="Points">Names of its points.</param>
/// <param name="Classes">Histogram, √n classes.</param>
/// <param name="Threshold">Index that is asked.</param>
public sealed record CapabilityReading(CapabilityStudy Study, PercentileIndices? Percentile, ChartPair Chart, ChartReading.PointNames Points, IReadOnlyList<HistogramClass> Classes, double Threshold)
{
    /// <summary>Fewest values of a study.</summary>
    private const int Fewest = 10;

    /// <summary>The index judged: Cpk when it may be stated, else Ppk; null when neither may.</summary>
    public double? Judged => Percentile is { } other ? other.Actual.Value : Study.Capability.Actual.IsKnown ? Study.Capability.Actual.Known : Study.Performance.Actual.Index.Value;

    internal static CapabilityReading Of(Analysis analysis, MeasuredSeries series)
    {
        var content = analysis.Content;
        var (lower, upper) = ((double?)Analysis.Number(content.Choices, "Lower"), (double?)Analysis.Number(content.Choices, "Upper"));
        if (lower is null && upper is null)
        {
            throw new NoAnswerException(AnalysisProblem.NoTolerance);
        }

        var tolerance = new Tolerance(lower, upper, (double?)Analysis.Number(content.Choices, "Target"));
        var groups = SubgroupedSeries.Of(series, (int?)Analysis.Number(content.Choices, "SubgroupSize"));
        if (groups.Values.Length < Fewest)
        {
            throw new NoAnswerException(groups.Values.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, groups.Values.Length, Fewest);
        }

        if (Array.TrueForAll(groups.Values, v => v == groups.Values[0]))
        {
            throw new NoAnswerException(AnalysisProblem.Constant);
        }

        var points = new ChartReading.PointNames(groups.Names, groups.Moments, groups.Sizes);
        var choices = ChartReading.Choices(content, points);
        if (groups.Size != 1 && Array.FindIndex(groups.Sizes, s => s < 2) is >= 0 and var lone)
        {
            throw new NoAnswerException(AnalysisProblem.SubgroupOfOne, groups.Names[lone]);
        }

        var chart = groups.Size switch
        {
            1 => IndividualChart.Of(groups.Values, choices),
            > 1 => SubgroupChart.XBarR(groups.Values, groups.Size, choices),
            _ => SubgroupChart.XBarR(groups.Values, groups.Sizes, choices),
        };
        return new(
            Capability.Of(groups.Values, chart, tolerance), ByQuantiles(content.Choices.GetValueOrDefault("Method", "Normal"), groups.Values, tolerance), chart, points,
            Histogram.Of(groups.Values, Histogram.CountClasses(groups.Values, ClassRule.SquareRoot).Known), (double)(Analysis.Number(content.Choices, "Threshold") ?? 1.33m));
    }

    private static PercentileIndices? ByQuantiles(string method, double[] values, Tolerance tolerance)
    {
        switch (method)
        {
            case "Percentile":
                return PercentileCapability.OfValues(values, tolerance);
            case "BoxCox":
                return values.Min() is <= 0 and var least ? throw new NoAnswerException(AnalysisProblem.NotPositive, least)
                    : BoxCoxTransform.Fit(values).Quantiles() is { } quantiles ? PercentileCapability.Of(quantiles, tolerance) : throw new NoAnswerException(AnalysisProblem.NoTransform);
            case "Johnson":
                return JohnsonLaw.Fit(values) is { } law ? PercentileCapability.Of(law.Quantiles(), tolerance) : throw new NoAnswerException(AnalysisProblem.NoTransform);
            default:
                return null;
        }
    }
}
