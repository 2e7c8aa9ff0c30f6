using System.Globalization;

namespace Etabli.Figures.Ink;

/// <summary>
/// Writes a drawing as it goes, in millimetres, with presentation attributes only: no style attribute and no style
/// element, so that the strictest content policy lets it through. (fr: plume)
/// </summary>
public sealed class SvgPen
{
    private const string Families = "IBM Plex Sans, Helvetica Neue, Arial, sans-serif";
    private const string MonoFamilies = "IBM Plex Mono, Menlo, Consolas, monospace";

    private readonly TextWriter output;
    private readonly Palette palette;
    private readonly string prefix;
    private int open;

    /// <summary>Opens a drawing.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="sheet">Sheet it is drawn on.</param>
    /// <param name="height">Height in millimetres.</param>
    /// <param name="title">What the drawing is.</param>
    /// <param name="description">Its reading in one sentence.</param>
    /// <param name="hatchings">Patterns it will use.</param>
    public SvgPen(TextWriter output, Sheet sheet, double height, string title, string description, params ReadOnlySpan<Hatching> hatchings)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        this.output = output;
        palette = sheet.Palette ?? Palette.Light;
        prefix = sheet.Id ?? Fingerprint(title, description);
        Width = sheet.Width;
        Height = height;
        output.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"encre\" viewBox=\"0 0 {Mm(Width)} {Mm(height)}\" width=\"{Mm(Width)}mm\" height=\"{Mm(height)}mm\" role=\"img\" lang=\"{sheet.Language.Code}\" font-family=\"{Families}\">");
        Element("title", title);
        Element("desc", description);
        if (hatchings.Length > 0)
        {
            output.Write("<defs>");
            foreach (var hatching in hatchings)
            {
                Pattern(hatching);
            }

            output.Write("</defs>");
        }
    }

    /// <summary>Width of the drawing.</summary>
    public double Width { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>How far below its own place what follows is drawn: a drawing inside another, the second of two.</summary>
    internal double Down { get; set; }

    /// <summary>Opens a group that says what it is when it is pointed at.</summary>
    /// <param name="tip">The words; none if null.</param>
    /// <param name="code">Code of the thing that it draws, for a page that lets it be moved; none if null.</param>
    /// <param name="place">Name of the place that it draws, where things can be moved to; none if null.</param>
    public void Begin(string? tip = null, string? code = null, string? place = null)
    {
        output.Write("<g");
        Mark("code", code);
        Mark("place", place);

        output.Write(">");
        open++;
        if (!string.IsNullOrEmpty(tip))
        {
            Element("title", tip);
        }
    }

    /// <summary>Closes the last opened group.</summary>
    public void End()
    {
        if (open == 0)
        {
            throw new InvalidOperationException("No group is open.");
        }

        open--;
        output.Write("</g>");
    }

    /// <summary>A rectangle.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="paint">Fill and outline.</param>
    /// <param name="radius">Radius of the corners.</param>
    public void Rect(double x, double y, double width, double height, Paint paint, double radius = 0)
    {
        var place = $"<rect x=\"{Mm(x)}\" y=\"{At(y)}\" width=\"{Mm(width)}\" height=\"{Mm(height)}\"" + (radius > 0 ? $" rx=\"{Mm(radius)}\"" : string.Empty);
        Shape(place, paint);
    }

    /// <summary>A circle.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Radius.</param>
    /// <param name="paint">Fill and outline.</param>
    public void Circle(double x, double y, double radius, Paint paint) =>
        Shape($"<circle cx=\"{Mm(x)}\" cy=\"{At(y)}\" r=\"{Mm(radius)}\"", paint);

    /// <summary>A straight line.</summary>
    /// <param name="x1">Start.</param>
    /// <param name="y1">Start.</param>
    /// <param name="x2">End.</param>
    /// <param name="y2">End.</param>
    /// <param name="paint">The line.</param>
    public void Line(double x1, double y1, double x2, double y2, Paint paint) =>
        Shape($"<line x1=\"{Mm(x1)}\" y1=\"{At(y1)}\" x2=\"{Mm(x2)}\" y2=\"{At(y2)}\"", paint);

    /// <summary>A broken line, closed or not.</summary>
    /// <param name="points">Its points.</param>
    /// <param name="paint">Fill and line.</param>
    /// <param name="closed">Whether it comes back to its first point.</param>
    public void Polyline(IReadOnlyList<(double X, double Y)> points, Paint paint, bool closed = false)
    {
        ArgumentNullException.ThrowIfNull(points);
        var list = string.Join(' ', points.Select(point => Mm(point.X) + "," + At(point.Y)));
        Shape($"<{(closed ? "polygon" : "polyline")} points=\"{list}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"", paint);
    }

    /// <summary>A path; its data is trusted, it comes from a figure.</summary>
    /// <param name="data">Commands of the path.</param>
    /// <param name="paint">Fill and line.</param>
    public void Path(string data, Paint paint) => Shape($"<path d=\"{data}\"" + (Down == 0 ? string.Empty : $" transform=\"translate(0 {Mm(Down)})\""), paint);

    /// <summary>A picture; the place says how it is cropped to cover.</summary>
    /// <param name="address">Where the picture is.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    public void Image(string address, double x, double y, double width, double height)
    {
        output.Write($"<image x=\"{Mm(x)}\" y=\"{At(y)}\" width=\"{Mm(width)}\" height=\"{Mm(height)}\" preserveAspectRatio=\"xMidYMid slice\" href=\"");
        Escape(address);
        output.Write("\"/>");
    }

    /// <summary>A text, cut with an ellipsis if it is wider than its room; the whole text stays as a tip.</summary>
    /// <param name="x">Point it is anchored to.</param>
    /// <param name="y">Baseline.</param>
    /// <param name="text">What is written; nothing if empty.</param>
    /// <param name="style">How.</param>
    /// <param name="room">Widest it may be.</param>
    public void Text(double x, double y, string? text, TextStyle style, double? room = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(style.Size, TextStyle.Smallest, nameof(style));
        var written = room is { } most ? TextFitting.Shorten(text, most, style.Size, style.Face) : text;
        if (written.Length == 0)
        {
            return;
        }

        var mono = style.Face == FontFace.Mono;
        output.Write($"<text x=\"{Mm(x)}\" y=\"{At(y)}\" font-size=\"{Mm(style.Size)}\" class=\"{(mono ? "mono " : string.Empty)}{Palette.FillClass(style.Tone)}\" fill=\"{palette[style.Tone]}\"");
        output.Write(style.Face == FontFace.Semibold ? " font-weight=\"600\"" : string.Empty);
        output.Write(mono ? $" font-family=\"{MonoFamilies}\"" : string.Empty);
        output.Write(style.Anchor switch
        {
            Anchor.Middle => " text-anchor=\"middle\"",
            Anchor.End => " text-anchor=\"end\"",
            _ => string.Empty,
        });
        output.Write(">");
        if (!ReferenceEquals(written, text) && written != text)
        {
            Element("title", text);
        }

        Escape(written);
        output.Write("</text>");
    }

    /// <summary>Lines of text, one under the other.</summary>
    /// <param name="x">Point they are anchored to.</param>
    /// <param name="y">Baseline of the first.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="style">How they are written.</param>
    /// <param name="leading">From one baseline to the next; 1.3 times the size if null.</param>
    public void Lines(double x, double y, IReadOnlyList<string> lines, TextStyle style, double? leading = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var step = leading ?? style.Size * 1.3;
        for (var i = 0; i < lines.Count; i++)
        {
            Text(x, y + i * step, lines[i], style);
        }
    }

    /// <summary>Ends the drawing.</summary>
    public void Finish()
    {
        if (open != 0)
        {
            throw new InvalidOperationException("A group is still open.");
        }

        output.Write("</svg>");
    }

    /// <summary>A length as it is written in a drawing: hundredths of a millimetre, a point whatever the culture.</summary>
    /// <param name="value">Length in millimetres.</param>
    public static string Mm(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private string At(double y) => Mm(y + Down);

    private void Shape(string place, Paint paint)
    {
        if (paint.Hatching is { } hatching)
        {
            output.Write(place);
            output.Write($" fill=\"url(#{prefix}-{Name(hatching)})\"");
        }
        else if (paint.Fill is { } fill)
        {
            output.Write(place);
            output.Write(paint.Stroke is null ? $" class=\"{Palette.FillClass(fill)}\"" : $" class=\"{Palette.FillClass(fill)} {Palette.StrokeClass(paint.Stroke.Value)}\"");
            output.Write($" fill=\"{palette[fill]}\"");
        }
        else
        {
            output.Write(place);
            output.Write(" fill=\"none\"");
        }

        if (paint.Stroke is { } stroke)
        {
            output.Write(paint.Fill is null || paint.Hatching is not null ? $" class=\"{Palette.StrokeClass(stroke)}\"" : string.Empty);
            output.Write($" stroke=\"{palette[stroke]}\" stroke-width=\"{Mm(paint.Width)}\"");
            output.Write(paint.Dash is null ? string.Empty : $" stroke-dasharray=\"{paint.Dash}\"");
        }

        output.Write(paint.Opacity < 1 ? $" opacity=\"{Mm(paint.Opacity)}\"" : string.Empty);
        output.Write("/>");
    }

    private void Pattern(Hatching hatching)
    {
        var (size, ground, line, width) = hatching switch
        {
            Hatching.Necessary => (2.0, Tone.Necessary, Tone.Paper, 0.6),
            Hatching.Waste => (1.8, Tone.Paper, Tone.Waste, 0.5),
            _ => (1.1, Tone.Paper, Tone.Hatch, 0.28),
        };
        var turned = hatching == Hatching.Waste ? string.Empty : " patternTransform=\"rotate(45)\"";
        output.Write($"<pattern id=\"{prefix}-{Name(hatching)}\" width=\"{Mm(size)}\" height=\"{Mm(size)}\" patternUnits=\"userSpaceOnUse\"{turned}>");
        Rect(0, 0, size, size, new Paint(ground));
        if (hatching == Hatching.Waste)
        {
            Path($"M0 0L{Mm(size)} {Mm(size)}M{Mm(size)} 0L0 {Mm(size)}", Paint.Line(line, width));
        }
        else
        {
            Path($"M{Mm(size / 2)} 0V{Mm(size)}", Paint.Line(line, width));
        }

        output.Write("</pattern>");
    }

    private void Mark(string name, string? value)
    {
        if (value is not null)
        {
            output.Write($" data-{name}=\"");
            Escape(value);
            output.Write("\"");
        }
    }

    private static string Name(Hatching hatching) => hatching switch
    {
        Hatching.Necessary => "n",
        Hatching.Waste => "w",
        _ => "u",
    };

    private void Element(string name, string text)
    {
        output.Write($"<{name}>");
        Escape(text);
        output.Write($"</{name}>");
    }

    // Characters that XML forbids even escaped are dropped: a pasted control character must not break a whole page.
    private void Escape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '&': output.Write("&amp;"); break;
                case '<': output.Write("&lt;"); break;
                case '>': output.Write("&gt;"); break;
                case '"': output.Write("&quot;"); break;
                case '\'': output.Write("&#39;"); break;
                case '\t' or '\n' or '\r': output.Write(' '); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                default: Encode(text, ref i); break;
            }
        }
    }

    private void Encode(string text, ref int i)
    {
        if (!char.IsSurrogate(text[i]))
        {
            output.Write(text[i]);
        }
        else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        {
            output.Write(text[i]);
            output.Write(text[++i]);
        }
    }

    // A name that two runs agree on: a random one would change the hash of a frozen figure.
    private static string Fingerprint(string title, string description)
    {
        var hash = 2166136261u;
        foreach (var character in title + "\n" + description)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return "f" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
