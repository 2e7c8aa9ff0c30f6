using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.Trends;

namespace Etabli.Figures.Histograms;

/// <summary>Draws a histogram with its tolerances; a class that lies outside is crossed. (fr: histogramme)</summary>
public static class HistogramDrawing
{
    private const double Top = 19;
    private const double PlotHeight = 70;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="histogram">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(Histogram histogram, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var words = HistogramWords.In(sheet.Language);
        if (histogram.Classes.Count == 0)
        {
            return FigureFrame.Empty(sheet, histogram.Title, words.Nothing);
        }

        var outside = histogram.Classes.Where(one => IsOutside(one, histogram)).Sum(one => one.Count);
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Number(histogram.Count), histogram.Classes.Count, sheet.Language.Number(outside));
        return FigureFrame.Draw(sheet, Top + PlotHeight + 13, histogram.Title, reading, pen => DrawBody(pen, histogram, sheet, words), Hatching.Waste);
    }

    private static bool IsOutside(HistogramClass one, Histogram histogram) => one.From >= histogram.UpperLimit || one.To <= histogram.LowerLimit;

    private static void DrawBody(SvgPen pen, Histogram histogram, Sheet sheet, HistogramWords words)
    {
        var language = sheet.Language;
        var scale = TrendScale.Of([0, .. histogram.Classes.Select(one => (double)one.Count)]);
        decimal[] marks = [.. new[] { histogram.LowerLimit, histogram.Target, histogram.UpperLimit, histogram.Mean }.OfType<decimal>()];
        var low = marks.Append(histogram.Classes[0].From).Min();
        var high = marks.Append(histogram.Classes[^1].To).Max();
        var margin = (high - low) * 0.03m;
        (low, high) = (low - margin, high + margin);
        var left = Small.Measure(language.Number((decimal)scale.High)) + 3;
        var right = sheet.Width - 4;
        var bottom = Top + PlotHeight;
        double X(decimal value) => left + (double)((value - low) / (high - low)) * (right - left);
        double Y(double count) => bottom - scale.At(count) * PlotHeight;

        var title = new TextStyle(3.6, FontFace.Semibold);
        var head = TextFitting.Shorten(histogram.Quantity, sheet.Width * 0.6, title.Size, title.Face);
        pen.Text(0, 4, head, title);
        pen.Text(title.Measure(head) + 3, 4, "n = " + language.Number(histogram.Count) + (string.IsNullOrEmpty(histogram.Period) ? string.Empty : " · " + histogram.Period), Small with { Size = 3 }, sheet.Width - title.Measure(head) - 3);
        foreach (var value in scale.Graduations.Where(value => value == Math.Floor(value)))
        {
            pen.Line(left, Y(value), right, Y(value), Paint.Line(value == 0 ? Tone.Ink2 : Tone.Grid, value == 0 ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, Y(value) + 1, language.Number((decimal)value), Small with { Anchor = Anchor.End });
        }

        foreach (var one in histogram.Classes)
        {
            pen.Begin(language.Number(one.From, histogram.Decimals) + " – " + language.Number(one.To, histogram.Decimals) + ", " + language.Number(one.Count));
            var paint = IsOutside(one, histogram) ? new Paint(null, Tone.Ink, 0.25, null, Hatching.Waste) : new Paint(Tone.Series1, Tone.Paper, 0.3);
            pen.Rect(X(one.From), Y(one.Count), X(one.To) - X(one.From), bottom - Y(one.Count), paint);
            var style = new TextStyle(2.7, FontFace.Sans, Tone.Ink, Anchor.Middle);
            var half = style.Measure(language.Number(one.Count)) / 2;
            // In the middle of its bar, or aside where a tolerance or the mean runs through it.
            double[] places = [(X(one.From) + X(one.To)) / 2, X(one.From) + half + 0.3, X(one.To) - half - 0.3];
            if (one.Count > 0 && 2 * half < X(one.To) - X(one.From) - 0.4 && places.Where(place => !marks.Any(mark => Math.Abs(X(mark) - place) < half + 0.25)).ToList() is [var at, ..])
            {
                pen.Text(at, Y(one.Count) - 1, language.Number(one.Count), style);
            }

            pen.End();
        }

        DrawBounds(pen, histogram, language, X, bottom);
        DrawMarks(pen, histogram, sheet, words, X, bottom);
        pen.Text(right, bottom + 9.6, histogram.Unit, Small with { Anchor = Anchor.End });
    }

    private static void DrawBounds(SvgPen pen, Histogram histogram, Language language, Func<decimal, double> x, double bottom)
    {
        var end = double.MinValue;
        foreach (var bound in histogram.Classes.Select(one => one.From).Append(histogram.Classes[^1].To))
        {
            var written = language.Number(bound, histogram.Decimals);
            var half = Small.Measure(written) / 2;
            pen.Line(x(bound), bottom, x(bound), bottom + 0.9, Paint.Line(Tone.Ink2, 0.25));
            if (x(bound) - half > end + 1 && x(bound) + half < pen.Width)
            {
                pen.Text(x(bound), bottom + 4.4, written, Small with { Anchor = Anchor.Middle });
                end = x(bound) + half;
            }
        }
    }

    // Tolerances and target, each with its word at its own height when they are near one another.
    private static void DrawMarks(SvgPen pen, Histogram histogram, Sheet sheet, HistogramWords words, Func<decimal, double> x, double bottom)
    {
        (decimal? Value, string Word, Paint Line)[] marks =
        [
            (histogram.LowerLimit, words.Lower, Paint.Line(Tone.Ink, Paint.Strong)),
            (histogram.Mean, words.Mean, Paint.Line(Tone.Ink, 0.4, "0.6 0.8")),
            (histogram.Target, histogram.TargetName ?? words.Target, Paint.Line(Tone.Ink, 0.4, "2.4 1")),
            (histogram.UpperLimit, words.Upper, Paint.Line(Tone.Ink, Paint.Strong)),
        ];
        var taken = new TakenPlaces();
        foreach (var (value, word, line) in marks)
        {
            if (value is not { } at)
            {
                continue;
            }

            var text = word + " " + sheet.Language.Number(at, histogram.Decimals);
            var style = new TextStyle(2.8, FontFace.Semibold, Tone.Ink, Anchor.Middle);
            var half = style.Measure(text) / 2;
            var centre = Math.Clamp(x(at), half, Math.Max(half, sheet.Width - half));
            var y = Top - 4.0;
            while (!taken.IsFree(Area.OfText(centre, y, text, style)))
            {
                y -= 3.6;
            }

            taken.Add(Area.OfText(centre, y, text, style).Wider(0.5));
            pen.Line(x(at), Top - 2.6, x(at), bottom, line);
            pen.Text(centre, y, text, style);
        }
    }
}

internal sealed record HistogramWords(string Nothing, string Reading, string Lower, string Upper, string Target, string Mean)
{
    internal static HistogramWords In(Language language) => language == Language.English
        ? new("No value. Measure the first pieces to see how they spread.", "{0} values in {1} classes, {2} outside the tolerances.", "min", "max", "target", "mean")
        : new("Aucune valeur. Mesurez les premières pièces pour voir leur dispersion.", "{0} valeurs en {1} classes, {2} hors tolérances.", "mini", "maxi", "cible", "moyenne");
}
