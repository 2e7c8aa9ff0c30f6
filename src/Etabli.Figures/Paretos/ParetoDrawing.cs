using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Paretos;

/// <summary>Draws a Pareto: bars, cumulated line, the line at 80 %, the causes of class A apart. (fr: diagramme de Pareto)</summary>
public static class ParetoDrawing
{
    private const double Between = 10;

    /// <summary>Draws it, its second level under it if there is one.</summary>
    /// <param name="pareto">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(Pareto pareto, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(pareto);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var words = ParetoWords.In(sheet.Language);
        if (pareto.Bars.Count == 0 || pareto.Total <= 0)
        {
            return FigureFrame.Empty(sheet, pareto.Title, words.Nothing);
        }

        var first = new ParetoChart(pareto, sheet, words, 0);
        var second = pareto.Detail is { Pareto: { Bars.Count: > 0, Total: > 0 } detail } ? new ParetoChart(detail, sheet, words, first.Bottom + Between) : null;
        return FigureFrame.Draw(sheet, (second ?? first).Bottom, pareto.Title, Reading(pareto, sheet.Language, words), pen =>
        {
            first.Draw(pen, second is null ? null : pareto.Detail!.Bar, second?.Top);
            second?.Draw(pen, null, null);
        });
    }

    private static string Reading(Pareto pareto, Language language, ParetoWords words)
    {
        var heavy = pareto.ClassA;
        var causes = ParetoWords.Counted(language, heavy.Count, pareto.BarsAre);
        var share = heavy.Count == 0 ? 0 : heavy.Max(bar => bar.Cumulated);
        return string.Format(CultureInfo.InvariantCulture, words.Of, causes, pareto.Bars.Count, Share(share, language));
    }

    internal static string Share(decimal share, Language language) => new Amount(share * 100, "%", 1).In(language);
}
