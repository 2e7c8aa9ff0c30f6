using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>What stands in the gap between two steps: a stock, how much it holds, and the arrow that makes parts go on.</summary>
internal static class MapStockSymbols
{
    private static readonly Paint Outline = new(Tone.Paper, Tone.Ink);

    internal static void Draw(SvgPen pen, Area area, MapStock stock, bool named, MapDensity density, Language language)
    {
        var scale = density.IsCompact ? 0.72 : density.Scale;
        var x = area.CentreX;
        var quantity = density.IsCompact ? stock.Quantity?.Bare(language) : stock.Quantity?.In(language);
        pen.Begin(string.Join(", ", new[] { stock.Name, stock.Quantity?.In(language), stock.Cover?.In(language) }.Where(part => !string.IsNullOrEmpty(part))), stock.Id);
        switch (stock.Kind)
        {
            case StockKind.Supermarket:
                for (var i = 0; i < 3; i++)
                {
                    var (top, bottom) = (area.Top + 3 * i * scale, area.Top + 3 * (i + 1) * scale);
                    pen.Polyline([(x - 5 * scale, top), (x + 5 * scale, top), (x + 5 * scale, bottom), (x - 5 * scale, bottom)], Paint.Line(Tone.Ink, 0.5));
                }

                break;
            case StockKind.Safety:
                for (var i = 0; i < 3; i++)
                {
                    pen.Rect(x - 5 * scale, area.Top + 3 * i * scale, 10 * scale, 3 * scale, Outline);
                }

                break;
            case StockKind.FifoLane:
                break;
            default:
                pen.Polyline([(x, area.Top), (x + 5 * scale, area.Top + 9 * scale), (x - 5 * scale, area.Top + 9 * scale)], Outline, closed: true);
                pen.Text(x, area.Top + 7.8 * scale, "I", density.Bold(Anchor.Middle));
                break;
        }

        var first = area.Top + 9 * scale + density.Small * 1.3;
        if (stock.Kind == StockKind.FifoLane)
        {
            first = area.Top + density.Small * 1.6;
        }

        pen.Text(x, first, quantity, density.Text(Tone.Ink, Anchor.Middle), area.Width);
        pen.Text(x, first + density.Small * 1.3, stock.Cover?.In(language), density.Bold(Anchor.Middle), area.Width);
        if (named)
        {
            pen.Lines(x, first + density.Small * 2.7, TextFitting.Wrap(stock.Name, area.Width + 5 * density.Scale, density.Small, FontFace.Sans, 2), density.Text(Tone.Ink2, Anchor.Middle), density.Small * 1.25);
        }

        pen.End();
    }

    internal static void Flow(SvgPen pen, double left, double right, double y, MaterialFlowKind kind, MapDensity density)
    {
        var half = density.IsCompact ? 1.1 : 1.5 * density.Scale;
        var excess = Math.Max(0, right - left - 20 * density.Scale) / 2;
        (left, right) = (left + excess, right - excess);
        switch (kind)
        {
            case MaterialFlowKind.Pull:
                Pull(pen, (left + right) / 2, density.IsCompact ? y + 0.7 : y, density.IsCompact ? 1.9 : 2.9 * density.Scale);
                break;
            case MaterialFlowKind.Continuous:
                pen.Line(left, y, right - 1.6, y, Paint.Line(Tone.Ink, Paint.Strong));
                MapArrows.Head(pen, (left, y), (right, y), 2.6);
                break;
            default:
                Push(pen, left, right, y, half);
                break;
        }
    }

    internal static void Fifo(SvgPen pen, Area area, double y, MapDensity density)
    {
        var (left, right) = (area.Left + 0.6, area.Right - 0.6);
        var half = density.IsCompact ? 2.6 : 3 * density.Scale;
        pen.Line(left, y - half, right, y - half, Paint.Line(Tone.Ink, 0.5));
        pen.Line(left, y + half, right, y + half, Paint.Line(Tone.Ink, 0.5));
        pen.Text(area.CentreX, y + 0.2, "FIFO", density.Bold(Anchor.Middle));
        var foot = y + half * 0.56;
        pen.Line(left + 0.8, foot, right - 2, foot, Paint.Line(Tone.Ink));
        MapArrows.Head(pen, (left, foot), (right - 0.6, foot), 1.8);
    }

    // Black and white bars, then a head: the parts are pushed whether they are wanted or not.
    private static void Push(SvgPen pen, double left, double right, double y, double half)
    {
        var head = half * 2.4;
        var end = right - head;
        var bar = Math.Max(1, 2 * half);
        pen.Rect(left, y - half, Math.Max(0.1, end - left), 2 * half, Outline with { Width = 0.25 });
        for (var x = left; x < end - 0.05; x += 2 * bar)
        {
            pen.Rect(x, y - half, Math.Min(bar, end - x), 2 * half, new Paint(Tone.Ink));
        }

        pen.Polyline([(end, y - half * 1.8), (right, y), (end, y + half * 1.8)], new Paint(Tone.Ink), closed: true);
    }

    private static void Pull(SvgPen pen, double x, double y, double radius)
    {
        var (startX, startY) = (x + radius * 0.5, y + radius * 0.87);
        var (endX, endY) = (x - radius * 0.5, y + radius * 0.87);
        pen.Path($"M{SvgPen.Mm(endX)} {SvgPen.Mm(endY)}A{SvgPen.Mm(radius)} {SvgPen.Mm(radius)} 0 1 1 {SvgPen.Mm(startX)} {SvgPen.Mm(startY)}", Paint.Line(Tone.Ink, 0.5));
        MapArrows.Head(pen, (startX + 1.4, startY - 0.5), (startX - 0.7, startY + 0.3), 1.9);
    }
}
