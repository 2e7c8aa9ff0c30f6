using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Etabli.Benchmarks;

/// <summary>What one way costs the processor, whoever else uses the machine: the best of several turns, once it is compiled.</summary>
internal static class Processor
{
    private const int Turns = 15;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(3);

    public static (double Milliseconds, long Allocated) Of(Type race, MethodInfo way)
    {
        var it = Activator.CreateInstance(race)!;
        race.GetMethods().Single(m => m.GetCustomAttribute<GlobalSetupAttribute>() is not null).Invoke(it, null);
        var (best, allocated, watch) = (double.PositiveInfinity, 0L, Stopwatch.StartNew());
        for (var turn = 0; turn < Turns && (turn < 3 || watch.Elapsed < Enough); turn++)
        {
            GC.Collect();
            var (begun, held) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            way.Invoke(it, null);
            var spent = (Process.GetCurrentProcess().TotalProcessorTime - begun).TotalMilliseconds;
            (best, allocated) = (Math.Min(best, spent), GC.GetTotalAllocatedBytes(precise: true) - held);
        }

        return (Math.Max(best, 0.05), allocated);
    }
}
