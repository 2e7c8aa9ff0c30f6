using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>Draws a value stream map, laid out by itself; 400 mm is an A3 between its margins. (fr: cartographie de la chaîne de valeur)</summary>
public static class ValueStreamMapDrawing
{
    internal const double PageRatio = 277.0 / 400;

    /// <summary>Draws the map at the roomiest density that keeps it on a landscape page.</summary>
    /// <param name="map">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 180 mm wide or more.</param>
    public static string Draw(ValueStreamMap map, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 180, nameof(sheet));
        var words = MapWords.In(sheet.Language);
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var graph = new MapGraph(map);
        var output = new StringWriter(CultureInfo.InvariantCulture);
        if (graph.Nodes.Count == 0)
        {
            var empty = new SvgPen(output, sheet, 60 + strip, map.Title, words.Nothing);
            EmptyPlace.Draw(empty, 0, 0, sheet.Width, 60, words.Nothing);
            sheet.Cartouche?.Draw(empty, sheet.Language, 63);
            empty.Finish();
            return output.ToString();
        }

        var scene = MapScene.Fit(map, graph, sheet, words, sheet.Width * PageRatio - strip);
        var pen = new SvgPen(output, sheet, scene.Height + strip, map.Title, Reading(map, sheet.Language, words), Hatching.Unset);
        scene.Draw(pen);
        sheet.Cartouche?.Draw(pen, sheet.Language, scene.Height + 3);
        pen.Finish();
        return output.ToString();
    }

    internal static string Reading(ValueStreamMap map, Language language, MapWords words)
    {
        var parts = new List<string>
        {
            language.Counted(map.Nodes.Count(node => node is MapProcess), words.ProcessOne, words.ProcessMany),
            language.Counted(map.Nodes.Count(node => node is MapStock), words.StockOne, words.StockMany),
        };
        if (map.Totals is { } totals)
        {
            parts.Add(words.LeadTime.ToLowerInvariant() + " " + totals.LeadTime.In(language));
        }

        if (map.Takt is { } takt)
        {
            parts.Add(words.Takt.ToLowerInvariant() + " " + takt.Value.In(language));
        }

        parts.AddRange(map.Nodes.OfType<MapProcess>().Where(process => process.IsBottleneck).Select(process => process.Code + " " + words.Bottleneck));
        var sentence = string.Join(", ", parts) + ".";
        return string.IsNullOrEmpty(map.State) ? sentence : language.Labelled(map.State, sentence);
    }
}
