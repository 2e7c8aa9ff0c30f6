namespace Etabli.Cli.Columns;

/// <summary>What keeps a file of columns from being read, or a series from being measured: a sentence, and where.</summary>
internal sealed class ColumnFault : Exception
{
    public ColumnFault(string key, params object[] about)
        : base(Begun(Speech.Say($"Column.{key}", about))) => Key = char.ToLowerInvariant(key[0]) + key[1..];

    /// <summary>Stable English key of the fault.</summary>
    public string Key { get; }

    /// <summary>Line of the file, the heading counted; null when the fault is of the whole.</summary>
    public long? Line { get; init; }

    /// <summary>Heading of the column.</summary>
    public string? Column { get; init; }

    /// <summary>What was read there.</summary>
    public string? Text { get; init; }

    /// <summary>One cell that is not what its column asks.</summary>
    public static ColumnFault OfCell(string key, long line, string column, ReadOnlySpan<char> text)
    {
        var said = Shown(text);
        return new(key, line, column, said) { Line = line, Column = column, Text = said };
    }

    // A sentence whose place in the file is not known begins with what is wrong.
    private static string Begun(string sentence) => sentence.Length > 0 && char.IsLower(sentence[0]) ? char.ToUpper(sentence[0], System.Globalization.CultureInfo.CurrentUICulture) + sentence[1..] : sentence;

    /// <summary>A text fit for a terminal: no control, not endless.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var cut = text.Length > 60 ? string.Concat(text[..60], "…") : text.ToString();
        return string.Concat(cut.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) ? " " : r.ToString()));
    }
}
