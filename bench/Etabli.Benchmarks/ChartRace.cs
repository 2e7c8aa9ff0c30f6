using BenchmarkDotNet.Attributes;
using Etabli.Methods.Quality;

namespace Etabli.Benchmarks;

/// <summary>A chart of means and ranges of a million subgroups of five.</summary>
[BenchmarkCategory("X̄-R of 1,000,000 subgroups of 5: means, ranges, limits, points beyond")]
public class ChartRace
{
    private const int Size = 5;

    private double[] values = [];

    [GlobalSetup]
    public void Prepare() => values = Series.Normal(1_000_000 * Size);

    [Benchmark(Baseline = true, Description = "ours, SubgroupChart.XBarR")]
    public int Ours()
    {
        var pair = SubgroupChart.XBarR(values, Size);
        return pair.Location.Runs.Count + pair.Spread.Runs.Count;
    }

    [Benchmark(Description = "ours, all eight rules on the means")]
    public int OursWithRules() => SubgroupChart.XBarR(values, Size, new() { Rules = RunRules.Nelson }).Location.Runs.Count;

    [Benchmark(Description = "naive LINQ, one subgroup after the other")]
    public int Naive()
    {
        var groups = values.Chunk(Size).Select(g => (Mean: g.Average(), Range: g.Max() - g.Min())).ToList();
        var (mean, range) = (groups.Average(g => g.Mean), groups.Average(g => g.Range));
        return groups.Count(g => Math.Abs(g.Mean - mean) > 0.577 * range) + groups.Count(g => g.Range > 2.114 * range);
    }
}
