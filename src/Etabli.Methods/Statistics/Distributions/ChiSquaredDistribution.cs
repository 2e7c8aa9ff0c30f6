namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The chi-squared distribution (fr: loi du khi-deux).</summary>
/// <remarks>Relative error at most 1E−12 in either tail. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.4.</remarks>
public static class ChiSquaredDistribution
{
    /// <summary>Probability of a value at most x.</summary>
    /// <param name="x">Range: 0 or more, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is under 0, or ν is not above 0.</exception>
    /// <example><code>ChiSquaredDistribution.Below(18.30704, 10); // 0.95</code></example>
    public static double Below(double x, double freedom) => Integrals.Gamma(Argument.Positive(freedom, nameof(freedom)) / 2, Argument.NotNegative(x, nameof(x)) / 2).Below;

    /// <summary>Probability of a value above x.</summary>
    /// <param name="x">Range: 0 or more, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is under 0, or ν is not above 0.</exception>
    public static double Above(double x, double freedom) => Integrals.Gamma(Argument.Positive(freedom, nameof(freedom)) / 2, Argument.NotNegative(x, nameof(x)) / 2).Above;

    /// <summary>The point that a share of the values does not pass.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or ν is not above 0.</exception>
    /// <example><code>ChiSquaredDistribution.Quantile(0.95, 10); // 18.30704</code></example>
    public static double Quantile(double share, double freedom)
    {
        Sample.Share(share, nameof(share));
        return share > 0.5
            ? UpperQuantile(1 - share, freedom)
            : Root.OfTail(x => Below(x, freedom), share, falls: false, Guess(NormalDistribution.Quantile(share), freedom), freedom, least: 0);
    }

    /// <summary>The point that a share of the values passes.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or ν is not above 0.</exception>
    public static double UpperQuantile(double share, double freedom)
    {
        Sample.Share(share, nameof(share));
        return share > 0.5
            ? Quantile(1 - share, freedom)
            : Root.OfTail(x => Above(x, freedom), share, falls: true, Guess(NormalDistribution.UpperQuantile(share), freedom), Math.Sqrt(freedom), least: 0);
    }

    /// <summary>Wilson and Hilferty's cube root, where the search starts.</summary>
    private static double Guess(double z, double freedom)
    {
        var root = 1 - 2 / (9 * freedom) + z * Math.Sqrt(2 / (9 * freedom));
        return root > 0.05 ? freedom * root * root * root : freedom * 1e-3;
    }
}
