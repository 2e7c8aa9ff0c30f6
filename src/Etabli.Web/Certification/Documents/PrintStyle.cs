using System.Text;
using Etabli.Figures.Ink;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>
/// The page boxes of one document: running head, cartouche with page numbers. Only a PDF gets them, from a file of its
/// own folder, because their words change with the document and the site allows no inline style.
/// </summary>
public static class PrintStyle
{
    /// <summary>The stylesheet of a document's pages.</summary>
    public static string Of(DocumentFrame frame, IStringLocalizer<DocumentWords> words)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(words);
        var css = new StringBuilder();
        css.Append("@page longue {\n");
        Box(css, "@top-left", Quoted(frame.Left), "");
        Box(css, "@top-right", Quoted(frame.Right), "text-align: right;");
        var page = Quoted(words["Page"] + " ") + " counter(page) \" / \" counter(pages)";
        Box(css, "@bottom-left", frame.Cells.Count > 0 ? Cell(frame.Cells[0], 52) : "\"\"", "");
        Box(css, "@bottom-center", frame.Cells.Count > 1 ? Cell(frame.Cells[1], 37) : "\"\"", "");
        Box(css, "@bottom-right", frame.Cells.Count > 2 ? $"{Quoted($"{frame.Cells[2].Label} {frame.Cells[2].Value}")} \"\\A\" {page}" : page, "");
        css.Append("}\n");
        return css.ToString();
    }

    /// <summary>A text as a CSS string: nothing in it can end the string or the rule.</summary>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var css = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\' or '<' or '>' or '&' || char.IsControl(character))
            {
                css.Append('\\').Append(((int)character).ToString("x6", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                css.Append(character);
            }
        }

        return css.Append('"').ToString();
    }

    // A box of the page has no other line than its two: what is too long is cut, as in a drawing.
    private static string Cell((string Label, string Value) cell, double width) =>
        $"{Quoted(cell.Label)} \"\\A\" {Quoted(TextFitting.Shorten(cell.Value, width, 2.65))}";

    private static void Box(StringBuilder css, string box, string content, string more) =>
        css.Append("  ").Append(box).Append(" { content: ").Append(content).Append("; ").Append(more).Append(" }\n");
}
