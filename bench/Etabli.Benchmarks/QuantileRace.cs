using BenchmarkDotNet.Attributes;
using Etabli.Methods.Statistics;
using MathNet.Numerics.Statistics;

namespace Etabli.Benchmarks;

/// <summary>Three quartiles of a million values in any order.</summary>
[BenchmarkCategory("Three quartiles of 1,000,000 values in any order")]
public class QuantileRace
{
    private double[] values = [];

    [GlobalSetup]
    public void Prepare() => values = Series.Normal(1_000_000);

    [Benchmark(Baseline = true, Description = "ours, sorted once, Quantile.Of (type 7)")]
    public double Ours()
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return Methods.Statistics.Quantile.Of(sorted, 0.25, QuantileType.Type7) + Methods.Statistics.Quantile.Of(sorted, 0.5, QuantileType.Type7) + Methods.Statistics.Quantile.Of(sorted, 0.75, QuantileType.Type7);
    }

    [Benchmark(Description = "MathNet ArrayStatistics.QuantileCustomInplace (R7, selection)")]
    public double Rival()
    {
        double[] copy = [.. values];
        return ArrayStatistics.QuantileCustomInplace(copy, 0.25, QuantileDefinition.R7) + ArrayStatistics.QuantileCustomInplace(copy, 0.5, QuantileDefinition.R7) + ArrayStatistics.QuantileCustomInplace(copy, 0.75, QuantileDefinition.R7);
    }

    [Benchmark(Description = "naive LINQ, OrderBy")]
    public double Naive()
    {
        var sorted = values.OrderBy(v => v).ToList();
        return sorted[sorted.Count / 4] + sorted[sorted.Count / 2] + sorted[3 * sorted.Count / 4];
    }
}
