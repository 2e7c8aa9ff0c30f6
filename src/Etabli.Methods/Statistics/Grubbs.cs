using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics;

/// <summary>The value that stands furthest from the others, and whether chance explains it (fr: test de Grubbs).</summary>
/// <param name="Test">G and its p; a gap when all values are equal.</param>
/// <param name="Critical">G above which the hypothesis of no outlier is rejected, at the risk.</param>
/// <param name="Index">Place of the suspect in the sample, from 0; null with the gap.</param>
/// <param name="Value">The suspect; null with the gap.</param>
public sealed record Grubbs(HypothesisTest Test, double Critical, int? Index, double? Value)
{
    private static readonly Formula Formula = new("Grubbs test", "G = |x_suspect − x̄| / s", new("Grubbs, F. E.", "Procedures for Detecting Outlying Observations in Samples, Technometrics 11, pp. 1–21", 1969));

    /// <summary>Tests the most distant value of a normal sample.</summary>
    /// <param name="values">The sample; at least 3 values.</param>
    /// <param name="alternative">Two-sided for either end; greater for the largest; less for the smallest.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>G, its p from Student's distribution by Bonferroni's bound (at most 1), the critical G and the suspect, the first of equals.</returns>
    /// <exception cref="ArgumentException">Under 3 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>
    /// O(n). One suspect only: two outliers on one side hide each other. An outlier is looked into, never erased without cause.
    /// Source: Grubbs, 1969; critical values as NIST/SEMATECH e-Handbook, 1.3.5.17.1.
    /// </remarks>
    /// <example><code>Grubbs.Of([199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57], Alternative.Greater).Test.Statistic; // 2.4688, critical 2.0317</code></example>
    public static Grubbs Of(ReadOnlySpan<double> values, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var sample = Sample.Of(values, 3, nameof(values));
        double n = sample.Length;
        var sides = alternative == Alternative.TwoSided ? 2 * n : n;
        var t = StudentDistribution.UpperQuantile(risk / sides, n - 2);
        var most = (n - 1) / Math.Sqrt(n);
        var critical = most * Math.Sqrt(t * t / (n - 2 + t * t));
        var (mean, squares) = Sample.Moments(sample);
        var deviation = Math.Sqrt(squares / (n - 1));
        Term[] terms = [Term("n", "number of values", n), Term("x̄", "mean", mean, Units.OfMeasure), Term("s", "standard deviation", deviation, Units.OfMeasure)];
        var side = alternative switch
        {
            Alternative.TwoSided => Array.ConvertAll(sample, v => Math.Abs(v - mean)),
            Alternative.Greater => Array.ConvertAll(sample, v => v - mean),
            Alternative.Less => Array.ConvertAll(sample, v => mean - v),
            _ => throw new ArgumentOutOfRangeException(nameof(alternative), alternative, "Expected a known alternative."),
        };
        var index = Array.IndexOf(side, side.Max());
        var g = side[index] / deviation;
        if (!double.IsFinite(g) || sample.Min() == sample.Max())
        {
            return new(Lacking(Formula, terms, "spread of the values", alternative, risk, Independent, Normal), critical, null, null);
        }

        var left = Math.Max(most * most - g * g, 0);
        var probability = left == 0 ? 0 : Math.Min(1, sides * StudentDistribution.Above(g * Math.Sqrt((n - 2) / left), n - 2));
        return new(Outcome.Of(Formula, [.. terms, Term("x_suspect", "suspect", sample[index], Units.OfMeasure)], g, [n - 2], probability, false, alternative, risk, [], Independent, Normal), critical, index, sample[index]);
    }
}
