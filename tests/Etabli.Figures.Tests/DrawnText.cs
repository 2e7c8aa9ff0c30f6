using System.Globalization;
using System.Xml.Linq;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

/// <summary>A text of a drawing and the place it takes.</summary>
internal sealed record DrawnText(string Text, double Size, double Left, double Right, double Top, double Bottom)
{
    internal bool Overlaps(DrawnText other) =>
        Left < other.Right - 0.05 && other.Left < Right - 0.05 && Top < other.Bottom - 0.05 && other.Top < Bottom - 0.05;

    /// <summary>Whether an upright or level line runs through the letters.</summary>
    internal bool IsCrossedBy((double X, double Y) from, (double X, double Y) to) =>
        Math.Min(from.X, to.X) < Right - 0.1 && Math.Max(from.X, to.X) > Left + 0.1 && Math.Min(from.Y, to.Y) < Bottom - 0.1 && Math.Max(from.Y, to.Y) > Top + 0.1;

    internal static List<DrawnText> In(XDocument drawing) => [.. drawing.Descendants().Where(element => element.Name.LocalName == "text").Select(Of)];

    internal static double Value(XElement element, string name) =>
        double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);

    internal static double Height(XDocument drawing) => double.Parse(drawing.Root!.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);

    private static DrawnText Of(XElement element)
    {
        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        var size = Value(element, "font-size");
        var face = element.Attribute("font-family") is not null ? FontFace.Mono : element.Attribute("font-weight") is not null ? FontFace.Semibold : FontFace.Sans;
        var width = TextWidths.Of(text, size, face);
        var x = Value(element, "x");
        var left = element.Attribute("text-anchor")?.Value switch { "middle" => x - width / 2, "end" => x - width, _ => x };
        var y = Value(element, "y");
        return new DrawnText(text, size, left, left + width, y - size * TextWidths.CapHeight, y + size * 0.05);
    }
}
