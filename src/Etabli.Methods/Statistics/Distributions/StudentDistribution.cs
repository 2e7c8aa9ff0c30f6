namespace Etabli.Methods.Statistics.Distributions;

/// <summary>Student's distribution (fr: loi de Student).</summary>
/// <remarks>Relative error at most 1E−12 in either tail. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.7.</remarks>
public static class StudentDistribution
{
    /// <summary>Probability of a value at most t.</summary>
    /// <param name="t">Any finite number, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not finite, or ν is not above 0.</exception>
    /// <example><code>StudentDistribution.Below(2.228139, 10); // 0.975</code></example>
    public static double Below(double t, double freedom) => Above(-Argument.Finite(t, nameof(t)), freedom);

    /// <summary>Probability of a value above t.</summary>
    /// <param name="t">Any finite number, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not finite, or ν is not above 0.</exception>
    public static double Above(double t, double freedom)
    {
        Argument.Finite(t, nameof(t));
        Argument.Positive(freedom, nameof(freedom));
        var ratio = t / Math.Sqrt(freedom);
        var square = ratio * ratio;
        var tail = (double.IsInfinity(square) ? 0 : Integrals.Beta(freedom / 2, 0.5, 1 / (1 + square), square / (1 + square)).Below) / 2;
        return t > 0 ? tail : 1 - tail;
    }

    /// <summary>Probability of a value at least as far from 0 as t, on either side.</summary>
    /// <param name="t">Any finite number, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not finite, or ν is not above 0.</exception>
    public static double Beyond(double t, double freedom) => Math.Min(1, 2 * Above(Math.Abs(t), freedom));

    /// <summary>The point that a share of the values does not pass.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or ν is not above 0.</exception>
    /// <example><code>StudentDistribution.Quantile(0.975, 10); // 2.228139</code></example>
    public static double Quantile(double share, double freedom) => -UpperQuantile(share, freedom);

    /// <summary>The point that a share of the values passes.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <param name="freedom">ν: degrees of freedom, whole or not. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1, or ν is not above 0.</exception>
    public static double UpperQuantile(double share, double freedom)
    {
        Sample.Share(share, nameof(share));
        Argument.Positive(freedom, nameof(freedom));
        if (share == 0.5)
        {
            return 0;
        }

        return share < 0.5
            ? Root.OfTail(t => Above(t, freedom), share, falls: true, Math.Max(NormalDistribution.UpperQuantile(share), 0), 1, least: 0)
            : -UpperQuantile(1 - share, freedom);
    }
}
