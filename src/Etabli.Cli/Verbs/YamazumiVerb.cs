using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Lines;
using Etabli.Cli.Measures;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;

namespace Etabli.Cli.Verbs;

/// <summary>draw yamazumi: the posts of a line against its takt, and an answer of balance beside them.</summary>
internal static class YamazumiVerb
{
    private const double Width = 400;
    private static readonly string[] Letters = ["M", "N", "Q", "X"];

    public static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Speech.Say("Reckoning.File") };
        var (takt, target) = (Reckoning.Number("--takt", "Yamazumi.Takt"), Reckoning.Number("--target", "Yamazumi.Target"));
        var solution = new Option<FileInfo?>("--solution") { Description = Speech.Say("Yamazumi.Solution") };
        var unit = Reckoning.Text("--unit", "Yamazumi.Unit");
        var (title, output) = (DrawVerbs.Title(), DrawVerbs.Output());
        var verb = new Command("yamazumi", Speech.Say("Draw.Yamazumi")) { file, takt, target, solution, unit, title, output };
        verb.Does(async (parsed, stop) =>
        {
            Yamazumi? drawn = null;
            var read = Reckoning.Try(() =>
            {
                var from = parsed.GetRequiredValue(file);
                var source = LineSource.Read(from);
                drawn = Drawn(source, parsed.GetValue(solution), Positive(parsed.GetValue(takt) ?? source.Cycle ?? throw new ColumnFault("Line.NoTakt"), "--takt")) with
                {
                    Title = parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(from.Name),
                    Unit = parsed.GetValue(unit) ?? source.Unit ?? "s",
                    Target = parsed.GetValue(target) is { } share ? share <= 100 ? Positive(share, "--target") / 100 : throw new ColumnFault("Line.TargetAboveTakt", Told.Say(share)) : null,
                };
                return Answer.Done(new { });
            });
            return drawn is null ? read : await DrawVerbs.Out(YamazumiDrawing.Draw(drawn, new(DrawVerbs.Tongue, Width)), Facts(drawn), parsed.GetValue(output), stop);
        });
        return verb;
    }

    private static decimal Positive(double value, string name) => value is > 0 and < 1e12 ? (decimal)value : throw new ColumnFault("NotPositive", name, Told.Say(value));

    private static Yamazumi Drawn(LineSource source, FileInfo? solution, decimal takt)
    {
        if (source.WrongClass is { } wrong)
        {
            throw wrong;
        }

        if (source.Stations.Count == 0 && solution is null)
        {
            throw new ColumnFault("Line.NoStation");
        }

        var order = InOrder(source.Line);
        List<YamazumiPost> today = [.. source.Stations.Distinct().OrderBy(Lettered).ThenBy(Numbered).ThenBy(s => s, StringComparer.Ordinal).Select(s => Post(s, i => source.Stations[i] == s))];
        if (solution is null)
        {
            return new("", today, takt) { Balance = Balance(today, takt) };
        }

        var (stations, _) = BalanceVerbs.Assignment(solution, source.Line);
        List<string> left = [.. source.Line.Tasks.Where((_, i) => stations[i] < 0).Select(t => t.Id)];
        if (left.Count > 0)
        {
            throw new ColumnFault("Line.NotPlaced", string.Join(", ", left.Take(20).Select(l => ColumnFault.Shown(l))));
        }

        // The proposed posts take a letter that no post of today has: one name, one post.
        var count = stations.Max() + 1;
        if (count > source.Line.Tasks.Count)
        {
            throw new ColumnFault("Line.NotASolution");
        }

        var letter = Letters.FirstOrDefault(l => !source.Stations.Any(s => s.StartsWith(l, StringComparison.OrdinalIgnoreCase)), "#");
        List<YamazumiPost> proposed = [.. Enumerable.Range(0, count).Select(k => Post($"{letter}{k + 1}", i => stations[i] == k))];
        return today.Count == 0 ? new("", proposed, takt) { Balance = Balance(proposed, takt) } : new("", today, takt) { Balance = Balance(today, takt), Proposal = proposed, ProposedBalance = Balance(proposed, takt) };

        YamazumiPost Post(string name, Func<int, bool> holds) => new(ColumnFault.Shown(name), [.. order.Where(holds).Select(i => new YamazumiBlock(
            source.Line.Tasks[i].Id, source.Line.Tasks[i].Name, source.Line.Tasks[i].Time / (decimal)source.Units, i < source.Worths.Count ? source.Worths[i] : BlockWorth.Unset))]);
    }

    private static YamazumiBalance Balance(IReadOnlyList<YamazumiPost> posts, decimal takt)
    {
        var loads = LineLoads.Of([.. posts.Select(p => (double)p.Load)], (double)takt);
        return new(posts.Count, posts.Sum(p => p.Load), (decimal)loads.Longest, (decimal?)loads.Efficiency.Value, (decimal)loads.Smoothness.Known);
    }

    private static string Lettered(string name) => name.TrimEnd("0123456789".ToCharArray());

    private static long Numbered(string name) => long.TryParse(name.AsSpan(Lettered(name).Length), out var number) ? number : -1;

    /// <summary>The tasks as they can be done: the file's order, but none before what it waits for.</summary>
    private static List<int> InOrder(AssemblyLine line)
    {
        var next = line.Arcs.ToLookup(a => a.Before, a => a.After);
        var waits = new int[line.Tasks.Count];
        foreach (var arc in line.Arcs)
        {
            waits[arc.After]++;
        }

        var ready = new PriorityQueue<int, int>(Enumerable.Range(0, waits.Length).Where(i => waits[i] == 0).Select(i => (i, i)));
        List<int> order = [];
        while (ready.TryDequeue(out var task, out _))
        {
            order.Add(task);
            foreach (var after in next[task].Where(after => --waits[after] == 0))
            {
                ready.Enqueue(after, after);
            }
        }

        return order;
    }

    private static object Facts(Yamazumi drawn)
    {
        return new
        {
            takt = drawn.Takt,
            unit = drawn.Unit,
            target = drawn.Target * drawn.Takt,
            today = State(drawn.Posts),
            proposal = drawn.Proposal.Count == 0 ? null : State(drawn.Proposal),
            moves = drawn.Moves().Select(m => new { task = m.Number, from = m.From, to = m.To }),
        };

        object State(IReadOnlyList<YamazumiPost> posts)
        {
            var balance = Balance(posts, drawn.Takt);
            return new
            {
                posts = balance.Posts,
                total = balance.Total,
                longestLoad = balance.Longest,
                efficiency = balance.Efficiency,
                smoothness = balance.Smoothness,
                valueAddingShare = Yamazumi.ValueAdding(posts),
                loads = posts.Select(p => new { post = p.Name, load = p.Load, shareOfTakt = p.Load / drawn.Takt, overTakt = p.Load > drawn.Takt, tasks = p.Blocks.Select(b => b.Number) }),
            };
        }
    }
}
