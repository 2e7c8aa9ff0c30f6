using Etabli.Methods.Balancing;

namespace Etabli.Methods.Tests.Balancing;

/// <summary>The ranked positional weights, and how well stations are loaded.</summary>
public sealed class RankedWeightsTests
{
    // M. P. Groover, Work Systems and the Methods, Measurement, and Management of Work, 2007, chapter on manual assembly lines:
    // twelve elements of 4.00 min, in hundredths; every weight below was added up again by hand.
    private static AssemblyLine Groover => AssemblyLine.Of(
        [.. new[] { 20, 40, 70, 10, 30, 11, 32, 60, 27, 38, 50, 12 }.Select((t, i) => new LineTask($"{i + 1}", t))],
        [.. new[] { (1, 3), (1, 4), (2, 4), (2, 5), (3, 6), (3, 7), (3, 8), (4, 8), (6, 9), (7, 9), (8, 9), (5, 10), (8, 10), (9, 11), (10, 11), (11, 12) }.Select(a => new LineArc(a.Item1 - 1, a.Item2 - 1))]);

    private static AssemblyLine Demo
    {
        get
        {
            var rows = DemoFactory.Rows("11_taches_montage.csv");
            var arcs = rows.SelectMany((r, i) => r["predecesseurs"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new LineArc(int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) - 1, i)));
            return AssemblyLine.Of([.. rows.Select(r => new LineTask(r["n"], (int)DemoFactory.Number(r["temps_s"])))], [.. arcs]);
        }
    }

    [Fact]
    public void The_twelve_elements_of_the_textbook_weigh_what_it_says_and_fill_its_five_stations()
    {
        Assert.Equal([330, 267, 300, 197, 130, 100, 121, 187, 89, 100, 62, 12], RankedWeights.Of(Groover));
        var stations = RankedWeights.Balance(Groover, 97);
        Assert.Equal(["1 3", "2 4 5 6", "7 8", "9 10", "11 12"], Enumerable.Range(0, 5).Select(s => string.Join(' ', stations.Index().Where(t => t.Item == s).Select(t => t.Index + 1))));
        Assert.Empty(BalanceCheck.Of(Groover, stations, 97));
    }

    [Fact]
    public void The_cashew_machine_of_published_slides_has_their_weights_and_their_four_stations()
    {
        // S. Magdy, Assembly line balancing using rank positional weight, slides, 2019: thirteen tasks, 210 min, stations of 55, 55, 49 and 51 min.
        var line = AssemblyLine.Of(
            [.. new[] { 20, 20, 45, 10, 7, 5, 8, 20, 15, 5, 4, 45, 6 }.Select((t, i) => new LineTask($"{i + 1}", t))],
            [.. new[] { (1, 2), (2, 3), (3, 4), (2, 5), (5, 6), (5, 7), (5, 8), (5, 9), (5, 10), (6, 11), (7, 11), (8, 11), (9, 11), (10, 11), (11, 12), (4, 12), (12, 13) }.Select(a => new LineArc(a.Item1 - 1, a.Item2 - 1))]);
        Assert.Equal([210, 190, 106, 61, 115, 60, 63, 75, 70, 60, 55, 51, 6], RankedWeights.Of(line));
        var stations = RankedWeights.Balance(line, 55);
        Assert.Equal(["1 2 5 7", "3 4", "6 8 9 10 11", "12 13"], Enumerable.Range(0, 4).Select(s => string.Join(' ', stations.Index().Where(t => t.Item == s).Select(t => t.Index + 1))));
    }

    [Fact]
    public void The_weights_of_the_demonstration_line_are_those_reckoned_beside_it()
    {
        var known = DemoFactory.Answers.GetProperty("equilibrage").GetProperty("poids_positionnels");
        var weights = RankedWeights.Of(Demo);
        Assert.All(Demo.Tasks.Index(), t => Assert.Equal(known.GetProperty(t.Item.Id).GetInt64(), weights[t.Index]));
        var stations = RankedWeights.Balance(Demo, 525);
        Assert.Empty(BalanceCheck.Of(Demo, stations, 525));
        Assert.InRange(stations.Max() + 1, 5, 6);
    }

    [Fact]
    public void On_random_lines_the_rule_gives_a_balance_that_is_never_better_than_the_proved_one()
    {
        var random = new Random(1961);
        for (var turn = 0; turn < 300; turn++)
        {
            var count = random.Next(1, 14);
            List<LineArc> arcs = [.. from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, count - a - 1) where random.NextDouble() < 0.25 select new LineArc(a, b)];
            var line = AssemblyLine.Of([.. Enumerable.Range(0, count).Select(i => new LineTask($"{i}", random.Next(0, 40)))], arcs);
            var cycle = Math.Max(1, line.Longest + random.Next(0, 30));
            var stations = RankedWeights.Balance(line, cycle);
            Assert.Empty(BalanceCheck.Of(line, stations, cycle));
            Assert.True(stations.Max() + 1 >= LineBalancer.Fewest(line, cycle, stop: TestContext.Current.CancellationToken).Count);
        }
    }

    [Fact]
    public void A_task_longer_than_the_cycle_is_named() =>
        Assert.Equal(["3"], Assert.Throws<LineException>(() => RankedWeights.Balance(Groover, 69)).About);

    [Fact]
    public void The_loads_of_the_demonstration_line_are_worth_what_a_hand_finds()
    {
        var loads = LineLoads.Of([425, 408, 445, 422, 374, 312], 525);
        Assert.Equal((2386, 445, 5), (loads.Work, loads.Longest, loads.Fewest.Known));
        Assert.Equal(2386 / 3150.0, loads.Efficiency.Known, 12);
        Assert.Equal(2386 / 2670.0, loads.CycleEfficiency.Known, 12);

        // 445 − load: 20, 37, 0, 23, 71, 133; squares 400 + 1369 + 0 + 529 + 5041 + 17689 = 25028.
        Assert.Equal(Math.Sqrt(25_028), loads.Smoothness.Known, 12);
    }

    [Fact]
    public void What_cannot_be_known_is_not_a_number()
    {
        Assert.Equal(0.4, LineLoads.Of([10, 6], 20, work: 16).Efficiency.Known, 9);
        Assert.Equal((0.25, 4.0), (LineLoads.Of([10, 6], 20, work: 10).Efficiency.Known, LineLoads.Of([10, 6], 20, work: 10).Smoothness.Known));
        Assert.False(LineLoads.Of([10], null).Efficiency.IsKnown);
        Assert.False(LineLoads.Of([10], null).Fewest.IsKnown);
        Assert.False(LineLoads.Of([], 10).Efficiency.IsKnown);
        Assert.False(LineLoads.Of([0, 0], 10).CycleEfficiency.IsKnown);
        Assert.Equal(0, LineLoads.Of([], null).Smoothness.Known);
        Assert.Throws<ArgumentOutOfRangeException>(() => LineLoads.Of([-1], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => LineLoads.Of([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LineLoads.Of([double.NaN], 10));
    }
}
