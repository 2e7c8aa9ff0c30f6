namespace Etabli.Figures.Ink;

/// <summary>
/// Writes X̄ and X̿: the faces of the site have no combining bar, so the letter is written and its bar drawn over it, which
/// is also how a printed chart has it.
/// </summary>
internal static class BarredText
{
    private const char Bar = '\u0304';
    private const char Overline = '\u0305';
    private const char TwoBars = '\u033F';

    internal static string Bare(string text) => string.Concat(text.Where(character => !IsBar(character)));

    internal static double Measure(string text, TextStyle style) => style.Measure(Bare(text));

    internal static void Draw(SvgPen pen, double x, double y, string text, TextStyle style, double? room = null)
    {
        var bare = Bare(text);
        var written = room is { } most ? TextFitting.Shorten(bare, most, style.Size, style.Face) : bare;
        pen.Text(x, y, bare, style, room);
        var start = style.Anchor switch { Anchor.Middle => x - style.Measure(written) / 2, Anchor.End => x - style.Measure(written), _ => x };
        var at = 0;
        foreach (var character in text)
        {
            if (!IsBar(character))
            {
                at++;
                continue;
            }

            if (at == 0 || at > written.Length || written[at - 1] == '…')
            {
                continue;
            }

            var from = start + style.Measure(written[..(at - 1)]) + style.Size * 0.06;
            var to = start + style.Measure(written[..at]) - style.Size * 0.06;
            var small = char.IsLower(written[at - 1]);
            var over = y - style.Size * (small ? 0.66 : 0.82);
            pen.Line(from, over, to, over, Paint.Line(style.Tone, style.Size * 0.07));
            if (character == TwoBars)
            {
                pen.Line(from, over - style.Size * 0.15, to, over - style.Size * 0.15, Paint.Line(style.Tone, style.Size * 0.07));
            }
        }
    }

    private static bool IsBar(char character) => character is Bar or Overline or TwoBars;
}
