using Etabli.Plant.Calendars;

namespace Etabli.Plant.Tests.Calendars;

/// <summary>Days and hours of a plant, against published holidays and the demonstration's story.</summary>
public class CalendarTests
{
    private static readonly Shift Morning = new("A", new(6, 0), new(13, 30), 30, ShiftDays.WeekDays);
    private static readonly Shift Afternoon = new("B", new(13, 30), new(21, 0), 30, ShiftDays.WeekDays);

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_on_the_days_the_almanacs_give(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), FrenchHolidays.Easter(year));

    [Fact]
    public void Easter_is_a_sunday_between_22_march_and_25_april_in_every_year()
    {
        for (var year = 1954; year <= 4099; year++)
        {
            var easter = FrenchHolidays.Easter(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Fact]
    public void The_holidays_of_2026_are_those_the_demonstration_plant_was_off()
    {
        DateOnly[] told = [new(2026, 1, 1), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 8), new(2026, 5, 14), new(2026, 5, 25)];
        Assert.Equal(told, FrenchHolidays.Of(2026).Select(h => h.Day).Where(d => d.Month <= 6));
        Assert.Equal([new DateOnly(2025, 11, 1), new DateOnly(2025, 11, 11), new DateOnly(2025, 12, 25)], FrenchHolidays.Of(2025).Select(h => h.Day).Where(d => d.Month >= 9));
    }

    [Fact]
    public void A_day_that_is_two_holidays_is_told_once() => Assert.Equal(10, FrenchHolidays.Of(2008).Count);

    [Fact]
    public void The_demonstration_plant_worked_64_days_from_1_september_to_28_november_2025_and_840_minutes_on_each()
    {
        var calendar = Holding(FrenchHolidays.Of(2025).Select(h => new SpecialDay(h.Day, SpecialDayKind.Holiday, h.Name)));
        Assert.Equal(64, calendar.WorkedDays(new(2025, 9, 1), new(2025, 11, 28)));
        Assert.Equal(840, calendar.NetMinutes(new(2025, 9, 1)));
        Assert.Equal(0, calendar.NetMinutes(new(2025, 11, 11)));
        Assert.Equal(900, calendar.Usual.Sum(s => s.PresenceMinutes));
    }

    [Fact]
    public void Fifteen_days_are_worked_before_the_closure_of_the_demonstration_and_the_thirtieth_is_23_january_2026()
    {
        var calendar = Holding([
            .. FrenchHolidays.Of(2025).Concat(FrenchHolidays.Of(2026)).Select(h => new SpecialDay(h.Day, SpecialDayKind.Holiday, h.Name)),
            .. new[] { 22, 23, 24, 26, 29, 30, 31 }.Select(d => new SpecialDay(new(2025, 12, d), SpecialDayKind.Closure, "")), new SpecialDay(new(2026, 1, 2), SpecialDayKind.Closure, ""),
        ]);
        Assert.Equal(15, calendar.WorkedDays(new(2025, 12, 1), new(2025, 12, 21)));
        Assert.Equal(30, calendar.WorkedDays(new(2025, 12, 1), new(2026, 1, 23)));
        Assert.Equal(55, calendar.WorkedDays(new(2025, 12, 1), new(2026, 2, 27)));
    }

    [Fact]
    public void Counting_two_spans_that_follow_one_another_is_counting_the_whole()
    {
        var calendar = Holding([new(new(2026, 5, 1), SpecialDayKind.Holiday, ""), new(new(2026, 5, 9), SpecialDayKind.Worked, "")]);
        var (from, until) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        for (var cut = from; cut < until; cut = cut.AddDays(1))
        {
            Assert.Equal(calendar.WorkedDays(from, until), calendar.WorkedDays(from, cut) + calendar.WorkedDays(cut.AddDays(1), until));
        }
    }

    [Fact]
    public void A_saturday_worked_in_addition_has_the_shifts_of_the_days_of_the_week()
    {
        var saturday = new DateOnly(2026, 5, 9);
        var calendar = Holding([new(saturday, SpecialDayKind.Worked, "rattrapage")]);
        Assert.Equal(["A", "B"], calendar.On(saturday).Select(s => s.Code));
        Assert.False(calendar.IsWorked(saturday.AddDays(7)));
    }

    [Theory]
    [InlineData(21, 5, 480)]
    [InlineData(6, 14, 480)]
    [InlineData(6, 6, 1_440)]
    public void A_shift_that_ends_before_it_begins_ends_on_the_next_day(int begin, int end, int presence) =>
        Assert.Equal(presence, new Shift("N", new(begin, 0), new(end, 0), 0, ShiftDays.EveryDay).PresenceMinutes);

    [Fact]
    public void Two_thousandths_of_an_hour_are_seven_seconds_two_and_each_unit_is_known_by_its_symbol()
    {
        Assert.Equal(7.2m, 20 * TimeUnit.TenThousandthHour.Seconds());
        Assert.Equal(464.022m, 773.37m * TimeUnit.Centiminute.Seconds());
        Assert.Equal(6.12m, 170 * TimeUnit.Tmu.Seconds());
        Assert.All(Enum.GetValues<TimeUnit>(), u => Assert.Equal(u, TimeUnits.Named(u.Symbol())));
        Assert.Null(TimeUnits.Named("jours"));
    }

    private static PlantCalendar Holding(IEnumerable<SpecialDay> days) => new([Morning, Afternoon], days.ToDictionary(d => d.Day));
}
