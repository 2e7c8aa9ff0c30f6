using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.GaugeStudies;

/// <summary>Draws how often judgements agree: a dot and its interval for each, question by question, over one scale of percents. (fr: accord des contrôleurs)</summary>
public static class AgreementPlotDrawing
{
    private const double Top = 10;
    private const double Pitch = 6.2;
    private const double Head = 6.4;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Label = new(2.9);

    /// <summary>Draws it.</summary>
    /// <param name="plot">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(AgreementPlot plot, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var language = sheet.Language;
        var words = AgreementWords.In(language);
        List<AgreementGroup> groups = [.. plot.Groups.Where(group => group.Rows.Count > 0)];
        List<AgreementRow> rows = [.. groups.SelectMany(group => group.Rows)];
        if (rows.Count == 0)
        {
            return FigureFrame.Empty(sheet, plot.Title, words.Nothing);
        }

        List<AgreementRow> known = [.. rows.Where(row => double.IsFinite(row.Share))];
        var reading = plot.Reading ?? (known.Count == 0 ? words.Nothing : string.Format(
            CultureInfo.InvariantCulture, words.Reading, Percent(known.Min(row => row.Share), language), known.MinBy(row => row.Share)!.Name, Percent(known.Max(row => row.Share), language), known.MaxBy(row => row.Share)!.Name));
        var foot = Top + groups.Sum(group => Head + group.Rows.Count * Pitch) + 2;
        return FigureFrame.Draw(sheet, foot + 9.5, plot.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, plot.Characteristic, plot.Count, plot.Period);
            DrawRows(pen, groups, sheet, foot);
            pen.Text(0, foot + 8.4, string.Format(CultureInfo.InvariantCulture, words.Legend, language.WithUnit(language.Written(plot.Confidence, Math.Abs(plot.Confidence - Math.Round(plot.Confidence)) < 1e-9 ? 0 : 1), "%")), Small, sheet.Width);
        });
    }

    private static void DrawRows(SvgPen pen, List<AgreementGroup> groups, Sheet sheet, double foot)
    {
        var language = sheet.Language;
        var left = Math.Min(sheet.Width * 0.32, groups.SelectMany(group => group.Rows).Max(row => Label.Measure(row.Name)) + 4);
        var right = sheet.Width - 40;
        double X(double percent) => left + Math.Clamp(percent, 0, 100) / 100 * (right - left);
        for (var percent = 0; percent <= 100; percent += 20)
        {
            pen.Line(X(percent), Top, X(percent), foot, Paint.Line(percent == 0 ? Tone.Ink2 : Tone.Grid, percent == 0 ? 0.25 : Paint.Fine));
            pen.Text(X(percent), foot + 3.4, language.WithUnit(language.Number(percent), "%"), Small with { Anchor = Anchor.Middle });
        }

        var y = Top;
        foreach (var group in groups)
        {
            // The question stands on paper, so that no graduation crosses it.
            var name = TextFitting.Shorten(group.Name, sheet.Width, 3, FontFace.Semibold);
            pen.Rect(0, y - 0.4, new TextStyle(3, FontFace.Semibold).Measure(name) + 1, Head - 0.6, new Paint(Tone.Paper));
            pen.Text(0, y + 4.4, name, new TextStyle(3, FontFace.Semibold), sheet.Width);
            y += Head;
            foreach (var row in group.Rows)
            {
                DrawRow(pen, row, language, left, right, y + Pitch / 2, X);
                y += Pitch;
            }
        }
    }

    private static void DrawRow(SvgPen pen, AgreementRow row, Language language, double left, double right, double y, Func<double, double> x)
    {
        pen.Text(0, y + 1, row.Name, Label, left - 2);
        if (!double.IsFinite(row.Share))
        {
            pen.Text(right + 2.5, y + 1, "—", Label);
            return;
        }

        var hasInterval = double.IsFinite(row.Low) && double.IsFinite(row.High);
        var said = hasInterval ? "(" + language.Written(row.Low, 0) + "–" + language.WithUnit(language.Written(row.High, 0), "%") + ")" : string.Empty;
        pen.Begin(row.Name + ", " + Percent(row.Share, language) + " " + said);
        if (hasInterval)
        {
            pen.Line(x(row.Low), y, x(row.High), y, Paint.Line(Tone.Series1, 0.6));
            pen.Line(x(row.Low), y - 1.1, x(row.Low), y + 1.1, Paint.Line(Tone.Series1, 0.4));
            pen.Line(x(row.High), y - 1.1, x(row.High), y + 1.1, Paint.Line(Tone.Series1, 0.4));
        }

        pen.Circle(x(row.Share), y, 1.1, new Paint(Tone.Series1, Tone.Paper, 0.3));
        pen.End();
        var number = Percent(row.Share, language);
        var style = new TextStyle(2.9, FontFace.Semibold);
        pen.Text(right + 2.5, y + 1, number, style);
        pen.Text(right + 4 + style.Measure(number), y + 1, said, Small);
    }

    private static string Percent(double value, Language language) => language.WithUnit(language.Written(value, 1), "%");
}

internal sealed record AgreementWords(string Nothing, string Reading, string Legend)
{
    internal static AgreementWords In(Language language) => language == Language.English ? English : French;

    private static AgreementWords French { get; } = new(
        "Aucun jugement. Faites juger les mêmes pièces deux fois par plusieurs contrôleurs.",
        "Accord de {0} ({1}) à {2} ({3}).",
        "● : part des pièces jugées de même ; trait : son intervalle de confiance à {0}.");

    private static AgreementWords English { get; } = new(
        "No judgement. Have the same parts judged twice by several inspectors.",
        "Agreement from {0} ({1}) to {2} ({3}).",
        "●: share of parts judged alike; bar: its {0} confidence interval.");
}
