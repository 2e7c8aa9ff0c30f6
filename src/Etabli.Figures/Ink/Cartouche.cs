namespace Etabli.Figures.Ink;

/// <summary>
/// The strip under a printed figure. A chart whose <see cref="Count"/> or <see cref="Period"/> is missing says so in its
/// strip, because it is the first question of a jury. (fr: cartouche)
/// </summary>
/// <param name="Title">What the figure shows.</param>
/// <param name="Scope">Line, workshop, project (fr: périmètre).</param>
/// <param name="Author">Who made it.</param>
/// <param name="Role">As what.</param>
/// <param name="Date">Day of the drawing.</param>
/// <param name="Version">Version, with « figée » if it is.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Count">Number of observations, with its unit.</param>
/// <param name="Period">From when to when.</param>
/// <param name="Page">Page, in a document.</param>
public sealed record Cartouche(
    string Title,
    string? Scope = null,
    string? Author = null,
    string? Role = null,
    DateOnly? Date = null,
    string? Version = null,
    string? Source = null,
    string? Count = null,
    string? Period = null,
    string? Page = null)
{
    /// <summary>Height of the strip.</summary>
    public const double Height = 8;

    private const double LabelSize = TextStyle.Smallest;
    private const double ValueSize = 2.8;
    private const double Padding = 1.6;
    private const double Enough = 22;

    /// <summary>Draws the strip across the sheet.</summary>
    internal void Draw(SvgPen pen, Language language, double top)
    {
        var cells = Cells(language);
        var widths = Share([.. cells.Select(Natural)], pen.Width - Paint.Plain);
        pen.Rect(Paint.Plain / 2, top, pen.Width - Paint.Plain, Height - Paint.Plain / 2, new Paint(Tone.Paper, Tone.Ink, 0.25));
        var x = Paint.Plain / 2;
        for (var i = 0; i < cells.Count; i++)
        {
            var (label, value, face) = cells[i];
            if (i > 0)
            {
                pen.Line(x, top, x, top + Height - Paint.Plain / 2, Paint.Line(Tone.Ink, 0.25));
            }

            var room = widths[i] - 2 * Padding;
            pen.Text(x + Padding, top + 3.2, label, new TextStyle(LabelSize, FontFace.Sans, Tone.Ink2), room);
            pen.Text(x + Padding, top + 6.6, value, new TextStyle(ValueSize, face), room);
            x += widths[i];
        }
    }

    private static double Natural((string Label, string Value, FontFace Face) cell) => 0.4 + 2 * Padding + Math.Max(
        TextWidths.Of(cell.Label, LabelSize),
        TextWidths.Of(cell.Value, ValueSize, cell.Face));

    // What is left goes to the title; what lacks is taken from the widest of the others while they keep enough to be
    // read, then from the widest of all, a little at a time.
    private static double[] Share(double[] widths, double room)
    {
        const double step = 0.5;
        while (widths.Sum() > room + 1e-6)
        {
            var others = widths.Length > 1 ? widths[1..].Max() : 0;
            var widest = others > Enough ? Array.LastIndexOf(widths, others) : Array.IndexOf(widths, widths.Max());
            widths[widest] -= Math.Min(step, widths.Sum() - room);
        }

        widths[0] += room - widths.Sum();
        return widths;
    }

    private List<(string Label, string Value, FontFace Face)> Cells(Language language)
    {
        var words = language.Words;
        var author = Role is null ? Author : $"{Author} ({Role})";
        var cells = new List<(string, string, FontFace)> { (words.Figure, Title, FontFace.Semibold) };
        Add(words.Scope, Scope);
        Add(words.Author, author);
        Add(words.Date, Date is { } day ? language.Date(day) : null);
        Add(words.Version, Version);
        Add("n", Count);
        Add(words.Period, Period);
        Add(words.Source, Source);
        Add(words.Page, Page);
        return cells;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                cells.Add((label, value, FontFace.Sans));
            }
        }
    }
}
