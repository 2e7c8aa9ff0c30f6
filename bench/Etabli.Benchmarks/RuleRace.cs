using BenchmarkDotNet.Attributes;
using Etabli.Methods.Quality;

namespace Etabli.Benchmarks;

/// <summary>A million single values read with all eight rules.</summary>
[BenchmarkCategory("Individuals and moving ranges of 1,000,000 values, all eight rules")]
public class RuleRace
{
    private double[] values = [];

    [GlobalSetup]
    public void Prepare() => values = Series.Normal(1_000_000);

    [Benchmark(Baseline = true, Description = "ours, IndividualChart.Of, all eight rules")]
    public int Ours() => IndividualChart.Of(values, new() { Rules = RunRules.Nelson }).Location.Runs.Count;

    [Benchmark(Description = "ours, limits only")]
    public int OursLimits() => IndividualChart.Of(values).Location.Runs.Count;

    [Benchmark(Description = "naive, a window looked at again at each point")]
    public int Naive()
    {
        var ranges = values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).ToArray();
        var (c, s) = (values.Average(), ranges.Average() / 1.128);
        var signs = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> Last(int n) => i + 1 >= n ? values.AsSpan(i + 1 - n, n) : [];
            signs += Math.Abs(values[i] - c) > 3 * s ? 1 : 0;
            signs += All(Last(9), v => v > c) || All(Last(9), v => v < c) ? 1 : 0;
            signs += Steps(Last(6), (a, b, _) => b > a) || Steps(Last(6), (a, b, _) => b < a) ? 1 : 0;
            signs += Steps(Last(14), (a, b, even) => b > a == even) || Steps(Last(14), (a, b, even) => b < a == even) ? 1 : 0;
            signs += Count(Last(3), v => v > c + 2 * s) >= 2 || Count(Last(3), v => v < c - 2 * s) >= 2 ? 1 : 0;
            signs += Count(Last(5), v => v > c + s) >= 4 || Count(Last(5), v => v < c - s) >= 4 ? 1 : 0;
            signs += All(Last(15), v => Math.Abs(v - c) < s) ? 1 : 0;
            signs += All(Last(8), v => Math.Abs(v - c) > s) ? 1 : 0;
        }

        return signs;
    }

    private static bool All(ReadOnlySpan<double> window, Func<double, bool> is_) => window.Length > 0 && Count(window, is_) == window.Length;

    private static int Count(ReadOnlySpan<double> window, Func<double, bool> is_)
    {
        var count = 0;
        foreach (var value in window)
        {
            count += is_(value) ? 1 : 0;
        }

        return count;
    }

    private static bool Steps(ReadOnlySpan<double> window, Func<double, double, bool, bool> is_)
    {
        for (var i = 1; i < window.Length; i++)
        {
            if (!is_(window[i - 1], window[i], i % 2 == 0))
            {
                return false;
            }
        }

        return window.Length > 0;
    }
}
