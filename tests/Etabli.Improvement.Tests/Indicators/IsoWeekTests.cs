using Etabli.Improvement.Indicators;

namespace Etabli.Improvement.Tests.Indicators;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2025-09-01", 2025, 36)]
    [InlineData("2025-12-28", 2025, 52)]
    [InlineData("2025-12-29", 2026, 1)]
    [InlineData("2026-01-01", 2026, 1)]
    [InlineData("2021-01-03", 2020, 53)]
    [InlineData("2027-01-01", 2026, 53)]
    public void A_day_falls_in_the_week_whose_Thursday_shares_its_year(string day, int year, int number) =>
        Assert.Equal(new IsoWeek(year, number), IsoWeek.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(2020, 53)]
    [InlineData(2025, 52)]
    [InlineData(2026, 53)]
    public void Some_years_have_fifty_three_weeks(int year, int weeks) => Assert.Equal(weeks, IsoWeek.WeeksIn(year));

    [Fact]
    public void A_week_that_its_year_does_not_have_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IsoWeek(2025, 53));

    [Theory]
    [InlineData("2025-S36")]
    [InlineData("2025-W36")]
    [InlineData("2025S36")]
    [InlineData("2025 s 36")]
    [InlineData("S36-2025")]
    [InlineData(" W36 2025 ")]
    [InlineData("36/2025")]
    public void A_week_is_read_as_people_write_it(string text)
    {
        Assert.True(IsoWeek.TryParse(text, out var week));
        Assert.Equal(new IsoWeek(2025, 36), week);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S36")]
    [InlineData("2025-S54")]
    [InlineData("2025-S00")]
    [InlineData("2025-09-01")]
    [InlineData("la semaine 36")]
    public void What_is_not_a_week_is_not_read(string? text) => Assert.False(IsoWeek.TryParse(text, out _));

    [Fact]
    public void Every_day_of_forty_years_agrees_with_the_Thursday_rule()
    {
        for (var day = new DateOnly(2000, 1, 1); day.Year < 2040; day = day.AddDays(1))
        {
            var thursday = day.AddDays(3 - (((int)day.DayOfWeek + 6) % 7));
            var expected = ((thursday.DayOfYear - 1) / 7) + 1;
            Assert.Equal((thursday.Year, expected), (IsoWeek.Of(day).Year, IsoWeek.Of(day).Number));
        }
    }

    [Fact]
    public void Weeks_follow_each_other_across_the_new_year()
    {
        var last = new IsoWeek(2025, 52);
        Assert.Equal(new IsoWeek(2026, 1), last.Plus(1));
        Assert.Equal(last, last.Plus(1).Plus(-1));
        Assert.True(last < last.Plus(1));
        Assert.Equal(new DateOnly(2025, 12, 29), last.Plus(1).Monday);
        Assert.Equal("2026-W01", last.Plus(1).ToString());
    }
}
