using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>The plot of a trend: where a week and a value are, and what is behind the series.</summary>
internal sealed class TrendFrame
{
    private readonly IsoWeek first;

    private TrendFrame(IsoWeek first, int weeks, TrendScale scale, double left, double right, double top, double bottom)
    {
        this.first = first;
        Weeks = weeks;
        Scale = scale;
        Left = left;
        Right = right;
        Top = top;
        Bottom = bottom;
    }

    internal int Weeks { get; }

    internal TrendScale Scale { get; }

    internal double Left { get; }

    internal double Right { get; }

    internal double Top { get; }

    internal double Bottom { get; }

    internal double Pitch => (Right - Left) / Weeks;

    internal static TrendFrame Of(IndicatorTrend trend, Sheet sheet, double top, double height, double side)
    {
        var ordered = trend.Points.OrderBy(point => point.Week).ToList();
        var weeks = ordered[^1].Week.Since(ordered[0].Week) + 1;
        var values = trend.Measured.Select(point => (double)point.Value!.Value).ToList();
        if (trend.Target is { } target)
        {
            values.Add((double)target);
        }

        var scale = TrendScale.Of(values);
        var labels = scale.Graduations.Max(value => TextWidths.Of(sheet.Language.Number((decimal)value, scale.Decimals), 2.8));
        return new TrendFrame(ordered[0].Week, weeks, scale, labels + 2.5, sheet.Width - side, top, top + height);
    }

    internal double X(IsoWeek week) => Left + (week.Since(first) + 0.5) * Pitch;

    internal double Y(decimal value) => Bottom - Scale.At((double)value) * (Bottom - Top);

    /// <summary>Consecutive measured weeks: a missing week breaks the line.</summary>
    internal static List<List<TrendPoint>> RunsOf(IReadOnlyList<TrendPoint> measured)
    {
        var runs = new List<List<TrendPoint>>();
        foreach (var point in measured)
        {
            if (runs.Count == 0 || point.Week.Since(runs[^1][^1].Week) != 1)
            {
                runs.Add([]);
            }

            runs[^1].Add(point);
        }

        return [.. runs.Where(run => run.Count > 1)];
    }

    internal List<TrendFlag> Flags(IndicatorTrend trend) =>
        [.. (trend.Flags ?? []).Where(flag => flag.Week >= first && flag.Week.Since(first) < Weeks).OrderBy(flag => flag.Week)];

    /// <summary>Top of the last value's block: level with the plot, clear of the label of the target.</summary>
    internal double SideTop(IndicatorTrend trend)
    {
        var target = trend.Target is { } value ? Y(value) : double.MinValue;
        return target is > double.MinValue && target < Top + 24 ? target + 4 : Top;
    }

    internal void DrawGround(SvgPen pen, IndicatorTrend trend, Language language)
    {
        DrawPhases(pen, trend);
        DrawGaps(pen, trend);
        foreach (var value in Scale.Graduations)
        {
            var y = Y((decimal)value);
            pen.Line(Left, y, Right, y, Paint.Line(value == Scale.Low ? Tone.Ink2 : Tone.Grid, value == Scale.Low ? 0.25 : Paint.Fine));
            pen.Text(Left - 1.5, y + 1, language.Number((decimal)value, Scale.Decimals), new TextStyle(2.8, FontFace.Sans, Tone.Ink2, Anchor.End));
        }

        if (Scale.IsBroken)
        {
            pen.Polyline([(Left, Bottom), (Left, Bottom - 1), (Left - 1, Bottom - 1.7), (Left + 1, Bottom - 2.9), (Left, Bottom - 3.6), (Left, Bottom - 5)], Paint.Line(Tone.Ink2));
        }

        DrawWeeks(pen, language);
    }

    private void DrawPhases(SvgPen pen, IndicatorTrend trend)
    {
        var shaded = true;
        foreach (var phase in (trend.Phases ?? []).OrderBy(phase => phase.First))
        {
            var from = Math.Max(0, phase.First.Since(first));
            var to = Math.Min(Weeks - 1, phase.Last.Since(first));
            shaded = !shaded;
            if (to < from)
            {
                continue;
            }

            var left = Left + from * Pitch;
            var width = (to - from + 1) * Pitch;
            pen.Rect(left, Top - 5.5, width, Bottom - Top + 5.5, new Paint(shaded ? Tone.Sheet : Tone.Paper));
            pen.Line(left, Top - 5.5, left, Bottom, Paint.Line(Tone.Line, 0.25));
            pen.Text(left + 1.5, Top - 2, phase.Name, new TextStyle(2.8, FontFace.Semibold, Tone.Ink2), width - 2.5);
        }
    }

    private void DrawGaps(SvgPen pen, IndicatorTrend trend)
    {
        var measured = trend.Measured.Select(point => point.Week).ToHashSet();
        for (var i = 0; i < Weeks; i++)
        {
            if (!measured.Contains(first.Plus(i)))
            {
                pen.Rect(Left + i * Pitch, Bottom - 4, Pitch, 4, new Paint(null, null, 0, null, Hatching.Unset));
            }
        }
    }

    // As many weeks as have room, always the last; the year under its first written week.
    private void DrawWeeks(SvgPen pen, Language language)
    {
        var style = new TextStyle(2.8, FontFace.Sans, Tone.Ink2, Anchor.Middle);
        var every = Math.Max(1, (int)Math.Ceiling((style.Measure(language.Week(first)) + 2) / Pitch));
        var year = 0;
        for (var i = (Weeks - 1) % every; i < Weeks; i += every)
        {
            var week = first.Plus(i);
            var x = X(week);
            pen.Line(x, Bottom, x, Bottom + 1, Paint.Line(Tone.Ink2, 0.25));
            pen.Text(x, Bottom + 4.2, language.Week(week), style);
            if (week.Year != year)
            {
                year = week.Year;
                pen.Text(x, Bottom + 7.8, year.ToString(CultureInfo.InvariantCulture), style with { Face = FontFace.Semibold });
            }
        }
    }
}
