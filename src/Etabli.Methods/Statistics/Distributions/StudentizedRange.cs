namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The range of k normal values over an independent estimate of their standard deviation: what Tukey's comparisons are read on (fr: loi de l’étendue studentisée).</summary>
/// <remarks>
/// P(Q ≤ q) = E[W(q·s)], W(w) = k ∫ φ(z)·(Φ(z) − Φ(z − w))^(k−1) dz, s² = χ²(ν) / ν, both by the trapezoid rule; absolute error at most 1E−11.
/// Source: Hartley, H. O., The Range in Random Samples, Biometrika 32, 1942, pp. 334–348; Harter, H. L., Tables of Range and Studentized Range, Annals of Mathematical Statistics 31, 1960, pp. 1122–1147, for the tables.
/// </remarks>
public static class StudentizedRange
{
    /// <summary>The most means compared.</summary>
    public const int MostMeans = 200;

    private const double Step = 0.1;
    private static readonly (double Z, double Density, double Below)[] Grid =
        [.. Enumerable.Range(-90, 181).Select(i => (i * Step, Step * NormalDistribution.Density(i * Step), NormalDistribution.Cumulated(i * Step)))];

    /// <summary>Probability of a range above q.</summary>
    /// <param name="q">Range: 0 or more, without unit.</param>
    /// <param name="means">k: how many values. Range: 2 to <see cref="MostMeans"/>.</param>
    /// <param name="freedom">ν: degrees of freedom of the estimate. Range: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">q is under 0, k is not from 2 to <see cref="MostMeans"/>, or ν is under 1.</exception>
    /// <example><code>StudentizedRange.Above(3.876777, 3, 10); // 0.05</code></example>
    public static double Above(double q, int means, double freedom)
    {
        Argument.NotNegative(q, nameof(q));
        MustBeUsable(means, freedom);
        return q == 0 ? 1 : Tail(q, means, freedom);
    }

    /// <summary>The range that a share of the values passes.</summary>
    /// <param name="share">p. Range: 0.0001 to 0.9999, as tables have it.</param>
    /// <param name="means">k: how many values. Range: 2 to <see cref="MostMeans"/>.</param>
    /// <param name="freedom">ν: degrees of freedom of the estimate. Range: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not from 0.0001 to 0.9999, k is not from 2 to <see cref="MostMeans"/>, or ν is under 1.</exception>
    /// <example><code>StudentizedRange.UpperQuantile(0.05, 3, 10); // 3.876777</code></example>
    public static double UpperQuantile(double share, int means, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Argument.Finite(share, nameof(share)), 0.0001, nameof(share));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 0.9999);
        MustBeUsable(means, freedom);
        return Root.OfTail(q => Tail(q, means, freedom), share, falls: true, 3, 1, least: 0);
    }

    private static double Tail(double q, int means, double freedom) =>
        Math.Clamp(ScaleMixture.Mean(freedom, Math.Min(q, 1000), s => OfNormals(q * s, means)), 0, 1);

    /// <summary>Probability that the range of k standard normal values is above w.</summary>
    private static double OfNormals(double w, int means)
    {
        var sum = 0.0;
        foreach (var (z, density, below) in Grid)
        {
            sum += density * Math.Pow(Math.Max(below - NormalDistribution.Cumulated(z - w), 0), means - 1);
        }

        return Math.Max(1 - means * sum, 0);
    }

    private static void MustBeUsable(int means, double freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(means, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(means, MostMeans);
        Sample.AtLeast(freedom, 1, nameof(freedom));
    }
}
