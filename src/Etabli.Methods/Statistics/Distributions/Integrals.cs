using MathNet.Numerics;

namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The incomplete beta and gamma integrals, both tails, good to about 13 digits far into each.</summary>
/// <remarks>
/// MathNet.Numerics gives ln Γ, ψ, erfc and its inverse here; its own incomplete integrals are not used, as 1 − CDF loses the upper tail and their
/// continued fractions stop early for large arguments. The front factor is Loader's saddle point form: Loader, C., Fast and Accurate
/// Computation of Binomial Probabilities, 2000; the fractions are those of
/// Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.5.31, and of Didonato, A. R. and Morris, A. H., Significant Digit Computation of the Incomplete Beta
/// Function Ratios, ACM Transactions on Mathematical Software 18, 1992, pp. 360–373, equation 9.
/// </remarks>
internal static class Integrals
{
    private const double Tiny = 1e-300;
    private const int Longest = 10_000_000;
    private static readonly double LogRootTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>I_x(a, b) and its complement; y = 1 − x, given apart as it may be small.</summary>
    public static (double Below, double Above) Beta(double a, double b, double x, double y)
    {
        if (x <= 0)
        {
            return (0, 1);
        }

        if (y <= 0)
        {
            return (1, 0);
        }

        var front = a * b / (a + b) * BinomialShare(a, b, x, y);
        // How far x stands below the mean, reckoned so that nothing is lost when x is near 1.
        var under = a * y - b * x;
        if (under > 0)
        {
            var below = Math.Clamp(front / BetaFraction(a, b, x, under), 0, 1);
            return (below, 1 - below);
        }

        var above = Math.Clamp(front / BetaFraction(b, a, y, -under), 0, 1);
        return (1 - above, above);
    }

    /// <summary>P(a, x) and Q(a, x) of the gamma integral.</summary>
    public static (double Below, double Above) Gamma(double a, double x)
    {
        if (x <= 0)
        {
            return (0, 1);
        }

        var front = GammaFront(a, x);
        if (x < a + 1)
        {
            var (term, sum) = (1.0, 1.0);
            for (var i = 1; i < Longest && term > sum * 1e-17; i++)
            {
                term *= x / (a + i);
                sum += term;
            }

            var below = Math.Clamp(front / a * sum, 0, 1);
            return (below, 1 - below);
        }

        var above = Math.Clamp(front * GammaFraction(a, x), 0, 1);
        return (1 - above, above);
    }

    /// <summary>xᵃ·e⁻ˣ / Γ(a).</summary>
    public static double GammaFront(double a, double x) => x <= 0 ? 0 : a * Math.Exp(-StirlingError(a) - Deviance(a, x)) / Math.Sqrt(2 * Math.PI * a);

    /// <summary>Probability of a successes and b failures, each of chance x and y; a and b need not be whole.</summary>
    public static double BinomialShare(double a, double b, double x, double y)
    {
        var n = a + b;
        if (a == 0)
        {
            return Math.Exp(y < 0.5 ? n * Math.Log(y) : n * Log1(-x));
        }

        if (b == 0)
        {
            return Math.Exp(x < 0.5 ? n * Math.Log(x) : n * Log1(-y));
        }

        var log = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * a)) / Math.Sqrt(b);
    }

    /// <summary>ln(1 + x), exact for small x.</summary>
    public static double Log1(double x)
    {
        var moved = 1 + x;
        return moved == 1 ? x : Math.Log(moved) * (x / (moved - 1));
    }

    /// <summary>eˣ − 1, exact for small x.</summary>
    public static double Exp1(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        var half = Math.Sinh(x / 2);
        return 2 * half * Math.Exp(x / 2);
    }

    /// <summary>ln Γ(n + 1) less its Stirling form.</summary>
    private static double StirlingError(double n)
    {
        if (n < 16)
        {
            return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n) - n + LogRootTwoPi);
        }

        var square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
    }

    /// <summary>x·ln(x / m) + m − x, without the loss near x = m.</summary>
    private static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return x * Math.Log(x / m) + m - x;
        }

        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        v *= v;
        for (var i = 3; ; i += 2)
        {
            term *= v;
            var next = sum + term / i;
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    private static double BetaFraction(double a, double b, double x, double under)
    {
        var value = Safe(a * (under + 1) / (a + 1));
        var (c, d) = (value, 0.0);
        for (var n = 1.0; n < Longest; n++)
        {
            var odd = a + 2 * n - 1;
            var over = (a + n - 1) / odd * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
            var beside = n + n * (b - n) * x / odd + (a + n) * (under + 1 + n * (2 - x)) / (odd + 2);
            d = 1 / Safe(beside + over * d);
            c = Safe(beside + over / c);
            value *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / Safe(b);
        var value = d;
        for (var i = 1; i < Longest; i++)
        {
            var factor = -i * (i - a);
            b += 2;
            d = 1 / Safe(factor * d + b);
            c = Safe(b + factor / c);
            value *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Safe(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
