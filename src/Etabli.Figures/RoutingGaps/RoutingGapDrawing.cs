using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.RoutingGaps;

/// <summary>Draws the routing's time of each task as a stroke and the measured one as a dot with its interval. (fr: écarts à la gamme)</summary>
public static class RoutingGapDrawing
{
    private const double Narrowest = 150;
    private const double Pitch = 8;
    private const int Most = 40;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(RoutingGapChart chart, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, RoutingGapWords.In(sheet.Language));
        if (chart.Rows.Count == 0)
        {
            return FigureFrame.Empty(sheet, chart.Title, words.Nothing);
        }

        var shown = chart.Rows.Take(Most).ToList();
        var measured = chart.Rows.Where(r => r.Measured is not null).ToList();
        var legend = string.Format(CultureInfo.InvariantCulture, words.Legend, language.Number(chart.Level, 0)) + "." + (chart.Rows.Count > Most ? " " + string.Format(CultureInfo.InvariantCulture, words.More, chart.Rows.Count - Most) : "");
        var notes = TextFitting.Wrap(char.ToUpper(legend[0], CultureInfo.InvariantCulture) + legend[1..], sheet.Width, Small.Size, Small.Face, 2);
        var axis = 18 + shown.Count * Pitch;
        string Time(decimal time) => language.WithUnit(language.Number(time, chart.Decimals), chart.Unit);
        var reading = string.Join(", ", shown.Select(r => $"{r.Code} {Time(r.Routing)} → {(r.Measured is { } m ? Time(m) + ", " + Gap(m, r.Routing, language) + (r.Differs == true ? ", " + words.Differs : "") : "—")}")) + ".";
        return FigureFrame.Draw(sheet, axis + 19 + notes.Count * 4, chart.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, chart.Title, language.Counted(measured.Count, words.One, words.Many), null);
            var (left, right) = (Math.Min(62, shown.Max(r => Body.Measure(Name(r))) + 3), sheet.Width - 58);
            var scale = ValueAxis.Of([0, (double)shown.Max(r => Math.Max(r.Routing, Math.Max(r.High ?? 0, r.Measured ?? 0)))], Math.Clamp((int)((right - left) / 16), 2, 6), fromZero: true);
            double X(decimal time) => left + Math.Clamp((double)time / Math.Max(scale.High, 1e-9), 0, 1) * (right - left);
            foreach (var graduation in scale.Graduations)
            {
                pen.Line(X((decimal)graduation), 14, X((decimal)graduation), axis, Paint.Line(Tone.Grid, Paint.Fine));
                pen.Text(X((decimal)graduation), axis + 4, language.Number((decimal)graduation, scale.Decimals), Small with { Anchor = Anchor.Middle });
            }

            pen.Text(right + 7, axis + 4, chart.Unit, Small);
            var columns = (Routing: sheet.Width - 38, Measured: sheet.Width - 19, Gap: sheet.Width);
            pen.Text(columns.Routing, 13, words.Routing, Small with { Anchor = Anchor.End });
            pen.Text(columns.Measured, 13, words.Measured, Small with { Anchor = Anchor.End });
            pen.Text(columns.Gap, 13, words.Gap, Small with { Anchor = Anchor.End });
            for (var i = 0; i < shown.Count; i++)
            {
                Row(pen, shown[i], 15 + i * Pitch, left, X, columns, chart, language, words);
            }

            if (measured.Count > 0)
            {
                var (routing, sum) = (measured.Sum(r => r.Routing), measured.Sum(r => r.Measured!.Value));
                pen.Line(0, axis + 6.5, sheet.Width, axis + 6.5, Paint.Line(Tone.Line2, 0.25));
                pen.Text(0, axis + 11.5, words.Total, Body with { Face = FontFace.Semibold });
                pen.Text(columns.Routing, axis + 11.5, language.Number(routing, chart.Decimals), Number with { Face = FontFace.Semibold });
                pen.Text(columns.Measured, axis + 11.5, language.Number(sum, chart.Decimals), Number with { Face = FontFace.Semibold });
                pen.Text(columns.Gap, axis + 11.5, Gap(sum, routing, language), Number with { Face = FontFace.Semibold });
            }

            pen.Lines(0, axis + 18, notes, Small, 4);
        });
    }

    private static void Row(SvgPen pen, RoutingGapRow row, double y, double left, Func<decimal, double> x, (double Routing, double Measured, double Gap) columns, RoutingGapChart chart, Language language, RoutingGapWords words)
    {
        var middle = y + 4;
        var tone = row.Differs == true ? Tone.Bad : Tone.Series1;
        pen.Begin(Name(row) + (row.Differs is { } differs ? ", " + (differs ? words.Differs : words.Alike) : ""));
        pen.Text(0, middle + 1, Name(row), Body, left - 2);
        if (row.Measured is { } measured)
        {
            pen.Line(x(row.Routing), middle, x(measured), middle, Paint.Line(tone, 1.6) with { Opacity = 0.25 });
            if (row is { Low: { } low, High: { } high })
            {
                pen.Line(x(Math.Max(0, low)), middle, x(high), middle, Paint.Line(tone, 0.4));
                pen.Line(x(Math.Max(0, low)), middle - 1.3, x(Math.Max(0, low)), middle + 1.3, Paint.Line(tone, 0.4));
                pen.Line(x(high), middle - 1.3, x(high), middle + 1.3, Paint.Line(tone, 0.4));
            }

            pen.Circle(x(measured), middle, 1.3, new Paint(tone, Tone.Paper, 0.3));
            pen.Text(columns.Measured, middle + 1, language.Number(measured, chart.Decimals), Number);
            pen.Text(columns.Gap, middle + 1, Gap(measured, row.Routing, language), Number with { Tone = tone == Tone.Bad ? Tone.Bad : Tone.Ink, Face = row.Differs == true ? FontFace.Semibold : FontFace.Sans });
        }

        pen.Line(x(row.Routing), middle - 2.8, x(row.Routing), middle + 2.8, Paint.Line(Tone.Ink, 0.7));
        pen.Text(columns.Routing, middle + 1, language.Number(row.Routing, chart.Decimals), Number);
        pen.End();
    }

    private static string Name(RoutingGapRow row) => row.Label.Length > 0 ? $"{row.Code} · {row.Label}" : row.Code;

    private static string Gap(decimal measured, decimal routing, Language language) => routing <= 0 ? "—" : (measured > routing ? "+" : measured < routing ? "−" : "") + language.WithUnit(language.Number(Math.Abs(measured / routing - 1) * 100, 1), "%");
}
