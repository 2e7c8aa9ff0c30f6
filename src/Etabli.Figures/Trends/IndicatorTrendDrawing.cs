using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>Draws a weekly series against its target, with its last value beside it. (fr: tendance d’indicateur)</summary>
public static class IndicatorTrendDrawing
{
    private const double PlotHeight = 54;
    private const double Side = 42;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Body = new(3.1);

    /// <summary>Draws the series.</summary>
    /// <param name="trend">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 130 mm wide or more.</param>
    public static string Draw(IndicatorTrend trend, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 130, nameof(sheet));
        var words = TrendWords.In(sheet.Language);
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var output = new StringWriter(CultureInfo.InvariantCulture);
        if (trend.Last is null)
        {
            var blank = new SvgPen(output, sheet, 50 + strip, trend.Name, words.ReadingNothing);
            EmptyPlace.Draw(blank, 0, 0, sheet.Width, 50, words.Nothing);
            sheet.Cartouche?.Draw(blank, sheet.Language, 50 + 3);
            blank.Finish();
            return output.ToString();
        }

        var frame = TrendFrame.Of(trend, sheet, 14, PlotHeight, Side);
        var notes = Notes(trend, frame, words, sheet.Language);
        var noteLines = notes.SelectMany(note => TextFitting.Wrap(note, sheet.Width, Small.Size)).ToList();
        var notesTop = 14 + PlotHeight + 14.5;
        var height = notesTop + noteLines.Count * 4.2 - (noteLines.Count == 0 ? 3 : 1.5) + strip;
        var pen = new SvgPen(output, sheet, height, trend.Name, Reading(trend, sheet.Language, words), Hatching.Unset);
        DrawHead(pen, trend, frame, words);
        frame.DrawGround(pen, trend, sheet.Language);
        DrawTarget(pen, trend, frame, words, sheet.Language);
        DrawSeries(pen, trend, frame, sheet.Language);
        DrawFlags(pen, trend, frame);
        DrawSide(pen, trend, frame, words, sheet.Language);
        pen.Lines(0, notesTop, noteLines, Small, 4.2);
        sheet.Cartouche?.Draw(pen, sheet.Language, height - Cartouche.Height);
        pen.Finish();
        return output.ToString();
    }

    /// <summary>A value of this indicator as a reader expects it.</summary>
    /// <param name="trend">The indicator.</param>
    /// <param name="value">The value.</param>
    /// <param name="language">Language of the reader.</param>
    public static string Written(IndicatorTrend trend, decimal value, Language language)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(language);
        return language.WithUnit(language.Number(value, trend.Decimals), trend.Unit);
    }

    internal static string Reading(IndicatorTrend trend, Language language, TrendWords words)
    {
        if (trend.Last is not { Value: { } last } point)
        {
            return words.ReadingNothing;
        }

        var count = trend.Measured.Count;
        return string.Format(
            CultureInfo.InvariantCulture,
            trend.Target is null ? words.ReadingNoTarget : words.Reading,
            Written(trend, last, language),
            language.Week(point.Week),
            trend.Target is { } target ? Written(trend, target, language) : string.Empty,
            trend.Gap is { } gap ? language.Signed(gap, trend.Decimals) : string.Empty,
            language.Counted(count, words.WeekOne, words.WeekMany));
    }

    private static void DrawHead(SvgPen pen, IndicatorTrend trend, TrendFrame frame, TrendWords words)
    {
        var up = trend.Good == GoodDirection.Up;
        pen.Text(0, 4, trend.Unit, Body with { Face = FontFace.Semibold });
        var x = trend.Unit.Length == 0 ? 0 : Body.Measure(trend.Unit) + 6;
        var (tip, foot) = up ? (1.6, 4.0) : (4.0, 1.6);
        pen.Polyline([(x, foot), (x + 2.6, foot), (x + 1.3, tip)], new Paint(Tone.Ink2), closed: true);
        pen.Text(x + 4, 4, up ? words.HigherIsBetter : words.LowerIsBetter, Small, frame.Right - x - 4);
    }

    private static void DrawTarget(SvgPen pen, IndicatorTrend trend, TrendFrame frame, TrendWords words, Language language)
    {
        if (trend.Target is not { } target)
        {
            return;
        }

        var y = frame.Y(target);
        pen.Line(frame.Left, y, frame.Right, y, Paint.Line(Tone.Ink, 0.4, "2 1.2"));
        pen.Text(frame.Right + 2, y + 1, words.Target + " " + language.Number(target, trend.Decimals), Body with { Size = 2.9, Face = FontFace.Semibold }, Side - 2);
    }

    private static void DrawSeries(SvgPen pen, IndicatorTrend trend, TrendFrame frame, Language language)
    {
        foreach (var run in TrendFrame.RunsOf(trend.Measured))
        {
            pen.Polyline([.. run.Select(point => (frame.X(point.Week), frame.Y(point.Value!.Value)))], Paint.Line(Tone.Series1, 0.6));
        }

        var dot = frame.Pitch < 3 ? 0.55 : 0.8;
        foreach (var point in trend.Measured)
        {
            pen.Begin(language.Week(point.Week) + " " + point.Week.Year.ToString(CultureInfo.InvariantCulture) + ", " + Written(trend, point.Value!.Value, language));
            pen.Circle(frame.X(point.Week), frame.Y(point.Value!.Value), dot, new Paint(Tone.Series1));
            pen.End();
        }

        var last = trend.Last!;
        pen.Circle(frame.X(last.Week), frame.Y(last.Value!.Value), 1.3, new Paint(Tone.Paper, Tone.Series1, 0.6));
    }

    private static void DrawFlags(SvgPen pen, IndicatorTrend trend, TrendFrame frame)
    {
        var flags = frame.Flags(trend);
        var floor = double.MinValue;
        for (var i = 0; i < flags.Count; i++)
        {
            var x = frame.X(flags[i].Week);
            var disc = Math.Max(x, floor);
            pen.Begin(flags[i].Label);
            pen.Line(x, frame.Top, x, frame.Bottom, Paint.Line(Tone.Ink2, 0.2, "0.6 0.8"));
            pen.Circle(disc, frame.Bottom + 6.6 - 9.6, 2, new Paint(Tone.Paper, Tone.Ink2, 0.25));
            pen.Text(disc, frame.Bottom - 3 + 0.95, (i + 1).ToString(CultureInfo.InvariantCulture), new TextStyle(2.7, FontFace.Semibold, Tone.Ink, Anchor.Middle));
            pen.End();
            floor = disc + 4.4;
        }
    }

    private static void DrawSide(SvgPen pen, IndicatorTrend trend, TrendFrame frame, TrendWords words, Language language)
    {
        var left = frame.Right + 6;
        var room = pen.Width - left;
        var last = trend.Last!;
        var written = language.Number(last.Value!.Value, trend.Decimals);
        var top = frame.SideTop(trend);
        var size = Math.Min(9, 9 * (room - Body.Measure(trend.Unit) - 1.5) / Math.Max(1, TextWidths.Of(written, 9, FontFace.Semibold)));
        size = Math.Max(3.4, size);
        pen.Text(left, top + 3, language.Week(last.Week) + " " + last.Week.Year.ToString(CultureInfo.InvariantCulture), Small);
        pen.Text(left, top + 12, written, new TextStyle(size, FontFace.Semibold));
        pen.Text(left + TextWidths.Of(written, size, FontFace.Semibold) + 1.2, top + 12, trend.Unit, Body with { Tone = Tone.Ink2 });
        StatusMark.Draw(pen, left + 2.2, top + 17.4, 4.4, trend.Status);
        var gap = trend.Gap is { } far ? words.Gap + " " + language.WithUnit(language.Signed(far, trend.Decimals), trend.Unit == "%" ? "pt" : trend.Unit) : words.NoTarget;
        pen.Text(left + 6, top + 18.5, gap, Body, room - 6);
    }

    private static List<string> Notes(IndicatorTrend trend, TrendFrame frame, TrendWords words, Language language)
    {
        var notes = frame.Flags(trend).Select((flag, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}\u00A0 {language.Week(flag.Week)} · {flag.Label}")).ToList();
        var facts = new List<string>();
        if (trend.Measured.Count == 1)
        {
            facts.Add(words.OneWeek);
        }

        var missing = frame.Weeks - trend.Measured.Count;
        if (missing > 0)
        {
            facts.Add(missing == 1 ? words.MissingOne : string.Format(CultureInfo.InvariantCulture, words.Missing, language.Number(missing)));
        }

        if (frame.Scale.IsBroken)
        {
            facts.Add(words.Broken);
        }

        if (facts.Count > 0)
        {
            notes.Add(string.Join(" · ", facts));
        }

        return notes;
    }
}
