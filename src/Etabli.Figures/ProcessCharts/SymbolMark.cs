using Etabli.Figures.Ink;

namespace Etabli.Figures.ProcessCharts;

/// <summary>Draws one of the five symbols.</summary>
internal static class SymbolMark
{
    internal static void Draw(SvgPen pen, double x, double y, double size, ProcessSymbol symbol, bool chosen)
    {
        var paint = chosen ? new Paint(Tone.Ink, Tone.Ink, 0.25) : new Paint(Tone.Paper, Tone.Line2, 0.25);
        var h = size / 2;
        switch (symbol)
        {
            case ProcessSymbol.Transport:
                pen.Polyline([(x - h, y - h * 0.42), (x + h * 0.1, y - h * 0.42), (x + h * 0.1, y - h * 0.9), (x + h, y), (x + h * 0.1, y + h * 0.9), (x + h * 0.1, y + h * 0.42), (x - h, y + h * 0.42)], paint, closed: true);
                break;
            case ProcessSymbol.Inspection:
                pen.Rect(x - h * 0.86, y - h * 0.86, size * 0.86, size * 0.86, paint);
                break;
            case ProcessSymbol.Delay:
                pen.Path($"M{SvgPen.Mm(x - h * 0.7)} {SvgPen.Mm(y - h * 0.9)}h{SvgPen.Mm(h * 0.6)}a{SvgPen.Mm(h * 0.9)} {SvgPen.Mm(h * 0.9)} 0 0 1 0 {SvgPen.Mm(h * 1.8)}h{SvgPen.Mm(-h * 0.6)}z", paint);
                break;
            case ProcessSymbol.Storage:
                pen.Polyline([(x - h * 0.95, y - h * 0.8), (x + h * 0.95, y - h * 0.8), (x, y + h * 0.9)], paint, closed: true);
                break;
            default:
                pen.Circle(x, y, h * 0.92, paint);
                break;
        }
    }
}
