using Etabli.Methods.Balancing;

namespace Etabli.Methods.Tests.Balancing;

public sealed class LineBalancerTests
{
    private static AssemblyLine Demo
    {
        get
        {
            var rows = DemoFactory.Rows("11_taches_montage.csv");
            var arcs = rows.SelectMany((r, i) => r["predecesseurs"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new LineArc(int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) - 1, i)));
            return AssemblyLine.Of([.. rows.Select(r => new LineTask(r["n"], (int)DemoFactory.Number(r["temps_s"]), r["libelle"]))], [.. arcs]);
        }
    }

    [Fact]
    public void The_assembly_line_of_the_demonstration_needs_5_posts_at_its_takt_and_486_seconds_are_the_least_for_them()
    {
        var line = Demo;
        var answers = DemoFactory.Answers.GetProperty("equilibrage");
        var fewest = LineBalancer.Fewest(line, 525, stop: TestContext.Current.CancellationToken);
        Assert.True(fewest.IsProved);
        Assert.Equal(answers.GetProperty("postes_min_theorique").GetInt32(), fewest.Count);
        Assert.Empty(BalanceCheck.Of(line, fewest.Stations, 525));

        var fastest = LineBalancer.Fastest(line, 5, stop: TestContext.Current.CancellationToken);
        Assert.True(fastest.IsProved);
        Assert.Equal(answers.GetProperty("cible_5_postes").GetProperty("tc_min_s").GetInt32(), fastest.Cycle);
        Assert.Empty(BalanceCheck.Of(line, fastest.Stations, 486));
        Assert.Equal(6, LineBalancer.Fewest(line, 485, stop: TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void On_thousands_of_random_lines_the_fewest_stations_and_the_shortest_cycle_are_those_of_a_search_of_everything()
    {
        var random = new Random(20261127);
        for (var turn = 0; turn < 3_000; turn++)
        {
            var line = Any(random, random.Next(1, 11), random.Next(4) switch { 0 => 4, 1 => 10, 2 => 30, _ => 100 }, random.NextDouble() * 0.6);
            var cycle = line.Longest + random.Next(line.Longest + 5);
            if (cycle > 0)
            {
                var fewest = LineBalancer.Fewest(line, cycle, stop: TestContext.Current.CancellationToken);
                Assert.True(fewest.IsProved);
                Assert.Equal(Exhaustive.Fewest(line, cycle), fewest.Count);
                Assert.Equal(fewest.Count, fewest.Bound);
                Assert.Empty(BalanceCheck.Of(line, fewest.Stations, cycle));
            }

            var stations = random.Next(1, 6);
            var fastest = LineBalancer.Fastest(line, stations, stop: TestContext.Current.CancellationToken);
            Assert.True(fastest.IsProved);
            Assert.Equal(Exhaustive.Fastest(line, stations), fastest.Cycle);
            Assert.Empty(BalanceCheck.Of(line, fastest.Stations, fastest.Cycle));
            Assert.True(fastest.Stations.All(s => s < stations));
        }
    }

    [Fact]
    public void Pairs_that_almost_fill_a_station_make_the_packing_bounds_work_and_they_never_say_too_much()
    {
        // Two tasks a station, the class where bounds by the sum alone see nothing.
        var random = new Random(7);
        for (var turn = 0; turn < 400; turn++)
        {
            var line = Any(random, 10, 0, random.NextDouble() * 0.3, () => random.Next(30, 70));
            Assert.Equal(Exhaustive.Fewest(line, 100), LineBalancer.Fewest(line, 100, stop: TestContext.Current.CancellationToken).Count);
        }
    }

    [Fact]
    public void Where_almost_no_load_is_full_enough_none_of_the_few_that_are_is_passed_over()
    {
        // Free tasks of many sizes and next to no idle time: a station has thousands of sums and a handful of loads.
        var random = new Random(17);
        for (var turn = 0; turn < 60; turn++)
        {
            var line = Any(random, 18, 0, 0, () => random.Next(2_000, 9_000));
            var cycle = Math.Max(line.Longest, (line.Total + 2) / 3) + random.Next(3);
            Assert.Equal(Exhaustive.Fewest(line, cycle), LineBalancer.Fewest(line, cycle, stop: TestContext.Current.CancellationToken).Count);
        }
    }

    [Fact]
    public void Two_threads_prove_the_same_counts_as_one()
    {
        var random = new Random(5);
        for (var turn = 0; turn < 60; turn++)
        {
            var line = Any(random, 22, 0, 0.1, () => random.Next(25, 75));
            var one = LineBalancer.Fewest(line, 100, stop: TestContext.Current.CancellationToken);
            var two = LineBalancer.Fewest(line, 100, new(Threads: 2), stop: TestContext.Current.CancellationToken);
            Assert.True(one.IsProved && two.IsProved);
            Assert.Equal(one.Count, two.Count);
            Assert.Empty(BalanceCheck.Of(line, two.Stations, 100));
        }
    }

    [Fact]
    public void A_budget_that_ends_gives_a_balance_a_bound_and_no_claim_of_proof_and_the_same_again()
    {
        var line = Any(new Random(3), 60, 0, 0.05, () => 310 + (new Random(line3++).Next() % 400));
        var first = LineBalancer.Fewest(line, 1000, new(Nodes: 300), stop: TestContext.Current.CancellationToken);
        var again = LineBalancer.Fewest(line, 1000, new(Nodes: 300), stop: TestContext.Current.CancellationToken);
        Assert.Equal(first, again);
        Assert.Empty(BalanceCheck.Of(line, first.Stations, 1000));
        Assert.True(first.IsProved ? first.Bound == first.Count : first.Bound < first.Count && first.End == BalanceEnd.Budget);

        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var none = LineBalancer.Fastest(line, 20, stop: stopped.Token);
        Assert.Empty(BalanceCheck.Of(line, none.Stations, none.Cycle));
        Assert.True(none.Bound <= none.Cycle);
    }

    private int line3 = 1;

    [Fact]
    public void Times_counted_in_another_unit_need_as_many_stations()
    {
        var random = new Random(11);
        for (var turn = 0; turn < 200; turn++)
        {
            var line = Any(random, 12, 40, 0.2);
            var cycle = line.Longest + random.Next(1, 40);
            var scaled = AssemblyLine.Of([.. line.Tasks.Select(t => t with { Time = t.Time * 37 })], line.Arcs);
            Assert.Equal(LineBalancer.Fewest(line, cycle, stop: TestContext.Current.CancellationToken).Count, LineBalancer.Fewest(scaled, cycle * 37, stop: TestContext.Current.CancellationToken).Count);
        }
    }

    [Fact]
    public void A_line_read_backwards_needs_as_many_stations()
    {
        var random = new Random(13);
        for (var turn = 0; turn < 200; turn++)
        {
            var line = Any(random, 14, 40, 0.15);
            var cycle = line.Longest + random.Next(1, 40);
            var back = AssemblyLine.Of(line.Tasks, [.. line.Arcs.Select(a => new LineArc(a.After, a.Before))]);
            Assert.Equal(LineBalancer.Fewest(line, cycle, stop: TestContext.Current.CancellationToken).Count, LineBalancer.Fewest(back, cycle, stop: TestContext.Current.CancellationToken).Count);
        }
    }

    [Fact]
    public void The_published_small_lines_of_the_literature_get_their_known_optima()
    {
        var (proved, cases) = (0, 0);
        foreach (var row in DemoFactory.PublishedLines("salbp/scholl_salbp1_best.csv").Skip(1).Select(l => l.Split(',')))
        {
            if (row[0] is not ("MERTENS" or "BOWMAN8" or "JAESCHKE" or "MANSOOR" or "HESKIA" or "SAWYER30" or "KILBRID" or "HAHN" or "LUTZ1" or "ROSZIEG"))
            {
                continue;
            }

            cases++;
            var line = LineFile.ReadIn2(string.Join('\n', DemoFactory.PublishedLines($"salbp/scholl/{row[0]}.IN2"))).Line;
            var balance = LineBalancer.Fewest(line, int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), stop: TestContext.Current.CancellationToken);
            Assert.Equal(row[3], $"{balance.Count}");
            proved += balance.IsProved ? 1 : 0;
        }

        Assert.Equal(cases, proved);
        Assert.True(cases > 50);
    }

    [Fact]
    public void A_task_longer_than_the_cycle_is_named()
    {
        var refused = Assert.Throws<LineException>(() => LineBalancer.Fewest(Demo, 100, stop: TestContext.Current.CancellationToken));
        Assert.Equal((LineFault.TaskTooLong, "7"), (refused.Fault, refused.About[0]));
    }

    [Fact]
    public void The_checker_tells_each_thing_a_balance_breaks()
    {
        var line = AssemblyLine.Of([new("a", 5), new("b", 4), new("c", 3)], [new(0, 1), new(1, 2)]);
        Assert.Empty(BalanceCheck.Of(line, [0, 1, 1], 7));
        Assert.Equal((BalanceFault.TooEarly, "b", "a"), Told(BalanceCheck.Of(line, [1, 0, 1], 8).Single()));
        var heavy = Assert.Single(BalanceCheck.Of(line, [0, 0, 1], 8));
        Assert.Equal((BalanceFault.TooMuchWork, 0, 9L), (heavy.Fault, heavy.Station, heavy.Work));
        Assert.Equal(BalanceFault.NoStation, BalanceCheck.Of(line, [0, 1], 9).Single().Fault);
        Assert.Equal(BalanceFault.NoStation, BalanceCheck.Of(line, [0, 1, 1, 1], 9).Single().Fault);
    }

    private static (BalanceFault, string?, string?) Told(BalanceBreach breach) => (breach.Fault, breach.Task?.Id, breach.Other?.Id);

    private static AssemblyLine Any(Random random, int count, int longest, double density, Func<int>? time = null)
    {
        var places = Enumerable.Range(0, count).ToArray();
        random.Shuffle(places);
        var arcs = new List<LineArc>();
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                if (random.NextDouble() < density)
                {
                    arcs.Add(new(places[a], places[b]));
                }
            }
        }

        return AssemblyLine.Of([.. Enumerable.Range(0, count).Select(i => new LineTask($"t{i}", time?.Invoke() ?? random.Next(longest + 1)))], arcs);
    }

    /// <summary>Every set of tasks in every order: the fewest stations and the least load of the last, by sets.</summary>
    private static class Exhaustive
    {
        public static int Fewest(AssemblyLine line, int cycle)
        {
            var count = line.Tasks.Count;
            var waits = new int[count];
            foreach (var arc in line.Arcs)
            {
                waits[arc.After] |= 1 << arc.Before;
            }

            var best = new (int Stations, int Load)[1 << count];
            Array.Fill(best, (int.MaxValue, 0));
            best[0] = (1, 0);
            for (var set = 0; set < best.Length; set++)
            {
                var (stations, load) = best[set];
                for (var i = 0; i < count && stations < int.MaxValue; i++)
                {
                    if ((set >> i & 1) == 0 && (waits[i] & ~set) == 0)
                    {
                        var time = line.Tasks[i].Time;
                        var next = load + time <= cycle ? (stations, load + time) : (stations + 1, time);
                        if (next.CompareTo(best[set | (1 << i)]) < 0)
                        {
                            best[set | (1 << i)] = next;
                        }
                    }
                }
            }

            return best[^1].Stations;
        }

        public static int Fastest(AssemblyLine line, int stations)
        {
            var (low, high) = (Math.Max(1, line.Longest), Math.Max(1, line.Total));
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Fewest(line, middle) <= stations ? (low, middle) : (middle + 1, high);
            }

            return low;
        }
    }
}
