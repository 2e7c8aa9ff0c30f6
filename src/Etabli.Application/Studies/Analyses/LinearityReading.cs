using Etabli.Methods.Quality;
using Etabli.Methods.Statistics.Regression;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether the bias of a gauge changes along its range (fr: lecture de linéarité).</summary>
/// <param name="Study">The line of the bias, with its tests.</param>
/// <param name="References">Reference of each reading.</param>
/// <param name="Biases">Reading minus reference.</param>
/// <param name="Fit">The same line, for its bands.</param>
/// <param name="Overall">The bias over all references together: it has a meaning when the line is level.</param>
/// <param name="ByReference">The bias at each reference, with its test when it was read twice and varies.</param>
/// <param name="Risk">α.</param>
public sealed record LinearityReading(
    LinearityStudy Study, double[] References, double[] Biases, LinearRegression Fit, BiasStudy Overall, IReadOnlyList<(BiasAt At, BiasStudy? Study)> ByReference, double Risk)
{
    internal static LinearityReading Of(Analysis analysis, MeasuredSeries series)
    {
        var risk = (double)(Analysis.Number(analysis.Content.Choices, "Alpha") ?? 0.05m);
        var (references, readings) = (series.Numbers["Reference"], series.Values);
        if (readings.Length < 3)
        {
            throw new NoAnswerException(readings.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, readings.Length, 3);
        }

        if (readings.Length > RelationReading.MostPoints)
        {
            throw new NoAnswerException(AnalysisProblem.TooMany, readings.Length, RelationReading.MostPoints);
        }

        if (Array.TrueForAll(references, r => r == references[0]))
        {
            throw new NoAnswerException(AnalysisProblem.OneReference);
        }

        double[] biases = [.. readings.Select((v, i) => v - references[i])];
        var study = GaugeBias.Linearity(references.Zip(readings), 1 - risk);

        // What is left beside the line must be more than the rounding of the numbers themselves.
        if (!(study.Residual > 1e-12 * Math.Max(references.Max(Math.Abs), readings.Max(Math.Abs))))
        {
            throw new NoAnswerException(AnalysisProblem.ExactLine);
        }

        var own = references.Zip(readings).ToLookup(r => r.First, r => r.Second);
        return new(
            study, references, biases, LinearRegression.Line(references, biases, level: 1 - risk), GaugeBias.Of(biases, 0, 1 - risk),
            [.. study.ByReference.Select(at => (at, own[at.Reference].Distinct().Skip(1).Any() ? GaugeBias.Of([.. own[at.Reference]], at.Reference, 1 - risk) : null))], risk);
    }
}
