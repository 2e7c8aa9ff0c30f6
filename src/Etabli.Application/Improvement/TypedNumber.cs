using System.Globalization;

namespace Etabli.Application.Improvement;

/// <summary>A number as somebody typed or pasted it: comma or point, thin spaces, a percent sign (fr: nombre saisi).</summary>
public static class TypedNumber
{
    /// <summary>Reads it; the last of comma and point is the decimal mark, unless it can only be a thousands mark.</summary>
    /// <param name="text">"1 234,5", "56.5 %", "−3".</param>
    /// <param name="culture">"fr" or "en": tells what "1,234" means (1.234 in French, 1234 in English).</param>
    /// <param name="value">The number read; 0 when it cannot be.</param>
    public static bool TryRead(string? text, string culture, out decimal value)
    {
        value = 0;
        var bare = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '%' or '\''))])
            .Replace('\u2212', '-');
        if (bare.Length is 0 or > 30)
        {
            return false;
        }

        var comma = bare.LastIndexOf(',');
        var point = bare.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
        {
            bare = comma > point ? bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : bare.Replace(",", "", StringComparison.Ordinal);
        }
        else if (comma >= 0)
        {
            var thousands = culture == "en" && bare.Length - comma == 4;
            bare = thousands ? bare.Replace(",", "", StringComparison.Ordinal) : bare.Replace(',', '.');
        }

        return decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
