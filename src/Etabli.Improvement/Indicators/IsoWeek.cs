using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Etabli.Improvement.Indicators;

/// <summary>A week of the ISO calendar: Monday to Sunday, week 1 holds the year's first Thursday (fr: semaine ISO).</summary>
/// <remarks>Source: ISO 8601-1:2019, week dates. Written S36 in French and W36 in English; both are read.</remarks>
public readonly record struct IsoWeek : IComparable<IsoWeek>
{
    /// <summary>A week of a year.</summary>
    /// <param name="year">The week-numbering year, 1 to 9999; not always the calendar year of its days.</param>
    /// <param name="number">1 to 52, or 53 in long years.</param>
    /// <exception cref="ArgumentOutOfRangeException">That year has no such week.</exception>
    public IsoWeek(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, WeeksIn(year));
        Year = year;
        Number = number;
    }

    public int Year { get; }

    public int Number { get; }

    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>52 or 53.</summary>
    public static int WeeksIn(int year) => ISOWeek.GetWeeksInYear(year);

    /// <summary>The week a day falls in.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var instant = day.ToDateTime(TimeOnly.MinValue);
        return new(ISOWeek.GetYear(instant), ISOWeek.GetWeekOfYear(instant));
    }

    /// <summary>Reads 2025-S36, 2025-W36, 2025S36, 2025 s 36, S36-2025, W36 2025, 36/2025.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IsoWeek week)
    {
        week = default;
        var parts = (text ?? "").ToUpperInvariant()
            .Replace('S', ' ').Replace('W', ' ').Replace('-', ' ').Replace('/', ' ').Replace('.', ' ')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second))
        {
            return false;
        }

        var (year, number) = parts[0].Length == 4 ? (first, second) : (second, first);
        if (year is < 1000 or > 9998 || number < 1 || number > WeeksIn(year))
        {
            return false;
        }

        week = new(year, number);
        return true;
    }

    /// <summary>So many weeks later, or earlier when negative.</summary>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(checked(weeks * 7)));

    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    /// <summary>As the ISO writes it: 2025-W36.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
