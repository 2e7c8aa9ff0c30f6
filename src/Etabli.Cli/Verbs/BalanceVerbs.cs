using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Etabli.Cli.Columns;
using Etabli.Cli.Lines;
using Etabli.Cli.Measures;
using Etabli.Methods.Balancing;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>balance: the fewest stations of a cycle, the shortest cycle of so many stations; balance check: whether a balance is one.</summary>
internal static class BalanceVerbs
{
    public static Command Make()
    {
        var (file, cycle, stations) = (Table(), Number("--cycle", "Balance.Cycle"), Whole("--stations", "Balance.Stations"));
        var (limit, threads, nodes) = (Number("--time-limit", "Balance.TimeLimit"), Whole("--threads", "Balance.Threads"), Whole("--nodes", "Balance.Nodes"));
        var rules = Rules();
        var command = new Command("balance", Speech.Say("Balance")) { file, cycle, stations, limit, threads, nodes, rules }.Reckons(parsed =>
        {
            var source = LineSource.Read(parsed.GetRequiredValue(file));
            var (asked, count) = (parsed.GetValue(cycle), parsed.GetValue(stations));
            var given = asked ?? source.Cycle;
            var ruled = parsed.GetValue(rules);
            if ((asked is not null && count is not null && ruled is null) || (given is null && count is null))
            {
                throw new ColumnFault("Line.CycleOrStations");
            }

            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Min(1e6, Positive(parsed.GetValue(limit), 60, "--time-limit"))));
            var budget = new BalanceBudget(parsed.GetValue(nodes) is { } most ? Positive(most, 1, "--nodes") : long.MaxValue, Math.Min(2, Positive(parsed.GetValue(threads), 1, "--threads")));
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            double Spent()
            {
                process.Refresh();
                return (process.TotalProcessorTime - before).TotalSeconds;
            }

            if (ruled is not null)
            {
                var at = asked ?? (count is null ? given : null);
                return RuledBalanceVerb.Balance(source, ruled, at is { } c ? Cycle(source, c) : null, count is null ? null : Positive(count, 1, "--stations"), budget, Spent, stop.Token);
            }

            LineBalance balance;
            try
            {
                balance = count is { } m ? LineBalancer.Fastest(source.Line, Positive(m, 1, "--stations"), budget, null, stop.Token)
                    : LineBalancer.Fewest(source.Line, Cycle(source, given!.Value), budget, null, stop.Token);
            }
            catch (LineException refused)
            {
                var fault = LineSource.Fault(refused);
                return new(ExitCode.Refused, new { error = fault.Key, tasks = refused.About, sentence = fault.Message }, fault.Message);
            }

            return Told(source, balance, count is null, Spent());
        });
        command.Subcommands.Add(Check());
        return command;
    }

    private static Command Check()
    {
        var (file, solution, cycle) = (Table(), new Argument<FileInfo>("SOLUTION") { Description = Speech.Say("Balance.Solution") }, Number("--cycle", "Balance.Cycle"));
        var rules = Rules();
        return new Command("check", Speech.Say("Balance.Check")) { file, solution, cycle, rules }.Reckons(parsed =>
        {
            var source = LineSource.Read(parsed.GetRequiredValue(file));
            var (stations, said) = Assignment(parsed.GetRequiredValue(solution), source.Line);
            var given = parsed.GetValue(cycle) ?? said ?? source.Cycle ?? throw new ColumnFault("Line.NoCycle");
            if (parsed.GetValue(rules) is { } ruled)
            {
                return RuledBalanceVerb.Check(source, ruled, parsed.GetRequiredValue(solution), stations, Cycle(source, given));
            }

            var breaches = BalanceCheck.Of(source.Line, stations, Cycle(source, given));
            string[] lines = [.. breaches.Select(b => Speech.Say($"Balance.Fault.{b.Fault}", b.Task?.Id ?? "", b.Other?.Id ?? "", (b.Station ?? 0) + 1, Measures.Told.Say(b.Work / (double)source.Units), Measures.Told.Say(given)))];
            var facts = new
            {
                valid = breaches.Count == 0,
                stations = stations.Where(s => s >= 0).Distinct().Count(),
                cycle = given,
                breaches = breaches.Zip(lines, (b, line) => new { fault = char.ToLowerInvariant(b.Fault.ToString()[0]) + b.Fault.ToString()[1..], task = b.Task?.Id, other = b.Other?.Id, station = b.Station + 1, work = b.Work / (double?)source.Units, sentence = line }),
            };
            return breaches.Count == 0 ? Answer.Done(facts, Speech.Say("Balance.Holds", facts.stations, Measures.Told.Say(given))) : new(ExitCode.Refused, facts, lines);
        });
    }

    private static Option<FileInfo?> Rules() => new("--rules") { Description = Speech.Say("Balance.Rules") };

    private static int Cycle(LineSource source, double cycle) =>
        cycle > 0 && cycle * source.Units <= int.MaxValue / 2 ? Math.Max(1, (int)Math.Floor((cycle * source.Units) + 1e-9)) : throw new ColumnFault("NotPositive", "--cycle", Measures.Told.Say(cycle));

    private static Answer Told(LineSource source, LineBalance balance, bool fewest, double seconds)
    {
        double InUnit(long units) => units / (double)source.Units;
        var line = source.Line;
        var longest = balance.Stations.Select((s, i) => (s, line.Tasks[i].Time)).GroupBy(t => t.s).Max(g => g.Sum(t => t.Time));
        var efficiency = line.Total / ((double)balance.Count * balance.Cycle);
        var facts = new
        {
            stations = balance.Count,
            cycle = InUnit(balance.Cycle),
            bound = fewest ? balance.Bound : InUnit(balance.Bound),
            proved = balance.IsProved,
            end = char.ToLowerInvariant(balance.End.ToString()[0]) + balance.End.ToString()[1..],
            longestLoad = InUnit(longest),
            efficiency,
            cpuSeconds = Math.Round(seconds, 3),
            nodes = balance.Nodes,
            assignment = line.Tasks.Select((t, i) => (t.Id, Station: balance.Stations[i] + 1)).ToDictionary(t => t.Id, t => t.Station),
        };
        var grid = new Grid(Speech.Say("Balance.Station"), Speech.Say("Balance.Load"), Speech.Say("Balance.Share"), Speech.Say("Balance.Tasks"));
        foreach (var station in Enumerable.Range(0, balance.Count))
        {
            var tasks = line.Tasks.Where((_, i) => balance.Stations[i] == station).ToList();
            grid.Row($"{station + 1}", Measures.Told.Say(InUnit(tasks.Sum(t => t.Time))), Measures.Told.Percent(tasks.Sum(t => t.Time) / (double)balance.Cycle), string.Join(' ', tasks.Select(t => t.Id)));
        }

        var proof = balance.IsProved
            ? Speech.Say(fewest ? "Balance.ProvedStations" : "Balance.ProvedCycle", balance.Count, Measures.Told.Say(InUnit(balance.Cycle)))
            : Speech.Say(fewest ? "Balance.OpenStations" : "Balance.OpenCycle", balance.Count, Measures.Told.Say(InUnit(balance.Cycle)), Measures.Told.Say(fewest ? balance.Bound : InUnit(balance.Bound)), Speech.Say($"Balance.End.{balance.End}"));
        return Answer.Done(facts, [proof, Speech.Say("Balance.Efficiency", Measures.Told.Percent(efficiency)), .. grid.Lines()]);
    }

    /// <summary>The station of each task, from 0, −1 when the answer does not say; and the cycle it was found for.</summary>
    internal static (int[] Stations, double? Cycle) Assignment(FileInfo file, AssemblyLine line)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException(null, file.FullName);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file.FullName));
            var places = line.Tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index);
            var stations = new int[line.Tasks.Count];
            stations.AsSpan().Fill(-1);
            foreach (var one in document.RootElement.GetProperty("assignment").EnumerateObject())
            {
                stations[places.TryGetValue(one.Name, out var at) ? at : throw new LineException(LineFault.UnknownTask, [one.Name])] = one.Value.GetInt32() - 1;
            }

            return (stations, document.RootElement.TryGetProperty("cycle", out var cycle) ? cycle.GetDouble() : null);
        }
        catch (JsonException wrong)
        {
            throw new ColumnFault("Line.NotJson", (wrong.LineNumber ?? 0) + 1) { Line = (wrong.LineNumber ?? 0) + 1 };
        }
        catch (LineException wrong)
        {
            throw LineSource.Fault(wrong);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ColumnFault("Line.NotASolution");
        }
    }
}
