using System.Globalization;

namespace Etabli.Figures.Ink;

/// <summary>
/// Writes numbers, dates and weeks as French or English readers expect them, without asking the machine's cultures: the
/// same figure is the same bytes everywhere. (fr: langue)
/// </summary>
public sealed class Language
{
    private const char NarrowSpace = '\u202F';
    private const char NoBreakSpace = '\u00A0';
    private readonly bool french;

    private Language(bool french)
    {
        this.french = french;
        Words = french ? InkWords.French : InkWords.English;
    }

    /// <summary>French.</summary>
    public static Language French { get; } = new(true);

    /// <summary>English.</summary>
    public static Language English { get; } = new(false);

    /// <summary>Code of the language, for <c>lang</c>.</summary>
    public string Code => french ? "fr" : "en";

    internal InkWords Words { get; }

    /// <summary>The language of a culture name such as <c>fr-FR</c>; anything but English is French.</summary>
    /// <param name="culture">Culture name.</param>
    public static Language Of(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : French;
    }

    /// <summary>A number, thousands and decimals separated as the language does, with a true minus sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the separator.</param>
    public string Number(decimal value, int decimals = 0)
    {
        var plain = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        for (var at = whole.Length - 3; at > 0; at -= 3)
        {
            whole = whole.Insert(at, french ? NarrowSpace.ToString() : ",");
        }

        var written = point < 0 ? whole : whole + (french ? ',' : '.') + plain[(point + 1)..];
        var zero = written.All(character => character is '0' or ',' or '.');
        return value < 0 && !zero ? "−" + written : written;
    }

    /// <summary>A number with its sign, always: a gap, a change.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the separator.</param>
    public string Signed(decimal value, int decimals = 0) => (value > 0 ? "+" : string.Empty) + Number(value, decimals);

    /// <summary>A number with its unit, which never leaves it at the end of a line.</summary>
    /// <param name="value">The number, already written.</param>
    /// <param name="unit">The unit; nothing is added if it is empty.</param>
    public string WithUnit(string value, string? unit)
    {
        if (string.IsNullOrEmpty(unit))
        {
            return value;
        }

        var between = unit is "%" or "‰" ? french ? NarrowSpace.ToString() : string.Empty : NoBreakSpace.ToString();
        return value + between + unit;
    }

    /// <summary>A date in digits: <c>27/03/2026</c>, or <c>27 Mar 2026</c> in English, where digits alone are ambiguous.</summary>
    /// <param name="day">The day.</param>
    public string Date(DateOnly day) => french
        ? day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day}{NoBreakSpace}{Words.Months[day.Month - 1]}{NoBreakSpace}{day.Year}");

    /// <summary>A date with its day of the week: <c>ven. 27 mars 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public string LongDate(DateOnly day)
    {
        var number = french && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Words.Days[(int)day.DayOfWeek]} {number}{NoBreakSpace}{Words.Months[day.Month - 1]}{NoBreakSpace}{day.Year}");
    }

    /// <summary>A week by its number: <c>S48</c>, <c>W48</c>.</summary>
    /// <param name="week">The week.</param>
    public string Week(IsoWeek week) => Words.WeekLetter + week.Number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A label and its value: French puts a no-break space before the colon.</summary>
    /// <param name="label">The label.</param>
    /// <param name="value">The value.</param>
    public string Labelled(string label, string value) => label + (french ? "\u00A0: " : ": ") + value;

    /// <summary>A count with its noun in the right number: zero is singular in French, plural in English.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">Noun in the singular.</param>
    /// <param name="many">Noun in the plural.</param>
    public string Counted(int count, string one, string many)
    {
        var singular = french ? Math.Abs(count) < 2 : count == 1;
        return Number(count) + NoBreakSpace + (singular ? one : many);
    }
}
