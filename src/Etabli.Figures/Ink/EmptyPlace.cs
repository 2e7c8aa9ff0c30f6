namespace Etabli.Figures.Ink;

/// <summary>What a figure without data shows: a dashed frame and one sentence that says what goes there.</summary>
internal static class EmptyPlace
{
    internal static void Draw(SvgPen pen, double x, double y, double width, double height, string sentence)
    {
        var style = new TextStyle(3.4, FontFace.Sans, Tone.Ink2, Anchor.Middle);
        var lines = TextFitting.Wrap(sentence, Math.Min(width - 8, 110), style.Size, style.Face, 3);
        pen.Rect(x + 0.2, y + 0.2, width - 0.4, height - 0.4, Paint.Line(Tone.Line2, Paint.Plain, "1.6 1.2"), 0.6);
        pen.Lines(x + width / 2, y + height / 2 + style.Size * 0.35 - (lines.Count - 1) * style.Size * 0.65, lines, style);
    }
}
