using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Improvement.Parts;

/// <summary>Small true pictures for the shelf of a step: drawn from the counts themselves.</summary>
internal static class Thumbnails
{
    private const decimal Wide = 128;

    /// <summary>Counts as bars on a line.</summary>
    public static MarkupString Bars(IReadOnlyList<int> counts, string label)
    {
        var most = Math.Max(1, counts.DefaultIfEmpty(1).Max());
        var step = 120m / Math.Max(1, counts.Count);
        var bars = new StringBuilder();
        for (var i = 0; i < counts.Count; i++)
        {
            var height = 44m * counts[i] / most;
            bars.Append(Rect("v-encre", 4 + (i * step), 50 - height, Math.Min(step - 3, 20), height));
        }

        return Svg($"{label}\u00A0: {string.Join(", ", counts)}", bars.Append("<path class=\"v-trait\" d=\"M0 50.5h128\"/>"));
    }

    /// <summary>The states of a plan as the parts of one bar.</summary>
    public static MarkupString States(int closed, int underWay, int late, int toDo)
    {
        const decimal gap = 1.5m;
        var parts = new (string Class, int Count)[] { ("v-bon", closed), ("v-accent", underWay), ("v-mauvais", late), ("v-vide", toDo) }.Where(p => p.Count > 0).ToList();
        var unit = (Wide - 2 - ((parts.Count - 1) * gap)) / Math.Max(1, parts.Sum(p => p.Count));
        var bar = new StringBuilder();
        var x = 0.5m;
        foreach (var (look, count) in parts)
        {
            var width = count * unit;
            bar.Append(Rect(look, x, 14, width, 16));
            bar.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x + (width / 2))}\" y=\"45\" font-size=\"12\" text-anchor=\"middle\">{count}</text>");
            x += width + gap;
        }

        return Svg(string.Join(" / ", closed, underWay, late, toDo), bar);
    }

    /// <summary>One dot each, on a line; fourteen at most.</summary>
    public static MarkupString Dots(int count)
    {
        var shown = Math.Min(count, 14);
        var gap = shown <= 1 ? 0 : Math.Min(16m, 112m / (shown - 1));
        var dots = new StringBuilder("<path class=\"v-trait\" d=\"M4 28.5h120\"/>");
        for (var i = 0; i < shown; i++)
        {
            dots.Append(CultureInfo.InvariantCulture, $"<circle class=\"v-encre\" cx=\"{N(8 + (i * gap))}\" cy=\"28.5\" r=\"4.5\"/>");
        }

        return Svg(count.ToString(CultureInfo.InvariantCulture), dots);
    }

    /// <summary>A sheet of paper.</summary>
    public static MarkupString Page() =>
        new("<svg class=\"vue\" viewBox=\"0 0 128 56\" aria-hidden=\"true\"><path class=\"v-feuille\" d=\"M48 4h22l10 10v38H48z\"/><path class=\"v-trait\" d=\"M54 24h20M54 32h20M54 40h14\"/></svg>");

    /// <summary>A figure drawn elsewhere, in the room of a thumbnail.</summary>
    public static MarkupString Of(MarkupString drawing) => new($"<div class=\"vue\">{drawing.Value}</div>");

    private static MarkupString Svg(string label, StringBuilder inside) =>
        new($"<svg class=\"vue\" viewBox=\"0 0 128 56\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">{inside}</svg>");

    private static string Rect(string look, decimal x, decimal y, decimal width, decimal height) =>
        $"<rect class=\"{look}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/>";

    private static string N(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
