namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The beta distribution of a share from 0 to 1 (fr: loi bêta).</summary>
/// <remarks>Relative error at most 1E−12 in either tail. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.5.</remarks>
public static class BetaDistribution
{
    /// <summary>Probability of a share at most x.</summary>
    /// <param name="x">Range: 0 ≤ x ≤ 1.</param>
    /// <param name="first">α. Range: above 0.</param>
    /// <param name="second">β. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not from 0 to 1, or a shape is not above 0.</exception>
    public static double Below(double x, double first, double second) => Tails(x, first, second).Below;

    /// <summary>Probability of a share above x.</summary>
    /// <param name="x">Range: 0 ≤ x ≤ 1.</param>
    /// <param name="first">α. Range: above 0.</param>
    /// <param name="second">β. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not from 0 to 1, or a shape is not above 0.</exception>
    public static double Above(double x, double first, double second) => Tails(x, first, second).Above;

    /// <summary>The point that a share p of the values does not pass.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="first">α. Range: above 0.</param>
    /// <param name="second">β. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or a shape is not above 0.</exception>
    /// <example><code>BetaDistribution.Quantile(0.5, 2, 2); // 0.5</code></example>
    public static double Quantile(double share, double first, double second)
    {
        Sample.Share(share, nameof(share));
        var mean = Argument.Positive(first, nameof(first)) / (first + Argument.Positive(second, nameof(second)));
        return Below(mean, first, second) >= share
            ? Root.OfTail(x => Below(x, first, second), share, falls: false, mean, mean / 2, least: 0, most: 1)
            : Root.OfTail(x => Above(x, first, second), 1 - share, falls: true, mean, (1 - mean) / 2, least: 0, most: 1);
    }

    private static (double Below, double Above) Tails(double x, double first, double second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Argument.NotNegative(x, nameof(x)), 1, nameof(x));
        return Integrals.Beta(Argument.Positive(first, nameof(first)), Argument.Positive(second, nameof(second)), x, 1 - x);
    }
}
