using Etabli.Methods;
using Etabli.Methods.Quality;
using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether a gauge reads the truth of one reference (fr: lecture de justesse).</summary>
/// <param name="Study">The bias with its test.</param>
/// <param name="Reference">The value known.</param>
/// <param name="Mean">Mean of the readings, with its formula.</param>
/// <param name="Classes">Histogram of the readings.</param>
/// <param name="Normality">Whether a normal law is spoken against; null when there are too few readings or too many to ask.</param>
/// <param name="Risk">α.</param>
public sealed record BiasReading(BiasStudy Study, double Reference, Explained<double> Mean, IReadOnlyList<HistogramClass> Classes, HypothesisTest? Normality, double Risk)
{
    /// <summary>Readings a bias study usually has; fewer make a wide interval (AIAG, Measurement Systems Analysis, 2010, chapter III).</summary>
    public const int Usual = 10;

    internal static BiasReading Of(Analysis analysis, MeasuredSeries series)
    {
        var choices = analysis.Content.Choices;
        var risk = (double)(Analysis.Number(choices, "Alpha") ?? 0.05m);
        var values = series.Values;
        if (values.Length < 2)
        {
            throw new NoAnswerException(values.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, values.Length, 2);
        }

        if (Analysis.Number(choices, "Reference") is not { } reference)
        {
            throw new NoAnswerException(AnalysisProblem.NoReference);
        }

        if (Array.TrueForAll(values, v => v == values[0]))
        {
            throw new NoAnswerException(AnalysisProblem.Constant);
        }

        return new(
            GaugeBias.Of(values, (double)reference, 1 - risk), (double)reference, Summary.Of(values).Mean, Histogram.Of(values, Histogram.CountClasses(values, ClassRule.Sturges).Known),
            values.Length is >= 3 and <= 5_000 ? NormalityTests.ShapiroWilk(values, risk) : null, risk);
    }
}
