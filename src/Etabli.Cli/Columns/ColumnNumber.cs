using System.Globalization;

namespace Etabli.Cli.Columns;

/// <summary>A number as people write it: 12.5 and 12,5, 1 234,5, −3, 1e-3; never guessed when it may be two things.</summary>
internal static class ColumnNumber
{
    /// <summary>Beyond, the fourth power no longer fits: the methods refuse it.</summary>
    public const double Largest = 1e75;

    /// <summary>Reads one number; null and the fault when it is none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="betweenCommas">Whether cells are separated by commas: then "1,234" is thousands to some and is refused.</param>
    /// <param name="fault">Key of what is wrong.</param>
    public static double? Read(ReadOnlySpan<char> text, bool betweenCommas, out string fault)
    {
        fault = "Empty";
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        fault = "NotANumber";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !Mended(text, betweenCommas, ref fault, out value))
        {
            return null;
        }

        if (!double.IsFinite(value) || Math.Abs(value) > Largest)
        {
            fault = double.IsFinite(value) ? "TooLarge" : "NotFinite";
            return null;
        }

        return value;
    }

    private static bool Mended(ReadOnlySpan<char> text, bool betweenCommas, ref string fault, out double value)
    {
        value = 0;
        if (text.Length > 64)
        {
            return false;
        }

        Span<char> bare = stackalloc char[text.Length];
        var (length, comma, blank) = (0, -1, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\u00A0' or '\u202F' or '\u2009')
            {
                // A blank parts thousands: three digits follow each, and digits go before.
                if (i == 0 || !char.IsAsciiDigit(text[i - 1]) || comma >= 0 || (blank >= 0 && length - blank != 3))
                {
                    return false;
                }

                blank = length;
                continue;
            }

            if (c is ',' or '.')
            {
                if (comma >= 0 || (blank >= 0 && length - blank != 3))
                {
                    return false;
                }

                comma = length;
            }

            bare[length++] = c switch { ',' => '.', '\u2212' => '-', _ => c };
        }

        if (blank >= 0 && comma < 0 && length - blank != 3)
        {
            return false;
        }

        if (betweenCommas && comma >= 0 && text.Contains(',') && length - comma - 1 == 3)
        {
            fault = "Ambiguous";
            return false;
        }

        return double.TryParse(bare[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
