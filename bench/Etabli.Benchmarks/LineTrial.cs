using System.Globalization;
using Etabli.Methods.Balancing;

namespace Etabli.Benchmarks;

/// <summary>Balances the public test sets, case after case, and counts what was proved in how much processor time.</summary>
internal static class LineTrial
{
    public static void Run(string folder, string set, double seconds, int step, int threads, string? only)
    {
        var cases = set == "scholl" ? Scholl(folder) : set == "scholl2" ? Scholl2(folder) : Otto(folder, set);
        var results = new List<(string Class, bool Proved, bool Better, bool Worse, double Seconds, long Bytes)>();
        foreach (var one in cases.Where((c, i) => only is null ? i % step == 0 : c.Name == only))
        {
            GC.Collect();
            using var limit = new ProcessorLimit(seconds);
            var budget = new BalanceBudget(Threads: threads);
            var balance = one.Stations is { } m ? LineBalancer.Fastest(one.Line, m, budget, null, limit.Stop) : LineBalancer.Fewest(one.Line, one.Cycle, budget, null, limit.Stop);
            var spent = limit.Spent;
            var value = one.Stations is null ? balance.Count : balance.Cycle;
            results.Add((one.Class, balance.IsProved, value < one.Upper, value > one.Upper, spent, balance.Bytes));
            if (!balance.IsProved || spent > 2 || (balance.IsProved && (value > one.Upper || value < one.Lower)))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Name,-28} {value} bound {balance.Bound} known {one.Lower}..{one.Upper} {balance.End} {spent:0.00} s {balance.Nodes} nodes {balance.Bytes / 1_000_000} MB{(balance.IsProved && (value > one.Upper || value < one.Lower) ? " WRONG" : "")}"));
            }
        }

        foreach (var group in results.GroupBy(r => r.Class).Append(results.GroupBy(_ => "all").First()))
        {
            double[] times = [.. group.Select(r => r.Seconds).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-22} {group.Count(r => r.Proved)} of {group.Count()} proved, {group.Count(r => r.Worse)} above the best known, {group.Count(r => r.Better)} below; median {times[times.Length / 2]:0.000} s, longest {times[^1]:0.00} s, sum {times.Sum():0.0} s, most memory {group.Max(r => r.Bytes) / 1e6:0} MB"));
        }
    }

    private sealed record Case(string Name, string Class, AssemblyLine Line, int Cycle, int? Stations, int Lower, int Upper);

    private static IEnumerable<Case> Scholl(string folder) => Rows(folder, "scholl_salbp1_best.csv").Where(r => Held(folder, r[0])).Select(r =>
        new Case($"{r[0]} {r[1]}", "scholl", In2(folder, r[0]), Whole(r[1]), null, Whole(r[2]), Whole(r[3])));

    private static IEnumerable<Case> Scholl2(string folder) => Rows(folder, "scholl_salbp2_best.csv").Where(r => Held(folder, r[0])).Select(r =>
        new Case($"{r[0]} {r[1]}", "scholl2", In2(folder, r[0]), 0, Whole(r[1]), Whole(r[2]), Whole(r[3])));

    private static IEnumerable<Case> Otto(string folder, string set) => Rows(folder, "otto_salbp1_best.csv").Where(r => r[1] == set[1..]).Select(r => (Row: r, File: Path.Combine(folder, "salbp", $"otto_{set}", r[0] + ".alb"))).Where(r => File.Exists(r.File)).Select(r =>
    {
        var file = LineFile.ReadAlb(File.ReadAllText(r.File));
        return new Case(r.Row[0], r.Row[7], file.Line, file.Cycle ?? 1000, null, Whole(r.Row[2]), Whole(r.Row[3]));
    });

    private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, "salbp", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Trim().Split(','));

    private static bool Held(string folder, string graph) => File.Exists(Path.Combine(folder, "salbp", "scholl", graph + ".IN2"));

    private static AssemblyLine In2(string folder, string graph) => LineFile.ReadIn2(File.ReadAllText(Path.Combine(folder, "salbp", "scholl", graph + ".IN2"))).Line;

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
