using System.Globalization;
using System.Text;

namespace Etabli.Web.Methods;

/// <summary>Finds methods by their name, code or another word for them; accents and capitals do not count.</summary>
public static class MethodSearch
{
    /// <summary>Methods whose words hold every word sought, in the order of the index; all of them when nothing is sought.</summary>
    public static IReadOnlyList<MethodEntry> Find(string? sought)
    {
        var words = Fold(sought ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. MethodIndex.All.Where(m => words.All(Words(m).Contains))];
    }

    /// <summary>Small letters without accents, one space between words: "Bâtonnage" and "batonnage" are one.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Words(MethodEntry method) => Fold(string.Join(' ', method.Also.Prepend(method.EnglishName).Prepend(method.Name).Prepend(method.Id)));
}
