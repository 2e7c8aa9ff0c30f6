using System.Globalization;
using System.Text;

namespace Etabli.Application.Files;

/// <summary>A name as a person may see it: no path, no invisible sign, no length that breaks a page.</summary>
public static class FileName
{
    public const int Longest = 120;

    /// <summary>
    /// Keeps the last part of a path whatever system wrote it, drops control and direction signs (which can make
    /// "fdp.exe" read as "exe.pdf"), and shortens the middle while keeping the ending.
    /// </summary>
    public static string Clean(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        last = last.Length > 1_000 ? last[..500] + last[^500..] : last;
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        var name = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        if (name.Length == 0)
        {
            return "fichier";
        }

        if (name.Length <= Longest)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        ending = ending.Length > 10 ? "" : ending;
        var stem = name[..(Longest - ending.Length - 1)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + "…" + ending;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD);
}
