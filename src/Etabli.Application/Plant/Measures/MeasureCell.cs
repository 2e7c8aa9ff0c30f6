using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;

namespace Etabli.Application.Plant.Measures;

/// <summary>Cells of a record: what people write, what is kept, what is shown (fr: cellule).</summary>
public static class MeasureCell
{
    private static readonly string[] Clocks = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"];
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss", "d/M/yyyy H:mm"];

    /// <summary>The kinds a column can have, narrowest first.</summary>
    public static IReadOnlyList<CellKind> Kinds { get; } = [CellKind.Number, CellKind.Day, CellKind.Clock, CellKind.Moment, CellKind.Text];

    /// <summary>What a cell says, as it is kept: a number in the invariant culture with the decimals it was written with; null when it is not of that kind. An empty cell is always kept.</summary>
    /// <param name="kind">Kind of its column.</param>
    /// <param name="text">What was written.</param>
    /// <param name="culture">"fr" or "en": how numbers are written.</param>
    public static string? Kept(CellKind kind, string text, string culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return "";
        }

        return kind switch
        {
            CellKind.Number => Number(text, culture),
            CellKind.Day => TypedDay.TryRead(text, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            CellKind.Clock => TimeOnly.TryParseExact(text.Replace('h', ':').TrimEnd(':'), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null,
            CellKind.Moment => DateTime.TryParseExact(text.TrimEnd('Z'), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : null,
            _ => text.Length <= MeasureTable.LongestCell ? text : null,
        };
    }

    /// <summary>A kept cell as a reader of this culture writes it.</summary>
    public static string Shown(CellKind kind, string kept, string culture)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Length == 0 ? "" : kind switch
        {
            CellKind.Number => culture == "en" ? kept : kept.Replace('.', ','),
            CellKind.Day => culture == "en" ? kept : DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            CellKind.Clock => kept.EndsWith(":00", StringComparison.Ordinal) ? kept[..5] : kept,
            CellKind.Moment => DateTime.ParseExact(kept, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture).ToString(culture == "en" ? "yyyy-MM-dd HH:mm:ss" : "dd'/'MM'/'yyyy HH:mm:ss", CultureInfo.InvariantCulture),
            _ => kept,
        };
    }

    /// <summary>A kept cell as a spreadsheet holds it; null when it says nothing.</summary>
    public static object? Value(CellKind kind, string kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Length == 0 ? null : kind switch
        {
            CellKind.Number => decimal.Parse(kept, NumberStyles.Float, CultureInfo.InvariantCulture),
            CellKind.Day => DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            CellKind.Moment or CellKind.Clock => Shown(kind, kept, "en"),
            _ => kept,
        };
    }

    // A code like 007 is no number: it would come back as 7.
    private static string? Number(string text, string culture)
    {
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
        {
            return null;
        }

        if (TypedNumber.TryRead(text, culture, out var value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        return text.Length <= 30 && text.AsSpan().IndexOfAny('e', 'E') > 0 && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value) ? value.ToString(CultureInfo.InvariantCulture) : null;
    }
}
