using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Etabli.Methods.Quality;

/// <summary>Tail probabilities that stay exact when they are tiny, and quantiles, of the laws this discipline uses.</summary>
internal static class Tails
{
    public static double Normal(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    public static double NormalQuantile(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);

    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>P(|t| &gt; value).</summary>
    public static double StudentTwoSided(double value, double degrees) =>
        double.IsPositiveInfinity(degrees) ? 2 * Normal(Math.Abs(value)) : Share(SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + value * value)));

    public static double StudentQuantile(double share, double degrees) => StudentT.InvCDF(0, 1, degrees, share);

    /// <summary>P(F &gt; value).</summary>
    public static double Fisher(double value, double above, double below) =>
        value <= 0 ? 1 : Share(SpecialFunctions.BetaRegularized(below / 2, above / 2, below / (below + above * value)));

    public static double ChiSquare(double value, double degrees) => value <= 0 ? 1 : Share(SpecialFunctions.GammaUpperRegularized(degrees / 2, value / 2));

    public static double ChiSquareQuantile(double share, double degrees) => ChiSquared.InvCDF(degrees, share);

    private static double Share(double value) => Math.Clamp(value, 0, 1);
}
