namespace Etabli.Figures.Ink;

/// <summary>Makes a text fit its place: in lines, or cut with an ellipsis. (fr: justification)</summary>
public static class TextFitting
{
    private const char Ellipsis = '…';

    /// <summary>The text, cut with an ellipsis if it is wider than its place.</summary>
    /// <param name="text">What is to be written.</param>
    /// <param name="width">Width of the place.</param>
    /// <param name="size">Size of the characters.</param>
    /// <param name="face">Face they are written with.</param>
    public static string Shorten(string text, double width, double size, FontFace face = FontFace.Sans)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TextWidths.Of(text, size, face) <= width)
        {
            return text;
        }

        for (var length = text.Length - 1; length > 0; length--)
        {
            if (char.IsHighSurrogate(text[length - 1]))
            {
                continue;
            }

            var cut = text[..length].TrimEnd(' ', ',', ';', ':', '.', '\u00A0', '\u202F') + Ellipsis;
            if (TextWidths.Of(cut, size, face) <= width)
            {
                return cut;
            }
        }

        return string.Empty;
    }

    /// <summary>
    /// The text in lines no wider than their place, broken at spaces; no-break spaces hold; a word too long for a line is
    /// cut. Lines beyond <paramref name="most"/> are dropped and the last kept one ends with an ellipsis.
    /// </summary>
    /// <param name="text">What is to be written.</param>
    /// <param name="width">Width of the place.</param>
    /// <param name="size">Size of the characters.</param>
    /// <param name="face">Face they are written with.</param>
    /// <param name="most">Most lines the place holds.</param>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, FontFace face = FontFace.Sans, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (TextWidths.Of(longer, size, face) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = BreakWord(word, width, size, face, lines);
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1] + " " + lines[most];
        lines.RemoveRange(most - 1, lines.Count - most + 1);
        lines.Add(Cut(last, width, size, face));
        return lines;
    }

    private static string Cut(string text, double width, double size, FontFace face)
    {
        var cut = Shorten(text, width, size, face);
        return cut.EndsWith(Ellipsis) ? cut : Shorten(text + Ellipsis + "—", width, size, face);
    }

    private static string BreakWord(string word, double width, double size, FontFace face, List<string> lines)
    {
        while (TextWidths.Of(word, size, face) > width && word.Length > 1)
        {
            var length = word.Length - 1;
            while (length > 1 && TextWidths.Of(word[..length], size, face) > width)
            {
                length--;
            }

            lines.Add(word[..length]);
            word = word[length..];
        }

        return word;
    }
}
