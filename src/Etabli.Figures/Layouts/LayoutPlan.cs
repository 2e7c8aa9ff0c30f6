using Etabli.Figures.Ink;

namespace Etabli.Figures.Layouts;

/// <summary>The floor in its place on the sheet: metres become millimetres.</summary>
internal sealed class LayoutPlan
{
    private const double ScaleRoom = 8;
    private readonly WorkshopLayout layout;
    private readonly double scale;
    private readonly double left;
    private readonly double top;

    internal LayoutPlan(WorkshopLayout layout, double left, double top, double width, double mostHeight)
    {
        this.layout = layout;
        this.left = left + 0.3;
        this.top = top + 0.3;
        scale = Math.Min((width - 0.6) / Math.Max(1, layout.Width), (mostHeight - ScaleRoom) / Math.Max(1, layout.Height));
        Width = layout.Width * scale + 0.6;
        Height = layout.Height * scale + ScaleRoom;
    }

    internal double Width { get; }

    internal double Height { get; }

    internal TakenPlaces Taken { get; } = new();

    /// <summary>Where somebody walks: a name is put elsewhere if it can.</summary>
    internal TakenPlaces Walked { get; } = new();

    internal (double X, double Y) At(double x, double y) => (left + Math.Clamp(x, 0, layout.Width) * scale, top + Math.Clamp(y, 0, layout.Height) * scale);

    internal LayoutStation? Station(string code) => layout.Stations.FirstOrDefault(station => station.Code == code);

    internal void DrawGround(SvgPen pen, Language language)
    {
        if (layout.Plan is { } plan)
        {
            pen.Image(plan, left, top, layout.Width * scale, layout.Height * scale);
        }

        pen.Rect(left, top, layout.Width * scale, layout.Height * scale, layout.Plan is null ? new Paint(Tone.Paper, Tone.Ink, 0.5) : Paint.Line(Tone.Ink, 0.5));
        foreach (var zone in layout.Zones)
        {
            var (x, y) = At(zone.Left, zone.Top);
            var (right, bottom) = At(zone.Left + zone.Width, zone.Top + zone.Height);
            pen.Rect(x, y, right - x, bottom - y, new Paint(Tone.Sheet, Tone.Line2, 0.25, "1.6 1"));
        }

        DrawScale(pen, language);
        foreach (var station in layout.Stations)
        {
            Taken.Add(Box(station));
        }
    }

    internal void DrawStations(SvgPen pen)
    {
        var style = new TextStyle(TextStyle.Smallest, FontFace.Semibold, Tone.Ink, Anchor.Middle);
        var boxes = layout.Stations.Select(Box).ToList();
        foreach (var (station, box) in layout.Stations.Zip(boxes))
        {
            pen.Begin(station.Name ?? station.Code);
            pen.Rect(box.Left, box.Top, box.Width, box.Height, new Paint(Tone.Paper, Tone.Ink), 0.4);
            if (style.Measure(station.Code) <= box.Width - 0.6 && box.Height >= 3)
            {
                pen.Text(box.CentreX, box.CentreY + 0.95, station.Code, style);
            }
            else
            {
                DrawBeside(pen, station.Code, box, style);
            }

            pen.End();
        }
    }

    internal void DrawZoneNames(SvgPen pen)
    {
        var style = new TextStyle(2.8, FontFace.Sans, Tone.Ink2);
        foreach (var zone in layout.Zones)
        {
            var (x, y) = At(zone.Left, zone.Top);
            var written = TextFitting.Shorten(zone.Name, zone.Width * scale - 2, style.Size);
            foreach (var baseline in new[] { y + 3.4, y + zone.Height * scale - 1.4 })
            {
                var area = Area.OfText(x + 1.2, baseline, written, style);
                if (written.Length > 0 && Taken.IsFree(area))
                {
                    pen.Text(x + 1.2, baseline, zone.Name, style, zone.Width * scale - 2);
                    Taken.Add(area);
                    break;
                }
            }
        }
    }

    private Area Box(LayoutStation station)
    {
        var (x, y) = At(station.X, station.Y);
        var (w, h) = (Math.Max(1.6, station.Width * scale), Math.Max(1.6, station.Height * scale));
        return new Area(Math.Clamp(x - w / 2, left, left + layout.Width * scale - w), Math.Clamp(y - h / 2, top, top + layout.Height * scale - h), w, h);
    }

    private void DrawBeside(SvgPen pen, string code, Area box, TextStyle style)
    {
        (double X, double Y, Anchor Anchor)[] places =
        [
            (box.CentreX, box.Top - 0.8, Anchor.Middle), (box.CentreX, box.Bottom + 2.7, Anchor.Middle),
            (box.Right + 0.8, box.CentreY + 0.95, Anchor.Start), (box.Left - 0.8, box.CentreY + 0.95, Anchor.End),
            (box.Left, box.Top - 0.8, Anchor.Start), (box.Right, box.Top - 0.8, Anchor.End), (box.Left, box.Bottom + 2.7, Anchor.Start), (box.Right, box.Bottom + 2.7, Anchor.End),
            (box.CentreX, box.Top - 3.8, Anchor.Middle), (box.CentreX, box.Bottom + 5.7, Anchor.Middle),
        ];
        foreach (var ((x, y, anchor), mayCross) in places.Select(place => (place, false)).Concat(places.Select(place => (place, true))))
        {
            var area = Area.OfText(x, y, code, style with { Anchor = anchor });
            if ((mayCross || Walked.IsFree(area)) && area.Left > left && area.Right < left + layout.Width * scale && area.Top > top && area.Bottom < top + layout.Height * scale && Taken.IsFree(area))
            {
                pen.Text(x, y, code, style with { Anchor = anchor });
                Taken.Add(area.Wider(0.2));
                return;
            }
        }
    }

    private void DrawScale(SvgPen pen, Language language)
    {
        double[] lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500];
        var metres = lengths.LastOrDefault(length => length * scale <= Math.Max(scale, 42));
        var y = top + layout.Height * scale + 5;
        var end = left + Math.Max(1, metres) * scale;
        pen.Rect(left, y - 0.6, (end - left) / 2, 1.2, new Paint(Tone.Ink, Tone.Ink, 0.25));
        pen.Rect((left + end) / 2, y - 0.6, (end - left) / 2, 1.2, new Paint(Tone.Paper, Tone.Ink, 0.25));
        pen.Text(end + 1.6, y + 1, language.WithUnit(language.Number((decimal)Math.Max(1, metres)), "m"), new TextStyle(2.8));
    }
}
