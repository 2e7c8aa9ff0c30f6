using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.DowntimeTimelines;

/// <summary>Draws stops in time, one lane for each machine: colour and letter say their class, hatching that none is known. (fr: journal d’arrêts)</summary>
public static class DowntimeTimelineDrawing
{
    private const double Narrowest = 160;
    private const double Lane = 9;
    private const double Pitch = 13;
    private const double Top = 12;
    private const int MostBlocks = 1200;
    private const double Column = 0.4;
    private static readonly int[] MonthSteps = [1, 3, 12, 60, 120];
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="timeline">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 160 mm wide or more.</param>
    public static string Draw(DowntimeTimeline timeline, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var words = DowntimeWords.In(sheet.Language);
        if (timeline.Lanes.Count == 0 || timeline.To <= timeline.From)
        {
            return FigureFrame.Empty(sheet, timeline.Title, words.Nothing);
        }

        var language = sheet.Language;
        List<Downtime> inside = [.. timeline.Lanes.SelectMany(lane => lane.Stops).Where(timeline.IsInside)];
        var isMerged = timeline.Lanes.Any(lane => lane.Stops.Count(timeline.IsInside) > MostBlocks);
        var reading = timeline.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, language.Counted(inside.Count, words.One, words.Many), language.Number(inside.Sum(timeline.MinutesInside)), language.Number(inside.Count(stop => !timeline.IsClassed(stop))));
        var axis = Top + timeline.Lanes.Count * Pitch;
        var legend = Legend(timeline, inside, sheet, words);
        var height = axis + 11 + (legend.Count == 0 ? 0 : legend.Max(one => one.Row) + 1) * 4.6 + (isMerged ? 4.2 : 0);
        return FigureFrame.Draw(sheet, height, timeline.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, timeline.Scope ?? timeline.Title, language.Counted(inside.Count, words.One, words.Many), Window(timeline, language));
            DrawLanes(pen, timeline, sheet, words, axis);
            foreach (var (x, row, name, letter) in legend)
            {
                var y = axis + 13 + row * 4.6;
                DrawBlock(pen, x, y - 2.9, 5.4, 3.8, letter, timeline);
                pen.Text(x + 6.8, y, name, Small with { Tone = Tone.Ink }, sheet.Width - x - 6.8);
            }

            if (isMerged)
            {
                pen.Text(0, height - 1, words.Merged, Small, sheet.Width);
            }
        }, Hatching.Unset);
    }

    private static string Window(DowntimeTimeline timeline, Language language)
    {
        string Day(DateTime at) => language.Date(DateOnly.FromDateTime(at));
        return timeline.From.Date == timeline.To.AddTicks(-1).Date ? Day(timeline.From) : Day(timeline.From) + " – " + Day(timeline.To.AddTicks(-1));
    }

    private static void DrawLanes(SvgPen pen, DowntimeTimeline timeline, Sheet sheet, DowntimeWords words, double axis)
    {
        var language = sheet.Language;
        var name = new TextStyle(3, FontFace.Semibold);
        var left = Math.Min(34, timeline.Lanes.Max(lane => name.Measure(lane.Machine)) + 3);
        var hasRepair = timeline.Lanes.Any(lane => lane.Mtbf is not null || lane.Mttr is not null);
        double[] columns = hasRepair ? [sheet.Width - 35, sheet.Width - 17, sheet.Width] : [sheet.Width];
        var right = columns[0] - 18;
        double X(DateTime at) => left + Math.Clamp((at - timeline.From) / (timeline.To - timeline.From), 0, 1) * (right - left);
        DrawHours(pen, timeline, language, left, right, axis, X);
        pen.Text(columns[0], Top - 3, words.Stopped + ", min", Small with { Anchor = Anchor.End }, 18);
        if (hasRepair)
        {
            pen.Text(columns[1], Top - 3, "MTBF, h", Small with { Anchor = Anchor.End });
            pen.Text(columns[2], Top - 3, "MTTR, min", Small with { Anchor = Anchor.End });
        }

        for (var i = 0; i < timeline.Lanes.Count; i++)
        {
            var lane = timeline.Lanes[i];
            var top = Top + i * Pitch + (Pitch - Lane) / 2;
            List<Downtime> stops = [.. lane.Stops.Where(timeline.IsInside).OrderBy(stop => stop.Start)];
            pen.Text(0, top + Lane / 2 + 1.1, lane.Machine, name, left - 2);
            pen.Rect(left, top, right - left, Lane, new Paint(Tone.Sheet, Tone.Line, 0.2));
            if (stops.Count > MostBlocks)
            {
                DrawColumns(pen, timeline, stops, top, left, right, X);
            }
            else
            {
                stops.ForEach(stop => DrawStop(pen, timeline, stop, top, language, words, X));
            }

            var y = top + Lane / 2 + 1.1;
            pen.Text(columns[0], y, language.Number(stops.Sum(timeline.MinutesInside)), Number, 17);
            if (hasRepair)
            {
                pen.Text(columns[1], y, lane.Mtbf is { } between ? language.Number(between, 1) : "—", Number, 16);
                pen.Text(columns[2], y, lane.Mttr is { } repair ? language.Number(repair, 1) : "—", Number, 16);
            }
        }
    }

    private static void DrawStop(SvgPen pen, DowntimeTimeline timeline, Downtime stop, double top, Language language, DowntimeWords words, Func<DateTime, double> x)
    {
        var (from, to) = (x(stop.Start), x(timeline.End(stop)));
        var start = stop.Start.ToString("HH:mm", CultureInfo.InvariantCulture);
        var cause = stop.Cause.Length > 0 ? stop.Cause : timeline.IsClassed(stop) ? timeline.Classes.First(one => one.Letter == stop.Class).Name : words.Unclassed;
        pen.Begin(start + ", " + language.WithUnit(language.Number(stop.Minutes), "min") + ", " + cause, stop.Code);
        DrawBlock(pen, from, top, Math.Max(0.35, to - from), Lane, timeline.IsClassed(stop) ? stop.Class : null, timeline);
        pen.End();
    }

    private static void DrawBlock(SvgPen pen, double x, double top, double width, double height, string? letter, DowntimeTimeline timeline)
    {
        var paint = letter is null ? new Paint(null, Tone.Ink2, 0.25, null, Hatching.Unset) : new Paint(timeline.ToneOf(letter));
        pen.Rect(x, top, width, height, paint);
        var written = letter ?? "?";
        var style = new TextStyle(2.7, FontFace.Semibold, Tone.Ink, Anchor.Middle);
        var half = style.Measure(written) / 2 + 0.5;
        if (2 * half + 0.5 > width)
        {
            return;
        }

        // On a label of the paper's colour, a letter is read on any class, by day, by night and in grey.
        pen.Rect(x + width / 2 - half, top + height / 2 - 1.45, 2 * half, 2.9, new Paint(Tone.Paper), 0.4);
        pen.Text(x + width / 2, top + height / 2 + 0.95, written, style);
    }

    // More stops than strokes that the eye can part: each stroke is of the class that lasts longest in it.
    private static void DrawColumns(SvgPen pen, DowntimeTimeline timeline, List<Downtime> stops, double top, double left, double right, Func<DateTime, double> x)
    {
        var longest = new Dictionary<int, (double Width, string? Letter)>();
        foreach (var stop in stops)
        {
            var (from, to) = (x(stop.Start), x(timeline.End(stop)));
            for (var column = (int)((from - left) / Column); column <= (int)((to - left) / Column); column++)
            {
                var start = left + column * Column;
                var width = Math.Min(to, start + Column) - Math.Max(from, start);
                if (start < right && (!longest.TryGetValue(column, out var known) || known.Width < width))
                {
                    longest[column] = (width, timeline.IsClassed(stop) ? stop.Class : null);
                }
            }
        }

        foreach (var (column, (_, letter)) in longest.OrderBy(pair => pair.Key))
        {
            var start = left + column * Column;
            pen.Rect(start, top, Math.Min(Column, right - start), Lane, letter is null ? new Paint(Tone.Hatch) : new Paint(timeline.ToneOf(letter)));
        }
    }

    private static void DrawHours(SvgPen pen, DowntimeTimeline timeline, Language language, double left, double right, double axis, Func<DateTime, double> x)
    {
        var spansDays = timeline.To - timeline.From > TimeSpan.FromHours(24);
        var end = double.MinValue;
        foreach (var at in Ticks(timeline, right - left))
        {
            var isDay = at.TimeOfDay == TimeSpan.Zero;
            pen.Line(x(at), Top, x(at), axis + 0.9, Paint.Line(isDay ? Tone.Line2 : Tone.Grid, isDay ? 0.25 : Paint.Fine));
            var day = language == Language.English
                ? at.Day.ToString(CultureInfo.InvariantCulture) + "\u00A0" + language.Words.Months[at.Month - 1]
                : at.ToString("dd'/'MM", CultureInfo.InvariantCulture);
            day = timeline.To - timeline.From < TimeSpan.FromDays(200)
                ? day
                : (language == Language.English ? language.Words.Months[at.Month - 1] + "\u00A0" : at.ToString("MM'/'", CultureInfo.InvariantCulture)) + at.Year.ToString(CultureInfo.InvariantCulture);
            var text = isDay && spansDays ? day : at.ToString("HH:mm", CultureInfo.InvariantCulture);
            var half = Small.Measure(text) / 2;
            if (x(at) - half > end + 1.4 && x(at) - half >= 0)
            {
                pen.Text(x(at), axis + 4.2, text, Small with { Anchor = Anchor.Middle, Face = isDay && spansDays ? FontFace.Semibold : FontFace.Sans });
                end = x(at) + half;
            }
        }
    }

    // Round hours, then days, then first days of months.
    private static List<DateTime> Ticks(DowntimeTimeline timeline, double width)
    {
        var span = (timeline.To - timeline.From).TotalHours;
        double[] steps = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14];
        var step = steps.FirstOrDefault(one => width / (span / one) > (one >= 24 ? 13 : 11));
        var ticks = new List<DateTime>();
        if (step > 0)
        {
            var start = timeline.From.Date;
            for (var k = (long)Math.Ceiling((timeline.From - start).TotalHours / step); start.AddHours(k * step) <= timeline.To; k++)
            {
                ticks.Add(start.AddHours(k * step));
            }

            return ticks;
        }

        var months = MonthSteps.FirstOrDefault(one => width / (span / (one * 730)) > 17, 1200);
        for (var at = new DateTime(timeline.From.Year, 1, 1); at <= timeline.To && at.Year < 9000; at = at.AddMonths(months))
        {
            if (at >= timeline.From)
            {
                ticks.Add(at);
            }
        }

        return ticks;
    }

    private static List<(double X, int Row, string Name, string? Letter)> Legend(DowntimeTimeline timeline, List<Downtime> inside, Sheet sheet, DowntimeWords words)
    {
        var language = sheet.Language;
        var placed = new List<(double, int, string, string?)>();
        var (x, row) = (0.0, 0);
        foreach (var one in timeline.Classes)
        {
            Add(one.Name, one.Letter, inside.Where(stop => stop.Class == one.Letter));
        }

        Add(words.Unclassed, null, inside.Where(stop => !timeline.IsClassed(stop)));
        return placed;

        void Add(string name, string? letter, IEnumerable<Downtime> stops)
        {
            var minutes = stops.Sum(timeline.MinutesInside);
            if (minutes == 0)
            {
                return;
            }

            var text = TextFitting.Shorten(name, 60, Small.Size) + " " + language.WithUnit(language.Number(minutes), "min");
            var width = 6.8 + Small.Measure(text);
            (x, row) = x > 0 && x + width > sheet.Width ? (0, row + 1) : (x, row);
            placed.Add((x, row, text, letter));
            x += width + 6;
        }
    }
}
