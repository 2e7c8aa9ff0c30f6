namespace Etabli.Methods.Statistics.Distributions;

/// <summary>Fisher's distribution of a ratio of two variances (fr: loi de Fisher).</summary>
/// <remarks>Relative error at most 1E−12 in either tail. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.6.</remarks>
public static class FisherDistribution
{
    /// <summary>Probability of a ratio at most f.</summary>
    /// <param name="f">Range: 0 or more, without unit.</param>
    /// <param name="above">ν₁: degrees of freedom of the numerator. Range: above 0.</param>
    /// <param name="below">ν₂: degrees of freedom of the denominator. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">f is under 0, or a ν is not above 0.</exception>
    /// <example><code>FisherDistribution.Below(4.964603, 1, 10); // 0.95</code></example>
    public static double Below(double f, double above, double below) => Tails(f, above, below).Below;

    /// <summary>Probability of a ratio above f.</summary>
    /// <param name="f">Range: 0 or more, without unit.</param>
    /// <param name="above">ν₁: degrees of freedom of the numerator. Range: above 0.</param>
    /// <param name="below">ν₂: degrees of freedom of the denominator. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">f is under 0, or a ν is not above 0.</exception>
    public static double Above(double f, double above, double below) => Tails(f, above, below).Above;

    /// <summary>The ratio that a share of the values does not pass.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="above">ν₁: degrees of freedom of the numerator. Range: above 0.</param>
    /// <param name="below">ν₂: degrees of freedom of the denominator. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or a ν is not above 0.</exception>
    /// <example><code>FisherDistribution.Quantile(0.95, 1, 10); // 4.964603</code></example>
    public static double Quantile(double share, double above, double below) => share > 0.5 ? UpperQuantile(1 - Sample.Share(share, nameof(share)), above, below) : 1 / UpperQuantile(share, below, above);

    /// <summary>The ratio that a share of the values passes.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="above">ν₁: degrees of freedom of the numerator. Range: above 0.</param>
    /// <param name="below">ν₂: degrees of freedom of the denominator. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or a ν is not above 0.</exception>
    public static double UpperQuantile(double share, double above, double below)
    {
        Sample.Share(share, nameof(share));
        return share > 0.5 ? 1 / UpperQuantile(1 - share, below, above) : Root.OfTail(f => Above(f, above, below), share, falls: true, 1, 1, least: 0);
    }

    private static (double Below, double Above) Tails(double f, double above, double below)
    {
        Argument.NotNegative(f, nameof(f));
        Argument.Positive(above, nameof(above));
        Argument.Positive(below, nameof(below));
        var (x, y) = (above * f, below);
        return double.IsInfinity(x) ? (1, 0) : Integrals.Beta(above / 2, below / 2, x / (x + y), y / (x + y));
    }
}
