using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Certification.Documents;

/// <summary>Lets a drawing of ours into a page as markup, and nothing else: what Etabli.Figures writes is recognised, the rest is refused.</summary>
public static partial class OwnDrawing
{
    /// <summary>The drawing as markup; null when it is not one of ours.</summary>
    public static MarkupString? Of(string? svg) =>
        svg is not null && svg.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"encre\"", StringComparison.Ordinal) && !Foreign().IsMatch(svg)
            ? new MarkupString(svg)
            : null;

    [GeneratedRegex("<\\s*(?:script|style|foreignObject|iframe|use|a|animate|set)\\b|\\son[a-z]+\\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
