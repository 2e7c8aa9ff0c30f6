using Etabli.Methods.Statistics.Regression;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether one quantity of a record follows another (fr: lecture de régression).</summary>
/// <param name="Factor">Values of the explaining quantity.</param>
/// <param name="Values">Values explained.</param>
/// <param name="Fit">The line or curve.</param>
/// <param name="Degree">1 for a line.</param>
/// <param name="Risk">α.</param>
public sealed record RelationReading(double[] Factor, double[] Values, LinearRegression Fit, int Degree, double Risk)
{
    /// <summary>Most points one regression takes here.</summary>
    public const int MostPoints = 20_000;

    internal static RelationReading Of(Analysis analysis, MeasuredSeries series)
    {
        var degree = (int)(Analysis.Number(analysis.Content.Choices, "Degree") ?? 1);
        var risk = (double)(Analysis.Number(analysis.Content.Choices, "Alpha") ?? 0.05m);
        var (x, y) = (series.Numbers["Factor"], series.Values);
        if (y.Length < degree + 3)
        {
            throw new NoAnswerException(y.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, y.Length, degree + 3);
        }

        if (y.Length > MostPoints)
        {
            throw new NoAnswerException(AnalysisProblem.TooMany, y.Length, MostPoints);
        }

        if (x.Distinct().Take(degree + 1).Count() <= degree)
        {
            throw new NoAnswerException(AnalysisProblem.Constant);
        }

        return new(x, y, degree == 1 ? LinearRegression.Line(x, y, level: 1 - risk) : LinearRegression.Polynomial(x, y, degree, 1 - risk), degree, risk);
    }
}
