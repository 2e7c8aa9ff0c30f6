using System.Text.Json;
using Etabli.Cli.Columns;
using Etabli.Cli.Lines;
using Etabli.Cli.Measures;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Cli.Verbs;

/// <summary>balance --rules: what the workshop asks besides precedence and cycle; balance check --rules.</summary>
internal static class RuledBalanceVerb
{
    public static Answer Balance(LineSource source, FileInfo file, int? cycle, int? stations, BalanceBudget budget, Func<double> seconds, CancellationToken stop)
    {
        var rules = RuleSource.Read(file, source);
        IReadOnlyList<LineGoal> goals = rules.Goals.Count > 0 ? rules.Goals
            : [.. (LineGoal[])(cycle is null ? [] : [LineGoal.Stations]), .. (LineGoal[])(rules.Ruled.Setting.Today.Count > 0 ? [LineGoal.Moves] : [])];
        RuledAnswer answer;
        try
        {
            answer = cycle is { } c ? RuledBalancer.Best(rules.Ruled, c, stations, goals, budget, null, stop) : RuledBalancer.Fastest(rules.Ruled, stations!.Value, goals, budget, null, stop);
        }
        catch (RuleException wrong)
        {
            throw RuleSource.Fault(wrong);
        }

        return answer.Balance is { } balance ? Found(source, rules.Ruled, answer, balance, cycle is null, goals, seconds()) : None(source, rules.Ruled, answer, cycle, stations, seconds());
    }

    public static Answer Check(LineSource source, FileInfo file, FileInfo solution, int[] stations, int cycle)
    {
        var ruled = RuleSource.Read(file, source).Ruled;
        if (Array.FindIndex(stations, s => s < 0) is >= 0 and var missing)
        {
            throw new ColumnFault("Line.NotPlaced", ColumnFault.Shown(source.Line.Tasks[missing].Id));
        }

        var breaches = RuledCheck.Of(ruled, Balance(ruled, solution, stations, cycle));
        string[] lines = [.. breaches.Select(b => RuleSpeech.Of(b, ruled, source.Units))];
        var facts = new
        {
            valid = breaches.Count == 0,
            stations = stations.Distinct().Count(),
            cycle = cycle / (double)source.Units,
            breaches = breaches.Zip(lines, (b, line) => new { fault = Camel(b.Kind), rule = b.Rule + 1, task = b.Task is { } t ? source.Line.Tasks[t].Id : null, station = b.Station + 1, sentence = line }),
        };
        return breaches.Count == 0 ? Answer.Done(facts, Speech.Say("Balance.Holds", facts.stations, Told.Say(facts.cycle))) : new(ExitCode.Refused, facts, lines);
    }

    private static Answer Found(LineSource source, RuledLine ruled, RuledAnswer answer, RuledBalance balance, bool fastest, IReadOnlyList<LineGoal> goals, double seconds)
    {
        double InUnit(double units) => units / source.Units;
        var line = source.Line;
        var (isProved, bound) = (answer.End == RuledEnd.Proved, fastest ? InUnit(answer.Bound) : answer.Bound);
        List<int> moved = [.. ruled.Setting.Today.Index().Where(t => balance.Tasks[t.Index].Station != t.Item).Select(t => t.Index)];
        var facts = new
        {
            stations = balance.Stations.Count,
            cycle = InUnit(balance.Cycle),
            bound,
            proved = isProved,
            end = isProved ? "proved" : "budget",
            goals = goals.ToDictionary(g => g == LineGoal.Unevenness ? "evenness" : Camel(g), g => RuledValue.Of(ruled, balance, g)),
            copies = balance.Stations.Select(s => s.Copies),
            operators = balance.Operators,
            cpuSeconds = Math.Round(seconds, 3),
            nodes = answer.Nodes,
            assignment = line.Tasks.Select((t, i) => (t.Id, Station: balance.Tasks[i].Station + 1)).ToDictionary(t => t.Id, t => t.Station),
            places = line.Tasks.Select((t, i) => (t.Id, Place: balance.Tasks[i])).ToDictionary(t => t.Id, t => new { @operator = t.Place.Operator + 1, rank = t.Place.Rank + 1, onReturn = t.Place.IsOnReturn }),
            workers = balance.Stations.Select(s => s.Workers.Select(w => w < 0 ? null : ruled.Setting.Workers[w].Name)),
            moves = moved.Select(t => new { task = line.Tasks[t].Id, from = ruled.Setting.Today[t] + 1, to = balance.Tasks[t].Station + 1 }),
        };
        var grid = new Grid(Speech.Say("Balance.Station"), Speech.Say("Balance.Load"), Speech.Say("Rule.Places"), Speech.Say("Balance.Tasks"));
        foreach (var (k, station) in balance.Stations.Index())
        {
            var tasks = balance.Tasks.Index().Where(t => t.Item.Station == k).OrderBy(t => t.Item.Rank).ToList();
            var hands = tasks.Select(t => t.Item.Operator).Distinct().Order().ToList();
            var who = string.Join(", ", station.Workers.Where(w => w >= 0).Select(w => ruled.Setting.Workers[w].Name));
            grid.Row($"{k + 1}", Told.Say(InUnit(Load(ruled, balance, tasks.Select(t => t.Index)))), (station.Copies > 1 ? $"{station.Copies} × " : "") + (who.Length > 0 ? who : $"{hands.Count}"),
                string.Join(" | ", hands.Select(h => string.Join(' ', tasks.Where(t => t.Item.Operator == h).Select(t => line.Tasks[t.Index].Id + (t.Item.IsOnReturn ? "↩" : ""))))));
        }

        string[] told = [
            Speech.Say((fastest, isProved) switch { (false, true) => "Balance.Ruled.Proved", (true, true) => "Balance.Ruled.ProvedCycle", (false, false) => "Balance.Ruled.Open", _ => "Balance.Ruled.OpenCycle" }, balance.Stations.Count, Told.Say(InUnit(balance.Cycle)), Told.Say(bound)),
            .. goals.Select(g => Speech.Say($"Balance.Goal.{g}", Told.Say(g == LineGoal.Unevenness ? RuledValue.Of(ruled, balance, g) / ((double)source.Units * source.Units) : RuledValue.Of(ruled, balance, g)))),
            .. moved.Select(t => Speech.Say("Rule.Move", line.Tasks[t].Id, ruled.Setting.Today[t] + 1, balance.Tasks[t].Station + 1)),
            .. grid.Lines()];
        return Answer.Done(facts, told);
    }

    private static Answer None(LineSource source, RuledLine ruled, RuledAnswer answer, int? cycle, int? stations, double seconds)
    {
        var conflict = answer.Conflict.Select(r => (Rule: r + 1, Sentence: RuleSpeech.Of(ruled.Setting.Rules[r], source.Line))).ToList();
        var isImpossible = answer.End == RuledEnd.Impossible;
        var within = string.Join(Speech.Say("Rule.And"), new[] { cycle is { } c ? Speech.Say("Rule.AtCycle", Told.Say(c / (double)source.Units)) : null, stations is { } m ? Speech.Say("Rule.AtStations", m) : null }.Where(w => w is not null));
        var facts = new
        {
            error = isImpossible ? "infeasible" : "nothingFound",
            proved = isImpossible,
            conflict = conflict.Select(r => new { rule = r.Rule, sentence = r.Sentence }),
            smallest = answer.IsSmallest,
            cpuSeconds = Math.Round(seconds, 3),
            nodes = answer.Nodes,
        };
        string[] lines = !isImpossible ? [Speech.Say("Rule.Nothing")]
            : conflict.Count == 0 ? [Speech.Say("Rule.NoneToBlame", within)]
            : [Speech.Say(answer.IsSmallest ? "Rule.Conflict" : "Rule.ConflictPerhaps", within), .. conflict.Select(r => $"  {r.Rule}. {r.Sentence}")];
        return new(isImpossible ? ExitCode.Refused : ExitCode.Spent, facts, lines);
    }

    private static double Load(RuledLine ruled, RuledBalance balance, IEnumerable<int> tasks) => tasks.Sum(t => RuledValue.Time(ruled, balance, t));

    private static RuledBalance Balance(RuledLine ruled, FileInfo solution, int[] stations, int cycle)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(solution.FullName));
        try
        {
            var root = document.RootElement;
            var hasPlaces = root.TryGetProperty("places", out var places);
            var order = RuledValue.Order(ruled.Line);
            var tasks = ruled.Line.Tasks.Select((t, i) => hasPlaces && places.TryGetProperty(t.Id, out var at)
                ? new TaskPlace(stations[i], at.GetProperty("operator").GetInt32() - 1, at.GetProperty("rank").GetInt32() - 1, at.TryGetProperty("onReturn", out var back) && back.GetBoolean())
                : new TaskPlace(stations[i], 0, order[i])).ToList();
            var copies = root.TryGetProperty("copies", out var said) ? said.EnumerateArray().Select(c => c.GetInt32()).ToList() : [];
            var workers = root.TryGetProperty("workers", out var who) ? who.EnumerateArray().Select(s => s.EnumerateArray().Select(w => w.GetString()).ToList()).ToList() : [];
            var names = ruled.Setting.Workers.Select(w => w.Name).ToList();
            return new(tasks, [.. Enumerable.Range(0, stations.Max() + 1).Select(k => new LineStation(k < copies.Count ? copies[k] : 1, k < workers.Count ? [.. workers[k].Select(w => w is null ? -1 : names.IndexOf(w))] : []))], cycle);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ColumnFault("Line.NotASolution");
        }
    }

    private static string Camel<T>(T word) where T : struct, Enum => $"{word}" is var said ? char.ToLowerInvariant(said[0]) + said[1..] : "";
}
