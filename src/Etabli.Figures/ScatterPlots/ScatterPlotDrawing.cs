using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ScatterPlots;

/// <summary>Draws one quantity against another, with the fitted curve, its bands and its equation. (fr: nuage de points)</summary>
public static class ScatterPlotDrawing
{
    private const double Top = 14;
    private const double PlotHeight = 78;
    private const int MostTips = 300;
    private const int MostDots = 4000;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];

    /// <summary>Draws it.</summary>
    /// <param name="plot">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(ScatterPlot plot, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var language = sheet.Language;
        var words = ScatterWords.In(language);
        List<ScatterPoint> points = [.. plot.Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
        if (points.Count == 0)
        {
            return FigureFrame.Empty(sheet, plot.Title, words.Nothing);
        }

        var legend = Legend(plot, sheet, words);
        var rows = legend.Count == 0 ? 0 : legend.Max(one => one.Row) + 1;
        var equation = string.Join(" · ", new[] { plot.Equation, plot.Determination is { } part ? "R² = " + language.Written(part, 3) : null }.Where(one => !string.IsNullOrEmpty(one)));
        var notes = equation.Length == 0 ? [] : TextFitting.Wrap(equation, sheet.Width, 3.4, FontFace.Semibold, 2);
        List<string> remarks = [.. plot.Remarks.Concat(points.Count > MostTips ? [string.Format(CultureInfo.InvariantCulture, words.Thinned, language.Number(points.Count))] : []).SelectMany(remark => TextFitting.Wrap(remark, sheet.Width, Small.Size, Small.Face, 3))];
        var foot = Top + PlotHeight + 9.5;
        var reading = plot.Reading ?? string.Format(CultureInfo.InvariantCulture, plot.Equation is null ? words.Reading : words.ReadingFit, language.Number(points.Count), plot.YName, plot.XName, plot.Equation, language.Written(plot.Determination, 3));
        return FigureFrame.Draw(sheet, foot + rows * 4.4 + notes.Count * 4.8 + remarks.Count * 4.2 + 1.5, plot.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, plot.Title, language.Number(points.Count), plot.Period);
            DrawPlot(pen, plot, points, sheet);
            DrawLegend(pen, legend, foot, sheet);
            pen.Lines(0, foot + rows * 4.4 + 3.8, notes, new TextStyle(3.4, FontFace.Semibold), 4.8);
            pen.Lines(0, foot + rows * 4.4 + notes.Count * 4.8 + 3.2, remarks, Small with { Tone = Tone.Ink }, 4.2);
        });
    }

    private static void DrawPlot(SvgPen pen, ScatterPlot plot, List<ScatterPoint> points, Sheet sheet)
    {
        var language = sheet.Language;
        var xs = ValueAxis.Aired([.. points.Select(point => point.X)], (int)Math.Clamp(sheet.Width / 22, 4, 10), 0.04);
        var ys = ValueAxis.Aired([.. points.Select(point => point.Y), .. plot.Fit.Where(one => one.X >= xs.Low && one.X <= xs.High).SelectMany(Bounds)]);
        var left = ys.WidestLabel(language, Small) + 3;
        var right = sheet.Width - Math.Min(8, Small.Measure(language.Written(xs.High, xs.Decimals)) / 2 + 0.5);
        var bottom = Top + PlotHeight;
        double X(double value) => left + xs.At(value) * (right - left);
        double Y(double value) => bottom - ys.At(value) * PlotHeight;
        pen.Text(0, Top - 3.4, FigureHead.WithUnit(plot.YName, plot.YUnit), Small with { Face = FontFace.Semibold }, sheet.Width);
        foreach (var value in ys.Graduations)
        {
            pen.Line(left, Y(value), right, Y(value), Paint.Line(value == ys.Low ? Tone.Ink2 : Tone.Grid, value == ys.Low ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, Y(value) + 1, language.Written(value, ys.Decimals), Small with { Anchor = Anchor.End });
        }

        var end = double.MinValue;
        foreach (var value in xs.Graduations)
        {
            pen.Line(X(value), Top, X(value), bottom, Paint.Line(value == xs.Low ? Tone.Ink2 : Tone.Grid, value == xs.Low ? 0.25 : Paint.Fine));
            var text = language.Written(value, xs.Decimals);
            var half = Small.Measure(text) / 2;
            var at = Math.Clamp(X(value), half, sheet.Width - half);
            if (at - half > end + 1.4)
            {
                pen.Text(at, bottom + 4.2, text, Small with { Anchor = Anchor.Middle });
                end = at + half;
            }
        }

        pen.Text(sheet.Width, bottom + 8.4, FigureHead.WithUnit(plot.XName, plot.XUnit), Small with { Face = FontFace.Semibold, Anchor = Anchor.End }, sheet.Width);
        List<FittedPoint> fit = [.. plot.Fit.Where(one => one.X >= xs.Low && one.X <= xs.High && double.IsFinite(one.Y)).OrderBy(one => one.X)];
        DrawCurve(pen, fit, one => one.PredictionLow, ys, X, Y, Paint.Line(Tone.Ink2, 0.3, "0.6 0.8"));
        DrawCurve(pen, fit, one => one.PredictionHigh, ys, X, Y, Paint.Line(Tone.Ink2, 0.3, "0.6 0.8"));
        DrawCurve(pen, fit, one => one.ConfidenceLow, ys, X, Y, Paint.Line(Tone.Ink, 0.3, "2 1"));
        DrawCurve(pen, fit, one => one.ConfidenceHigh, ys, X, Y, Paint.Line(Tone.Ink, 0.3, "2 1"));
        DrawPoints(pen, plot, points, language, X, Y);
        DrawCurve(pen, fit, one => one.Y, ys, X, Y, Paint.Line(Tone.Ink, 0.6));
    }

    private static IEnumerable<double> Bounds(FittedPoint one) => new[] { one.Y, one.ConfidenceLow, one.ConfidenceHigh, one.PredictionLow, one.PredictionHigh }.OfType<double>();

    private static void DrawCurve(SvgPen pen, List<FittedPoint> fit, Func<FittedPoint, double?> of, ValueAxis axis, Func<double, double> x, Func<double, double> y, Paint paint)
    {
        var run = new List<(double X, double Y)>();
        foreach (var one in fit.Append(null))
        {
            if (one is not null && of(one) is { } value && value >= axis.Low && value <= axis.High)
            {
                run.Add((x(one.X), y(value)));
                continue;
            }

            if (run.Count > 1)
            {
                pen.Polyline([.. run], paint);
            }

            run.Clear();
        }
    }

    private static void DrawPoints(SvgPen pen, ScatterPlot plot, List<ScatterPoint> points, Language language, Func<double, double> x, Func<double, double> y)
    {
        if (points.Count <= MostTips)
        {
            foreach (var point in points)
            {
                pen.Begin((point.Label is null ? string.Empty : point.Label + ", ") + language.WithUnit(language.Written(point.X, plot.XDecimals), plot.XUnit) + ", " + language.WithUnit(language.Written(point.Y, plot.YDecimals), plot.YUnit));
                DrawPoint(pen, x(point.X), y(point.Y), 0.95, point.Group);
                pen.End();
            }

            return;
        }

        // One dot for all those that would cover it; a coarser grain while the dots are still too many.
        var grain = 0.25;
        Dictionary<(int, int, int), ScatterPoint> dots;
        do
        {
            grain *= 2;
            dots = [];
            foreach (var point in points)
            {
                dots.TryAdd(((int)(x(point.X) / grain), (int)(y(point.Y) / grain), point.Group), point);
            }
        }
        while (dots.Count > MostDots && grain < 4);

        foreach (var point in dots.Values)
        {
            DrawPoint(pen, x(point.X), y(point.Y), 0.5, point.Group);
        }
    }

    // A group is a shape as well as a colour.
    private static void DrawPoint(SvgPen pen, double x, double y, double half, int group)
    {
        var tone = Tones[Math.Abs(group % Tones.Length)];
        switch (Math.Abs(group % Tones.Length))
        {
            case 0:
                pen.Circle(x, y, half, new Paint(tone));
                break;
            case 1:
                pen.Rect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8, new Paint(tone));
                break;
            case 2:
                pen.Polyline([(x, y - half * 1.2), (x + half * 1.1, y + half * 0.8), (x - half * 1.1, y + half * 0.8)], new Paint(tone), closed: true);
                break;
            case 3:
                pen.Circle(x, y, half, new Paint(Tone.Paper, tone, 0.4));
                break;
            case 4:
                pen.Rect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8, new Paint(Tone.Paper, tone, 0.4));
                break;
            default:
                pen.Polyline([(x, y - half * 1.3), (x + half * 1.3, y), (x, y + half * 1.3), (x - half * 1.3, y)], new Paint(Tone.Paper, tone, 0.4), closed: true);
                break;
        }
    }

    private static List<(double X, int Row, string Name, Paint? Line, int Group)> Legend(ScatterPlot plot, Sheet sheet, ScatterWords words)
    {
        var confidence = sheet.Language.WithUnit(new Amount((decimal)plot.Confidence, "", 1).In(sheet.Language), "%");
        List<(string Name, Paint? Line, int Group)> entries = [.. plot.Groups.Count > 1 ? plot.Groups.Take(24).Select((name, i) => (name, (Paint?)null, i)) : []];
        if (plot.Fit.Count > 1)
        {
            entries.Add((words.Fit, Paint.Line(Tone.Ink, 0.6), 0));
        }

        if (plot.Fit.Any(one => one.ConfidenceLow is not null))
        {
            entries.Add((string.Format(CultureInfo.InvariantCulture, words.Confidence, confidence), Paint.Line(Tone.Ink, 0.3, "2 1"), 0));
        }

        if (plot.Fit.Any(one => one.PredictionLow is not null))
        {
            entries.Add((string.Format(CultureInfo.InvariantCulture, words.Prediction, confidence), Paint.Line(Tone.Ink2, 0.3, "0.6 0.8"), 0));
        }

        var placed = new List<(double, int, string, Paint?, int)>();
        var (x, row) = (0.0, 0);
        foreach (var (name, line, group) in entries)
        {
            var text = TextFitting.Shorten(name, 70, Small.Size);
            var width = (line is null ? 3.4 : 8.2) + Small.Measure(text);
            (x, row) = x > 0 && x + width > sheet.Width ? (0, row + 1) : (x, row);
            placed.Add((x, row, text, line, group));
            x += width + 5;
        }

        return placed;
    }

    private static void DrawLegend(SvgPen pen, List<(double X, int Row, string Name, Paint? Line, int Group)> legend, double top, Sheet sheet)
    {
        foreach (var (x, row, name, line, group) in legend)
        {
            var y = top + 3.4 + row * 4.4;
            if (line is { } paint)
            {
                pen.Line(x, y - 1, x + 7, y - 1, paint);
            }
            else
            {
                DrawPoint(pen, x + 1.4, y - 1, 0.95, group);
            }

            var start = x + (line is null ? 3.4 : 8.2);
            pen.Text(start, y, name, Small with { Tone = Tone.Ink }, sheet.Width - start);
        }
    }
}
