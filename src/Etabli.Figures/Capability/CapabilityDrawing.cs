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
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

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
        var lines = string.IsNullOrEmpty(sentence) ? [] : TextFitting.Wrap(sentence, sheet.Width - 14, 3.2, FontFace.Semibold, 4);
        var strip = lines.Count == 0 ? 0 : Math.Max(8, 3.6 + lines.Count * 4.2) + 2;
        var reading = study.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Number(study.Count), sheet.Language.Written(study.Mean, study.Decimals), sheet.Language.Written(study.ObservedPpm, 0), sentence).TrimEnd();
        return FigureFrame.Draw(sheet, body + strip, study.Title, reading, pen =>
        {
            DrawHead(pen, study, sheet);
            plot.Draw(pen);
            box.Draw(pen, sheet.Width - BoxWidth, 8, BoxWidth);
            if (lines.Count > 0)
            {
                DrawSentence(pen, lines, body + 2, strip - 2, study.Refusal is null ? study.VerdictStatus : Status.Warning);
            }
        }, Hatching.Waste, Hatching.Unset);
    }

    private static void DrawHead(SvgPen pen, CapabilityStudy study, Sheet sheet)
    {
        var title = new TextStyle(3.6, FontFace.Semibold);
        var head = TextFitting.Shorten(study.Characteristic + (study.Unit.Length == 0 ? string.Empty : " (" + study.Unit + ")"), sheet.Width * 0.6, title.Size, title.Face);
        pen.Text(0, 4, head, title);
        pen.Text(title.Measure(head) + 3, 4, "n = " + sheet.Language.Number(study.Count) + (string.IsNullOrEmpty(study.Period) ? string.Empty : " · " + study.Period), Small with { Size = 3 }, sheet.Width - title.Measure(head) - 3);
    }

    private static void DrawSentence(SvgPen pen, IReadOnlyList<string> lines, double top, double height, Status status)
    {
        pen.Rect(0.2, top, pen.Width - 0.4, height - 0.2, new Paint(Tone.Sheet, Tone.Line, 0.25), 0.8);
        StatusMark.Draw(pen, 5.4, top + height / 2, 4.6, status);
        pen.Lines(11, top + height / 2 + 1.1 - (lines.Count - 1) * 2.1, lines, new TextStyle(3.2, FontFace.Semibold), 4.2);
    }
}
