using Etabli.Figures.Ink;

namespace Etabli.Figures.CheckSheets;

/// <summary>Strokes by fives: four upright, the fifth across them.</summary>
internal static class Tally
{
    internal const double Height = 4.4;
    internal const double Line = 6;
    private const double Pitch = 1.1;
    private const double Group = 6.2;

    internal static int GroupsIn(double width) => Math.Max(1, (int)((width + 1.2) / Group));

    internal static int LinesFor(int count, double width) => count == 0 ? 1 : ((count + 4) / 5 + GroupsIn(width) - 1) / GroupsIn(width);

    internal static void Draw(SvgPen pen, double x, double y, double width, int count)
    {
        var across = GroupsIn(width);
        for (var group = 0; group * 5 < count; group++)
        {
            var (left, top) = (x + group % across * Group, y + group / across * Line);
            var strokes = Math.Min(5, count - group * 5);
            for (var i = 0; i < Math.Min(4, strokes); i++)
            {
                pen.Line(left + 0.4 + i * Pitch, top, left + 0.4 + i * Pitch, top + Height, Paint.Line(Tone.Ink, 0.4));
            }

            if (strokes == 5)
            {
                pen.Line(left - 0.4, top + Height - 0.5, left + 4.5, top + 0.5, Paint.Line(Tone.Ink, 0.4));
            }
        }
    }
}
