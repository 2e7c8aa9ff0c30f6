using System.Globalization;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Benchmarks;

/// <summary>The shortest cycle where the times depend on who works: the public ALWABP cases, as many stations as workers.</summary>
internal static class WorkerTrial
{
    public static void Run(string folder, double seconds, string? only)
    {
        var results = new List<(string Class, bool Proved, double? Gap, double Seconds)>();
        foreach (var row in File.ReadLines(Path.Combine(folder, "salbp", "alwabp_best.csv")).Skip(1).Select(l => l.Trim().Split(',')))
        {
            var file = Path.Combine(folder, "salbp", "alwabp", row[0] + ".txt");
            if (!File.Exists(file) || (only is null ? row[4].Length == 0 : !row[0].Contains(only, StringComparison.Ordinal)))
            {
                continue;
            }

            var ruled = Read(File.ReadAllText(file));
            GC.Collect();
            using var limit = new ProcessorLimit(seconds);
            var answer = RuledBalancer.Fastest(ruled, ruled.Setting.Workers.Count, null, null, null, limit.Stop);
            var spent = limit.Spent;
            var known = row[4].Length > 0 ? int.Parse(row[4], CultureInfo.InvariantCulture) : (int?)null;
            var wrong = answer.Balance is null || RuledCheck.Of(ruled, answer.Balance).Count > 0;
            results.Add((row[0].Split('_')[1], answer.End == RuledEnd.Proved, answer.Balance?.Cycle / (double?)known - 1, spent));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row[0],-10} {answer.Balance?.Cycle} bound {answer.Bound} known {row[3]}..{row[4]} {answer.End} {spent:0.00} s{(wrong ? " WRONG" : "")}"));
        }

        foreach (var group in results.GroupBy(r => r.Class).Append(results.GroupBy(_ => "all").First()))
        {
            var known = group.Where(r => r.Gap is not null).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-6} {group.Count(r => r.Proved)} of {group.Count()} proved; {known.Count} known: {known.Count(r => r.Gap <= 0.01)} within 1 %, {known.Count(r => r.Gap < 0)} below, mean {known.Average(r => r.Gap):P2}, worst {known.Max(r => r.Gap):P1}; longest {group.Max(r => r.Seconds):0.0} s"));
        }
    }

    // n; a line of times a task, Inf for who cannot; arcs until -1 -1.
    private static RuledLine Read(string text)
    {
        string[][] rows = [.. text.Split('\n').Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(r => r.Length > 0)];
        var count = int.Parse(rows[0][0], CultureInfo.InvariantCulture);
        int?[][] times = [.. rows.Skip(1).Take(count).Select(r => r.Select(t => t == "Inf" ? (int?)null : int.Parse(t, CultureInfo.InvariantCulture)).ToArray())];
        var arcs = rows.Skip(1 + count).Select(r => (int.Parse(r[0], CultureInfo.InvariantCulture), int.Parse(r[1], CultureInfo.InvariantCulture))).TakeWhile(a => a.Item1 > 0).Select(a => new LineArc(a.Item1 - 1, a.Item2 - 1));
        return RuledLine.Of(
            AssemblyLine.Of([.. times.Select((t, i) => new LineTask($"{i + 1}", t.Min() ?? 0))], [.. arcs]),
            new() { Workers = [.. Enumerable.Range(0, times[0].Length).Select(w => new LineWorker($"{w + 1}", [.. times.Select(t => t[w])]))] });
    }
}
