using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.Trends;

namespace Etabli.Figures.Histories;

/// <summary>Draws values in time as lines, or cases side by side as bars, with what changed from first to last. (fr: comparaison et historique)</summary>
public static class HistoryDrawing
{
    private const double Top = 12;
    private const double PlotHeight = 66;
    private const double Row = 4.6;
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly string?[] Dashes = [null, "2.4 1.2", "0.8 1", "4 1.2 0.8 1.2", "1.6 0.8", "3 0.8"];
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="history">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(History history, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var words = HistoryWords.In(sheet.Language);
        if (history.Count == 0)
        {
            return FigureFrame.Empty(sheet, history.Title, words.Nothing);
        }

        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Number(history.Count), history.Series.Count);
        var foot = Top + PlotHeight + 8 + (history.Series.Count + 1) * Row;
        return FigureFrame.Draw(sheet, foot, history.Title, reading, pen => DrawBody(pen, history, sheet, words));
    }

    private static void DrawBody(SvgPen pen, History history, Sheet sheet, HistoryWords words)
    {
        var language = sheet.Language;
        List<double> values = [.. history.Series.SelectMany(series => series.Values).OfType<decimal>().Select(value => (double)value)];
        if (history.Target is { } aim)
        {
            values.Add((double)aim);
        }

        // A bar's length is its value: bars always stand on zero.
        var scale = TrendScale.Of(history.IsInTime ? values : [0, .. values]);
        var left = scale.Graduations.Max(value => Small.Measure(language.Number((decimal)value, scale.Decimals))) + 3;
        var targetRoom = history.Target is { } said ? Small.Measure(words.Target + " " + language.Number(said, history.Decimals)) + 3 : 2;

        // The last name, under the last moment, ends with the sheet.
        var right = sheet.Width - Math.Max(targetRoom, history.IsInTime ? Math.Min(30, Small.Measure(history.Moments[^1])) / 2 + 0.5 : 0);
        var bottom = Top + PlotHeight;
        var pitch = (right - left) / history.Moments.Count;
        double X(int moment) => left + (moment + 0.5) * pitch;
        double Y(decimal value) => bottom - scale.At((double)value) * PlotHeight;

        var title = new TextStyle(3.6, FontFace.Semibold);
        pen.Text(0, 4, history.Quantity + (history.Unit.Length == 0 ? string.Empty : " (" + history.Unit + ")"), title, sheet.Width * 0.7);
        pen.Text(sheet.Width, 4, "n = " + language.Number(history.Count), Small with { Anchor = Anchor.End });
        foreach (var value in scale.Graduations)
        {
            var zero = value == 0 || value == scale.Low;
            pen.Line(left, Y((decimal)value), right, Y((decimal)value), Paint.Line(zero ? Tone.Ink2 : Tone.Grid, zero ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, Y((decimal)value) + 1, language.Number((decimal)value, scale.Decimals), Small with { Anchor = Anchor.End });
        }

        DrawMoments(pen, history, left, pitch, bottom);
        if (history.Target is { } target)
        {
            pen.Line(left, Y(target), right, Y(target), Paint.Line(Tone.Ink, 0.4, "2 1.2"));
            pen.Text(right + 1.5, Y(target) + 1, words.Target + " " + language.Number(target, history.Decimals), Small with { Tone = Tone.Ink });
        }

        for (var s = 0; s < history.Series.Count; s++)
        {
            if (history.IsInTime)
            {
                DrawLine(pen, history, s, X, Y, language, pitch);
            }
            else
            {
                DrawBars(pen, history, s, left, pitch, Y, language);
            }
        }

        DrawLegend(pen, history, bottom + 10, sheet, words, scale.IsBroken && history.IsInTime);
    }

    private static void DrawLine(SvgPen pen, History history, int s, Func<int, double> x, Func<decimal, double> y, Language language, double pitch)
    {
        var series = history.Series[s];
        var run = new List<(double, double)>();
        for (var i = 0; i <= series.Values.Count; i++)
        {
            if (i < series.Values.Count && series.Values[i] is { } value)
            {
                run.Add((x(i), y(value)));
                continue;
            }

            if (run.Count > 1)
            {
                pen.Polyline(run, Paint.Line(Tones[s % Tones.Length], 0.6, Dashes[s % Dashes.Length]));
            }

            run = [];
        }

        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                pen.Begin(Tip(history, s, i, value, language));
                pen.Circle(x(i), y(value), pitch < 3 ? 0.55 : 0.9, new Paint(Tones[s % Tones.Length]));
                pen.End();
            }
        }
    }

    private static void DrawBars(SvgPen pen, History history, int s, double left, double pitch, Func<decimal, double> y, Language language)
    {
        var width = Math.Min(14, pitch * 0.8 / history.Series.Count);
        var start = left + (pitch - width * history.Series.Count) / 2 + s * width;
        var style = new TextStyle(2.7, FontFace.Sans, Tone.Ink, Anchor.Middle);
        for (var i = 0; i < history.Series[s].Values.Count; i++)
        {
            if (history.Series[s].Values[i] is not { } value)
            {
                continue;
            }

            var (x, top, foot) = (start + i * pitch, Math.Min(y(value), y(0)), Math.Max(y(value), y(0)));
            pen.Begin(Tip(history, s, i, value, language));
            pen.Rect(x, top, width, Math.Max(0.2, foot - top), new Paint(Tones[s % Tones.Length], Tone.Paper, 0.3));
            var written = language.Number(value, history.Decimals);
            if (style.Measure(written) < width * (history.Series.Count == 1 ? 1.6 : 1))
            {
                pen.Text(x + width / 2, value >= 0 ? top - 1 : foot + 3, written, style);
            }

            pen.End();
        }
    }

    // As many names as have room, always the last.
    private static void DrawMoments(SvgPen pen, History history, double left, double pitch, double bottom)
    {
        var style = Small with { Anchor = Anchor.Middle };
        var widest = history.Moments.Max(style.Measure) + 2;
        var every = history.IsInTime ? Math.Max(1, (int)Math.Ceiling(Math.Min(widest, 30) / pitch)) : 1;
        for (var i = (history.Moments.Count - 1) % every; i < history.Moments.Count; i += every)
        {
            var x = left + (i + 0.5) * pitch;
            pen.Line(x, bottom, x, bottom + 1, Paint.Line(Tone.Ink2, 0.25));
            pen.Text(x, bottom + 4.2, history.Moments[i], style, Math.Max(pitch * every - 1, 6));
        }
    }

    private static void DrawLegend(SvgPen pen, History history, double top, Sheet sheet, HistoryWords words, bool broken)
    {
        var language = sheet.Language;
        for (var s = 0; s < history.Series.Count; s++)
        {
            var (series, y) = (history.Series[s], top + (s + 0.5) * Row);
            pen.Line(0, y - 1, 8, y - 1, Paint.Line(Tones[s % Tones.Length], history.IsInTime ? 0.7 : 2.4, history.IsInTime ? Dashes[s % Dashes.Length] : null));
            var name = series.Name.Length == 0 ? history.Quantity : series.Name;
            var change = series is { First: { } first, Last: { } last } && history.IsInTime && series.Values.Count(value => value is not null) > 1
                ? " · " + words.FirstToLast + " " + language.Number(first, history.Decimals) + " → " + language.WithUnit(language.Number(last, history.Decimals), history.Unit)
                    + " (" + language.Signed(last - first, history.Decimals) + (first == 0 ? "" : ", " + language.WithUnit(language.Signed((last - first) / Math.Abs(first) * 100, 1), "%")) + ")"
                : string.Empty;
            pen.Text(10, y, name + change, Small with { Tone = Tone.Ink, Size = 3 }, sheet.Width - 10);
        }

        if (broken)
        {
            pen.Text(0, top + (history.Series.Count + 0.5) * Row, words.Broken, Small);
        }
    }

    private static string Tip(History history, int s, int i, decimal value, Language language) =>
        history.Moments[i] + (history.Series[s].Name.Length == 0 ? "" : ", " + history.Series[s].Name) + ", " + language.WithUnit(language.Number(value, history.Decimals), history.Unit);
}
