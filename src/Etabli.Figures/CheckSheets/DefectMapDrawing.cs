using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.CheckSheets;

/// <summary>Draws where defects were seen on a part, each kind by its own sign, counted by zone. (fr: relevé de localisation)</summary>
public static class DefectMapDrawing
{
    private const double Row = 5.2;
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly TextStyle Body = new(2.9);

    /// <summary>Draws it.</summary>
    /// <param name="map">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(DefectMap map, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var words = CheckSheetWords.In(sheet.Language);
        if (map.Marks.Count == 0 && map.Zones.Count == 0 && map.Picture is null)
        {
            return FigureFrame.Empty(sheet, map.Title, words.NoMark);
        }

        var panel = 52.0;
        var part = new Area(0.3, 0.3, sheet.Width - panel - 6, (sheet.Width - panel - 6) * map.Ratio);
        var zones = map.Zones.Select(zone => (zone.Name, Count: map.Marks.Count(mark => ZoneOf(map, mark) == zone))).Append((Name: words.Elsewhere, Count: map.Marks.Count(mark => ZoneOf(map, mark) is null))).Where(zone => zone.Count > 0 || zone.Name != words.Elsewhere).ToList();
        var kinds = map.Kinds.Select((name, i) => (Name: name, Count: map.Marks.Count(mark => mark.Kind == i))).ToList();
        var height = Math.Max(part.Bottom + 0.4, (kinds.Count + zones.Count + 3) * Row + 8);
        var heaviest = zones.Count == 0 ? (Name: words.Elsewhere, Count: 0) : zones.MaxBy(zone => zone.Count);
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Number(map.Marks.Count), sheet.Language.Number(zones.Count)) + " ; " + string.Format(CultureInfo.InvariantCulture, words.Heaviest, heaviest.Name, sheet.Language.Number(heaviest.Count)) + ".";
        return FigureFrame.Draw(sheet, height, map.Title, reading, pen =>
        {
            DrawPart(pen, map, part);
            DrawPanel(pen, kinds, zones, map.Marks.Count, sheet.Width - panel, words, sheet.Language);
        });
    }

    private static DefectZone? ZoneOf(DefectMap map, DefectMark mark) => map.Zones.FirstOrDefault(zone => mark.X >= zone.Left && mark.X <= zone.Left + zone.Width && mark.Y >= zone.Top && mark.Y <= zone.Top + zone.Height);

    private static void DrawPart(SvgPen pen, DefectMap map, Area part)
    {
        if (map.Picture is { } picture)
        {
            pen.Image(picture, part.Left, part.Top, part.Width, part.Height);
        }

        pen.Rect(part.Left, part.Top, part.Width, part.Height, Paint.Line(Tone.Ink2, 0.25));
        var style = new TextStyle(2.7, FontFace.Sans, Tone.Ink2);
        foreach (var zone in map.Zones)
        {
            var area = new Area(part.Left + zone.Left * part.Width, part.Top + zone.Top * part.Height, zone.Width * part.Width, zone.Height * part.Height);
            pen.Rect(area.Left, area.Top, area.Width, area.Height, map.Picture is null ? new Paint(Tone.Sheet, Tone.Line2, 0.35) : Paint.Line(Tone.Line2, 0.35, "1.6 1"));
            pen.Text(area.Left + 1.2, area.Top + 3.4, zone.Name, style, area.Width - 2);
        }

        foreach (var mark in map.Marks)
        {
            Sign(pen, part.Left + Math.Clamp(mark.X, 0.02, 0.98) * part.Width, part.Top + Math.Clamp(mark.Y, 0.02, 0.98) * part.Height, mark.Kind);
        }
    }

    // Disc, square, triangle, diamond, ring, cross: a kind is read without its colour.
    private static void Sign(SvgPen pen, double x, double y, int kind)
    {
        var paint = new Paint(Tones[kind % Tones.Length], Tone.Paper, 0.2);
        const double r = 1.1;
        switch (kind % 6)
        {
            case 1:
                pen.Rect(x - r, y - r, 2 * r, 2 * r, paint);
                break;
            case 2:
                pen.Polyline([(x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)], paint, closed: true);
                break;
            case 3:
                pen.Polyline([(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)], paint, closed: true);
                break;
            case 4:
                pen.Circle(x, y, r, new Paint(Tone.Paper, Tones[4], 0.6));
                break;
            case 5:
                pen.Path($"M{SvgPen.Mm(x - r)} {SvgPen.Mm(y - r)}l{SvgPen.Mm(2 * r)} {SvgPen.Mm(2 * r)}m0 {SvgPen.Mm(-2 * r)}l{SvgPen.Mm(-2 * r)} {SvgPen.Mm(2 * r)}", Paint.Line(Tones[5], 0.6));
                break;
            default:
                pen.Circle(x, y, r, paint);
                break;
        }
    }

    private static void DrawPanel(SvgPen pen, List<(string Name, int Count)> kinds, List<(string Name, int Count)> zones, int total, double left, CheckSheetWords words, Language language)
    {
        var number = Body with { Anchor = Anchor.End };
        var y = 0.0;
        for (var i = 0; i < kinds.Count; i++)
        {
            y += Row;
            Sign(pen, left + 1.6, y - 1, i);
            pen.Text(left + 5, y, kinds[i].Name, Body, pen.Width - left - 16);
            pen.Text(pen.Width - 0.4, y, language.Number(kinds[i].Count), number);
        }

        y += Row + 3;
        pen.Text(left, y, words.Zone, new TextStyle(2.7, FontFace.Semibold, Tone.Ink2));
        pen.Line(left, y + 1.6, pen.Width, y + 1.6, Paint.Line(Tone.Ink));
        foreach (var (name, count) in zones)
        {
            y += Row;
            pen.Text(left, y + 0.8, name, Body, pen.Width - left - 12);
            pen.Text(pen.Width - 0.4, y + 0.8, language.Number(count), number);
        }

        y += Row;
        pen.Line(left, y - 3, pen.Width, y - 3, Paint.Line(Tone.Ink2, 0.25));
        pen.Text(left, y + 0.8, words.Total, Body with { Face = FontFace.Semibold });
        pen.Text(pen.Width - 0.4, y + 0.8, language.Number(total), number with { Face = FontFace.Semibold });
    }
}
