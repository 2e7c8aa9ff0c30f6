using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

/// <summary>Draws a capability study: histogram, curves, tolerances, box of numbers, sentence of verdict or of refusal. (fr: capabilité)</summary>
public static class CapabilityDrawing
{
    private const double Narrowest = 170;
    private const double BoxWidth = 66;
    private const double Top = 20;
    private const double PlotHeight = 76;

    /// <summary>Draws it.</summary>
    /// <param name="study">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 170 mm wide or more.</param>
    public static string Draw(CapabilityStudy study, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var words = CapabilityWords.In(sheet.Language);
        if (study.Classes.Count == 0)
        {
            return FigureFrame.Empty(sheet, study.Title, words.Nothing);
        }

        var box = CapabilityBox.Of(study, sheet.Language, words);
        var plot = new CapabilityPlot(study, sheet, words, sheet.Width - BoxWidth - 5, Top, PlotHeight);
        var body = Math.Max(Top + PlotHeight + plot.FootHeight + 1.5, 8 + box.Height);
        var sentence = study.Refusal ?? study.Verdict;
        var strip = VerdictStrip.Of(sentence, study.Refusal is null ? study.VerdictStatus : Status.Warning, sheet.Width);
        var reading = study.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Number(study.Count), sheet.Language.Written(study.Mean, study.Decimals), sheet.Language.Written(study.ObservedPpm, 0), sentence).TrimEnd();
        return FigureFrame.Draw(sheet, body + strip.Height, study.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, FigureHead.WithUnit(study.Characteristic, study.Unit), sheet.Language.Number(study.Count), study.Period);
            plot.Draw(pen);
            box.Draw(pen, sheet.Width - BoxWidth, 8, BoxWidth);
            strip.Draw(pen, body);
        }, Hatching.Waste, Hatching.Unset);
    }
}
