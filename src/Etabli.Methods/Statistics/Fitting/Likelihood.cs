using Etabli.Methods.Statistics.Distributions;
using MathNet.Numerics;

namespace Etabli.Methods.Statistics.Fitting;

/// <summary>The parameters that make a sample the likeliest, family by family; a reason when there are none.</summary>
internal static class Likelihood
{
    /// <summary>The likeliest member of a family, or what keeps it from existing.</summary>
    /// <param name="family">The family.</param>
    /// <param name="values">Values met, sorted; at least 2.</param>
    /// <param name="censored">Values only known to be passed.</param>
    public static (Shape? Shape, string? Impossible) Fit(DistributionFamily family, double[] values, double[] censored)
    {
        var least = censored.Length == 0 ? values[0] : Math.Min(values[0], censored.Min());
        if (values[0] == values[^1] && family != DistributionFamily.Exponential)
        {
            return (null, "spread of the values");
        }

        return family switch
        {
            DistributionFamily.Exponential => least < 0 || values[^1] <= 0 ? (null, "values above 0") : (new ExponentialShape((values.Sum() + censored.Sum()) / values.Length), null),
            DistributionFamily.Normal => (Normal(values, censored), null),
            DistributionFamily.TruncatedNormal => least < 0 ? (null, "values of 0 or more") : Truncated(values, censored),
            DistributionFamily.Triangular => (Bounded(values, censored, (a, m, b) => new TriangularShape(a, m, b)), null),
            DistributionFamily.Pert => (Bounded(values, censored, (a, m, b) => new PertShape(a, m, b)), null),
            DistributionFamily.Empirical => censored.Length > 0 ? (null, "values all met") : (new EmpiricalShape(values), null),
            DistributionFamily.Lognormal or DistributionFamily.Gamma or DistributionFamily.Weibull => values[0] <= 0 || least < 0 ? (null, "values above 0") : (Positive(family, values, censored), null),
            DistributionFamily.ShiftedLognormal => values[0] <= 0 || least < 0 ? (null, "values above 0") : Shifted(DistributionFamily.Lognormal, values, censored),
            DistributionFamily.ShiftedGamma => values[0] <= 0 || least < 0 ? (null, "values above 0") : Shifted(DistributionFamily.Gamma, values, censored),
            DistributionFamily.ShiftedWeibull => values[0] <= 0 || least < 0 ? (null, "values above 0") : Shifted(DistributionFamily.Weibull, values, censored),
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Expected a known family."),
        };
    }

    private static Shape Positive(DistributionFamily family, double[] values, double[] censored) => family switch
    {
        DistributionFamily.Lognormal => Lognormal(values, censored),
        DistributionFamily.Gamma => Gamma(values, censored),
        _ => Weibull(values, censored),
    };

    private static (double Mean, double Deviation) NormalOf(double[] values, double[] censored)
    {
        var (mean, squares) = Sample.Moments(values);
        var deviation = Math.Sqrt(squares / values.Length);
        if (censored.Length == 0)
        {
            return (mean, deviation);
        }

        // In units of the spread met, so that the simplex walks on numbers near 1.
        var best = Simplex.Lowest(p => -new NormalShape(mean + p[0] * deviation, deviation * Math.Exp(p[1]), cut: false).LogLikelihood(values, censored), [0, 0], 0.5);
        return (mean + best[0] * deviation, deviation * Math.Exp(best[1]));
    }

    private static NormalShape Normal(double[] values, double[] censored)
    {
        var (mean, deviation) = NormalOf(values, censored);
        return new(mean, deviation, cut: false);
    }

    private static LognormalShape Lognormal(double[] values, double[] censored)
    {
        var (mu, sigma) = NormalOf(Array.ConvertAll(values, Math.Log), Array.ConvertAll(Array.FindAll(censored, c => c > 0), Math.Log));
        return new(mu, sigma);
    }

    private static (Shape? Shape, string? Impossible) Truncated(double[] values, double[] censored)
    {
        var (mean, deviation) = NormalOf(values, censored);
        if (mean > 9 * deviation)
        {
            return (new NormalShape(mean, deviation, cut: true), null);
        }

        var best = Simplex.Lowest(
            p => p[0] < -30 || Math.Abs(p[1]) > 4 ? double.PositiveInfinity : -new NormalShape(mean + p[0] * deviation, deviation * Math.Exp(p[1]), cut: true).LogLikelihood(values, censored),
            [0, 0],
            0.3);

        // A sample at least as spread as an exponential one sends the mean to minus infinity.
        return best[0] < -25 || best[1] > 3.5 ? (null, "a likeliest normal before the cut") : (new NormalShape(mean + best[0] * deviation, deviation * Math.Exp(best[1]), cut: true), null);
    }

    private static GammaShape Gamma(double[] values, double[] censored)
    {
        var mean = Sample.Moments(values).Mean;
        var skew = Math.Log(mean) - values.Average(Math.Log);
        if (!(skew > 1e-15))
        {
            skew = 1e-15;
        }

        // ln k − ψ(k) = s falls from +∞ to 0; between 1/(2k) and 1/k.
        var shape = Root.Between(k => Math.Log(k) - SpecialFunctions.DiGamma(k) - skew, 0.4 / skew, 1.1 / skew);
        if (censored.Length == 0)
        {
            return new(shape, mean / shape);
        }

        var best = Simplex.Lowest(p => -new GammaShape(shape * Math.Exp(p[0]), mean / shape * Math.Exp(p[1])).LogLikelihood(values, censored), [0, 0], 0.4);
        return new(shape * Math.Exp(best[0]), mean / shape * Math.Exp(best[1]));
    }

    private static WeibullShape Weibull(double[] values, double[] censored)
    {
        double[] all = [.. values, .. censored];
        var most = all.Max();
        var logs = Array.ConvertAll(Array.FindAll(all, v => v > 0), v => Math.Log(v / most));
        var met = values.Average(v => Math.Log(v / most));

        // Σ tᵏ ln t / Σ tᵏ − 1/k − mean ln t grows with k from −∞.
        double Off(double k)
        {
            var (sum, weighed) = (0.0, 0.0);
            foreach (var log in logs)
            {
                var power = Math.Exp(k * log);
                sum += power;
                weighed += power * log;
            }

            return weighed / sum - 1 / k - met;
        }

        var (low, high) = (1e-3, 1.0);
        while (Off(high) < 0 && high < 1e8)
        {
            (low, high) = (high, high * 2);
        }

        var shape = Root.Between(Off, low, high);
        return new(shape, most * Math.Pow(logs.Sum(l => Math.Exp(shape * l)) / values.Length, 1 / shape));
    }

    /// <summary>Triangular or PERT: ends beyond the sample, on a logarithmic scale, and the mode between them.</summary>
    private static Shape Bounded(double[] values, double[] censored, Func<double, double, double, Shape> of)
    {
        var (low, high) = (values[0], censored.Length == 0 ? values[^1] : Math.Max(values[^1], censored.Max()));
        var range = high - low;
        (Shape Shape, double Value) best = (of(low - range, (low + high) / 2, high + range), double.PositiveInfinity);
        foreach (var mode in (ReadOnlySpan<double>)[-1.5, 0, 1.5])
        {
            var found = Simplex.Lowest(p => -At(p).LogLikelihood(values, censored), [-2.5, -2.5, mode], 0.7, 600);
            var value = -At(found).LogLikelihood(values, censored);
            if (value < best.Value)
            {
                best = (At(found), value);
            }
        }

        return best.Shape;

        Shape At(double[] p)
        {
            var (a, b) = (low - range * Math.Exp(Math.Clamp(p[0], -30, 12)), high + range * Math.Exp(Math.Clamp(p[1], -30, 12)));
            return of(a, a + (b - a) / (1 + Math.Exp(-Math.Clamp(p[2], -30, 30))), b);
        }
    }

    /// <summary>Profile likelihood over the least time, from 0 up to half a mean gap under the smallest value: nearer, the likelihood has no bound.</summary>
    private static (Shape? Shape, string? Impossible) Shifted(DistributionFamily family, double[] values, double[] censored)
    {
        var nearest = (values[^1] - values[0]) / (2.0 * values.Length);
        var furthest = values[0];
        if (nearest >= furthest)
        {
            return (null, "room for a shift under the smallest value");
        }

        const int steps = 24;
        var ratio = Math.Pow(furthest / nearest, 1.0 / steps);
        var best = (At: 0, Value: double.NegativeInfinity);
        for (var i = 0; i <= steps; i++)
        {
            var value = Try(nearest * Math.Pow(ratio, i)).Value;
            best = value > best.Value ? (i, value) : best;
        }

        // The golden section in the logarithm of the distance, between the neighbours of the best.
        var (low, high) = (Math.Log(nearest * Math.Pow(ratio, Math.Max(best.At - 1, 0))), Math.Log(nearest * Math.Pow(ratio, Math.Min(best.At + 1, steps))));
        const double golden = 0.6180339887498949;
        for (var i = 0; i < 40; i++)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            (low, high) = Try(Math.Exp(left)).Value > Try(Math.Exp(right)).Value ? (low, right) : (left, high);
        }

        return (Try(Math.Exp((low + high) / 2)).Shape, null);

        (Shape Shape, double Value) Try(double distance)
        {
            var shift = Math.Max(values[0] - distance, 0);
            var shape = new ShiftedShape(Positive(family, Array.ConvertAll(values, v => v - shift), Array.ConvertAll(censored, c => Math.Max(c - shift, 0))), shift);
            return (shape, shape.LogLikelihood(values, censored));
        }
    }
}
