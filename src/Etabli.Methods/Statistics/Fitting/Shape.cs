using Etabli.Methods.Statistics.Distributions;
using MathNet.Numerics;

namespace Etabli.Methods.Statistics.Fitting;

/// <summary>A distribution with its parameters set, as the fits know it.</summary>
internal abstract class Shape
{
    /// <summary>Names and values of the parameters that were fitted.</summary>
    public abstract (string Name, double Value)[] Parameters { get; }

    public abstract double LogDensity(double x);

    public abstract (double Below, double Above) Tails(double x);

    public abstract double Quantile(double share);

    public virtual double Draw(Random dice) => Quantile(Open(dice));

    /// <summary>Log likelihood of values met and of values only known to be passed.</summary>
    public double LogLikelihood(ReadOnlySpan<double> values, ReadOnlySpan<double> censored)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += LogDensity(value);
        }

        foreach (var value in censored)
        {
            sum += Math.Log(Tails(value).Above);
        }

        return double.IsNaN(sum) ? double.NegativeInfinity : sum;
    }

    /// <summary>A share above 0 and below 1.</summary>
    protected static double Open(Random dice)
    {
        var share = dice.NextDouble();
        while (share == 0)
        {
            share = dice.NextDouble();
        }

        return share;
    }

    protected static double DrawNormal(Random dice) => Math.Sqrt(-2 * Math.Log(Open(dice))) * Math.Cos(2 * Math.PI * dice.NextDouble());

    /// <summary>Marsaglia and Tsang's draw of a gamma variable of scale 1, 2000.</summary>
    protected static double DrawGamma(double shape, Random dice)
    {
        if (shape < 1)
        {
            return DrawGamma(shape + 1, dice) * Math.Pow(Open(dice), 1 / shape);
        }

        var d = shape - 1.0 / 3;
        while (true)
        {
            var z = DrawNormal(dice);
            var root = 1 + z / Math.Sqrt(9 * d);
            var v = root * root * root;
            if (v > 0 && Math.Log(Open(dice)) < z * z / 2 + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }
}

internal sealed class ExponentialShape(double mean) : Shape
{
    public override (string Name, double Value)[] Parameters => [("mean", mean)];

    public override double LogDensity(double x) => x < 0 ? double.NegativeInfinity : -x / mean - Math.Log(mean);

    public override (double Below, double Above) Tails(double x) => x <= 0 ? (0, 1) : (-Integrals.Exp1(-x / mean), Math.Exp(-x / mean));

    public override double Quantile(double share) => -mean * Integrals.Log1(-share);
}

/// <summary>Normal, or normal cut at 0.</summary>
internal sealed class NormalShape(double mean, double deviation, bool cut) : Shape
{
    private readonly double kept = cut ? NormalDistribution.Cumulated(mean / deviation) : 1;

    public override (string Name, double Value)[] Parameters => [(cut ? "mean before the cut" : "mean", mean), (cut ? "standard deviation before the cut" : "standard deviation", deviation)];

    public override double LogDensity(double x)
    {
        var z = (x - mean) / deviation;
        return cut && x < 0 ? double.NegativeInfinity : -z * z / 2 - Math.Log(deviation * kept) - Constants.LogSqrt2Pi;
    }

    public override (double Below, double Above) Tails(double x)
    {
        if (cut && x <= 0)
        {
            return (0, 1);
        }

        var above = NormalDistribution.Cumulated((mean - x) / deviation) / kept;
        return cut ? (1 - above, above) : (NormalDistribution.Cumulated((x - mean) / deviation), above);
    }

    public override double Quantile(double share) => cut ? mean + deviation * NormalDistribution.UpperQuantile(Math.Clamp((1 - share) * kept, 1e-300, 1 - 1e-16)) : mean + deviation * NormalDistribution.Quantile(share);

    public override double Draw(Random dice) => cut ? base.Draw(dice) : mean + deviation * DrawNormal(dice);
}

internal sealed class LognormalShape(double mu, double sigma) : Shape
{
    public override (string Name, double Value)[] Parameters => [("mean of logarithms", mu), ("standard deviation of logarithms", sigma)];

    public override double LogDensity(double x)
    {
        if (x <= 0)
        {
            return double.NegativeInfinity;
        }

        var z = (Math.Log(x) - mu) / sigma;
        return -z * z / 2 - Math.Log(sigma * x) - Constants.LogSqrt2Pi;
    }

    public override (double Below, double Above) Tails(double x)
    {
        var z = x <= 0 ? double.NegativeInfinity : (Math.Log(x) - mu) / sigma;
        return x <= 0 ? (0, 1) : (NormalDistribution.Cumulated(z), NormalDistribution.Cumulated(-z));
    }

    public override double Quantile(double share) => Math.Exp(mu + sigma * NormalDistribution.Quantile(share));

    public override double Draw(Random dice) => Math.Exp(mu + sigma * DrawNormal(dice));
}

internal sealed class GammaShape(double shape, double scale) : Shape
{
    public override (string Name, double Value)[] Parameters => [("shape", shape), ("scale", scale)];

    public override double LogDensity(double x) => x <= 0 ? double.NegativeInfinity : (shape - 1) * Math.Log(x / scale) - x / scale - SpecialFunctions.GammaLn(shape) - Math.Log(scale);

    public override (double Below, double Above) Tails(double x) => Integrals.Gamma(shape, x / scale);

    public override double Quantile(double share) => ChiSquaredDistribution.Quantile(share, 2 * shape) * scale / 2;

    public override double Draw(Random dice) => DrawGamma(shape, dice) * scale;
}

internal sealed class WeibullShape(double shape, double scale) : Shape
{
    public override (string Name, double Value)[] Parameters => [("shape", shape), ("scale", scale)];

    public override double LogDensity(double x) => x <= 0 ? double.NegativeInfinity : Math.Log(shape / scale) + (shape - 1) * Math.Log(x / scale) - Math.Pow(x / scale, shape);

    public override (double Below, double Above) Tails(double x)
    {
        var power = x <= 0 ? 0 : Math.Pow(x / scale, shape);
        return (-Integrals.Exp1(-power), Math.Exp(-power));
    }

    public override double Quantile(double share) => scale * Math.Pow(-Integrals.Log1(-share), 1 / shape);
}

internal sealed class TriangularShape(double low, double mode, double high) : Shape
{
    public override (string Name, double Value)[] Parameters => [("least", low), ("most likely", mode), ("most", high)];

    public override double LogDensity(double x) => x <= low || x >= high
        ? double.NegativeInfinity
        : Math.Log(2 / (high - low)) + (x <= mode ? Math.Log((x - low) / (mode - low)) : Math.Log((high - x) / (high - mode)));

    public override (double Below, double Above) Tails(double x)
    {
        if (x <= low || x >= high)
        {
            return x <= low ? (0, 1) : (1, 0);
        }

        var below = (x - low) / (high - low) * ((x - low) / (mode - low));
        var above = (high - x) / (high - low) * ((high - x) / (high - mode));
        return x <= mode ? (below, 1 - below) : (1 - above, above);
    }

    public override double Quantile(double share)
    {
        var peak = (mode - low) / (high - low);
        return share <= peak ? low + Math.Sqrt(share * (high - low) * (mode - low)) : high - Math.Sqrt((1 - share) * (high - low) * (high - mode));
    }
}

internal sealed class PertShape(double low, double mode, double high) : Shape
{
    private readonly double first = 1 + 4 * (mode - low) / (high - low);
    private readonly double second = 1 + 4 * (high - mode) / (high - low);

    public override (string Name, double Value)[] Parameters => [("least", low), ("most likely", mode), ("most", high)];

    public override double LogDensity(double x) => x <= low || x >= high
        ? double.NegativeInfinity
        : (first - 1) * Math.Log((x - low) / (high - low)) + (second - 1) * Math.Log((high - x) / (high - low)) - SpecialFunctions.BetaLn(first, second) - Math.Log(high - low);

    public override (double Below, double Above) Tails(double x) => Integrals.Beta(first, second, (x - low) / (high - low), (high - x) / (high - low));

    public override double Quantile(double share) => low + (high - low) * BetaDistribution.Quantile(share, first, second);

    public override double Draw(Random dice)
    {
        var (a, b) = (DrawGamma(first, dice), DrawGamma(second, dice));
        return low + (high - low) * (a / (a + b));
    }
}

internal sealed class ShiftedShape(Shape shape, double shift) : Shape
{
    public override (string Name, double Value)[] Parameters => [.. shape.Parameters, ("shift", shift)];

    public override double LogDensity(double x) => shape.LogDensity(x - shift);

    public override (double Below, double Above) Tails(double x) => shape.Tails(x - shift);

    public override double Quantile(double share) => shift + shape.Quantile(share);

    public override double Draw(Random dice) => shift + shape.Draw(dice);
}

internal sealed class EmpiricalShape(double[] sorted) : Shape
{
    public override (string Name, double Value)[] Parameters => [];

    /// <summary>The sample has no density; it is never ranked.</summary>
    public override double LogDensity(double x) => double.NegativeInfinity;

    public override (double Below, double Above) Tails(double x)
    {
        if (x < sorted[0] || x >= sorted[^1])
        {
            return x < sorted[0] ? (0, 1) : (1, 0);
        }

        var (low, high) = (0, sorted.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= x ? (middle, high) : (low, middle);
        }

        var below = (low + (x - sorted[low]) / (sorted[high] - sorted[low])) / (sorted.Length - 1);
        return (below, 1 - below);
    }

    public override double Quantile(double share)
    {
        var at = share * (sorted.Length - 1);
        var below = Math.Min((int)at, sorted.Length - 1);
        return double.Lerp(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], at - below);
    }
}
