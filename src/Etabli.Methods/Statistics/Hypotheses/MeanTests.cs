using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Is a mean what it should be, do two means differ? Student's tests (fr: tests de Student).</summary>
public static class MeanTests
{
    private static readonly Source Student = new("Student", "The Probable Error of a Mean, Biometrika 6(1), pp. 1–25", 1908);
    private static readonly Source WelchPaper = new("Welch, B. L.", "The Generalization of Student's Problem when Several Different Population Variances are Involved, Biometrika 34, pp. 28–35", 1947);
    private static readonly Formula OneSampleFormula = new("one-sample t test", "t = (x̄ − μ₀) / (s / √n)", Student);
    private static readonly Formula PairedFormula = new("paired t test", "t = (d̄ − μ₀) / (s_d / √n)", Student);
    private static readonly Formula PooledFormula = new("two-sample t test", "t = (x̄₁ − x̄₂ − μ₀) / (s_p·√(1/n₁ + 1/n₂))", Student);
    private static readonly Formula WelchFormula = new("Welch's t test", "t = (x̄₁ − x̄₂ − μ₀) / √(s₁²/n₁ + s₂²/n₂)", WelchPaper);

    /// <summary>Is the mean μ₀?</summary>
    /// <param name="values">The sample; at least 2 values.</param>
    /// <param name="mean">μ₀: the mean supposed.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>t, n − 1 degrees of freedom, the mean and its interval; a gap when all values are equal.</returns>
    /// <exception cref="ArgumentException">Under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or μ₀ is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Source: Student, 1908.</remarks>
    /// <example><code>MeanTests.OneSample([5.1, 4.9, 5.6, 5.2, 5.0], mean: 5).Probability; // 0.2560</code></example>
    public static HypothesisTest OneSample(ReadOnlySpan<double> values, double mean, Alternative alternative = Alternative.TwoSided, double risk = 0.05) =>
        OfOne(OneSampleFormula, "mean", Sample.Of(values, 2, nameof(values)), mean, alternative, risk, Independent, Normal);

    /// <summary>Do pairs differ by μ₀ on average?</summary>
    /// <param name="first">First of each pair; at least 2.</param>
    /// <param name="second">Second of each pair, in the same order.</param>
    /// <param name="difference">μ₀: the mean of first − second supposed.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>t, n − 1 degrees of freedom, the mean difference and its interval; a gap when all differences are equal.</returns>
    /// <exception cref="ArgumentException">Under 2 pairs, or the lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Source: Student, 1908.</remarks>
    public static HypothesisTest Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double difference = 0, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        var (a, b) = (Sample.Of(first, 2, nameof(first)), Sample.Of(second, 2, nameof(second)));
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"second holds {b.Length} values; expected {a.Length}, one for each of the first.", nameof(second));
        }

        return OfOne(PairedFormula, "mean difference", [.. a.Zip(b, (x, y) => x - y)], difference, alternative, risk, new Assumption("independent pairs"), new Assumption("normal differences"));
    }

    /// <summary>Do two means differ, the variances being taken for equal?</summary>
    /// <param name="first">First sample; at least 2 values.</param>
    /// <param name="second">Second sample; at least 2 values.</param>
    /// <param name="difference">μ₀: the difference of means supposed.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>t, n₁ + n₂ − 2 degrees of freedom, the difference and its interval; equality of variances is checked by the F test at 5 %.</returns>
    /// <exception cref="ArgumentException">A sample holds under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Prefer <see cref="Welch"/> unless the variances are known to be equal. Source: Student, 1908.</remarks>
    public static HypothesisTest TwoSample(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double difference = 0, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        var (a, b) = (Group(first, nameof(first)), Group(second, nameof(second)));
        var freedom = a.Count + b.Count - 2.0;
        var pooled = Math.Sqrt((a.Squares + b.Squares) / freedom);
        var error = pooled * Math.Sqrt(1.0 / a.Count + 1.0 / b.Count);
        return OfTwo(PooledFormula, a, b, difference, error, freedom, alternative, risk, EqualVariances(a, b), [Term("s_p", "pooled standard deviation", pooled, Units.OfMeasure)]);
    }

    /// <summary>Do two means differ, whatever the variances?</summary>
    /// <param name="first">First sample; at least 2 values.</param>
    /// <param name="second">Second sample; at least 2 values.</param>
    /// <param name="difference">μ₀: the difference of means supposed.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>t, the degrees of freedom of Welch and Satterthwaite, the difference and its interval; a gap when both samples are constant.</returns>
    /// <exception cref="ArgumentException">A sample holds under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Source: Welch, 1947.</remarks>
    /// <example><code>MeanTests.Welch([20.1, 19.8, 20.4, 20.0], [20.9, 21.3, 20.6, 21.1]).Conclusion; // Rejected</code></example>
    public static HypothesisTest Welch(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double difference = 0, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        var (a, b) = (Group(first, nameof(first)), Group(second, nameof(second)));
        var (va, vb) = (a.Squares / (a.Count - 1) / a.Count, b.Squares / (b.Count - 1) / b.Count);
        var share = va + vb > 0 ? va / (va + vb) : 0;
        var freedom = 1 / (share * share / (a.Count - 1) + (1 - share) * (1 - share) / (b.Count - 1));
        return OfTwo(WelchFormula, a, b, difference, Math.Sqrt(va + vb), freedom, alternative, risk, null, []);
    }

    private static HypothesisTest OfOne(Formula formula, string what, double[] values, double supposed, Alternative alternative, double risk, params Assumption[] assumptions)
    {
        Sample.MustBeUsable(supposed, "mean");
        Sample.Share(risk, nameof(risk));
        var (mean, squares) = Sample.Moments(values);
        var deviation = Math.Sqrt(squares / (values.Length - 1));
        Term[] terms = [Term("x̄", what, mean, Units.OfMeasure), Term("μ₀", "mean supposed", supposed, Units.OfMeasure), Term("s", "standard deviation", deviation, Units.OfMeasure), Term("n", "number of values", values.Length)];
        return FromError(formula, terms, new(what, mean, Units.OfMeasure), supposed, deviation / Math.Sqrt(values.Length), values.Length - 1, alternative, risk, assumptions);
    }

    private static HypothesisTest OfTwo(Formula formula, (int Count, double Mean, double Squares) a, (int Count, double Mean, double Squares) b, double supposed, double error, double freedom, Alternative alternative, double risk, Assumption? variances, Term[] more)
    {
        Sample.MustBeUsable(supposed, "difference");
        Sample.Share(risk, nameof(risk));
        Term[] terms =
        [
            Term("x̄₁", "first mean", a.Mean, Units.OfMeasure), Term("x̄₂", "second mean", b.Mean, Units.OfMeasure), Term("μ₀", "difference supposed", supposed, Units.OfMeasure),
            Term("s₁", "first standard deviation", Math.Sqrt(a.Squares / (a.Count - 1)), Units.OfMeasure), Term("s₂", "second standard deviation", Math.Sqrt(b.Squares / (b.Count - 1)), Units.OfMeasure),
            Term("n₁", "first number of values", a.Count), Term("n₂", "second number of values", b.Count), .. more,
        ];
        Assumption[] assumptions = variances is null ? [Independent, Normal] : [Independent, Normal, variances];
        return FromError(formula, terms, new("difference of means", a.Mean - b.Mean, Units.OfMeasure), supposed, error, freedom, alternative, risk, assumptions);
    }

    private static HypothesisTest FromError(Formula formula, Term[] terms, Estimate estimate, double supposed, double error, double freedom, Alternative alternative, double risk, Assumption[] assumptions)
    {
        var statistic = (estimate.Value - supposed) / error;
        if (!double.IsFinite(statistic))
        {
            return Lacking(formula, terms, "spread of the values", alternative, risk, assumptions);
        }

        var probability = alternative == Alternative.TwoSided
            ? StudentDistribution.Beyond(statistic, freedom)
            : Probability(alternative, StudentDistribution.Below(statistic, freedom), StudentDistribution.Above(statistic, freedom));
        double Reach(double side) => error * StudentDistribution.UpperQuantile(side, freedom);
        var interval = Interval(alternative, risk, side => estimate.Value - Reach(side), side => estimate.Value + Reach(side));
        return Of(formula, terms, statistic, [freedom], probability, exact: formula != WelchFormula, alternative, risk, [estimate with { Interval = interval }], assumptions);
    }

    private static Assumption EqualVariances((int Count, double Mean, double Squares) a, (int Count, double Mean, double Squares) b)
    {
        const string name = "equal variances";
        if (a.Squares == 0 || b.Squares == 0)
        {
            return new(name, a.Squares == b.Squares ? AssumptionStatus.Holds : AssumptionStatus.Doubtful, "a sample is constant");
        }

        var (f, above, below) = (a.Squares / (a.Count - 1) / (b.Squares / (b.Count - 1)), a.Count - 1.0, b.Count - 1.0);
        var p = Math.Min(1, 2 * Math.Min(FisherDistribution.Below(f, above, below), FisherDistribution.Above(f, above, below)));
        return new(name, p <= 0.05 ? AssumptionStatus.Doubtful : AssumptionStatus.Holds, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"F test, p = {p:G3}"));
    }

    private static (int Count, double Mean, double Squares) Group(ReadOnlySpan<double> values, string name)
    {
        var sample = Sample.Of(values, 2, name);
        var (mean, squares) = Sample.Moments(sample);
        return (sample.Length, mean, squares);
    }
}
