using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class ProductionTypeTests
{
    [Theory]
    [InlineData(1, SeriesKind.Unit)]
    [InlineData(10, SeriesKind.Unit)]
    [InlineData(11, SeriesKind.Small)]
    [InlineData(300, SeriesKind.Small)]
    [InlineData(1_000, SeriesKind.Medium)]
    [InlineData(10_000, SeriesKind.Medium)]
    [InlineData(100_000, SeriesKind.Large)]
    public void A_quantity_falls_into_the_kind_whose_usual_order_of_size_is_nearest(double yearly, SeriesKind kind) => Assert.Equal(kind, ProductionType.Of(yearly).Series);

    [Theory]
    [InlineData(1_501, MeasuringGrain.Fine)]
    [InlineData(1_500, MeasuringGrain.Usual)]
    [InlineData(150, MeasuringGrain.Usual)]
    [InlineData(149, MeasuringGrain.Coarse)]
    public void Single_motions_are_worth_it_above_1500_cycles_a_week_and_blocks_are_enough_under_150(double weekly, MeasuringGrain grain) =>
        Assert.Equal(grain, ProductionType.Of(weekly * 44, weeks: 44).Grain);

    [Fact]
    public void The_demonstration_makes_480_cylinders_a_week_in_880_launches_of_24()
    {
        // 96 a day, 220 days, 44 weeks of five.
        var type = ProductionType.Of(96 * 220, lot: 24, weeks: 44);
        Assert.Equal((SeriesKind.Large, 480, 880), (type.Series, type.PerWeek.Known, type.Launches.Known));
        Assert.Equal(4 * 480, ProductionType.Of(96 * 220, weeks: 44, often: 4).PerWeek.Known, 9);
        Assert.False(ProductionType.Of(5).Launches.IsKnown);
    }

    [Fact]
    public void Bounds_that_do_not_rise_and_numbers_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeriesBounds(10, 10, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProductionType.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProductionType.Of(10, weeks: 54));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProductionType.Of(10, lot: 0));
    }
}
