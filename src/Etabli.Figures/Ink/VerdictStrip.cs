namespace Etabli.Figures.Ink;

/// <summary>The sentence that concludes a figure, with its status: colour, shape, letter. Nothing when there is no sentence.</summary>
internal sealed class VerdictStrip
{
    private const double Gap = 2;
    private readonly IReadOnlyList<string> lines;
    private readonly Status status;

    private VerdictStrip(IReadOnlyList<string> lines, Status status)
    {
        this.lines = lines;
        this.status = status;
    }

    internal double Height => lines.Count == 0 ? 0 : Gap + Tall;

    private double Tall => Math.Max(8, 3.6 + lines.Count * 4.2);

    internal static VerdictStrip Of(string? sentence, Status status, double width) =>
        new(string.IsNullOrWhiteSpace(sentence) ? [] : TextFitting.Wrap(sentence, width - 14, 3.2, FontFace.Semibold, 4), status);

    internal void Draw(SvgPen pen, double above)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var top = above + Gap;
        pen.Rect(0.2, top, pen.Width - 0.4, Tall - 0.2, new Paint(Tone.Sheet, Tone.Line, 0.25), 0.8);
        StatusMark.Draw(pen, 5.4, top + Tall / 2, 4.6, status);
        pen.Lines(11, top + Tall / 2 + 1.1 - (lines.Count - 1) * 2.1, lines, new TextStyle(3.2, FontFace.Semibold), 4.2);
    }
}
