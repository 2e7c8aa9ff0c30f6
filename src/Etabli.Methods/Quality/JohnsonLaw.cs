using Etabli.Methods.Statistics;

namespace Etabli.Methods.Quality;

/// <summary>Family of a Johnson law (fr: famille de Johnson).</summary>
public enum JohnsonFamily
{
    /// <summary>SU: no bound.</summary>
    Unbounded,

    /// <summary>SB: bounded on both sides.</summary>
    Bounded,

    /// <summary>SL: bounded on one side, logarithmic.</summary>
    Lognormal,
}

/// <summary>A law made of a normal one by a curve with four parameters (fr: loi de Johnson).</summary>
/// <remarks>
/// z = γ + η·f((x − ε)/λ), f being asinh (SU), ln(u/(1 − u)) (SB) or ln (SL, with λ = ±1). Source: Johnson, Biometrika 36, 1949; fit by
/// quantiles: Slifker and Shapiro, 1980.
/// </remarks>
public sealed record JohnsonLaw
{
    private JohnsonLaw(JohnsonFamily family, double gamma, double eta, double lambda, double epsilon) => (Family, Gamma, Eta, Lambda, Epsilon) = (family, gamma, eta, lambda, epsilon);

    /// <summary>Its family.</summary>
    public JohnsonFamily Family { get; }

    /// <summary>γ: shape.</summary>
    public double Gamma { get; }

    /// <summary>η: shape, above 0.</summary>
    public double Eta { get; }

    /// <summary>λ: scale.</summary>
    public double Lambda { get; }

    /// <summary>ε: location.</summary>
    public double Epsilon { get; }

    /// <summary>Fits a law to values by four of their quantiles.</summary>
    /// <param name="values">Values. Finite; at least 30.</param>
    /// <param name="z">Quantiles are taken at Φ(±z) and Φ(±3z). Usual: 0.524, so 6, 30, 70 and 94 %. Range: 0.2 to 1.</param>
    /// <returns>The law, or null when the quantiles allow none (two of them are equal): rounded values, or two processes.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or there are fewer than 30.</exception>
    /// <exception cref="ArgumentOutOfRangeException">z is out of range.</exception>
    /// <remarks>O(n log n), quantiles of type 6. Source: Slifker and Shapiro, 1980.</remarks>
    /// <example><c>JohnsonLaw.Fit(values) is { } law ? PercentileCapability.Of(law.Quantiles(), tolerance) : null</c></example>
    public static JohnsonLaw? Fit(ReadOnlySpan<double> values, double z = 0.524)
    {
        if (values.Length < 30)
        {
            throw new ArgumentException($"There are {values.Length} values; expected 30 at least.", nameof(values));
        }

        SampleMoments.Of(values, nameof(values));
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return OfQuantiles(p => Quantile.Of(sorted, p, QuantileType.Type6), z);
    }

    /// <summary>The law that has the same quantiles at Φ(±z) and Φ(±3z).</summary>
    internal static JohnsonLaw? OfQuantiles(Func<double, double> quantile, double z)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Argument.Finite(z, nameof(z)), 0.2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 1);
        double At(double times) => quantile(1 - Tails.Normal(times * z));
        var (a, b, c, d) = (At(-3), At(-1), At(1), At(3));
        var (m, n, p) = (d - c, b - a, c - b);
        if (!(m > 0 && n > 0 && p > 0))
        {
            return null;
        }

        // m·n/p² tells the family; near 1 both others degenerate, and the logarithm stands between.
        var (tail, middle) = (m * n / (p * p), (b + c) / 2);
        var law = tail > 1.001 ? Unbounded(m / p, n / p, p, middle, z) : tail < 0.999 ? Bounded(p / m, p / n, p, middle, z) : Lognormal(m / p, p, middle, z);
        return double.IsFinite(law.Gamma) && double.IsFinite(law.Epsilon) && law.Eta > 0 && double.IsFinite(law.Eta) && double.IsFinite(law.Lambda) && law.Lambda != 0 ? law : null;
    }

    /// <summary>Value under which a share lies.</summary>
    /// <param name="share">Range: 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    /// <example><c>law.Quantile(0.5)</c> is the median.</example>
    public double QuantileOf(double share)
    {
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share between 0 and 1, both excluded.");
        }

        var y = (Tails.NormalQuantile(share) - Gamma) / Eta;
        return Family switch
        {
            JohnsonFamily.Unbounded => Epsilon + Lambda * Math.Sinh(y),
            JohnsonFamily.Bounded => Epsilon + Lambda / (1 + Math.Exp(-y)),
            _ => Epsilon + Lambda * Math.Exp(Lambda * y),
        };
    }

    /// <summary>The quantiles a capability needs.</summary>
    /// <example><c>PercentileCapability.Of(law.Quantiles(), tolerance)</c></example>
    public ReferenceQuantiles Quantiles() => ReferenceQuantiles.Of(QuantileOf, $"Johnson law, {Family}");

    private static JohnsonLaw Unbounded(double m, double n, double p, double middle, double z)
    {
        var root = Math.Sqrt(m * n - 1);
        var eta = 2 * z / Math.Acosh((m + n) / 2);
        return new(JohnsonFamily.Unbounded, eta * Math.Asinh((n - m) / (2 * root)), eta, 2 * p * root / ((m + n - 2) * Math.Sqrt(m + n + 2)), middle + p * (n - m) / (2 * (m + n - 2)));
    }

    private static JohnsonLaw Bounded(double m, double n, double p, double middle, double z)
    {
        var product = (1 + m) * (1 + n);
        var eta = z / Math.Acosh(Math.Sqrt(product) / 2);
        var lambda = p * Math.Sqrt((product - 2) * (product - 2) - 4) / (m * n - 1);
        return new(JohnsonFamily.Bounded, eta * Math.Asinh((n - m) * Math.Sqrt(product - 4) / (2 * (m * n - 1))), eta, lambda, middle - lambda / 2 + p * (n - m) / (2 * (m * n - 1)));
    }

    /// <summary>λ = 1 when the long tail is above, −1 when it is below: the values are then turned round their middle.</summary>
    private static JohnsonLaw Lognormal(double ratio, double p, double middle, double z)
    {
        var side = ratio >= 1 ? 1 : -1;
        var m = side > 0 ? ratio : 1 / ratio;
        var eta = 2 * z / Math.Log(m);
        var gamma = eta * Math.Log((m - 1) / (p * Math.Sqrt(m)));
        return new(JohnsonFamily.Lognormal, side * gamma, eta, side, middle - side * p / 2 * (m + 1) / (m - 1));
    }
}
