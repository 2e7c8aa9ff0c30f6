using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ProductionTypes;

/// <summary>Draws products along a log scale of what is made of them in a year, over the kinds of series. (fr: types de production)</summary>
public static class ProductionMapDrawing
{
    private const double Narrowest = 150;
    private const double Pitch = 8;
    private const int Most = 40;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="map">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(ProductionMap map, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, ProductionMapWords.In(sheet.Language));
        if (map.Products.Count == 0)
        {
            return FigureFrame.Empty(sheet, map.Title, words.Nothing);
        }

        var shown = map.Products.Take(Most).ToList();
        var notes = map.Notes.Concat(map.Products.Count > Most ? [string.Format(CultureInfo.InvariantCulture, words.More, map.Products.Count - Most)] : []).SelectMany(n => TextFitting.Wrap(n, sheet.Width, Small.Size, Small.Face, 3)).ToList();
        var axis = 22 + shown.Count * Pitch;
        var reading = string.Join(", ", shown.Select(p => $"{p.Name} {language.Number(p.Yearly)} ({map.Kinds[p.Kind]})")) + ".";
        return FigureFrame.Draw(sheet, axis + 9 + notes.Count * 4, map.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, map.Title, language.Counted(map.Products.Count, words.One, words.Many), map.Period);
            var (left, right) = (Math.Min(44, shown.Max(p => Body.Measure(p.Name)) + 3), sheet.Width - 82);
            var first = Math.Floor(Math.Log10((double)Math.Min(1, shown.Min(p => p.Yearly))));
            var last = Math.Ceiling(Math.Log10((double)Math.Max(map.Bounds[^1] * 10, shown.Max(p => p.Yearly))));
            double X(decimal many) => left + (Math.Log10((double)many) - first) / (last - first) * (right - left);
            DrawKinds(pen, map, left, right, axis, X);
            for (var power = (int)first; power <= last; power++)
            {
                var at = left + (power - first) / (last - first) * (right - left);
                pen.Line(at, 13, at, axis, Paint.Line(Tone.Grid, Paint.Fine));
                pen.Text(at, axis + 4, language.Number((decimal)Math.Pow(10, power), power < 0 ? -power : 0), Small with { Anchor = Anchor.Middle }, (right - left) / (last - first) - 1);
            }

            pen.Text(right + 8, axis + 4, words.Yearly, Small);
            var columns = (Week: right + 21, Launches: right + 44, Method: right + 48);
            pen.Text(columns.Week, 18, words.PerWeek, Small with { Anchor = Anchor.End });
            pen.Text(columns.Launches, 18, words.Launches, Small with { Anchor = Anchor.End });
            pen.Text(columns.Method, 18, words.Method, Small);
            for (var i = 0; i < shown.Count; i++)
            {
                var (product, y) = (shown[i], 22 + i * Pitch + 2.6);
                pen.Begin($"{product.Name}, {language.Number(product.Yearly)}, {map.Kinds[product.Kind]}");
                pen.Text(0, y + 1, product.Name, Body, left - 2);
                pen.Line(left, y, X(product.Yearly), y, Paint.Line(Tone.Series1, 0.5));
                pen.Circle(X(product.Yearly), y, 1.5, new Paint(Tone.Series1, Tone.Paper, 0.3));
                var said = Few(product.Yearly, language);
                var beside = X(product.Yearly) + 2.6;
                if (beside + Small.Measure(said) > right)
                {
                    pen.Text(X(product.Yearly) - 2.6, y - 1, said, Small with { Anchor = Anchor.End });
                }
                else
                {
                    pen.Text(beside, y + 1, said, Small);
                }

                pen.Text(columns.Week, y + 1, Few(product.PerWeek, language), Number);
                pen.Text(columns.Launches, y + 1, product.Launches is { } launches ? Few(launches, language) : "—", Number);
                pen.Lines(columns.Method, y + 1, TextFitting.Wrap(product.Method, sheet.Width - columns.Method, Small.Size, Small.Face, 2), Small, 3.4);
                pen.End();
            }

            pen.Lines(0, axis + 11, notes, Small, 4);
        });
    }

    private static void DrawKinds(SvgPen pen, ProductionMap map, double left, double right, double axis, Func<decimal, double> x)
    {
        for (var k = 0; k < map.Kinds.Count; k++)
        {
            var from = k == 0 ? left : Math.Clamp(x(map.Bounds[k - 1]), left, right);
            var until = k < map.Bounds.Count ? Math.Clamp(x(map.Bounds[k]), left, right) : right;
            if (until <= from)
            {
                continue;
            }

            pen.Rect(from, 8, until - from, axis - 8, new Paint(Tone.Accent, Opacity: 0.03 + 0.045 * k));
            var name = Small with { Anchor = Anchor.Middle, Face = FontFace.Semibold };
            if (map.Kinds[k].Split(' ').All(word => name.Measure(word) <= until - from - 1))
            {
                pen.Lines((from + until) / 2, 11.5, TextFitting.Wrap(map.Kinds[k], until - from - 1, name.Size, name.Face, 2), name, 3.4);
            }
        }
    }

    /// <summary>A tenth where it says something.</summary>
    private static string Few(decimal many, Language language) => language.Number(many, many < 10 && many != decimal.Truncate(many) ? 1 : 0);
}
