using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Diagnoses;

/// <summary>Draws a radar: a ring for each level, this audit filled, the one before dashed. (fr: radar)</summary>
public static class RadarDrawing
{
    private static readonly TextStyle Label = new(2.9);

    /// <summary>Draws it.</summary>
    /// <param name="radar">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 90 mm wide or more.</param>
    public static string Draw(Radar radar, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(radar);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 90, nameof(sheet));
        ArgumentOutOfRangeException.ThrowIfLessThan(radar.Highest, 1, nameof(radar));
        var words = DiagnosisWords.In(sheet.Language);
        if (radar.Axes.Count < 3)
        {
            return FigureFrame.Empty(sheet, radar.Title, words.NoAxis);
        }

        var room = Math.Min(36, sheet.Width * 0.24);
        var radius = Math.Min(48, sheet.Width / 2 - room - 5);
        var (x, y) = (sheet.Width / 2, radius + 12);
        var compared = radar.Axes.Any(axis => axis.Previous is not null);
        var reading = string.Join(", ", radar.Axes.Select(axis => axis.Label + " " + new Amount(axis.Level, string.Empty, 1).In(sheet.Language))) + ".";
        return FigureFrame.Draw(sheet, y + radius + 12 + (compared ? 6 : 0), radar.Title, reading, pen =>
        {
            DrawRings(pen, radar, x, y, radius);
            if (compared)
            {
                var before = radar.Axes.Select((axis, i) => Point(i, radar, x, y, radius, axis.Previous ?? 0)).ToList();
                pen.Polyline(before, Paint.Line(Tone.Ink2, 0.5, "2 1.2"), closed: true);
                DrawLegend(pen, radar, words, y + radius + 15);
            }

            var now = radar.Axes.Select((axis, i) => Point(i, radar, x, y, radius, axis.Level)).ToList();
            pen.Polyline(now, new Paint(Tone.Series1, Tone.Series1, Paint.Strong, null, null, 0.25), closed: true);
            pen.Polyline(now, Paint.Line(Tone.Series1, Paint.Strong), closed: true);
            now.ForEach(point => pen.Circle(point.X, point.Y, 0.8, new Paint(Tone.Series1)));
            DrawLabels(pen, radar, x, y, radius, room, sheet.Language);
        });
    }

    private static (double X, double Y) Point(int i, Radar radar, double x, double y, double radius, decimal level)
    {
        var angle = 2 * Math.PI * i / radar.Axes.Count;
        var far = radius * (double)Math.Clamp(level / radar.Highest, 0, 1);
        return (x + far * Math.Sin(angle), y - far * Math.Cos(angle));
    }

    private static void DrawRings(SvgPen pen, Radar radar, double x, double y, double radius)
    {
        for (var ring = 1; ring <= radar.Highest; ring++)
        {
            pen.Polyline([.. radar.Axes.Select((_, i) => Point(i, radar, x, y, radius, ring))], Paint.Line(ring == radar.Highest ? Tone.Line2 : Tone.Grid, 0.2), closed: true);
        }

        for (var i = 0; i < radar.Axes.Count; i++)
        {
            var end = Point(i, radar, x, y, radius, radar.Highest);
            pen.Line(x, y, end.X, end.Y, Paint.Line(Tone.Grid, 0.2));
        }

        for (var ring = 1; ring <= radar.Highest; ring++)
        {
            pen.Text(x - 0.8, y - radius * ring / radar.Highest + 3, ring.ToString(CultureInfo.InvariantCulture), new TextStyle(TextStyle.Smallest, FontFace.Sans, Tone.Ink2, Anchor.End));
        }
    }

    private static void DrawLabels(SvgPen pen, Radar radar, double x, double y, double radius, double room, Language language)
    {
        var taken = new TakenPlaces();
        for (var i = 0; i < radar.Axes.Count; i++)
        {
            var angle = 2 * Math.PI * i / radar.Axes.Count;
            var (sin, cos) = (Math.Sin(angle), Math.Cos(angle));
            var anchor = Math.Abs(sin) < 0.15 ? Anchor.Middle : sin > 0 ? Anchor.Start : Anchor.End;
            var wide = anchor == Anchor.Middle ? room * 2 : room;
            var level = new Amount(radar.Axes[i].Level, string.Empty, 1).In(language);
            var lines = TextFitting.Wrap(radar.Axes[i].Label + " " + level, wide, Label.Size, Label.Face, 2);
            var (at, top) = (x + (radius + 3) * sin, y - (radius + 4) * cos + 1 - (lines.Count - 1) * (cos > 0.5 ? 3.6 : 1.8));
            var areas = lines.Select((line, n) => Area.OfText(at, top + n * 3.6, line, Label with { Anchor = anchor })).ToList();
            // With more axes than can be read, a name that would cover another stays a tip.
            if (areas.TrueForAll(area => area.Left >= 0 && area.Right <= pen.Width && area.Top >= 0 && taken.IsFree(area)))
            {
                pen.Lines(at, top, lines, Label with { Anchor = anchor }, 3.6);
                areas.ForEach(area => taken.Add(area.Wider(0.2)));
            }
        }
    }

    private static void DrawLegend(SvgPen pen, Radar radar, DiagnosisWords words, double y)
    {
        var (now, before) = (radar.Name ?? words.Now, radar.PreviousName ?? words.Before);
        var half = pen.Width / 2 - 14;
        pen.Line(0, y - 1, 8, y - 1, Paint.Line(Tone.Series1, Paint.Strong));
        pen.Text(10, y, now, Label, half);
        pen.Line(pen.Width / 2, y - 1, pen.Width / 2 + 8, y - 1, Paint.Line(Tone.Ink2, 0.5, "2 1.2"));
        pen.Text(pen.Width / 2 + 10, y, before, Label, half);
    }
}
