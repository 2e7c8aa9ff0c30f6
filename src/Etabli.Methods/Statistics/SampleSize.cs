using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Statistics;

/// <summary>What a t test compares (fr: plan du test).</summary>
public enum TestDesign
{
    /// <summary>One sample with a value, or pairs.</summary>
    OneSample,

    /// <summary>Two samples of n values each.</summary>
    TwoSamples,
}

/// <summary>How many values are needed, and what a number of them can see (fr: taille d’échantillon et puissance).</summary>
public static class SampleSize
{
    /// <summary>Largest size that is looked for.</summary>
    public const long Most = 1_000_000_000;

    private static readonly Source Cochran = new("Cochran, W. G.", "Sampling Techniques, 3rd ed.", 1977, "chapter 4");
    private static readonly Source Cohen = new("Cohen, J.", "Statistical Power Analysis for the Behavioral Sciences, 2nd ed.", 1988);
    private static readonly Formula MeanFormula = new("sample size for a mean", "n = (z(1 − α/2)·σ / E)²", Cochran);
    private static readonly Formula ShareFormula = new("sample size for a share", "n = z(1 − α/2)²·p(1 − p) / E²", Cochran);
    private static readonly Formula PowerFormula = new("power of a t test", "1 − β = P(T′(ν, δ) > t(1 − α; ν)), δ = Δ/σ·√n or Δ/σ·√(n/2)", Cohen);
    private static readonly Formula TestFormula = new("sample size for a t test", "smallest n with P(T′(ν, δ) > t(1 − α; ν)) ≥ 1 − β", Cohen);
    private static readonly Formula TwoSharesFormula = new("sample size for two shares", "n = (z(1 − α/2)·√(2p̄(1 − p̄)) + z(1 − β)·√(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₁ − p₂)²", new("Fleiss, J. L.", "Statistical Methods for Rates and Proportions, 2nd ed.", 1981, "chapter 3"));
    private static readonly Formula DeviationFormula = new("sample size for a standard deviation", "smallest n with P(χ²(n − 1) > χ²(1 − α; n − 1) / ρ²) ≥ 1 − β", new("Montgomery, D. C.", "Introduction to Statistical Quality Control, 6th ed.", 2009, "chapter 4"));

    /// <summary>Values needed to know a mean to a margin.</summary>
    /// <param name="deviation">σ: standard deviation, known or supposed. Range: above 0.</param>
    /// <param name="margin">E: half the width of the interval, in the unit of σ. Range: above 0.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>n rounded up, with the unrounded one among the terms; a gap above <see cref="Most"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>O(1). σ is taken for known: under 30 values, take a few more. Source: Cochran, 1977.</remarks>
    /// <example><code>SampleSize.ForMean(deviation: 15, margin: 3).Known; // 97</code></example>
    public static Explained<long> ForMean(double deviation, double margin, double level = 0.95)
    {
        var root = Quantile(level) * Argument.Positive(deviation, nameof(deviation)) / Argument.Positive(margin, nameof(margin));
        return Rounded(MeanFormula, root * root, 1, [new("σ", "standard deviation", deviation, Units.OfMeasure), new("E", "margin", margin, Units.OfMeasure), new("1 − α", "level", level, Units.Ratio)]);
    }

    /// <summary>Pieces needed to know a share to a margin.</summary>
    /// <param name="margin">E: half the width of the interval. Range: above 0 and below 1.</param>
    /// <param name="share">p: the share supposed; 0.5, the worst, when not known. Range: above 0 and below 1.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <returns>n rounded up, with the unrounded one among the terms; a gap above <see cref="Most"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>O(1). By the normal approximation: n·p should reach 5. Source: Cochran, 1977.</remarks>
    /// <example><code>SampleSize.ForShare(margin: 0.05).Known; // 385</code></example>
    public static Explained<long> ForShare(double margin, double share = 0.5, double level = 0.95)
    {
        var z = Quantile(level);
        var size = z * z * Sample.Share(share, nameof(share)) * (1 - share) / Sample.Share(margin, nameof(margin)) / margin;
        return Rounded(ShareFormula, size, 1, [new("p", "share supposed", share, Units.Ratio), new("E", "margin", margin, Units.Ratio), new("1 − α", "level", level, Units.Ratio)]);
    }

    /// <summary>Chance that a t test sees a difference.</summary>
    /// <param name="size">n: values in each sample, or pairs. Range: 2 or more; not necessarily whole.</param>
    /// <param name="difference">Δ: the difference to be seen. Range: above 0.</param>
    /// <param name="deviation">σ: standard deviation within a sample, or of the differences of pairs. Range: above 0.</param>
    /// <param name="design">One sample or two.</param>
    /// <param name="alternative">Two-sided, or one-sided towards the difference.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>1 − β, from α to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Noncentral t by integration, both tails counted in the two-sided test. Source: Cohen, 1988.</remarks>
    /// <example><code>SampleSize.PowerOfTTest(20, difference: 1, deviation: 1).Known; // 0.868953</code></example>
    public static Explained<double> PowerOfTTest(double size, double difference, double deviation, TestDesign design = TestDesign.TwoSamples, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.AtLeast(size, 2, nameof(size));
        return PowerFormula.Gives(Power(size, Effect(difference, deviation), design, alternative, Sample.Share(risk, nameof(risk))), Units.Ratio, [new("n", "size of a sample", size, Units.Ratio), .. Terms(difference, deviation, risk)]);
    }

    /// <summary>Values needed in each sample for a t test to see a difference.</summary>
    /// <param name="difference">Δ: the difference to be seen. Range: above 0.</param>
    /// <param name="deviation">σ: standard deviation within a sample, or of the differences of pairs. Range: above 0.</param>
    /// <param name="power">1 − β. Range: above α and below 1.</param>
    /// <param name="design">One sample or two.</param>
    /// <param name="alternative">Two-sided, or one-sided towards the difference.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>n of each sample rounded up, with the unrounded one among the terms; a gap above <see cref="Most"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Source: Cohen, 1988.</remarks>
    /// <example><code>SampleSize.ForTTest(difference: 1, deviation: 1, power: 0.9).Known; // 23: 22.02 rounded up</code></example>
    public static Explained<long> ForTTest(double difference, double deviation, double power, TestDesign design = TestDesign.TwoSamples, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        var effect = Effect(difference, deviation);
        Sample.Share(risk, nameof(risk));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Sample.Share(power, nameof(power)), risk, nameof(power));
        Term[] terms = [.. Terms(difference, deviation, risk), new("1 − β", "power", power, Units.Ratio)];
        if (Power(2, effect, design, alternative, risk) >= power)
        {
            return Rounded(TestFormula, 2, 2, terms);
        }

        // Far up the t is normal; the size found so is the bracket's start.
        var z = NormalDistribution.UpperQuantile(alternative == Alternative.TwoSided ? risk / 2 : risk) + NormalDistribution.Quantile(power);
        var near = z * z / effect / effect * (design == TestDesign.TwoSamples ? 2 : 1);
        if (near > Most / 2.0)
        {
            return Rounded(TestFormula, double.PositiveInfinity, 2, terms);
        }

        var (low, high) = (2.0, Math.Max(near, 2) + 3);
        while (Power(high, effect, design, alternative, risk) < power)
        {
            (low, high) = (high, high * 1.5 + 2);
        }

        return Rounded(TestFormula, Root.Between(n => Power(n, effect, design, alternative, risk) - power, low, high), 2, terms);
    }

    /// <summary>Pieces needed in each sample for two shares to be told apart.</summary>
    /// <param name="first">p₁. Range: above 0 and below 1.</param>
    /// <param name="second">p₂, different from p₁. Range: above 0 and below 1.</param>
    /// <param name="power">1 − β. Range: above 0 and below 1.</param>
    /// <param name="alternative">Two-sided, or one-sided.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>n of each sample rounded up, with the unrounded one among the terms; a gap above <see cref="Most"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the shares are equal.</exception>
    /// <remarks>O(1), by the normal approximation. Source: Fleiss, 1981.</remarks>
    /// <example><code>SampleSize.ForTwoShares(0.50, 0.75, power: 0.9).Known; // 77: 76.7 rounded up</code></example>
    public static Explained<long> ForTwoShares(double first, double second, double power, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        var (p, q) = (Sample.Share(first, nameof(first)), Sample.Share(second, nameof(second)));
        ArgumentOutOfRangeException.ThrowIfEqual(second, first);
        var middle = (p + q) / 2;
        var za = NormalDistribution.UpperQuantile(alternative == Alternative.TwoSided ? Sample.Share(risk, nameof(risk)) / 2 : Sample.Share(risk, nameof(risk)));
        var root = (za * Math.Sqrt(2 * middle * (1 - middle)) + NormalDistribution.Quantile(Sample.Share(power, nameof(power))) * Math.Sqrt(p * (1 - p) + q * (1 - q))) / (p - q);
        return Rounded(TwoSharesFormula, root * root, 1, [new("p₁", "first share", p, Units.Ratio), new("p₂", "second share", q, Units.Ratio), new("1 − β", "power", power, Units.Ratio), new("α", "risk", risk, Units.Ratio)]);
    }

    /// <summary>Values needed to see that a standard deviation is larger than it should be.</summary>
    /// <param name="ratio">ρ: the true standard deviation over the one supposed. Range: above 1.</param>
    /// <param name="power">1 − β. Range: above 0 and below 1.</param>
    /// <param name="risk">α, one-sided. Range: above 0 and below 1.</param>
    /// <returns>n; a gap above 1 000 000.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>By bisection, as power grows with n. Source: Montgomery, 2009, chapter 4.</remarks>
    public static Explained<long> ForDeviation(double ratio, double power, double risk = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Argument.Finite(ratio, nameof(ratio)), 1, nameof(ratio));
        Sample.Share(power, nameof(power));
        Sample.Share(risk, nameof(risk));
        bool Sees(long n) => ChiSquaredDistribution.Above(ChiSquaredDistribution.UpperQuantile(risk, n - 1) / ratio / ratio, n - 1) >= power;
        var high = 2L;
        while (high < 1_000_000 && !Sees(high))
        {
            high *= 2;
        }

        Term[] terms = [new("ρ", "ratio of standard deviations", ratio, Units.Ratio), new("1 − β", "power", power, Units.Ratio), new("α", "risk", risk, Units.Ratio)];
        if (!Sees(high))
        {
            return DeviationFormula.Lacks<long>(Units.Pieces, [new("", "size within reach", GapKind.Impossible)], terms);
        }

        var low = high / 2;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Sees(middle) ? (low, middle) : (middle, high);
        }

        return DeviationFormula.Gives(high, Units.Pieces, terms);
    }

    private static double Power(double size, double effect, TestDesign design, Alternative alternative, double risk)
    {
        var (freedom, shift) = design == TestDesign.TwoSamples ? (2 * size - 2, effect * Math.Sqrt(size / 2)) : (size - 1, effect * Math.Sqrt(size));
        if (shift > 40)
        {
            return 1;
        }

        if (alternative != Alternative.TwoSided)
        {
            return NoncentralStudent.Above(StudentDistribution.UpperQuantile(risk, freedom), freedom, shift);
        }

        var t = StudentDistribution.UpperQuantile(risk / 2, freedom);
        return Math.Min(1, NoncentralStudent.Above(t, freedom, shift) + NoncentralStudent.Below(-t, freedom, shift));
    }

    private static double Effect(double difference, double deviation) => Argument.Positive(Argument.Positive(difference, nameof(difference)) / Argument.Positive(deviation, nameof(deviation)), nameof(difference));

    private static double Quantile(double level) => NormalDistribution.UpperQuantile((1 - Sample.Share(level, nameof(level))) / 2);

    private static Term[] Terms(double difference, double deviation, double risk) =>
        [new("Δ", "difference to be seen", difference, Units.OfMeasure), new("σ", "standard deviation", deviation, Units.OfMeasure), new("α", "risk", risk, Units.Ratio)];

    private static Explained<long> Rounded(Formula formula, double size, long least, Term[] terms) => size <= Most
        ? formula.Gives(Math.Max((long)Math.Ceiling(size - 1e-9), least), Units.Pieces, [.. terms, new("n", "size before rounding", size, Units.Ratio)])
        : formula.Lacks<long>(Units.Pieces, [new("", "size within reach", GapKind.Impossible)], terms);
}
