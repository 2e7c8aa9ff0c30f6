using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>Lines of the map and what they carry: heads, kinks, cards, glasses, trucks, bursts.</summary>
internal static class MapArrows
{
    /// <summary>Width of the cup that holds cards.</summary>
    internal const double PostWidth = 3.4;

    internal static void Head(SvgPen pen, (double X, double Y) from, (double X, double Y) to, double length, Paint? paint = null)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var far = Math.Sqrt(dx * dx + dy * dy);
        if (far < 1e-6)
        {
            return;
        }

        var (ux, uy) = (dx / far, dy / far);
        var (bx, by) = (to.X - ux * length, to.Y - uy * length);
        var half = length * 0.4;
        pen.Polyline([to, (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half)], paint ?? new Paint(Tone.Ink), closed: true);
    }

    internal static void Draw(SvgPen pen, MapRoute route, MapDensity density)
    {
        pen.Begin(route.Label);
        var drawn = new HashSet<((double, double), (double, double))>();
        foreach (var path in route.Paths)
        {
            var points = Simplified(path);
            if (route.Kind == RouteKind.Shipment)
            {
                Hollow(pen, points);
                continue;
            }

            var paint = Paint.Line(Tone.Ink, route.Kind == RouteKind.Material ? Paint.Strong : Paint.Plain, route.IsDotted ? "0.5 0.9" : null);
            // Branches of one tree share their trunk: it is drawn once.
            var run = new List<(double X, double Y)>();
            for (var i = 1; i < points.Count; i++)
            {
                if (drawn.Add((points[i - 1], points[i])))
                {
                    run.Add(points[i - 1]);
                    if (i == points.Count - 1)
                    {
                        run.Add(points[i]);
                    }
                }
                else
                {
                    run.Clear();
                }
            }

            if (run.Count > 1)
            {
                Kinked(pen, run, route, paint, density);
            }

            Head(pen, points[^2], points[^1], route.Kind == RouteKind.Material ? 2.4 : 2);
        }

        if (route.Post is { } post)
        {
            Post(pen, post.X, post.Y, post.Foot);
        }

        pen.End();
    }

    /// <summary>The longest straight part of a route: it carries the mark and the word.</summary>
    internal static ((double X, double Y) From, (double X, double Y) To) Longest(MapRoute route)
    {
        var points = Simplified(route.Paths[^1]);
        var best = (points[0], points[1]);
        var length = -1.0;
        for (var i = 1; i < points.Count; i++)
        {
            // A card lies along its track: upright, it would lie on the lines that come down beside it.
            var far = Math.Abs(points[i].X - points[i - 1].X) + Math.Abs(points[i].Y - points[i - 1].Y) * (route.IsDotted ? 0.05 : 0.6);
            if (far > length)
            {
                (best, length) = ((points[i - 1], points[i]), far);
            }
        }

        return best;
    }

    internal static List<(double X, double Y)> Simplified(IReadOnlyList<(double X, double Y)> path)
    {
        var points = new List<(double X, double Y)>();
        foreach (var point in path)
        {
            if (points.Count > 0 && Math.Abs(points[^1].X - point.X) + Math.Abs(points[^1].Y - point.Y) < 0.01)
            {
                continue;
            }

            if (points.Count > 1 && (Same(points[^2].X, points[^1].X, point.X) || Same(points[^2].Y, points[^1].Y, point.Y)))
            {
                points[^1] = point;
                continue;
            }

            points.Add(point);
        }

        if (points.Count < 2)
        {
            points.Add((points[0].X, points[0].Y + 0.1));
        }

        return points;

        static bool Same(double a, double b, double c) => Math.Abs(a - b) < 0.01 && Math.Abs(b - c) < 0.01;
    }

    private static void Kinked(SvgPen pen, List<(double X, double Y)> run, MapRoute route, Paint paint, MapDensity density)
    {
        var (from, to) = Longest(route);
        var at = -1;
        for (var i = 1; i < run.Count; i++)
        {
            at = run[i - 1] == from && run[i] == to ? i : at;
        }

        var (x, y) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        if (at > 0 && route.Kind == RouteKind.Electronic)
        {
            var (ux, uy) = (Math.Sign(to.X - from.X), Math.Sign(to.Y - from.Y));
            var (s, t) = (1.1 * density.Scale, 1.2 * density.Scale);
            run.InsertRange(at, [(x - ux * 2 * s, y - uy * 2 * s), (x + uy * t + ux * s, y - ux * t + uy * s), (x - uy * t - ux * s, y + ux * t - uy * s), (x + ux * 2 * s, y + uy * 2 * s)]);
        }

        pen.Polyline(run, paint);
        if (at > 0)
        {
            Carried(pen, x, y, route.Kind, density.IsCompact ? 0.8 : 1);
        }
    }

    /// <summary>A cup on a foot, in which cards wait.</summary>
    internal static void Post(SvgPen pen, double x, double y, double foot)
    {
        pen.Polyline([(x - PostWidth / 2, y - 1.4), (x - PostWidth / 2, y + 0.9), (x + PostWidth / 2, y + 0.9), (x + PostWidth / 2, y - 1.4)], Paint.Line(Tone.Ink, 0.5));
        pen.Line(x, y + 0.9, x, foot, Paint.Line(Tone.Ink, 0.5));
    }

    private static void Carried(SvgPen pen, double x, double y, RouteKind kind, double scale)
    {
        switch (kind)
        {
            case RouteKind.ProductionKanban or RouteKind.WithdrawalKanban:
                var paint = kind == RouteKind.ProductionKanban ? new Paint(Tone.Paper, Tone.Ink) : new Paint(null, Tone.Ink, Paint.Plain, null, Hatching.Unset);
                pen.Polyline([(x - 4 * scale, y - 2.8 * scale), (x + 2 * scale, y - 2.8 * scale), (x + 4 * scale, y - 0.8 * scale), (x + 4 * scale, y + 2.8 * scale), (x - 4 * scale, y + 2.8 * scale)], paint, closed: true);
                break;
            case RouteKind.SignalKanban:
                pen.Polyline([(x - 3.6 * scale, y - 3 * scale), (x + 3.6 * scale, y - 3 * scale), (x, y + 3 * scale)], new Paint(Tone.Paper, Tone.Ink), closed: true);
                break;
            case RouteKind.GoSee:
                pen.Circle(x - 3, y, 2, new Paint(Tone.Paper, Tone.Ink));
                pen.Circle(x + 3, y, 2, new Paint(Tone.Paper, Tone.Ink));
                pen.Line(x - 1, y, x + 1, y, Paint.Line(Tone.Ink));
                break;
        }
    }

    // A wide hollow arrow: goods that travel outside.
    private static void Hollow(SvgPen pen, List<(double X, double Y)> points)
    {
        var (before, end) = (points[^2], points[^1]);
        var (ux, uy) = (Math.Sign(end.X - before.X), Math.Sign(end.Y - before.Y));
        List<(double X, double Y)> body = [.. points[..^1], (end.X - ux * 2.6, end.Y - uy * 2.6)];
        pen.Polyline(body, Paint.Line(Tone.Ink, 1.5));
        Head(pen, before, end, 3.2, new Paint(Tone.Paper, Tone.Ink));
        pen.Polyline(body, Paint.Line(Tone.Paper, 0.85));
    }

    internal static void Truck(SvgPen pen, double left, double top, double scale)
    {
        var outline = new Paint(Tone.Paper, Tone.Ink);
        pen.Rect(left, top, 10 * scale, 6.6 * scale, outline);
        pen.Polyline([(left + 10 * scale, top + 1.8 * scale), (left + 12.6 * scale, top + 1.8 * scale), (left + 14.4 * scale, top + 4 * scale), (left + 14.4 * scale, top + 6.6 * scale), (left + 10 * scale, top + 6.6 * scale)], outline, closed: true);
        pen.Circle(left + 2.8 * scale, top + 6.9 * scale, 1.3 * scale, new Paint(Tone.Ink));
        pen.Circle(left + 11.6 * scale, top + 6.9 * scale, 1.3 * scale, new Paint(Tone.Ink));
    }

    /// <summary>A twelve-pointed star as wide as a step, with what is to be done and the axis it belongs to.</summary>
    internal static void Burst(SvgPen pen, double x, double y, KaizenBurst burst, int number, MapDensity density)
    {
        var (rx, ry) = (density.IsCompact ? 7.4 : 13.4 * density.Scale, density.IsCompact ? 3.8 : 7.2 * density.Scale);
        var points = Enumerable.Range(0, 24).Select(i =>
        {
            var angle = Math.PI * i / 12;
            var far = i % 2 == 0 ? 1 : 0.78;
            return (x + rx * far * Math.Sin(angle), y - ry * far * Math.Cos(angle));
        }).ToList();
        pen.Begin(burst.Axis is null ? burst.Text : burst.Axis + ", " + burst.Text);
        pen.Polyline(points, new Paint(Tone.Burst, Tone.Ink), closed: true);
        if (density.IsCompact)
        {
            pen.Text(x, y + 0.95, burst.Axis ?? "K" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), density.Bold(Anchor.Middle), rx * 1.3);
        }
        else
        {
            var lines = TextFitting.Wrap(burst.Text, rx * 1.42, density.Small, FontFace.Semibold, burst.Axis is null ? 3 : 2).ToList();
            var leading = density.Small * 1.15;
            var rows = lines.Count + (burst.Axis is null ? 0 : 1);
            var top = y + density.Small * 0.35 - (rows - 1) * leading / 2;
            if (burst.Axis is not null)
            {
                pen.Text(x, top, burst.Axis, density.Text(Tone.Ink, Anchor.Middle), rx);
                top += leading;
            }

            pen.Lines(x, top, lines, density.Bold(Anchor.Middle), leading);
        }

        pen.End();
    }
}
