using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class StreamDifferenceTests
{
    private static readonly CustomerDemand Demand = new(96, 1, TimeSpan.FromMinutes(840));

    [Fact]
    public void A_stock_that_becomes_a_supermarket_gains_four_days()
    {
        var before = ValueStream.Series(Demand, new StreamStep("S1", StreamStepKind.Stock) { Pieces = 480 });
        var after = ValueStream.Series(Demand, new StreamStep("S1", StreamStepKind.Supermarket) { Pieces = 96 });
        var difference = StreamDifference.Between(before, after);
        Assert.Equal(-4, difference.LeadTime.Change);
        Assert.Equal(-0.8, difference.LeadTime.RelativeChange!.Value, 1e-12);
        Assert.Equal(["S1"], difference.Reworded);
        Assert.Equal([new NumberChange("S1", "pieces in stock", 480, 96, Units.Pieces)], difference.Numbers);
    }

    [Fact]
    public void Steps_added_and_removed_and_their_links_are_named()
    {
        var before = ValueStream.Series(Demand, ValueStreamTests.Wait("S1", 2), ValueStreamTests.Work("OP1", 60), ValueStreamTests.Wait("S2", 1));
        var after = ValueStream.Series(Demand, ValueStreamTests.Wait("S1", 2), ValueStreamTests.Work("cell", 50));
        var difference = StreamDifference.Between(before, after);
        Assert.Equal(["cell"], difference.Added);
        Assert.Equal(["OP1", "S2"], difference.Removed);
        Assert.Equal([new StreamLink("S1", "cell")], difference.AddedLinks);
        Assert.Equal([new StreamLink("S1", "OP1"), new StreamLink("OP1", "S2")], difference.RemovedLinks);
        Assert.Equal(-10, difference.ValueAddedTime.Change);
        Assert.Equal(50d / (2 * 50_400), difference.Efficiency.After!.Value, 1e-12);
    }

    [Fact]
    public void Each_number_of_a_data_box_and_of_the_customer_is_watched()
    {
        var box = new DataBox { CycleTime = TimeSpan.FromSeconds(1), Changeover = TimeSpan.FromSeconds(2), Lot = 3, Availability = 0.4, Scrap = 0.5, Machines = 6, Operators = 7 };
        var step = new StreamStep("OP1", StreamStepKind.Process)
        {
            Box = box,
            ProcessingTime = TimeSpan.FromSeconds(8),
            ValueAddedTime = TimeSpan.FromSeconds(9),
            Pieces = 10,
            ConsumptionPerDay = 12,
            PerProduct = 13,
            UnitValue = 14,
        };
        var other = step with
        {
            Box = new() { CycleTime = TimeSpan.FromSeconds(2), Changeover = TimeSpan.FromSeconds(3), Lot = 4, Availability = 0.5, Scrap = 0.6, Machines = 7, Operators = 8 },
            ProcessingTime = TimeSpan.FromSeconds(9),
            ValueAddedTime = TimeSpan.FromSeconds(10),
            Pieces = null,
            Days = 11,
            ConsumptionPerDay = 13,
            PerProduct = 14,
            UnitValue = 15,
        };
        var numbers = StreamDifference.Between(ValueStream.Series(Demand, step), ValueStream.Series(new(97, 2, TimeSpan.FromMinutes(841)), other)).Numbers;
        Assert.Equal(17, numbers.Count);
        Assert.Equal(["demand", "working days", "available time per day"], numbers.Take(3).Select(n => n.Name));
        Assert.All(numbers.Skip(3), n => Assert.Equal("OP1", n.Of));
    }

    [Fact]
    public void A_number_that_becomes_known_has_no_size_of_change_and_is_a_change()
    {
        var difference = StreamDifference.Between(ValueStream.Series(Demand, ValueStreamTests.Wait("S1", null)), ValueStream.Series(Demand, ValueStreamTests.Wait("S1", 2)));
        Assert.False(difference.IsNothing);
        Assert.Null(difference.LeadTime.Change);
        Assert.Equal(2, difference.LeadTime.After);
    }

    [Fact]
    public void Two_equal_states_differ_in_nothing_and_the_way_back_is_the_opposite()
    {
        var dice = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var (before, after) = (StreamLawTests.Draw(dice, 8), StreamLawTests.Draw(dice, 8));
            Assert.True(StreamDifference.Between(before, new(before.Demand, [.. before.Steps], [.. before.Links])).IsNothing);
            Assert.True(StreamDifference.Between(before, new(before.Demand, before.Steps.Reverse(), before.Links.Reverse())).IsNothing);
            var (there, back) = (StreamDifference.Between(before, after), StreamDifference.Between(after, before));
            Assert.Equal(there.Added.Order(), back.Removed.Order());
            Assert.Equal(there.LeadTime.Change, -back.LeadTime.Change);
            Assert.Equal(there.Numbers.Count, back.Numbers.Count);
            Assert.Equal(there.IsNothing, back.IsNothing);
        }
    }

    [Fact]
    public void Two_states_that_say_the_same_are_equal()
    {
        var (one, other) = (StreamLawTests.Draw(new(12), 8), StreamLawTests.Draw(new(12), 8));
        Assert.Equal(one, other);
        Assert.Equal(one.Read(), other.Read());
        Assert.Equal(StreamDifference.Between(one, other), StreamDifference.Between(other, one));
    }
}
