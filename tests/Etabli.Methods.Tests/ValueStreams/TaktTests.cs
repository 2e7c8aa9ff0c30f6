using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

public sealed class TaktTests
{
    [Fact]
    public void Two_shifts_less_their_pauses_and_ninety_six_cylinders_a_day_give_525_seconds()
    {
        var shift = new WorkShift(TimeSpan.FromMinutes(450), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromMinutes(420), shift.Net);
        Assert.Equal(TimeSpan.FromSeconds(525), Takt.Of([shift, shift], demand: 96).Time);
    }

    [Fact]
    public void A_third_of_a_second_is_not_rounded_against_a_station()
    {
        var takt = Takt.Of(TimeSpan.FromSeconds(100), demand: 3);
        Assert.Equal(TimeSpan.FromTicks(333_333_333), takt.Time);
        Assert.True(takt.IsHeldBy(TimeSpan.FromTicks(333_333_333)));
        Assert.False(takt.IsHeldBy(TimeSpan.FromTicks(333_333_334)));
    }

    [Fact]
    public void A_cycle_equal_to_the_takt_holds_it()
    {
        var takt = Takt.Of(TimeSpan.FromMinutes(840), 96);
        Assert.True(takt.IsHeldBy(TimeSpan.FromSeconds(525)));
        Assert.False(takt.IsHeldBy(TimeSpan.FromSeconds(525) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Takt_times_demand_is_the_available_time_to_half_a_tick_a_piece()
    {
        var dice = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var takt = Takt.Of(TimeSpan.FromTicks(dice.NextInt64(1, TimeSpan.TicksPerDay * 365)), dice.NextInt64(1, 1_000_000));
            var back = (Int128)takt.Time.Ticks * takt.Demand - takt.Available.Ticks;
            Assert.True(Int128.Abs(back) * 2 <= takt.Demand, $"{takt}");
        }
    }

    [Fact]
    public void A_year_of_days_has_the_takt_of_one_day()
    {
        var dice = new Random(2);
        for (var i = 0; i < 500; i++)
        {
            var (day, demand, days) = (TimeSpan.FromSeconds(dice.Next(1, 86_401)), dice.Next(1, 5000), dice.Next(1, 366));
            Assert.Equal(Takt.Of(day, demand).Time, Takt.Of(day * days, (long)demand * days).Time);
        }
    }

    [Fact]
    public void The_longest_time_and_the_largest_demand_do_not_overflow()
    {
        Assert.Equal(TimeSpan.FromTicks(1), Takt.Of(TimeSpan.MaxValue, long.MaxValue).Time);
        Assert.Equal(TimeSpan.MaxValue, Takt.Of(TimeSpan.MaxValue, 1).Time);
        Assert.True(Takt.Of(TimeSpan.MaxValue, long.MaxValue).IsHeldBy(TimeSpan.FromTicks(1)));
    }

    [Theory]
    [InlineData(0, 96, "available")]
    [InlineData(-1, 96, "available")]
    [InlineData(840, 0, "demand")]
    [InlineData(840, -96, "demand")]
    public void Without_time_or_without_demand_there_is_no_rhythm(int minutes, long demand, string name)
    {
        var no = Assert.Throws<ArgumentOutOfRangeException>(() => Takt.Of(TimeSpan.FromMinutes(minutes), demand));
        Assert.Equal(name, no.ParamName);
        Assert.Contains("expected", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaks_longer_than_the_presence_are_refused()
    {
        Assert.Equal("Breaks", Assert.Throws<ArgumentException>(() => new WorkShift(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)).Net).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkShift(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(-1)).Net);
        Assert.Throws<ArgumentOutOfRangeException>(() => Takt.Of([], 96));
    }
}
