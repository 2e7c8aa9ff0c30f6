using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class ValueStreamTests
{
    private static readonly CustomerDemand Demand = new(96, 1, TimeSpan.FromMinutes(840));

    [Fact]
    public void Five_days_of_coils_and_4_5_of_goods_make_9_5_days()
    {
        var demand = new CustomerDemand(18400, 20, TimeSpan.FromMinutes(920));
        var stream = ValueStream.Series(
            demand,
            new StreamStep("coils", StreamStepKind.Stock) { Days = 5 },
            new StreamStep("press", StreamStepKind.Process) { ProcessingTime = TimeSpan.FromSeconds(1), ValueAddedTime = TimeSpan.FromSeconds(1) },
            new StreamStep("goods", StreamStepKind.Stock) { Pieces = 4140 });
        Assert.Equal(9.5, stream.Read().LeadTime.Known);
    }

    [Fact]
    public void Honing_between_two_stocks_takes_4_5_days_and_is_over_the_takt_by_1_8_per_cent()
    {
        var demand = new CustomerDemand(Pieces: 96, Days: 1, AvailablePerDay: TimeSpan.FromMinutes(840));
        var stream = ValueStream.Series(
            demand,
            new StreamStep("tubes", StreamStepKind.Stock) { Pieces = 336 },
            new StreamStep("OP60", StreamStepKind.Process)
            {
                Box = new() { CycleTime = TimeSpan.FromSeconds(316), Scrap = 0.038, Changeover = TimeSpan.FromMinutes(75), Lot = 48, Availability = 0.79 },
                ValueAddedTime = TimeSpan.FromSeconds(270),
            },
            new StreamStep("barrels", StreamStepKind.Stock) { Pieces = 96 });
        var reading = stream.Read();
        Assert.Equal(4.5, reading.LeadTime.Known);
        Assert.Equal(1.018, reading.Bottleneck!.Ratio, 0.0005);
        Assert.Equal(["w[tubes] = 3.5 d (waiting)", "w[barrels] = 1 d (waiting)"], reading.LeadTime.Because.Terms.Select(t => t.ToString()));
        Assert.All(reading.LeadTime.Because.Terms, t => Assert.NotNull(t.From));
    }

    [Fact]
    public void Converging_branches_are_not_added_the_longest_counts()
    {
        var reading = Fork(rods: 12, barrels: 15).Read();
        Assert.Equal(17, reading.LeadTime.Known);
        Assert.Equal(["barrels", "line", "goods"], reading.Critical!.Steps);
        Assert.Equal([14, 17], reading.Branches.Select(b => b.LeadTime.Known));
        Assert.Equal([false, true], reading.Branches.Select(b => b.IsCritical));
    }

    [Fact]
    public void Branches_that_tie_are_all_critical()
    {
        var reading = Fork(rods: 15, barrels: 15).Read();
        Assert.All(reading.Branches, b => Assert.True(b.IsCritical));
        Assert.Equal(["rods", "line", "goods"], reading.Critical!.Steps);
    }

    [Fact]
    public void The_ladder_goes_high_where_pieces_wait_and_low_where_they_are_worked()
    {
        var ladder = Fork(rods: 12, barrels: 15).Read().Critical!.Ladder;
        Assert.Equal(
            [
                new LadderSegment("barrels", true, 15, null, 0),
                new LadderSegment("line", false, null, TimeSpan.FromSeconds(400), 15),
                new LadderSegment("goods", true, 2, null, 15),
            ],
            ladder);
    }

    [Fact]
    public void A_ladder_shows_the_step_that_is_missing()
    {
        var ladder = ValueStream.Series(Demand, Wait("S1", null), Work("OP1", null), Wait("S2", 3)).Read().Critical!.Ladder;
        Assert.Equal([true, true, false], ladder.Select(s => s.IsMissing));
        Assert.Equal([0d, 0, 0], ladder.Select(s => s.Start));
    }

    [Fact]
    public void A_missing_stock_leaves_the_lead_time_unknown_and_says_at_least()
    {
        var reading = ValueStream.Series(Demand, Wait("S1", 4), Work("OP1", 60), Wait("S2", null)).Read();
        Assert.Null(reading.LeadTime.Value);
        Assert.Equal([new Gap("S2", "pieces in stock")], reading.LeadTime.Because.Gaps);
        Assert.Equal(4, reading.Critical!.AtLeastDays);
        Assert.Equal([new Gap("S2", "pieces in stock")], reading.Critical.Efficiency.Because.Gaps);
    }

    [Fact]
    public void A_stock_missing_on_a_short_branch_might_have_made_it_the_longest()
    {
        var reading = new ValueStream(Demand, [Wait("rods", null), Wait("barrels", 15), Wait("goods", 2)], [new("rods", "goods"), new("barrels", "goods")]).Read();
        Assert.Equal(17, reading.Critical!.LeadTime.Known);
        Assert.Null(reading.LeadTime.Value);
        Assert.Equal([new Gap("rods", "pieces in stock")], reading.LeadTime.Because.Gaps);
    }

    [Fact]
    public void A_process_without_value_judged_leaves_the_ratio_unknown()
    {
        var reading = ValueStream.Series(Demand, Wait("S1", 4), new StreamStep("OP1", StreamStepKind.Process) { ProcessingTime = TimeSpan.FromSeconds(60) }).Read();
        Assert.Equal(4, reading.LeadTime.Known);
        Assert.Equal([new Gap("OP1", "value-added time")], reading.Critical!.Efficiency.Because.Gaps);
    }

    [Fact]
    public void Without_any_lead_time_there_is_no_ratio() =>
        Assert.Equal([new Gap("", "lead time", GapKind.Impossible)], ValueStream.Series(Demand, Work("OP1", 60)).Read().Critical!.Efficiency.Because.Gaps);

    [Fact]
    public void A_stream_that_goes_round_is_refused_by_the_name_of_its_cycle()
    {
        var stream = new ValueStream(
            Demand,
            [Wait("S0", 1), Work("OP1", 1), Work("OP2", 1), Work("rework", 1), Wait("S9", 1)],
            [new("S0", "OP1"), new("OP1", "OP2"), new("OP2", "rework"), new("rework", "OP1"), new("OP2", "S9")]);
        var reading = stream.Read();
        Assert.True(reading.HasCycle);
        Assert.Equal(["OP1", "OP2", "rework"], reading.Cycle);
        Assert.Equal([new Gap("", "cycle", GapKind.Impossible)], reading.LeadTime.Because.Gaps);
        Assert.Empty(reading.Branches);
        Assert.Null(reading.Critical);
    }

    [Fact]
    public void A_step_that_leads_to_itself_is_a_cycle_of_one() =>
        Assert.Equal(["OP1"], new ValueStream(Demand, [Wait("S0", 1), Work("OP1", 1), Wait("S1", 1)], [new("S0", "OP1"), new("OP1", "OP1"), new("OP1", "S1")]).Read().Cycle);

    [Fact]
    public void An_empty_map_has_no_lead_time_and_asks_for_steps()
    {
        var reading = new ValueStream(Demand, [], []).Read();
        Assert.Equal([new Gap("", "steps")], reading.LeadTime.Because.Gaps);
        Assert.False(reading.HasCycle);
    }

    [Fact]
    public void What_is_away_or_travels_takes_the_days_it_states()
    {
        var stream = ValueStream.Series(Demand, new StreamStep("chrome", StreamStepKind.Outsourced) { Days = 5 }, new StreamStep("lorry", StreamStepKind.Transport) { Days = 0.5 }, new StreamStep("lane", StreamStepKind.FifoLane) { Pieces = 48 });
        Assert.Equal(6, stream.Read().LeadTime.Known);
        Assert.Equal([new Gap("lorry", "days")], ValueStream.Series(Demand, new StreamStep("lorry", StreamStepKind.Transport)).Read().LeadTime.Because.Gaps);
    }

    [Fact]
    public void By_consumption_each_stock_must_say_what_is_taken_from_it()
    {
        var conventions = new ReadingConventions { Basis = StockBasis.Consumption };
        var stream = ValueStream.Series(Demand, new StreamStep("S1", StreamStepKind.Stock) { Pieces = 480, ConsumptionPerDay = 120 }, new StreamStep("S2", StreamStepKind.Stock) { Pieces = 96 });
        Assert.Equal(6, stream.Read().LeadTime.Known);
        Assert.Equal([new Gap("S2", "consumption per day")], stream.Read(conventions).LeadTime.Because.Gaps);
        Assert.Equal(4, stream.Read(conventions).Critical!.AtLeastDays);
    }

    [Fact]
    public void Processing_counts_in_the_lead_time_only_when_asked()
    {
        var stream = ValueStream.Series(Demand, Wait("S1", 4), Work("OP1", 50_400 / 2));
        Assert.Equal(4, stream.Read().LeadTime.Known);
        Assert.Equal(4.5, stream.Read(new() { CountsProcessing = true }).LeadTime.Known, 1e-12);
        Assert.Equal("L = Σ w + Σ p / A", stream.Read(new() { CountsProcessing = true }).LeadTime.Because.Formula.Symbols);
    }

    [Fact]
    public void The_ratio_in_calendar_days_is_smaller_than_in_working_hours()
    {
        var stream = ValueStream.Series(Demand, Wait("S1", 1), Work("OP1", 504));
        Assert.Equal(0.01, stream.Read().Critical!.Efficiency.Known, 1e-12);
        Assert.Equal(504d / 86_400, stream.Read(new() { DayLength = TimeSpan.FromDays(1) }).Critical!.Efficiency.Known, 1e-12);
    }

    [Fact]
    public void A_map_that_contradicts_itself_is_refused()
    {
        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => ValueStream.Series(Demand, Wait("S1", 1), Wait("S1", 2))).ParamName);
        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => ValueStream.Series(Demand, new StreamStep("S1", StreamStepKind.Stock) { Days = 1, Pieces = 96 })).ParamName);
        Assert.Equal("links", Assert.Throws<ArgumentException>(() => new ValueStream(Demand, [Wait("S1", 1)], [new("S1", "S2")])).ParamName);
        Assert.Equal("links", Assert.Throws<ArgumentException>(() => new ValueStream(Demand, [Wait("S1", 1), Wait("S2", 1)], [new("S1", "S2"), new("S1", "S2")])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Wait("S1", double.NaN));
        Assert.Throws<ArgumentException>(() => Wait(" ", 1));
    }

    [Fact]
    public void A_map_does_not_change_when_the_list_it_was_made_of_does()
    {
        StreamStep[] steps = [Wait("S1", 1)];
        var stream = new ValueStream(Demand, steps, []);
        steps[0] = Wait("S1", 2);
        Assert.Equal(1, stream.Read().LeadTime.Known);
    }

    internal static StreamStep Wait(string code, double? days) => new(code, StreamStepKind.Stock) { Days = days };

    internal static StreamStep Work(string code, double? seconds) => new(code, StreamStepKind.Process)
    {
        ProcessingTime = seconds is { } time ? TimeSpan.FromSeconds(time) : null,
        ValueAddedTime = seconds is { } added ? TimeSpan.FromSeconds(added) : null,
    };

    private static ValueStream Fork(double rods, double barrels) => new(
        Demand,
        [Wait("rods", rods), Wait("barrels", barrels), Work("line", 400), Wait("goods", 2)],
        [new("rods", "line"), new("barrels", "line"), new("line", "goods")]);
}
