using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class StreamLawTests
{
    private static readonly CustomerDemand Demand = new(96, 1, TimeSpan.FromMinutes(840));

    [Fact]
    public void The_critical_branch_is_the_one_a_search_of_every_branch_finds()
    {
        var dice = new Random(6);
        for (var i = 0; i < 400; i++)
        {
            var stream = Draw(dice, dice.Next(1, 10));
            var all = new List<List<string>>();
            foreach (var source in stream.Steps.Where(s => stream.Links.All(l => l.To != s.Code)))
            {
                Walk(stream, [source.Code], all);
            }

            var days = stream.Steps.ToDictionary(s => s.Code, s => s.Waits ? s.Pieces!.Value / 96d : 0);
            var reading = stream.Read(new() { MostBranches = 100_000 });
            Assert.Equal(all.Max(b => b.Sum(c => days[c])), reading.LeadTime.Known, 1e-9);
            Assert.Equal(all.Count, reading.BranchCount);
            Assert.True(reading.ListsAllBranches);
            Assert.Equal(all.Select(b => string.Join('>', b)).Order(), reading.Branches.Select(b => string.Join('>', b.Steps)).Order());
            Assert.Contains(reading.Branches, b => b.IsCritical);
            Assert.All(reading.Branches, b => Assert.Equal(b.Steps.Sum(c => days[c]), b.LeadTime.Known, 1e-9));
            Assert.All(reading.Branches, b => Assert.Equal(b.IsCritical, b.LeadTime.Known >= reading.LeadTime.Known - 1e-9));
        }
    }

    [Fact]
    public void Lead_time_value_and_processing_are_additive_on_a_series()
    {
        var dice = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var steps = Steps(dice, 12);
            var cut = dice.Next(1, 12);
            var (head, tail, whole) = (Read(steps[..cut]), Read(steps[cut..]), Read(steps));
            Assert.Equal(whole.LeadTime.Known, head.LeadTime.Known + tail.LeadTime.Known, 1e-9);
            Assert.Equal(whole.ValueAddedTime.Known, head.ValueAddedTime.Known + tail.ValueAddedTime.Known);
            Assert.Equal(whole.ProcessingTime.Known, head.ProcessingTime.Known + tail.ProcessingTime.Known);
        }

        static StreamBranch Read(IReadOnlyList<StreamStep> steps) => ValueStream.Series(Demand, steps).Read().Critical!;
    }

    [Fact]
    public void Twice_the_stocks_double_the_lead_time_and_twice_the_demand_halve_it()
    {
        var dice = new Random(8);
        for (var i = 0; i < 200; i++)
        {
            var stream = Draw(dice, 9);
            var doubled = new ValueStream(Demand, stream.Steps.Select(s => s with { Pieces = s.Pieces * 2 }), stream.Links);
            var faster = new ValueStream(new(192, 1, Demand.AvailablePerDay), stream.Steps, stream.Links);
            Assert.Equal(stream.Read().LeadTime.Known * 2, doubled.Read().LeadTime.Known, 1e-9);
            Assert.Equal(stream.Read().LeadTime.Known / 2, faster.Read().LeadTime.Known, 1e-9);
        }
    }

    [Fact]
    public void More_stock_anywhere_never_shortens_the_lead_time()
    {
        var dice = new Random(9);
        for (var i = 0; i < 200; i++)
        {
            var stream = Draw(dice, 9);
            var at = dice.Next(stream.Steps.Count);
            var more = new ValueStream(Demand, stream.Steps.Select((s, n) => n == at && s.Waits ? s with { Pieces = s.Pieces + 50 } : s), stream.Links);
            Assert.True(more.Read().LeadTime.Known >= stream.Read().LeadTime.Known);
        }
    }

    [Fact]
    public void A_link_backwards_along_a_branch_always_makes_a_cycle_of_existing_links()
    {
        var dice = new Random(10);
        for (var i = 0; i < 200; i++)
        {
            var stream = Draw(dice, 9);
            var branch = stream.Read().Branches[^1];
            var looped = new ValueStream(Demand, stream.Steps, stream.Links.Append(new(branch.Steps[^1], branch.Steps[0])));
            var cycle = looped.Read().Cycle;
            Assert.NotEmpty(cycle);
            Assert.All(cycle.Zip(cycle.Skip(1).Append(cycle[0])), hop => Assert.Contains(new StreamLink(hop.First, hop.Second), looped.Links));
        }
    }

    [Fact]
    public void A_thousand_billion_branches_are_counted_and_not_listed()
    {
        var steps = new List<StreamStep> { ValueStreamTests.Wait("S0", 1) };
        var links = new List<StreamLink>();
        for (var i = 1; i <= 40; i++)
        {
            steps.AddRange([ValueStreamTests.Wait($"A{i}", 1), ValueStreamTests.Wait($"B{i}", 2), ValueStreamTests.Wait($"S{i}", 1)]);
            links.AddRange([new($"S{i - 1}", $"A{i}"), new($"S{i - 1}", $"B{i}"), new($"A{i}", $"S{i}"), new($"B{i}", $"S{i}")]);
        }

        var reading = new ValueStream(Demand, steps, links).Read();
        Assert.Equal(Math.Pow(2, 40), reading.BranchCount);
        Assert.Equal(256, reading.Branches.Count);
        Assert.False(reading.ListsAllBranches);
        Assert.Equal(1 + 40 * 3, reading.LeadTime.Known);
    }

    internal static ValueStream Draw(Random dice, int count)
    {
        var steps = Steps(dice, count);
        var links = new List<StreamLink>();
        for (var from = 0; from < count; from++)
        {
            for (var to = from + 1; to < count; to++)
            {
                if (dice.NextDouble() < 0.35)
                {
                    links.Add(new(steps[from].Code, steps[to].Code));
                }
            }
        }

        // The order of the lists must not matter.
        dice.Shuffle(steps);
        return new(Demand, steps, links);
    }

    private static StreamStep[] Steps(Random dice, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => dice.Next(3) == 0
            ? ValueStreamTests.Work($"OP{i}", dice.Next(1, 600))
            : new StreamStep($"S{i}", StreamStepKind.Stock) { Pieces = dice.Next(0, 500), UnitValue = dice.Next(1, 100) }),
    ];

    private static void Walk(ValueStream stream, List<string> path, List<List<string>> all)
    {
        var onward = stream.Links.Where(l => l.From == path[^1]).ToList();
        if (onward.Count == 0)
        {
            all.Add(path);
        }

        foreach (var link in onward)
        {
            Walk(stream, [.. path, link.To], all);
        }
    }
}
