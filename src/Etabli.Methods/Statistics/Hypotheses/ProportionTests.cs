using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Is a share of bad pieces what it should be, do two shares differ? (fr: tests de proportions).</summary>
public static class ProportionTests
{
    private static readonly Formula ExactFormula = new("exact binomial test", "p = Σ P(B = k) over k no likelier than x", new("Clopper, C. J. and Pearson, E. S.", "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial, Biometrika 26, pp. 404–413", 1934));
    private static readonly Formula TwoFormula = new("two-proportion z test", "z = (p₁ − p₂) / √(p̄(1 − p̄)(1/n₁ + 1/n₂))", new("Newcombe, R. G.", "Interval estimation for the difference between independent proportions, Statistics in Medicine 17, pp. 873–890, method 10", 1998));

    /// <summary>Is the share π₀?</summary>
    /// <param name="count">x: how many have the property. Range: 0 to n.</param>
    /// <param name="size">n: how many were looked at. Range: 1 or more.</param>
    /// <param name="share">π₀: the share supposed. Range: above 0 and below 1.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>The count as statistic, its exact p; the share with Clopper and Pearson's exact interval, then with Wilson's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>O(log n). Sources: Clopper and Pearson, 1934; Wilson, E. B., Probable Inference, JASA 22, 1927, pp. 209–212.</remarks>
    /// <example><code>ProportionTests.One(7, 20, share: 0.5).Probability; // 0.2632</code></example>
    public static HypothesisTest One(int count, int size, double share, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        MustFit(count, size, nameof(count), nameof(size));
        Sample.Share(share, nameof(share));
        Sample.Share(risk, nameof(risk));
        var (below, above) = (AtMost(count, size, share), AtLeast(count, size, share));
        var probability = alternative == Alternative.TwoSided ? NoLikelier(count, size, share, below, above) : Probability(alternative, below, above);
        double part = (double)count / size;
        Term[] terms = [Term("x", "count", count), Term("n", "size", size), Term("π₀", "share supposed", share)];
        Estimate[] estimates = [new("share, exact interval", part, Units.Ratio, Exact(count, size, alternative, risk)), new("share, Wilson interval", part, Units.Ratio, Wilson(count, size, alternative, risk))];
        return Of(ExactFormula, terms, count, [], probability, true, alternative, risk, estimates, new Assumption("independent pieces"), new("same chance for every piece"));
    }

    /// <summary>Do two shares differ?</summary>
    /// <param name="first">x₁: how many of the first have the property. Range: 0 to n₁.</param>
    /// <param name="firstSize">n₁. Range: 1 or more.</param>
    /// <param name="second">x₂: how many of the second have the property. Range: 0 to n₂.</param>
    /// <param name="secondSize">n₂. Range: 1 or more.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>z of the pooled share, without continuity correction; the difference with Newcombe's interval; a gap when all or none have the property. Whether expected counts reach 5 is checked.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>O(1). Under 5 expected, read <see cref="ContingencyTests.FisherExact"/>. Source: Newcombe, 1998, for the interval; trade usage for z.</remarks>
    public static HypothesisTest Two(int first, int firstSize, int second, int secondSize, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        MustFit(first, firstSize, nameof(first), nameof(firstSize));
        MustFit(second, secondSize, nameof(second), nameof(secondSize));
        Sample.Share(risk, nameof(risk));
        double n1 = firstSize, n2 = secondSize, p1 = first / n1, p2 = second / n2, pooled = (first + (double)second) / (n1 + n2);
        Term[] terms = [Term("p₁", "first share", p1), Term("p₂", "second share", p2), Term("p̄", "pooled share", pooled), Term("n₁", "first size", n1), Term("n₂", "second size", n2)];
        var least = Math.Min(n1, n2) * Math.Min(pooled, 1 - pooled);
        var enough = new Assumption("expected counts of 5 or more", least >= 5 ? AssumptionStatus.Holds : AssumptionStatus.Doubtful, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"least expected {least:G4}"));
        var z = (p1 - p2) / Math.Sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        if (!double.IsFinite(z))
        {
            return Lacking(TwoFormula, terms, "spread of the shares", alternative, risk, enough);
        }

        var interval = Interval(alternative, risk, side => p1 - p2 - Reach(side, lower: true), side => p1 - p2 + Reach(side, lower: false));
        return Of(TwoFormula, terms, z, [], Probability(alternative, NormalDistribution.Below(z), NormalDistribution.Above(z)), false, alternative, risk, [new("difference of shares", p1 - p2, Units.Ratio, interval)], new Assumption("independent pieces"), enough);

        double Reach(double side, bool lower)
        {
            var (l1, h1) = Score(first, firstSize, side);
            var (l2, h2) = Score(second, secondSize, side);
            return lower ? Math.Sqrt((p1 - l1) * (p1 - l1) + (h2 - p2) * (h2 - p2)) : Math.Sqrt((h1 - p1) * (h1 - p1) + (p2 - l2) * (p2 - l2));
        }
    }

    /// <summary>Clopper and Pearson's exact interval of a share (fr: intervalle exact d’une proportion).</summary>
    /// <param name="count">x. Range: 0 to n.</param>
    /// <param name="size">n. Range: 1 or more.</param>
    /// <param name="alternative">Two-sided, or open on the side the alternative does not look.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Never covers less than 1 − α. Source: Clopper and Pearson, 1934.</remarks>
    /// <example><code>ProportionTests.Exact(0, 20); // [0; 0.1684]</code></example>
    public static ConfidenceInterval Exact(int count, int size, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        MustFit(count, size, nameof(count), nameof(size));
        Sample.Share(risk, nameof(risk));
        return Interval(
            alternative,
            risk,
            side => count == 0 ? 0 : BetaDistribution.Quantile(side, count, size - count + 1.0),
            side => count == size ? 1 : 1 - BetaDistribution.Quantile(side, size - count, count + 1.0));
    }

    /// <summary>Wilson's interval of a share: shorter than the exact one, right on average (fr: intervalle de Wilson d’une proportion).</summary>
    /// <param name="count">x. Range: 0 to n.</param>
    /// <param name="size">n. Range: 1 or more.</param>
    /// <param name="alternative">Two-sided, or open on the side the alternative does not look.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Source: Wilson, 1927.</remarks>
    public static ConfidenceInterval Wilson(int count, int size, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        MustFit(count, size, nameof(count), nameof(size));
        Sample.Share(risk, nameof(risk));
        return Interval(alternative, risk, side => Score(count, size, side).Low, side => Score(count, size, side).High);
    }

    private static (double Low, double High) Score(int count, double size, double side)
    {
        var (z, p) = (NormalDistribution.UpperQuantile(side), count / size);
        var centre = p + z * z / (2 * size);
        var reach = z * Math.Sqrt(p * (1 - p) / size + z * z / (4 * size * size));
        var scale = 1 + z * z / size;
        return (count == 0 ? 0 : Math.Max((centre - reach) / scale, 0), count == size ? 1 : Math.Min((centre + reach) / scale, 1));
    }

    private static double AtMost(int count, int size, double share) => count >= size ? 1 : Integrals.Beta(count + 1.0, size - count, share, 1 - share).Above;

    private static double AtLeast(int count, int size, double share) => count <= 0 ? 1 : Integrals.Beta(count, size - count + 1.0, share, 1 - share).Below;

    private static double NoLikelier(int count, int size, double share, double below, double above)
    {
        // A count as likely as x to the rounding belongs to the tail: 1 + 1E−7 settles it.
        var limit = At(count) * (1 + 1e-7);
        var mode = Math.Min((int)Math.Floor((size + 1.0) * share), size);
        if (count <= mode)
        {
            var from = First(mode, size, k => k > mode && At(k) <= limit);
            return count == mode ? 1 : from is { } k ? below + AtLeast(k, size, share) : below;
        }

        var to = First(0, mode, k => At(mode - k) <= limit);
        return to is { } back ? above + AtMost(mode - back, size, share) : above;

        double At(int k) => Integrals.BinomialShare(k, size - k, share, 1 - share);
    }

    /// <summary>The first whole number from low to high that satisfies a condition which, once met, stays met.</summary>
    private static int? First(int low, int high, Func<int, bool> met)
    {
        if (!met(high))
        {
            return null;
        }

        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = met(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static void MustFit(int count, int size, string countName, string sizeName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, sizeName);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 0, countName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, size, countName);
    }
}
