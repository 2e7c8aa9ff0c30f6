using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkSamplings;

/// <summary>Draws what was seen at random moments: one bar of the whole, then each state with its share and its interval. (fr: observations instantanées)</summary>
public static class WorkSamplingDrawing
{
    private const double Narrowest = 150;
    private const double Pitch = 8;
    private const int Most = 20;
    private static readonly Tone[] Series = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(WorkSamplingChart chart, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, WorkSamplingWords.In(sheet.Language));
        if (chart.Count == 0)
        {
            return FigureFrame.Empty(sheet, chart.Title, words.Nothing);
        }

        var shown = chart.States.Take(Most).ToList();
        var notes = chart.Notes.Concat(chart.States.Count > Most ? [string.Format(CultureInfo.InvariantCulture, words.More, chart.States.Count - Most)] : []).SelectMany(n => TextFitting.Wrap(n, sheet.Width, Small.Size, Small.Face, 2)).ToList();
        var axis = 25 + shown.Count * Pitch;
        var reading = string.Join(", ", shown.Select(s => s.State + " " + Share(s.Share, language) + Give(s, language))) + ".";
        return FigureFrame.Draw(sheet, axis + 9 + notes.Count * 4, chart.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, chart.Title, language.Counted(chart.Count, words.One, words.Many), chart.Period);
            DrawWhole(pen, shown, sheet.Width);
            DrawStates(pen, chart, shown, sheet, words, axis);
            pen.Lines(0, axis + 11, notes, Small, 4);
        });
    }

    private static void DrawWhole(SvgPen pen, List<SampledState> shown, double width)
    {
        var x = 0.0;
        for (var i = 0; i < shown.Count; i++)
        {
            var wide = Math.Min(width - x, (double)shown[i].Share * width);
            pen.Begin(shown[i].State);
            pen.Rect(x, 8, wide, 7, new Paint(Series[i % Series.Length], Tone.Paper, 0.3, Opacity: i < Series.Length ? 1 : 0.55));
            pen.End();
            x += wide;
        }
    }

    private static void DrawStates(SvgPen pen, WorkSamplingChart chart, List<SampledState> shown, Sheet sheet, WorkSamplingWords words, double axis)
    {
        var language = sheet.Language;
        var left = Math.Min(48, shown.Max(s => Body.Measure(s.State)) + 7);
        var right = sheet.Width - 48;
        var top = shown.Max(s => Math.Max(s.High, s.Share));
        var scale = ValueAxis.Of([0, (double)top * 100], 6, fromZero: true);
        double X(double percent) => left + Math.Clamp(percent / Math.Max(scale.High, 1e-9), 0, 1) * (right - left);
        foreach (var graduation in scale.Graduations)
        {
            pen.Line(X(graduation), 21, X(graduation), axis, Paint.Line(Tone.Grid, Paint.Fine));
            pen.Text(X(graduation), axis + 4, language.WithUnit(language.Number((decimal)graduation, scale.Decimals), "%"), Small with { Anchor = Anchor.Middle });
        }

        pen.Text(sheet.Width - 34, 20, words.Count, Small with { Anchor = Anchor.End });
        pen.Text(sheet.Width, 20, string.Format(CultureInfo.InvariantCulture, words.Share, language.Number(chart.Level, chart.Level == decimal.Truncate(chart.Level) ? 0 : 1)), Small with { Anchor = Anchor.End }, 33);
        for (var i = 0; i < shown.Count; i++)
        {
            var (state, y) = (shown[i], 22 + i * Pitch);
            pen.Begin(state.State + ", " + Share(state.Share, language));
            pen.Rect(0, y + 1.7, 3.4, 3.4, new Paint(Series[i % Series.Length], Opacity: i < Series.Length ? 1 : 0.55));
            pen.Text(5, y + 4.5, state.State, Body, left - 6);
            pen.Rect(left, y + 0.8, Math.Max(0.2, X((double)state.Share * 100) - left), 5.2, new Paint(Series[i % Series.Length], Opacity: i < Series.Length ? 1 : 0.55));
            var (low, high) = (X((double)state.Low * 100), X((double)state.High * 100));

            // On paper first, so that the whisker is seen on its bar as beside it.
            foreach (var paint in new[] { Paint.Line(Tone.Paper, 1.1), Paint.Line(Tone.Ink, 0.4) })
            {
                pen.Line(low, y + 3.4, high, y + 3.4, paint);
                pen.Line(low, y + 2, low, y + 4.8, paint);
                pen.Line(high, y + 2, high, y + 4.8, paint);
            }

            pen.Text(sheet.Width - 34, y + 4.5, language.Number(state.Count), Number);
            pen.Text(sheet.Width, y + 4.5, Share(state.Share, language) + Give(state, language), Number with { Face = i == 0 ? FontFace.Semibold : FontFace.Sans }, 33);
            pen.End();
        }
    }

    private static string Share(decimal share, Language language) => language.WithUnit(language.Number(share * 100, 1), "%");

    private static string Give(SampledState state, Language language) => state.Precision is { } precision ? " ± " + language.Number(precision * 100, 1) : string.Empty;
}
