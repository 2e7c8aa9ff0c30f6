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
        var names = string.Join(", ", outside.Take(Named).Select(chart.LabelOf)) + (outside.Count > Named ? "…" : string.Empty);
        var verdict = outside.Count == 0
            ? string.Format(CultureInfo.InvariantCulture, words.ReadingNone, count)
            : string.Format(CultureInfo.InvariantCulture, words.ReadingSome, language.Number(outside.Count), count, names);
        return language.Labelled(plot.ShortName ?? plot.Name, limits + ", " + verdict);
    }
}
