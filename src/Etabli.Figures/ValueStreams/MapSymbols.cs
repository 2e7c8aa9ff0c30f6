using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>The symbols of the trade, each in its place.</summary>
internal static class MapSymbols
{
    private static readonly Paint Outline = new(Tone.Paper, Tone.Ink);

    /// <summary>Rectangle under three saw teeth.</summary>
    internal static void Factory(SvgPen pen, Area area, MapNode node, string? detail, MapDensity density)
    {
        var tooth = area.Width / 3;
        var rise = area.Height * 0.27;
        List<(double X, double Y)> points = [(area.Left, area.Bottom)];
        for (var i = 0; i < 3; i++)
        {
            points.Add((area.Left + i * tooth, area.Top));
            points.Add((area.Left + (i + 1) * tooth, area.Top + rise));
        }

        points.Add((area.Right, area.Bottom));
        pen.Begin(detail is null ? node.Name : node.Name + ", " + detail);
        pen.Polyline(points, Outline, closed: true);
        var lines = TextFitting.Wrap(node.Name, area.Width - 2.4, density.Small, FontFace.Semibold, detail is null ? 3 : 2).ToList();
        var leading = density.Small * 1.3;
        var y = area.Top + rise + (area.Height - rise) / 2 + density.Small * 0.36 - (lines.Count - (detail is null ? 1 : 0)) * leading / 2;
        pen.Lines(area.CentreX, y, lines, density.Bold(Anchor.Middle), leading);
        pen.Text(area.CentreX, y + lines.Count * leading, detail, density.Text(Tone.Ink2, Anchor.Middle), area.Width - 2.4);
        pen.End();
    }

    internal static void Control(SvgPen pen, Area area, MapControl node, MapDensity density)
    {
        var strip = density.Strip;
        pen.Begin(node.Detail is null ? node.Name : node.Name + ", " + node.Detail);
        pen.Rect(area.Left, area.Top, area.Width, area.Height, Outline);
        pen.Rect(area.Left, area.Top, area.Width, strip, new Paint(Tone.Sheet, Tone.Ink));
        pen.Text(area.CentreX, area.Top + strip / 2 + density.Small * 0.35, node.Name, density.Bold(Anchor.Middle), area.Width - 2);
        var middle = area.Top + strip + (area.Height - strip) / 2 + density.Small * 0.35;
        var levelled = node.IsLevelled ? 4.5 : 0;
        pen.Text(area.CentreX, middle - levelled, node.Detail, density.Text(Tone.Ink2, Anchor.Middle), area.Width - 2);
        if (node.IsLevelled)
        {
            pen.Rect(area.CentreX - 12, middle - 0.6, 24, 6, Outline);
            pen.Text(area.CentreX, middle + 3.6, "OXOX", new TextStyle(3.4, FontFace.Mono, Tone.Ink, Anchor.Middle));
        }

        pen.End();
    }

    internal static void Process(SvgPen pen, Area area, MapProcess process, IReadOnlyList<MapDatum> rows, MapDensity density, Language language, MapWords words)
    {
        var tip = string.Join(", ", new[] { process.Code + " " + process.Name, process.IsBottleneck ? words.Bottleneck : null, process.IsOutsourced ? words.Outsourced : null }.OfType<string>());
        pen.Begin(tip, process.Id);
        var box = density.ProcessHeight;
        var edge = process.IsBottleneck ? new Paint(Tone.Paper, Tone.Bad, Paint.Strong * Math.Min(1.2, density.Scale)) : process.IsOutsourced ? new Paint(Tone.Paper, Tone.Ink, Paint.Plain, "1.6 1") : Outline;
        pen.Rect(area.Left, area.Top, area.Width, box, edge);
        DrawStrip(pen, area, process, density, edge, language);
        var lines = Name(process, area.Width, density, language);
        var top = area.Top + density.Strip + density.NameLeading * (density.IsCompact ? 0.86 : lines.Count == 1 && density.People == 0 ? 1.4 : 0.95);
        pen.Lines(area.CentreX, top, lines, density.Text(Tone.Ink, Anchor.Middle), density.NameLeading);
        if (!density.IsCompact && process.Operators is { } people)
        {
            var foot = lines.Count > 2 ? area.Top + density.Strip - 0.8 : area.Top + box - 0.9;
            Person(pen, area.Left + 2.6 * density.Scale, foot, density.Scale, language.Number(people, people == Math.Floor(people) ? 0 : 1), density);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            Datum(pen, new Area(area.Left, area.Top + box + i * density.RowHeight, area.Width, density.RowHeight), rows[i], density);
        }

        pen.End();
    }

    // Two lines above the people; a third one takes their place if they can stand beside the code.
    private static IReadOnlyList<string> Name(MapProcess process, double width, MapDensity density, Language language)
    {
        var style = density.Text();
        var people = process.Operators is { } count ? 6 * density.Scale + style.Measure(language.Number(count, count == Math.Floor(count) ? 0 : 1)) : 0;
        var fits = !density.IsCompact && TextWidths.Of(process.Code, density.Small * 1.08, FontFace.Semibold) + 2 * people < width;
        var lines = TextFitting.Wrap(process.Name, width - 1.6, density.Small, FontFace.Sans, 3);
        return lines.Count < 3 || fits ? lines : TextFitting.Wrap(process.Name, width - 1.6, density.Small, FontFace.Sans, 2);
    }

    private static void DrawStrip(SvgPen pen, Area area, MapProcess process, MapDensity density, Paint edge, Language language)
    {
        var strip = density.Strip;
        pen.Rect(area.Left, area.Top, area.Width, strip, process.IsShared ? new Paint(null, edge.Stroke, edge.Width, edge.Dash, Hatching.Unset) : edge with { Fill = Tone.Sheet });
        var size = density.Small * (density.IsCompact ? 1 : 1.08);
        var aside = density.IsCompact || (process.IsBottleneck && TextWidths.Of(process.Code, size, FontFace.Semibold) > area.Width - 12 * Math.Min(1.2, density.Scale));
        var style = new TextStyle(size, FontFace.Semibold, Tone.Ink, aside ? Anchor.Start : Anchor.Middle);
        var baseline = area.Top + strip / 2 + size * 0.35;
        var room = area.Width - 2 - (!process.IsBottleneck ? 0 : aside ? 4.4 : 9.6 * Math.Min(1.2, density.Scale));
        if (process.IsShared)
        {
            var width = Math.Min(room, style.Measure(process.Code)) + 1.6;
            pen.Rect(density.IsCompact ? area.Left + 0.4 : area.CentreX - width / 2, area.Top + 0.5, width, strip - 1, new Paint(Tone.Paper));
        }

        pen.Text(aside ? area.Left + 1 : area.CentreX, baseline, process.Code, style, room);
        if (process.IsBottleneck)
        {
            StatusMark.Draw(pen, area.Right - 2.9 * Math.Min(1.2, density.Scale), area.Top + strip / 2, Math.Min(4.2, strip - 0.2) * Math.Min(1.2, density.Scale), Status.Bad);
        }
        else if (density.IsCompact && process.Operators is { } people)
        {
            var text = language.Number(people, people == Math.Floor(people) ? 0 : 1);
            if (style.Measure(process.Code) + density.Text().Measure(text) < area.Width - 6)
            {
                pen.Text(area.Right - 0.8, baseline, text, density.Text(Tone.Ink2, Anchor.End));
                PersonMark(pen, area.Right - 2.2 - density.Text().Measure(text), area.Top + strip - 0.5, 0.7);
            }
        }
    }

    private static void Person(SvgPen pen, double x, double foot, double scale, string count, MapDensity density)
    {
        PersonMark(pen, x, foot, scale);
        pen.Text(x + 2.4 * scale, foot - 0.1, count, density.Text());
    }

    private static void PersonMark(SvgPen pen, double x, double foot, double scale)
    {
        pen.Circle(x, foot - 2.3 * scale, 0.85 * scale, new Paint(Tone.Ink));
        pen.Path($"M{SvgPen.Mm(x - 1.5 * scale)} {SvgPen.Mm(foot)}a{SvgPen.Mm(1.5 * scale)} {SvgPen.Mm(1.4 * scale)} 0 0 1 {SvgPen.Mm(3 * scale)} 0z", new Paint(Tone.Ink));
    }

    private static void Datum(SvgPen pen, Area row, MapDatum datum, MapDensity density)
    {
        pen.Rect(row.Left, row.Top, row.Width, row.Height, new Paint(Tone.Paper, Tone.Ink, 0.2));
        var y = row.Top + row.Height / 2 + density.Small * 0.35;
        var pad = density.IsCompact ? 0.7 : 1.1;
        var style = density.Text(Tone.Ink, Anchor.End);
        var changed = datum.Previous is not null && datum.Previous != datum.Value;
        var value = changed ? style with { Face = FontFace.Semibold } : style;
        var width = Math.Min(value.Measure(datum.Value), row.Width - 2 * pad);
        pen.Text(row.Right - pad, y, datum.Value, value, row.Width - 2 * pad);
        var room = row.Width - 2 * pad - width - 0.8;
        pen.Text(row.Left + pad, y, datum.Label, density.Text(Tone.Ink2), Math.Max(0, room));
        room -= density.Text().Measure(datum.Label) + 0.8;
        if (changed && style.Measure(datum.Previous!) <= room)
        {
            var right = row.Right - pad - width - 1;
            var old = style.Measure(datum.Previous!);
            pen.Text(right, y, datum.Previous, style with { Tone = Tone.Ink2 });
            pen.Line(right - old - 0.2, y - 0.9 * density.Scale, right + 0.2, y - 0.9 * density.Scale, Paint.Line(Tone.Ink2, 0.25));
        }
    }
}
