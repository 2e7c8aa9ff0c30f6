using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Methods.Tests.Balancing;

public sealed class RuledBalancerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void On_random_lines_under_random_rules_in_every_combination_the_answer_is_that_of_trying_everything(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 600; turn++)
        {
            var ruled = Any(random);
            var stations = random.Next(1, 4);
            var all = new RuledBruteForce(ruled, stations);
            var cycle = random.Next(4, 26);
            LineGoal[] goals = [.. Enum.GetValues<LineGoal>().Where(g => IsMeasured(ruled, g)).OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
            var told = $"seed {seed}, turn {turn}, cycle {cycle}, stations {stations}, goals {string.Join(' ', goals)}";
            var answer = RuledBalancer.Best(ruled, cycle, stations, goals, stop: TestContext.Current.CancellationToken);
            if (all.Best(cycle, goals) is { } best)
            {
                Assert.True(answer.End == RuledEnd.Proved, told);
                Assert.True(RuledCheck.Of(ruled, answer.Balance!).Count == 0, told);
                Assert.True(best.SequenceEqual(goals.Select(g => RuledValue.Of(ruled, answer.Balance!, g))), $"{told}: {string.Join(' ', best)} against {string.Join(' ', goals.Select(g => RuledValue.Of(ruled, answer.Balance!, g)))}");
            }
            else
            {
                Assert.True(answer.End == RuledEnd.Impossible, told);
                Assert.True(answer.IsSmallest, told);
                AssertConflict(ruled, cycle, stations, answer.Conflict, told);
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void The_shortest_cycle_of_so_many_stations_under_rules_is_that_of_trying_every_cycle(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 150; turn++)
        {
            var ruled = Any(random);
            var stations = random.Next(1, 4);
            var told = $"seed {seed}, turn {turn}, stations {stations}";
            var answer = RuledBalancer.Fastest(ruled, stations, stop: TestContext.Current.CancellationToken);
            if (new RuledBruteForce(ruled, stations).Fastest(400) is { } best)
            {
                Assert.True(answer.End == RuledEnd.Proved, told);
                Assert.True(best == answer.Balance!.Cycle, $"{told}: {best} against {answer.Balance.Cycle}");
                Assert.True(RuledCheck.Of(ruled, answer.Balance).Count == 0, told);
                Assert.Equal(best, RuledValue.ShortestCycle(ruled, answer.Balance));
            }
            else
            {
                Assert.True(answer.End == RuledEnd.Impossible, told);
                AssertConflict(ruled, 400, stations, answer.Conflict, told);
            }
        }
    }

    [Fact]
    public void A_search_too_narrow_to_prove_anything_and_the_improvement_of_a_cycle_still_keep_every_rule()
    {
        var random = new Random(77);
        var (found, shorter) = (0, 0);
        for (var turn = 0; turn < 1_500; turn++)
        {
            var ruled = Any(random);
            var search = new RuledSearch(new(ruled), 20, 4, [LineGoal.Stations], () => false, () => false);
            search.Pass(width: 2, visits: 2, samples: 5);
            if (search.Best is not { } best)
            {
                continue;
            }

            found++;
            var balance = search.Told(best, backward: false);
            Assert.True(RuledCheck.Of(ruled, balance).Count == 0, $"turn {turn}");
            if (CycleImprover.Takes(ruled))
            {
                var improved = new CycleImprover(ruled, new(ruled), balance.Stations.Count).Improved(balance, 1, 300, () => false);
                Assert.True(RuledCheck.Of(ruled, improved).Count == 0, $"turn {turn}, improved");
                Assert.True(RuledValue.ShortestCycle(ruled, improved) <= RuledValue.ShortestCycle(ruled, balance));
                shorter += RuledValue.ShortestCycle(ruled, improved) < RuledValue.ShortestCycle(ruled, balance) ? 1 : 0;
            }
        }

        Assert.True(found > 500 && shorter > 100, $"{found} found, {shorter} made shorter");
    }

    [Fact]
    public void A_beam_over_named_workers_finds_balances_that_hold_from_either_end_of_the_line_and_mostly_the_shortest()
    {
        var random = new Random(5);
        var (met, shortest, ruledOnes) = (0, 0, 0);
        for (var turn = 0; turn < 2_500; turn++)
        {
            var ruled = Any(random);
            var stations = random.Next(1, 4);
            if (!WorkerBeam.Takes(ruled) || new RuledBruteForce(ruled, stations).Fastest(400) is not { } least)
            {
                continue;
            }

            met++;
            ruledOnes += ruled.Setting.Rules.Count > 0 ? 1 : 0;
            foreach (var backward in new[] { false, true })
            {
                var beam = new WorkerBeam(new(ruled, backward), stations, backward);
                Assert.True(least == 1 || beam.Pass(least - 1, 50, 4, () => false) is null, $"turn {turn}: shorter than there can be");
                if (beam.Pass(least, 50, 4, () => false) is { } found)
                {
                    Assert.True(RuledCheck.Of(ruled, found).Count == 0, $"turn {turn}");
                    Assert.InRange(found.Stations.Count, 1, stations);
                    shortest++;
                }
            }
        }

        Assert.True(met > 50 && ruledOnes > 10 && shortest > 1.8 * met, $"{met} lines, {ruledOnes} with rules, {shortest} at the shortest");
    }

    [Fact]
    public void The_cycle_of_named_workers_is_the_same_each_time_with_a_budget_in_states()
    {
        var random = new Random(8);
        LineTask[] tasks = [.. Enumerable.Range(0, 40).Select(i => new LineTask($"{i}", 10 + random.Next(20)))];
        LineArc[] arcs = [.. from i in Enumerable.Range(0, 40) from j in Enumerable.Range(i + 1, 39 - i) where random.NextDouble() < 0.08 select new LineArc(i, j)];
        LineWorker[] workers = [.. Enumerable.Range(0, 8).Select(w => new LineWorker($"{w}", [.. tasks.Select(t => random.NextDouble() < 0.1 && w > 0 ? (int?)null : t.Time + random.Next(t.Time))]))];
        var ruled = RuledLine.Of(AssemblyLine.Of(tasks, arcs), new() { Workers = workers });
        var (one, other) = (RuledBalancer.Fastest(ruled, 8, budget: new(Nodes: 60_000), stop: TestContext.Current.CancellationToken), RuledBalancer.Fastest(ruled, 8, budget: new(Nodes: 60_000), stop: TestContext.Current.CancellationToken));
        Assert.Equal(one.Balance!.Tasks, other.Balance!.Tasks);
        Assert.Equal(one.Balance.Cycle, other.Balance.Cycle);
        Assert.Empty(RuledCheck.Of(ruled, one.Balance));
    }

    [Fact]
    public void A_search_is_ended_among_the_loads_of_one_state_and_claims_nothing()
    {
        // Forty tasks that wait for nothing: more loads of the first station than anybody can follow.
        var line = AssemblyLine.Of([.. Enumerable.Range(0, 40).Select(i => new LineTask($"{i}", 10 + (i % 7)))], []);
        var (ruled, asked) = (RuledLine.Of(line, new() { Rules = [new ApartRule([0, 1])] }), 0);
        var search = new RuledSearch(new(ruled), 200, 40, [LineGoal.Stations], () => false, () => ++asked > 3);
        search.Pass(width: 1, visits: long.MaxValue, samples: 1);
        Assert.False(search.IsWhole);
        Assert.InRange(asked, 4, 100);
    }

    [Fact]
    public void Neighbouring_stations_balanced_anew_go_back_into_a_line_that_still_holds()
    {
        var random = new Random(31);
        var (renewed, shared) = (0, 0);
        for (var turn = 0; turn < 1_500; turn++)
        {
            var ruled = Any(random);
            if (!LineWindow.Takes(ruled) || RuledBalancer.Best(ruled, 20, 4, stop: TestContext.Current.CancellationToken).Balance is not { } balance)
            {
                continue;
            }

            var first = random.Next(balance.Stations.Count);
            var count = random.Next(1, balance.Stations.Count - first + 1);
            var window = new LineWindow(ruled, balance, first, count);
            if (window.Part is null || RuledBalancer.Fastest(window.Part, count, stop: TestContext.Current.CancellationToken).Balance is not { } part)
            {
                continue;
            }

            var whole = window.With(part);
            Assert.True(RuledCheck.Of(ruled, whole).Count == 0, $"turn {turn}");
            Assert.True(RuledValue.ShortestCycle(ruled, whole) <= RuledValue.ShortestCycle(ruled, balance), $"turn {turn}");
            renewed++;
            shared += ruled.Setting.Workers.Count > 0 ? 1 : 0;
        }

        Assert.True(renewed > 100 && shared > 10, $"{renewed} renewed, {shared} with workers");
    }

    // Impossible together, possible as soon as any one is left out.
    private static void AssertConflict(RuledLine ruled, int cycle, int stations, IReadOnlyList<int> conflict, string told)
    {
        RuledBruteForce With(IEnumerable<int> rules) => new(RuledLine.Of(ruled.Line, ruled.Setting with { Rules = [.. rules.Select(r => ruled.Setting.Rules[r])] }), stations);
        Assert.True(With(conflict).Best(cycle) is null, told);
        Assert.All(conflict, rule => Assert.True(With(conflict.Where(r => r != rule)).Best(cycle) is not null, told));
    }

    private static bool IsMeasured(RuledLine ruled, LineGoal goal) => goal switch
    {
        LineGoal.Moves => ruled.Setting.Today.Count > 0,
        LineGoal.Unevenness => ruled.Setting.Workers.Count == 0 || (ruled.Setting.Operators == 1 && ruled.Setting.Sides.Count == 0),
        _ => true,
    };

    /// <summary>A line of few tasks with any part of what a setting can hold.</summary>
    internal static RuledLine Any(Random random)
    {
        bool Maybe(double share = 0.3) => random.NextDouble() < share;
        var isU = Maybe(0.2);
        var isSided = !isU && Maybe(0.2);
        var operators = isU || isSided || Maybe(0.75) ? 1 : 2;
        var isOrdered = isSided || operators > 1 || Maybe(0.25);
        var count = isOrdered || isU ? random.Next(2, 5) : random.Next(2, 7);
        LineTask[] tasks = [.. Enumerable.Range(0, count).Select(i => new LineTask($"{i + 1}", random.Next(0, 12)))];
        int[] order = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];
        var density = random.NextDouble() * 0.6;
        var arcs = from i in Enumerable.Range(0, count) from j in Enumerable.Range(i + 1, count - i - 1) where random.NextDouble() < density select new LineArc(order[i], order[j]);
        var workers = Maybe(0.2) ? random.Next(2, 4) : 0;
        LineSetup[] Ways(int most) => [.. from i in Enumerable.Range(0, count) from j in Enumerable.Range(0, count) where Maybe(0.5) select new LineSetup(i, j, random.Next(0, most))];
        int[] Some(int least) => [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(random.Next(least, Math.Max(least, count) + 1))];
        LineRule Rule() => random.Next(7) switch
        {
            0 => new StationRule(Some(1)[..1], [.. Enumerable.Range(0, 3).Where(_ => Maybe(0.6)).DefaultIfEmpty(1)]),
            1 => new StationRule(Some(1)[..1], [random.Next(3)], true),
            2 => new TogetherRule(Some(2)[..2]),
            3 => new ApartRule(Some(2)),
            4 => Some(2) is var pair ? new DistanceRule(pair[0], pair[1], random.Next(1, 3)) : throw new InvalidOperationException(),
            5 => new BudgetRule("place", [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(0, 4))], random.Next(3, 9)),
            _ => new EquipmentRule("presse", Some(1), random.Next(1, 3)),
        };
        return RuledLine.Of(AssemblyLine.Of(tasks, [.. arcs]), new()
        {
            Shape = isU ? LineShape.U : LineShape.Straight,
            Operators = operators,
            Sides = isSided ? [.. tasks.Select(_ => (LineSide)random.Next(3))] : [],
            Copies = workers == 0 && Maybe(0.2) ? 2 : 1,
            Workers = [.. Enumerable.Range(0, workers).Select(w => new LineWorker($"{w}", [.. tasks.Select(t => w > 0 && Maybe(0.2) ? (int?)null : Math.Max(0, t.Time + random.Next(-3, 5)))]))],
            Models = Maybe(0.25) ? [.. Enumerable.Range(0, random.Next(1, 3)).Select(m => new LineModel($"{m}", random.Next(1, 4), [.. tasks.Select(_ => random.Next(0, 12))], Maybe(0.5) ? 1 + random.NextDouble() : null))] : [],
            Setups = isOrdered && Maybe(0.6) ? Ways(5) : [],
            Returns = isOrdered && Maybe(0.3) ? Ways(4) : [],
            Deviations = Maybe(0.2) ? [.. tasks.Select(_ => random.NextDouble() * 3)] : [],
            Percentile = 0.5 + (random.NextDouble() * 0.49),
            Today = Maybe(0.4) ? [.. tasks.Select(_ => random.Next(3))] : [],
            Rules = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Rule())],
        });
    }
}
