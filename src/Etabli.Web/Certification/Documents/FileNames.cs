using System.Globalization;
using System.Text;

namespace Etabli.Web.Certification.Documents;

/// <summary>Names of the files that are downloaded: letters, digits and dashes, so that every system keeps them.</summary>
public static class FileNames
{
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var name = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var character in part.Normalize(NormalizationForm.FormD))
            {
                if (char.IsAsciiLetterOrDigit(character))
                {
                    name.Append(char.ToLowerInvariant(character));
                }
                else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '-')
                {
                    name.Append('-');
                }
            }

            if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var kept = name.ToString().Trim('-');
        return (kept.Length > 100 ? kept[..100].Trim('-') : kept) + ".pdf";
    }
}
