namespace Etabli.Methods.Statistics.Distributions;

/// <summary>Student's distribution when the mean is not the one supposed: what the power of a t test is read on (fr: loi de Student décentrée).</summary>
/// <remarks>
/// P(T &gt; t) = E[Φ(δ − t·s)], s² = χ²(ν) / ν, by the trapezoid rule in ln s; absolute error at most 1E−12.
/// Source: Johnson, N. L. and Welch, B. L., Applications of the Non-Central t-Distribution, Biometrika 31, 1940, pp. 362–389.
/// </remarks>
public static class NoncentralStudent
{
    /// <summary>Probability of a value above t.</summary>
    /// <param name="t">Any finite number, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom. Range: above 0.</param>
    /// <param name="shift">δ: noncentrality. Range: −1 000 to 1 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not finite, ν is not above 0, or δ is beyond 1 000.</exception>
    /// <example><code>NoncentralStudent.Above(2.0, 10, 0); // as StudentDistribution.Above(2.0, 10): 0.03669402</code></example>
    public static double Above(double t, double freedom, double shift)
    {
        Argument.Finite(t, nameof(t));
        Argument.Positive(freedom, nameof(freedom));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(Argument.Finite(shift, nameof(shift))), 1000, nameof(shift));
        return shift == 0
            ? StudentDistribution.Above(t, freedom)
            : Math.Clamp(ScaleMixture.Mean(freedom, Math.Max(Math.Abs(shift), Math.Min(Math.Abs(t), 1000)), s => NormalDistribution.Cumulated(shift - t * s)), 0, 1);
    }

    /// <summary>Probability of a value at most t.</summary>
    /// <param name="t">Any finite number, without unit.</param>
    /// <param name="freedom">ν: degrees of freedom. Range: above 0.</param>
    /// <param name="shift">δ: noncentrality. Range: −1 000 to 1 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is not finite, ν is not above 0, or δ is beyond 1 000.</exception>
    public static double Below(double t, double freedom, double shift) => Above(-t, freedom, -shift);
}
