using BenchmarkDotNet.Attributes;
using Etabli.Methods.Statistics;
using MathNet.Numerics.Statistics;

namespace Etabli.Benchmarks;

/// <summary>Count, mean, deviation, skewness, kurtosis and ends of ten million values.</summary>
[BenchmarkCategory("Summary of 10,000,000 values: mean, deviation, skewness, kurtosis, ends")]
public class SummaryRace
{
    private double[] values = [];

    [GlobalSetup]
    public void Prepare() => values = Series.Normal(10_000_000);

    [Benchmark(Baseline = true, Description = "ours, Summary.Of (double-double)")]
    public double Ours() => Summary.Of(values).Kurtosis.Known;

    [Benchmark(Description = "MathNet DescriptiveStatistics")]
    public double Descriptive() => new DescriptiveStatistics(values).Kurtosis;

    [Benchmark(Description = "MathNet RunningStatistics")]
    public double Running() => new RunningStatistics(values).Kurtosis;

    [Benchmark(Description = "naive LINQ, two passes, mean and deviation only")]
    public double Naive()
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
