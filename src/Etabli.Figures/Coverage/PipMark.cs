using Etabli.Figures.Ink;

namespace Etabli.Figures.Coverage;

/// <summary>Draws one criterion. Each state has its own shape, so that a grey photocopy still tells them apart. (fr: carreau)</summary>
public static class PipMark
{
    /// <summary>Side of a square when there is room.</summary>
    public const double Side = 4.4;

    /// <summary>Draws the square with its top left corner at a point.</summary>
    /// <param name="pen">The pen; it must have been given <see cref="Hatching.Unset"/>.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="state">What is known of the criterion.</param>
    /// <param name="hasOpinion">Whether an opinion underlines it.</param>
    public static void Draw(SvgPen pen, double x, double y, PipState state, bool hasOpinion)
    {
        ArgumentNullException.ThrowIfNull(pen);
        const double half = Paint.Plain / 2;
        switch (state)
        {
            case PipState.Linked:
                Box(new Paint(Tone.Paper, Tone.Ink2));
                pen.Rect(x, y + Side / 2, Side, Side / 2, new Paint(Tone.Ink2));
                break;
            case PipState.Frozen:
                pen.Rect(x, y, Side, Side, new Paint(Tone.Ink), 0.4);
                break;
            case PipState.Met:
                pen.Rect(x, y, Side, Side, new Paint(Tone.Good), 0.4);
                pen.Polyline([(x + Side * 0.23, y + Side * 0.52), (x + Side * 0.43, y + Side * 0.72), (x + Side * 0.77, y + Side * 0.28)], Paint.Line(Tone.OnStatus, 0.6));
                break;
            case PipState.NotMet:
                pen.Rect(x, y, Side, Side, new Paint(Tone.Bad), 0.4);
                pen.Line(x + Side * 0.2, y + Side / 2, x + Side * 0.8, y + Side / 2, Paint.Line(Tone.OnStatus, 0.7));
                break;
            case PipState.NotObserved:
                Box(new Paint(Tone.Paper, Tone.Line2));
                pen.Circle(x + Side / 2, y + Side / 2, Side * 0.14, new Paint(Tone.Ink2));
                break;
            case PipState.NotEvaluable:
                pen.Rect(x + half, y + half, Side - 2 * half, Side - 2 * half, new Paint(null, Tone.Hatch, 0.25, null, Hatching.Unset), 0.4);
                break;
            default:
                Box(new Paint(Tone.Paper, Tone.Line2));
                break;
        }

        if (hasOpinion)
        {
            pen.Rect(x, y + Side + 0.75, Side, 0.5, new Paint(Tone.Ink));
        }

        void Box(Paint paint) => pen.Rect(x + half, y + half, Side - 2 * half, Side - 2 * half, paint, 0.4);
    }
}
