using MathNet.Numerics;

namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The standard normal distribution, of mean 0 and standard deviation 1 (fr: loi normale).</summary>
/// <remarks>Relative error at most 1E−13 in either tail, to z = ±37. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.2.</remarks>
public static class NormalDistribution
{
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>Probability of a value at most z.</summary>
    /// <param name="z">Any finite number, without unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">z is not finite.</exception>
    /// <example><code>NormalDistribution.Below(1.96); // 0.9750021</code></example>
    public static double Below(double z) => Cumulated(Argument.Finite(z, nameof(z)));

    /// <summary>Probability of a value above z; not 1 less the other, so that a far tail keeps its digits.</summary>
    /// <param name="z">Any finite number, without unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">z is not finite.</exception>
    /// <example><code>NormalDistribution.Above(6); // 9.8659E-10</code></example>
    public static double Above(double z) => Cumulated(-Argument.Finite(z, nameof(z)));

    /// <summary>Density at z.</summary>
    /// <param name="z">Any finite number, without unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">z is not finite.</exception>
    public static double Density(double z) => Math.Exp(-Argument.Finite(z, nameof(z)) * z / 2) / RootTwoPi;

    /// <summary>The point that a share of the values does not pass.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1.</exception>
    /// <example><code>NormalDistribution.Quantile(0.975); // 1.959964</code></example>
    public static double Quantile(double share) => -UpperQuantile(Sample.Share(share, nameof(share)));

    /// <summary>The point that a share of the values passes.</summary>
    /// <param name="share">p. Range: 0 &lt; p &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1.</exception>
    /// <example><code>NormalDistribution.UpperQuantile(0.00135); // 2.99998</code></example>
    public static double UpperQuantile(double share) => Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * Sample.Share(share, nameof(share)));

    internal static double Cumulated(double z) => SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2;
}
