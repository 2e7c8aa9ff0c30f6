using BenchmarkDotNet.Attributes;
using Etabli.Methods.Statistics.Regression;
using MathNet.Numerics;

namespace Etabli.Benchmarks;

/// <summary>A polynomial of degree five through ten thousand points.</summary>
[BenchmarkCategory("Regression, polynomial of degree 5, 10,000 points")]
public class RegressionRace
{
    private double[] x = [];
    private double[] y = [];

    [GlobalSetup]
    public void Prepare()
    {
        x = [.. Enumerable.Range(0, 10_000).Select(i => i / 1000.0)];
        y = [.. Series.Normal(10_000).Select((e, i) => 1 + x[i] * (1 + x[i] * (0.1 + x[i] * 0.01)) + e)];
    }

    [Benchmark(Baseline = true, Description = "ours, Polynomial (double-double QR; errors, intervals, leverages)")]
    public double Ours() => LinearRegression.Polynomial(x, y, 5).Coefficients[5].Value;

    [Benchmark(Description = "MathNet Fit.Polynomial (double QR; coefficients only)")]
    public double Rival() => Fit.Polynomial(x, y, 5)[5];
}

/// <summary>A line through a hundred thousand points.</summary>
[BenchmarkCategory("Regression, line, 100,000 points")]
public class LineRace
{
    private double[] x = [];
    private double[] y = [];

    [GlobalSetup]
    public void Prepare()
    {
        x = Series.Normal(100_000, seed: 2);
        y = [.. Series.Normal(100_000).Select((e, i) => 3 + 2 * x[i] + e)];
    }

    [Benchmark(Baseline = true, Description = "ours, Line (double-double QR; errors, intervals, leverages)")]
    public double Ours() => LinearRegression.Line(x, y).Coefficients[1].Value;

    [Benchmark(Description = "MathNet SimpleRegression.Fit (coefficients only)")]
    public double Rival() => MathNet.Numerics.LinearRegression.SimpleRegression.Fit(x, y).B;

    [Benchmark(Description = "naive LINQ (coefficients only)")]
    public double Naive()
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }
}
