using System.Globalization;

namespace Etabli.Web.Shell.Forms;

/// <summary>
/// Reads what people type: "1 234,5" and "1234.5" are the same number, whatever the language of the page. Forms keep the
/// text, so that a wrong value comes back as it was typed.
/// </summary>
public static class Typed
{
    public static decimal? Number(string? text)
    {
        var bare = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\u202F' or '\u00A0'))]).Replace('\u2212', '-').Replace(',', '.');
        return decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public static int? Whole(string? text) => Number(text) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A date as a date field sends it (2026-01-27) or as people write it (27/01/2026).</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact((text ?? "").Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact((text ?? "").Trim().Replace('h', ':'), ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>How a value stands in a control: dates as the browser wants them, numbers as the reader writes them.</summary>
    public static string? Shown(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.CurrentCulture),
        double number => number.ToString("0.############", CultureInfo.CurrentCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
