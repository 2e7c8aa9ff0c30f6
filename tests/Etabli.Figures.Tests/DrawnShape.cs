using System.Globalization;
using System.Xml.Linq;

namespace Etabli.Figures.Tests;

/// <summary>Where the lines and outlines of a drawing run.</summary>
internal static class DrawnShape
{
    internal static IEnumerable<(double X, double Y)> Points(XDocument drawing)
    {
        foreach (var element in Drawn(drawing))
        {
            switch (element.Name.LocalName)
            {
                case "polyline" or "polygon":
                    foreach (var point in PointsOf(element))
                    {
                        yield return point;
                    }

                    break;
                case "line":
                    yield return (DrawnText.Value(element, "x1"), DrawnText.Value(element, "y1"));
                    yield return (DrawnText.Value(element, "x2"), DrawnText.Value(element, "y2"));
                    break;
                case "circle":
                    var (x, y, r) = (DrawnText.Value(element, "cx"), DrawnText.Value(element, "cy"), DrawnText.Value(element, "r"));
                    yield return (x - r, y - r);
                    yield return (x + r, y + r);
                    break;
            }
        }
    }

    /// <summary>The straight parts, upright or level, of lines that enclose nothing.</summary>
    internal static IEnumerable<((double X, double Y) From, (double X, double Y) To)> OpenLines(XDocument drawing) => Drawn(drawing)
        .Where(element => element.Name.LocalName == "polyline" && element.Attribute("fill")?.Value == "none")
        .SelectMany(element =>
        {
            var points = PointsOf(element);
            return points.Zip(points.Skip(1));
        })
        .Where(part => part.First.X == part.Second.X || part.First.Y == part.Second.Y)
        .Select(part => (part.First, part.Second));

    private static IEnumerable<XElement> Drawn(XDocument drawing) => drawing.Descendants().Where(element => !element.Ancestors().Any(above => above.Name.LocalName == "defs"));

    private static List<(double X, double Y)> PointsOf(XElement element) => [.. element.Attribute("points")!.Value.Split(' ').Select(pair =>
    {
        var parts = pair.Split(',');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    })];
}
