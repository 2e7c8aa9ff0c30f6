using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

/// <summary>Says a control chart in one sentence, from its numbers.</summary>
internal static class ControlReading
{
    private const int Named = 8;

    internal static string Of(ControlChart chart, Language language, ControlWords words) =>
        string.Join(" ; ", chart.Plots.Select(plot => Of(chart, plot, language, words))) + ".";

    private static string Of(ControlChart chart, ControlPlot plot, Language language, ControlWords words)
    {
        var limits = plot.Limits.Count == 0 ? words.NoLimits : string.Format(
            CultureInfo.InvariantCulture,
            words.ReadingLimits,
            language.Written(plot.Limits[^1].Centre, plot.Decimals),
            language.Written(plot.Limits[^1].Lower, plot.Decimals),
            language.Written(plot.Limits[^1].Upper, plot.Decimals));
        List<int> outside = [.. ControlPlotDrawing.Known(plot).Where(mark => mark.Sign == ControlSign.Outside).Select(mark => mark.Index).Distinct().Order()];
        var count = language.Number(plot.Values.Count(double.IsFinite));
        var runs = Runs(outside, chart, language, words);
        var names = string.Join(", ", runs.Take(Named)) + (runs.Count > Named ? "…" : string.Empty);
        var verdict = outside.Count == 0
            ? string.Format(CultureInfo.InvariantCulture, words.ReadingNone, count)
            : string.Format(CultureInfo.InvariantCulture, words.ReadingSome, language.Number(outside.Count), count, names);
        return language.Labelled(plot.ShortName ?? plot.Name, limits + ", " + verdict);
    }

    /// <summary>Names of the points, three or more that follow one another told by their ends.</summary>
    internal static List<string> Runs(IReadOnlyList<int> indices, ControlChart chart, Language language, ControlWords words)
    {
        var runs = new List<string>();
        for (var i = 0; i < indices.Count; i++)
        {
            var last = i;
            while (last + 1 < indices.Count && indices[last + 1] == indices[last] + 1)
            {
                last++;
            }

            if (last - i >= 2)
            {
                runs.Add(chart.NameOf(indices[i], language) + "\u00A0" + words.To + "\u00A0" + chart.NameOf(indices[last], language));
                i = last;
            }
            else
            {
                runs.Add(chart.NameOf(indices[i], language));
            }
        }

        return runs;
    }
}
