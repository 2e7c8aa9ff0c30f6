using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class StationTests
{
    private static readonly Takt Minute = Takt.Of(TimeSpan.FromMinutes(460), 460);

    [Fact]
    public void Honing_at_316_seconds_really_takes_534()
    {
        var honing = new DataBox { CycleTime = TimeSpan.FromSeconds(316), Scrap = 0.038, Changeover = TimeSpan.FromMinutes(75), Lot = 48, Availability = 0.79 };
        Assert.Equal(534.5, EffectiveCycle.Of(honing, "OP60").Known.TotalSeconds, 0.05);
    }

    [Fact]
    public void A_perfect_process_takes_its_cycle_time() =>
        Assert.Equal(TimeSpan.FromSeconds(40), EffectiveCycle.Of(new() { CycleTime = TimeSpan.FromSeconds(40) }).Known);

    [Fact]
    public void A_changeover_without_a_lot_size_has_no_answer()
    {
        Assert.Equal([new Gap("OP60", "lot size")], EffectiveCycle.Of(new() { CycleTime = TimeSpan.FromSeconds(40), Changeover = TimeSpan.FromMinutes(1) }, "OP60").Because.Gaps);
        Assert.True(EffectiveCycle.Of(new() { CycleTime = TimeSpan.FromSeconds(40), Changeover = TimeSpan.Zero }, "OP60").IsKnown);
    }

    [Fact]
    public void A_process_of_forty_seconds_makes_690_pieces_where_460_are_asked()
    {
        var load = StationLoad.Of("weld", new DataBox { CycleTime = TimeSpan.FromSeconds(40) }, Minute);
        Assert.Equal(690, load.Capacity.Known, 1e-9);
        Assert.Equal(2d / 3, load.Ratio.Known, 1e-6);
        Assert.False(load.ExceedsTakt);
    }

    [Fact]
    public void A_process_exactly_at_takt_does_not_exceed_it()
    {
        var load = StationLoad.Of("weld", new DataBox { CycleTime = TimeSpan.FromSeconds(60) }, Minute);
        Assert.False(load.ExceedsTakt);
        Assert.Equal(1, load.Ratio.Known);
        Assert.Equal(460, load.Capacity.Known);
    }

    [Fact]
    public void A_process_without_cycle_time_is_not_weighed_and_says_so()
    {
        var load = StationLoad.Of("weld", new DataBox(), Minute);
        Assert.Null(load.ExceedsTakt);
        Assert.Equal([new Gap("weld", "cycle time")], load.Ratio.Because.Gaps);
        Assert.Equal([new Gap("weld", "cycle time")], load.Capacity.Because.Gaps);
    }

    [Fact]
    public void A_process_of_no_time_has_no_finite_capacity() =>
        Assert.Equal([new Gap("look", "capacity", GapKind.Impossible)], StationLoad.Of("look", new() { CycleTime = TimeSpan.Zero }, Minute).Capacity.Because.Gaps);

    [Fact]
    public void Two_processes_that_tie_are_both_the_bottleneck()
    {
        var takt = Takt.Of(TimeSpan.FromSeconds(50), 1);
        var bottleneck = Bottleneck.Of(new[] { ("a", 40), ("b", 60), ("c", 60) }.Select(p => StationLoad.Of(p.Item1, new() { CycleTime = TimeSpan.FromSeconds(p.Item2) }, takt)));
        Assert.Equal(["b", "c"], bottleneck!.Codes);
        Assert.True(bottleneck.IsTie);
        Assert.Equal(1.2, bottleneck.Ratio, 1e-12);
    }

    [Fact]
    public void A_process_that_could_not_be_weighed_may_be_the_true_bottleneck()
    {
        var bottleneck = Bottleneck.Of([StationLoad.Of("a", new(), Minute), StationLoad.Of("b", new() { CycleTime = TimeSpan.FromSeconds(1) }, Minute)]);
        Assert.Equal(["b"], bottleneck!.Codes);
        Assert.Equal(["a"], bottleneck.NotWeighed);
        Assert.Null(Bottleneck.Of([StationLoad.Of("a", new(), Minute)]));
        Assert.Null(Bottleneck.Of([]));
    }

    [Fact]
    public void Worse_data_never_shorten_the_effective_cycle()
    {
        var dice = new Random(3);
        for (var i = 0; i < 1000; i++)
        {
            var box = Random(dice);
            var cycle = EffectiveCycle.Of(box).Known;
            Assert.True(EffectiveCycle.Of(box with { Scrap = box.Scrap + (1 - box.Scrap) / 2 }).Known >= cycle);
            Assert.True(EffectiveCycle.Of(box with { Availability = box.Availability / 2 }).Known >= cycle);
            Assert.True(EffectiveCycle.Of(box with { Changeover = box.Changeover * 2 }).Known >= cycle);
            Assert.True(EffectiveCycle.Of(box with { Lot = box.Lot * 2 }).Known <= cycle);
            Assert.True(cycle >= box.CycleTime! / box.Machines);
        }
    }

    [Fact]
    public void Twice_the_machines_halve_the_effective_cycle_and_twice_the_times_double_it()
    {
        var dice = new Random(4);
        for (var i = 0; i < 1000; i++)
        {
            var box = Random(dice);
            var cycle = EffectiveCycle.Of(box).Known.TotalSeconds;
            Assert.Equal(cycle / 2, EffectiveCycle.Of(box with { Machines = box.Machines * 2 }).Known.TotalSeconds, 1e-6);
            Assert.Equal(cycle * 2, EffectiveCycle.Of(box with { CycleTime = box.CycleTime * 2, Changeover = box.Changeover * 2 }).Known.TotalSeconds, 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 1, "Scrap")]
    [InlineData(-0.1, 1, "Scrap")]
    [InlineData(double.NaN, 1, "Scrap")]
    [InlineData(0, 0, "Availability")]
    [InlineData(0, 1.01, "Availability")]
    [InlineData(0, double.NaN, "Availability")]
    public void Shares_out_of_their_range_are_refused(double scrap, double availability, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new DataBox { Scrap = scrap, Availability = availability }).ParamName);

    [Fact]
    public void Times_and_counts_out_of_their_range_are_refused()
    {
        Assert.Equal("CycleTime", Assert.Throws<ArgumentOutOfRangeException>(() => new DataBox { CycleTime = TimeSpan.FromSeconds(-1) }).ParamName);
        Assert.Equal("Changeover", Assert.Throws<ArgumentOutOfRangeException>(() => new DataBox { Changeover = TimeSpan.FromSeconds(-1) }).ParamName);
        Assert.Equal("Lot", Assert.Throws<ArgumentOutOfRangeException>(() => new DataBox { Lot = 0 }).ParamName);
        Assert.Equal("Machines", Assert.Throws<ArgumentOutOfRangeException>(() => new DataBox { Machines = 0 }).ParamName);
    }

    private static DataBox Random(Random dice) => new()
    {
        CycleTime = TimeSpan.FromSeconds(dice.Next(1, 1000)),
        Scrap = dice.NextDouble() * 0.5,
        Availability = 0.2 + dice.NextDouble() * 0.8,
        Changeover = TimeSpan.FromMinutes(dice.Next(0, 120)),
        Lot = dice.Next(1, 500),
        Machines = dice.Next(1, 5),
    };
}
