using System.Globalization;

namespace Etabli.Figures.Ink;

/// <summary>A week of the ISO calendar, as workshops number them. (fr: semaine)</summary>
/// <param name="Year">Year the week belongs to.</param>
/// <param name="Number">Number of the week, 1 to 53.</param>
public readonly record struct IsoWeek(int Year, int Number) : IComparable<IsoWeek>
{
    /// <summary>The week a day is in.</summary>
    /// <param name="day">The day.</param>
    public static IsoWeek Of(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at));
    }

    /// <summary>Monday of the week.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>How many weeks after another one this week comes.</summary>
    /// <param name="other">The other week.</param>
    public int Since(IsoWeek other) => (Monday.DayNumber - other.Monday.DayNumber) / 7;

    /// <summary>The week that comes some weeks later.</summary>
    /// <param name="weeks">How many weeks later.</param>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <inheritdoc />
    public int CompareTo(IsoWeek other) => Monday.CompareTo(other.Monday);

    /// <summary>Whether a week comes before another.</summary>
    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    /// <summary>Whether a week comes after another.</summary>
    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    /// <summary>Whether a week does not come after another.</summary>
    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a week does not come before another.</summary>
    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;
}
