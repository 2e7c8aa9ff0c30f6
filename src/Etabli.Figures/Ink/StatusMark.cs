namespace Etabli.Figures.Ink;

/// <summary>Draws a status: colour, shape and, for the three verdicts, letter. (fr: pastille)</summary>
public static class StatusMark
{
    /// <summary>The letter of a verdict: V, A, R; empty for the states that a shape alone tells.</summary>
    /// <param name="status">The status.</param>
    public static string Letter(Status status) => status switch
    {
        Status.Good => "V",
        Status.Warning => "A",
        Status.Bad => "R",
        _ => string.Empty,
    };

    /// <summary>Draws the mark centred on a point, in a square of a size.</summary>
    /// <param name="pen">The pen; it must have been given <see cref="Hatching.Unset"/> to draw an unset status.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="size">Side of the square; 4.2 or more leaves room for a letter that may be printed.</param>
    /// <param name="status">The status.</param>
    public static void Draw(SvgPen pen, double x, double y, double size, Status status)
    {
        ArgumentNullException.ThrowIfNull(pen);
        var half = size / 2;
        switch (status)
        {
            case Status.Good:
                pen.Circle(x, y, half, new Paint(Tone.Good));
                break;
            case Status.Bad:
                pen.Polyline([(x, y - half * 1.12), (x + half * 1.12, y), (x, y + half * 1.12), (x - half * 1.12, y)], new Paint(Tone.Bad), closed: true);
                break;
            case Status.Warning:
                pen.Polyline([(x, y - half * 1.15), (x + half * 1.15, y + half), (x - half * 1.15, y + half)], new Paint(Tone.Warning), closed: true);
                break;
            case Status.Unset:
                pen.Rect(x - half, y - half, size, size, new Paint(null, Tone.Hatch, 0.25, null, Hatching.Unset), 0.4);
                break;
            case Status.InProgress:
                pen.Path($"M{SvgPen.Mm(x)} {SvgPen.Mm(y - half + 0.2)}A{SvgPen.Mm(half - 0.2)} {SvgPen.Mm(half - 0.2)} 0 0 0 {SvgPen.Mm(x)} {SvgPen.Mm(y + half - 0.2)}z", new Paint(Tone.Accent));
                pen.Circle(x, y, half - 0.2, Paint.Line(Tone.Accent, 0.4));
                break;
            case Status.Abandoned:
                pen.Circle(x, y, half - 0.2, Paint.Line(Tone.Line2, 0.4));
                pen.Line(x - half * 0.6, y + half * 0.6, x + half * 0.6, y - half * 0.6, Paint.Line(Tone.Line2, 0.4));
                break;
            default:
                pen.Circle(x, y, half - 0.2, Paint.Line(Tone.Line2, 0.4));
                break;
        }

        var letter = Letter(status);
        if (letter.Length > 0)
        {
            var tone = status == Status.Warning ? Tone.OnWarning : Tone.OnStatus;
            var drop = status == Status.Warning ? size * 0.16 : 0;
            var letterSize = Math.Max(TextStyle.Smallest, size * 0.56);
            pen.Text(x, y + drop + letterSize * TextWidths.CapHeight / 2, letter, new TextStyle(letterSize, FontFace.Semibold, tone, Anchor.Middle));
        }
    }
}
