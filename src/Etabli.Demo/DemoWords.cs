namespace Etabli.Demo;

/// <summary>The CSVs write plainly; pages are typeset: curly apostrophes, arrows, thin spaces.</summary>
internal static class DemoWords
{
    public static string Typeset(string plain) => plain
        .Replace('\'', '’')
        .Replace(" -> ", " → ", StringComparison.Ordinal)
        .Replace("<=", "≤", StringComparison.Ordinal)
        .Replace(">=", "≥", StringComparison.Ordinal)
        .Replace(" %", "\u202F%", StringComparison.Ordinal)
        .Replace(" :", "\u00A0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00A0;", StringComparison.Ordinal)
        .Replace(" ?", "\u00A0?", StringComparison.Ordinal)
        .Replace("« ", "«\u00A0", StringComparison.Ordinal)
        .Replace(" »", "\u00A0»", StringComparison.Ordinal);

    /// <summary>A sentence of ours: first letter up.</summary>
    public static string Sentence(string plain)
    {
        var text = Typeset(plain);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
