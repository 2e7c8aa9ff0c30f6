using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>A trend in the height of a line of text: series, target, last point. It writes no word; its place in the page does. (fr: miniature)</summary>
public static class SparklineDrawing
{
    /// <summary>Draws the miniature.</summary>
    /// <param name="trend">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on; 32 mm wide suits a row of a list.</param>
    /// <param name="height">Height in millimetres.</param>
    public static string Draw(IndicatorTrend trend, Sheet sheet, double height = 12)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(sheet);
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, height, trend.Name, IndicatorTrendDrawing.Reading(trend, sheet.Language, TrendWords.In(sheet.Language)));
        if (trend.Last is null)
        {
            pen.Line(1, height / 2, sheet.Width - 1, height / 2, Paint.Line(Tone.Line2, Paint.Plain, "1.6 1.2"));
        }
        else
        {
            DrawSeries(pen, trend);
        }

        pen.Finish();
        return output.ToString();
    }

    private static void DrawSeries(SvgPen pen, IndicatorTrend trend)
    {
        const double margin = 1.6;
        var weeks = trend.Points.OrderBy(point => point.Week).ToList();
        var span = Math.Max(1, weeks[^1].Week.Since(weeks[0].Week));
        var values = trend.Measured.Select(point => (double)point.Value!.Value);
        var scale = TrendScale.Of([.. trend.Target is { } goal ? values.Append((double)goal) : values]);
        if (trend.Target is { } target)
        {
            pen.Line(0, Y(target), pen.Width, Y(target), Paint.Line(Tone.Ink2, 0.25, "1.2 0.9"));
        }

        foreach (var run in TrendFrame.RunsOf(trend.Measured))
        {
            pen.Polyline([.. run.Select(point => (X(point), Y(point.Value!.Value)))], Paint.Line(Tone.Series1, 0.45));
        }

        var last = trend.Last!;
        pen.Circle(X(last), Y(last.Value!.Value), 0.9, new Paint(Tone.Series1));

        double X(TrendPoint point) => margin + (double)point.Week.Since(weeks[0].Week) / span * (pen.Width - 2 * margin);
        double Y(decimal value) => pen.Height - margin - scale.At((double)value) * (pen.Height - 2 * margin);
    }
}
