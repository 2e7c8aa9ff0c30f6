using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

/// <summary>Draws values on the normal scale, their line and its band. (fr: droite de Henry)</summary>
public static class NormalPlotDrawing
{
    private const double Top = 9;
    private const double PlotHeight = 84;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly (double Share, double Score)[] Shares =
    [
        (0.01, -3.719), (0.1, -3.0902), (1, -2.3263), (5, -1.6449), (10, -1.2816), (25, -0.6745), (50, 0),
        (75, 0.6745), (90, 1.2816), (95, 1.6449), (99, 2.3263), (99.9, 3.0902), (99.99, 3.719),
    ];

    /// <summary>Draws it.</summary>
    /// <param name="plot">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(NormalPlot plot, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var words = CapabilityWords.In(sheet.Language);
        List<NormalPlotPoint> points = [.. plot.Points.Where(point => double.IsFinite(point.Value) && double.IsFinite(point.Score)).OrderBy(point => point.Score)];
        if (points.Count == 0)
        {
            return FigureFrame.Empty(sheet, plot.Title, words.PlotNothing);
        }

        var foot = new List<string>();
        if (!string.IsNullOrEmpty(plot.Test))
        {
            foot.AddRange(TextFitting.Wrap(plot.Test, sheet.Width, Small.Size, Small.Face, 2));
        }

        IReadOnlyList<string> verdict = string.IsNullOrEmpty(plot.Verdict) ? [] : TextFitting.Wrap(plot.Verdict, sheet.Width - 8, 3.2, FontFace.Semibold, 3);
        var legend = Top + PlotHeight + 10;
        var height = legend + 1 + foot.Count * 4.2 + (verdict.Count == 0 ? 0 : 2 + verdict.Count * 4.2);
        var reading = string.Join(' ', new[] { string.Format(CultureInfo.InvariantCulture, words.PlotReading, sheet.Language.Number(plot.Points.Count)), plot.Test, plot.Verdict }.Where(part => !string.IsNullOrEmpty(part)));
        return FigureFrame.Draw(sheet, height, plot.Title, reading, pen =>
        {
            DrawHead(pen, plot, sheet);
            DrawPlot(pen, plot, points, sheet, words, legend);
            pen.Lines(0, legend + 4.4, foot, Small with { Tone = Tone.Ink }, 4.2);
            if (verdict.Count > 0)
            {
                var y = legend + 1 + foot.Count * 4.2 + 5;
                StatusMark.Draw(pen, 2.7, y - 1.1, 4.2, plot.VerdictStatus);
                pen.Lines(7, y, verdict, new TextStyle(3.2, FontFace.Semibold), 4.2);
            }
        }, Hatching.Unset);
    }

    private static void DrawHead(SvgPen pen, NormalPlot plot, Sheet sheet)
    {
        var title = new TextStyle(3.6, FontFace.Semibold);
        var head = TextFitting.Shorten(plot.Characteristic + (plot.Unit.Length == 0 ? string.Empty : " (" + plot.Unit + ")"), sheet.Width * 0.6, title.Size, title.Face);
        pen.Text(0, 4, head, title);
        pen.Text(title.Measure(head) + 3, 4, "n = " + sheet.Language.Number(plot.Points.Count) + (string.IsNullOrEmpty(plot.Period) ? string.Empty : " · " + plot.Period), Small with { Size = 3 }, sheet.Width - title.Measure(head) - 3);
    }

    private static void DrawPlot(SvgPen pen, NormalPlot plot, List<NormalPlotPoint> points, Sheet sheet, CapabilityWords words, double legend)
    {
        var language = sheet.Language;
        var reach = Math.Max(2.5, points.Max(point => Math.Abs(point.Score)) + 0.25);
        List<NormalPlotBand> band = [.. plot.Band.Where(one => double.IsFinite(one.Low) && double.IsFinite(one.High) && Math.Abs(one.Score) <= reach).OrderBy(one => one.Score)];
        var axis = ValueAxis.Aired([.. points.Select(point => point.Value), .. band.Where(one => Math.Abs(one.Score) < 2.4).SelectMany(one => new[] { one.Low, one.High })], 8, 0.04);
        var marks = Shares.Where(mark => Math.Abs(mark.Score) <= reach).ToList();
        string Share(double share) => language.WithUnit(new Amount((decimal)share, "", 2).In(language), "%");
        var left = marks.Max(mark => Small.Measure(Share(mark.Share))) + 3;
        var right = sheet.Width - 3;
        var bottom = Top + PlotHeight;
        double X(double value) => left + axis.At(value) * (right - left);
        double Y(double score) => bottom - (Math.Clamp(score, -reach, reach) + reach) / (2 * reach) * PlotHeight;

        var last = double.MaxValue;
        foreach (var (share, score) in marks)
        {
            pen.Line(left, Y(score), right, Y(score), Paint.Line(Tone.Grid, share == 50 ? 0.35 : Paint.Fine));
            if (last - Y(score) > 3)
            {
                pen.Text(left - 1.5, Y(score) + 1, Share(share), Small with { Anchor = Anchor.End });
                last = Y(score);
            }
        }

        var end = double.MinValue;
        foreach (var value in axis.Graduations)
        {
            var text = language.Written(value, axis.Decimals);
            var half = Small.Measure(text) / 2;
            pen.Line(X(value), Top, X(value), bottom, Paint.Line(Tone.Grid, Paint.Fine));
            var x = Math.Min(X(value), sheet.Width - half);
            if (x - half > end + 1.2 && x - half >= 0)
            {
                pen.Text(x, bottom + 4.2, text, Small with { Anchor = Anchor.Middle });
                end = x + half;
            }
        }

        pen.Line(left, bottom, right, bottom, Paint.Line(Tone.Ink2, 0.25));
        DrawLine(pen, plot, band, reach, axis, X, Y);
        DrawPoints(pen, plot, points, language, X, Y);
        DrawLegend(pen, plot, band.Count > 0, words, legend, sheet);
    }

    // The line and its band are cut where they leave the axis, never bent along its edge.
    private static void DrawLine(SvgPen pen, NormalPlot plot, List<NormalPlotBand> band, double reach, ValueAxis axis, Func<double, double> x, Func<double, double> y)
    {
        foreach (var side in new Func<NormalPlotBand, double>[] { one => one.Low, one => one.High })
        {
            var run = band.Where(one => side(one) >= axis.Low && side(one) <= axis.High).Select(one => (x(side(one)), y(one.Score))).ToList();
            if (run.Count > 1)
            {
                pen.Polyline(run, Paint.Line(Tone.Ink2, 0.35, "1.4 0.9"));
            }
        }

        if (plot is { Mean: { } mean, Sigma: > 0 and { } sigma } && double.IsFinite(mean) && double.IsFinite(sigma))
        {
            var from = Math.Max(-reach, (axis.Low - mean) / sigma);
            var to = Math.Min(reach, (axis.High - mean) / sigma);
            if (to > from)
            {
                pen.Line(x(mean + from * sigma), y(from), x(mean + to * sigma), y(to), Paint.Line(Tone.Ink, 0.5));
            }
        }
    }

    private static void DrawPoints(SvgPen pen, NormalPlot plot, List<NormalPlotPoint> points, Language language, Func<double, double> x, Func<double, double> y)
    {
        const double grain = 0.4;
        var few = points.Count <= 200;
        var drawn = new HashSet<(int, int)>();
        foreach (var point in points)
        {
            var (at, up) = (x(point.Value), y(point.Score));
            if (!few && !drawn.Add(((int)(at / grain), (int)(up / grain))))
            {
                continue;
            }

            if (few)
            {
                pen.Begin(language.WithUnit(language.Written(point.Value, plot.Decimals), plot.Unit));
            }

            pen.Circle(at, up, few ? 0.8 : 0.5, new Paint(Tone.Series1));
            if (few)
            {
                pen.End();
            }
        }
    }

    private static void DrawLegend(SvgPen pen, NormalPlot plot, bool hasBand, CapabilityWords words, double y, Sheet sheet)
    {
        var language = sheet.Language;
        var x = 0.0;
        if (plot is { Mean: not null, Sigma: not null })
        {
            var name = words.PlotLine + " (" + words.Mean + " " + language.Written(plot.Mean, plot.Decimals) + ", σ " + language.Written(plot.Sigma, plot.Decimals + 1) + ")";
            pen.Line(x, y - 1, x + 7, y - 1, Paint.Line(Tone.Ink, 0.5));
            pen.Text(x + 8, y, name, Small, sheet.Width * 0.5);
            x += 8 + Math.Min(sheet.Width * 0.5, Small.Measure(name)) + 4;
        }

        if (hasBand)
        {
            var name = string.Format(CultureInfo.InvariantCulture, words.PlotBand, language.WithUnit(new Amount((decimal)plot.Confidence, "", 1).In(language), "%"));
            pen.Line(x, y - 1, x + 7, y - 1, Paint.Line(Tone.Ink2, 0.35, "1.4 0.9"));
            pen.Text(x + 8, y, name, Small, sheet.Width - x - 8);
        }
    }
}
