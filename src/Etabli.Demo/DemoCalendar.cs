namespace Etabli.Demo;

/// <summary>
/// The story's today is Friday 23 January 2026. Loaded on another day, the whole story moves by whole weeks, so that what is
/// late is late by days, and Mondays stay Mondays.
/// </summary>
internal sealed class DemoCalendar
{
    /// <summary>The day the story is told.</summary>
    public static readonly DateOnly StoryDay = new(2026, 1, 23);

    private readonly int shift;

    public DemoCalendar(DateOnly today)
    {
        Today = today;
        var days = today.DayNumber - StoryDay.DayNumber;
        shift = (days >= 0 ? days / 7 : (days - 6) / 7) * 7;
    }

    public DateOnly Today { get; }

    /// <summary>A day of the story, as a day of this loading.</summary>
    public DateOnly Day(int year, int month, int day) => new DateOnly(year, month, day).AddDays(shift);

    /// <summary>A day of a CSV: 2026-01-12.</summary>
    public DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(shift);
}
