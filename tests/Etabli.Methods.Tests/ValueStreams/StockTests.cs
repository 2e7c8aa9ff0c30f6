using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class StockTests
{
    private static readonly CustomerDemand Acme = new(18400, 20, TimeSpan.FromMinutes(920));

    [Fact]
    public void Seven_thousand_stampings_last_7_6_days()
    {
        Assert.Equal(7.6087, DaysOfStock.AtDemand(7000, Acme).Known, 1e-4);
        Assert.Equal(920, Acme.PerDay);
    }

    [Fact]
    public void Two_pieces_in_each_product_last_half_as_long() =>
        Assert.Equal(DaysOfStock.AtDemand(7000, Acme).Known / 2, DaysOfStock.AtDemand(7000, Acme, perProduct: 2).Known, 1e-12);

    [Fact]
    public void A_stock_lasts_by_what_the_next_step_takes()
    {
        Assert.Equal(4, DaysOfStock.AtConsumption(240, 60).Known);
        Assert.Equal(0, DaysOfStock.AtConsumption(0, 0).Known);
        Assert.Equal([new Gap("S1", "days of stock", GapKind.Impossible)], DaysOfStock.AtConsumption(240, 0, "S1").Because.Gaps);
    }

    [Theory]
    [InlineData(96, 5, 480)]
    [InlineData(0, 5, 0)]
    public void Little_s_law_goes_round(double perDay, double days, double wip)
    {
        Assert.Equal(wip, LittlesLaw.Wip(perDay, days).Known);
        Assert.Equal(perDay, LittlesLaw.Throughput(wip, days).Known);
        if (perDay > 0)
        {
            Assert.Equal(days, LittlesLaw.LeadTime(wip, perDay).Known);
        }
    }

    [Fact]
    public void Days_of_stock_at_demand_are_Little_s_lead_time()
    {
        var dice = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var demand = new CustomerDemand(dice.Next(1, 10_000), dice.Next(1, 30), TimeSpan.FromHours(7));
            var pieces = dice.Next(0, 100_000);
            Assert.Equal(LittlesLaw.LeadTime(pieces, demand.PerDay).Known, DaysOfStock.AtDemand(pieces, demand).Known, 1e-6);
        }
    }

    [Fact]
    public void Little_s_law_refuses_a_flow_that_does_not_flow()
    {
        Assert.Equal("perDay", Assert.Throws<ArgumentOutOfRangeException>(() => LittlesLaw.LeadTime(480, 0)).ParamName);
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => LittlesLaw.Throughput(480, 0)).ParamName);
        Assert.Equal("wip", Assert.Throws<ArgumentOutOfRangeException>(() => LittlesLaw.LeadTime(double.NaN, 96)).ParamName);
    }

    [Fact]
    public void Stock_is_worth_what_its_pieces_are_worth_to_the_cent()
    {
        var stream = ValueStream.Series(Acme, new StreamStep("A", StreamStepKind.Stock) { Pieces = 100, UnitValue = 31 }, new StreamStep("B", StreamStepKind.Supermarket) { Pieces = 10, UnitValue = 58 });
        Assert.Equal(110, StockFigures.Of(stream).Pieces);
        Assert.Equal(3680m, StockFigures.Of(stream).Value.Known);
    }

    [Fact]
    public void A_counted_stock_without_a_price_leaves_the_value_unknown()
    {
        var figures = StockFigures.Of(ValueStream.Series(Acme, new StreamStep("A", StreamStepKind.Stock) { Pieces = 100 }, new StreamStep("B", StreamStepKind.Stock) { Pieces = 0 }));
        Assert.Equal(100, figures.Pieces);
        Assert.Equal([new Gap("A", "unit value")], figures.Value.Because.Gaps);
    }

    [Fact]
    public void Stock_turns_by_its_cost_and_an_empty_one_does_not_turn()
    {
        Assert.Equal(12, StockFigures.Turns(costOfGoodsSold: 1_200_000m, averageStock: 100_000m).Known);
        Assert.Equal([new Gap("", "average value of stock", GapKind.Impossible)], StockFigures.Turns(1, 0).Because.Gaps);
        Assert.Throws<ArgumentOutOfRangeException>(() => StockFigures.Turns(-1, 1));
    }

    [Theory]
    [InlineData(480, 1.5, 0.15, 40, 21)]
    [InlineData(400, 1, 0.1, 40, 11)]
    [InlineData(0, 1, 0.1, 40, 0)]
    [InlineData(1, 1, 0, 40, 1)]
    public void Cards_are_rounded_up_and_never_by_a_rounding_of_the_machine(double demand, double loop, double safety, double container, int cards) =>
        Assert.Equal(cards, Kanban.Cards((decimal)demand, (decimal)loop, (decimal)safety, (decimal)container).Known);

    [Fact]
    public void A_loop_whose_time_nobody_said_has_no_number_and_a_safety_nobody_said_is_none_and_told()
    {
        Assert.Equal([new Gap("", "loop time in periods")], Kanban.Cards(96, null, 0.1m, 12).Because.Gaps);
        var bare = Kanban.Cards(96, 1, null, 12);
        Assert.Equal((8, "S"), (bare.Known, Assert.Single(bare.Because.Assumptions).Symbol));
        Assert.Empty(Kanban.Cards(96, 1, 0, 12).Because.Assumptions);
    }

    [Fact]
    public void A_loop_without_a_container_is_refused()
    {
        Assert.Equal("container", Assert.Throws<ArgumentOutOfRangeException>(() => Kanban.Cards(480, 1, 0, 0)).ParamName);
        Assert.Equal("safety", Assert.Throws<ArgumentOutOfRangeException>(() => Kanban.Cards(480, 1, -0.1m, 40)).ParamName);
    }

    [Fact]
    public void Two_references_with_an_hour_of_changeover_each_come_back_every_half_day()
    {
        var minute = TimeSpan.FromMinutes(1);
        MadeReference[] made = [new("A", 30, 10 * minute, 60 * minute), new("B", 30, 10 * minute, 60 * minute)];
        Assert.Equal(0.5, Epei.Of(840 * minute, made).Known, 1e-12);
    }

    [Fact]
    public void A_process_that_runs_all_day_never_comes_round()
    {
        var minute = TimeSpan.FromMinutes(1);
        Assert.Equal([new Gap("", "time left for changeovers", GapKind.Impossible)], Epei.Of(600 * minute, [new("A", 60, 10 * minute, minute)]).Because.Gaps);
        Assert.Equal(0, Epei.Of(600 * minute, [new("A", 60, 10 * minute, TimeSpan.Zero)]).Known);
        Assert.Equal("references", Assert.Throws<ArgumentException>(() => Epei.Of(minute, [])).ParamName);
    }
}
