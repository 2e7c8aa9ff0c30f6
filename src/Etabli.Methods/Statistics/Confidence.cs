using Etabli.Methods.Statistics.Distributions;

namespace Etabli.Methods.Statistics;

/// <summary>How far a figure of a sample can be trusted for the whole (fr: estimation par intervalle).</summary>
public static class Confidence
{
    private static readonly Source Handbook = new("NIST/SEMATECH", "e-Handbook of Statistical Methods", 2012, "1.3.5.2, 7.2.3.1");
    private static readonly Source Order = new("Conover, W. J.", "Practical Nonparametric Statistics, 3rd ed.", 1999, "section 3.2");
    private static readonly Formula MeanFormula = new("confidence interval of the mean", "x̄ ± t(1 − α/2; n − 1)·s / √n", Handbook);
    private static readonly Formula VarianceFormula = new("confidence interval of the variance", "[(n − 1)s² / χ²(1 − α/2; n − 1); (n − 1)s² / χ²(α/2; n − 1)]", Handbook);
    private static readonly Formula DeviationFormula = new("confidence interval of the standard deviation", "[s·√((n − 1) / χ²(1 − α/2; n − 1)); s·√((n − 1) / χ²(α/2; n − 1))]", Handbook);
    private static readonly Formula QuantileFormula = new("confidence interval of a quantile", "[x₍r₎; x₍s₎], P(r ≤ B ≤ s − 1) ≥ 1 − α, B ~ binomial(n, p)", Order);

    /// <summary>Interval of the mean, by Student's distribution.</summary>
    /// <param name="sample">The sample; it is taken for independent values of a distribution near normal, or a large one.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>The interval, in the unit of the sample; a gap under 2 values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    /// <remarks>O(1). Source: NIST/SEMATECH e-Handbook, 1.3.5.2.</remarks>
    /// <example><code>Confidence.OfMean(Summary.Of([1, 2, 3, 4, 5])).Known; // [1.036757; 4.963243]</code></example>
    public static Explained<ConfidenceInterval> OfMean(Summary sample, double level = 0.95)
    {
        MustHaveSpread(sample, level);
        if (sample.Count < 2)
        {
            return Lacking(MeanFormula, sample);
        }

        var error = Math.Sqrt(sample.SquaresAboutMean / (sample.Count - 1) / sample.Count);
        var t = StudentDistribution.UpperQuantile((1 - level) / 2, sample.Count - 1);
        Term[] terms = [.. Said(sample), new("t", "Student quantile", t, Units.Ratio)];
        return MeanFormula.Gives(new ConfidenceInterval(sample.MeanOrZero - t * error, sample.MeanOrZero + t * error, level), Units.OfMeasure, terms);
    }

    /// <summary>Interval of the variance, by the chi-squared distribution.</summary>
    /// <param name="sample">The sample; its values must come from a normal distribution, whatever its size.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>The interval, in the square of the unit; a gap under 2 values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    /// <remarks>O(1). Source: NIST/SEMATECH e-Handbook, 7.2.3.1.</remarks>
    /// <example><code>Confidence.OfVariance(Summary.Of([1, 2, 3, 4, 5])).Known; // [0.897401; 20.643305]</code></example>
    public static Explained<ConfidenceInterval> OfVariance(Summary sample, double level = 0.95) => OfSpread(VarianceFormula, sample, level, v => v);

    /// <summary>Interval of the standard deviation, by the chi-squared distribution.</summary>
    /// <param name="sample">The sample; its values must come from a normal distribution, whatever its size.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>The interval, in the unit of the sample; a gap under 2 values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    /// <remarks>O(1). Source: NIST/SEMATECH e-Handbook, 7.2.3.1.</remarks>
    public static Explained<ConfidenceInterval> OfStandardDeviation(Summary sample, double level = 0.95) => OfSpread(DeviationFormula, sample, level, Math.Sqrt);

    /// <summary>Interval of the median, whatever the distribution.</summary>
    /// <param name="values">The sample, in any order; at least one value.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>Two values of the sample and the level they reach; a gap when the sample is too small for the level.</returns>
    /// <exception cref="ArgumentException">The sample is empty, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    /// <remarks>O(n log n). Source: Conover, 1999, section 3.2.</remarks>
    /// <example><code>Confidence.OfMedian([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Known; // [2; 9], 97.9 %: x₍₂₎ to x₍₉₎</code></example>
    public static Explained<ConfidenceInterval> OfMedian(ReadOnlySpan<double> values, double level = 0.95) => OfQuantile(values, 0.5, level);

    /// <summary>Interval of a quantile, whatever the distribution.</summary>
    /// <param name="values">The sample, in any order; at least one value.</param>
    /// <param name="share">p of the quantile. Range: above 0 and below 1.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>Two values of the sample and the level they reach, at most α/2 left on either side; a gap when the sample is too small for it.</returns>
    /// <exception cref="ArgumentException">The sample is empty, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p or the level is not above 0 and below 1.</exception>
    /// <remarks>O(n log n). Source: Conover, 1999, section 3.2.</remarks>
    public static Explained<ConfidenceInterval> OfQuantile(ReadOnlySpan<double> values, double share, double level = 0.95)
    {
        Sample.Share(share, nameof(share));
        Sample.Share(level, nameof(level));
        var sorted = Sample.Sorted(values, 1, nameof(values));
        var n = sorted.Length;
        var side = (1 - level) / 2;
        Term[] terms = [new("n", "number of values", n, Units.Ratio), new("p", "share of the quantile", share, Units.Ratio)];

        // r: the last rank with P(B ≤ r − 1) ≤ α/2; s: the first with P(B ≥ s) ≤ α/2.
        var r = LastRank(n, share, side);
        var s = n + 1 - LastRank(n, 1 - share, side);
        if (r < 1 || s > n)
        {
            return QuantileFormula.Lacks<ConfidenceInterval>(Units.OfMeasure, [new("", "values enough for the level", GapKind.Impossible)], terms);
        }

        var reached = 1 - AtMost(r - 1, n, share) - AtMost(n - s, n, 1 - share);
        return QuantileFormula.Gives(new ConfidenceInterval(sorted[r - 1], sorted[s - 1], reached), Units.OfMeasure, [.. terms, new("r", "lower rank", r, Units.Ratio), new("s", "upper rank", s, Units.Ratio)]);
    }

    private static Explained<ConfidenceInterval> OfSpread(Formula formula, Summary sample, double level, Func<double, double> of)
    {
        MustHaveSpread(sample, level);
        if (sample.Count < 2)
        {
            return Lacking(formula, sample);
        }

        var freedom = sample.Count - 1;
        var squares = sample.SquaresAboutMean;
        var (most, least) = (ChiSquaredDistribution.UpperQuantile((1 - level) / 2, freedom), ChiSquaredDistribution.Quantile((1 - level) / 2, freedom));
        Term[] terms = [.. Said(sample), new("χ²(α/2)", "lower chi-squared quantile", least, Units.Ratio), new("χ²(1 − α/2)", "upper chi-squared quantile", most, Units.Ratio)];
        return formula.Gives(new ConfidenceInterval(of(squares / most), of(squares / least), level), Units.OfMeasure, terms);
    }

    private static int LastRank(int n, double share, double side)
    {
        var (low, high) = (0, n + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(middle - 1, n, share) <= side ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>P(B ≤ k) of a binomial count.</summary>
    private static double AtMost(int k, int n, double share) => k < 0 ? 0 : k >= n ? 1 : Integrals.Beta(k + 1, n - k, share, 1 - share).Above;

    private static void MustHaveSpread(Summary sample, double level)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Sample.Share(level, nameof(level));
    }

    private static Explained<ConfidenceInterval> Lacking(Formula formula, Summary sample) => formula.Lacks<ConfidenceInterval>(Units.OfMeasure, [new("", "second value")], new Term("n", "number of values", sample.Count, Units.Ratio));

    private static Term[] Said(Summary sample) =>
    [
        new("n", "number of values", sample.Count, Units.Ratio), new("x̄", "mean", sample.MeanOrZero, Units.OfMeasure),
        new("s", "standard deviation", Math.Sqrt(sample.SquaresAboutMean / (sample.Count - 1)), Units.OfMeasure),
    ];
}
