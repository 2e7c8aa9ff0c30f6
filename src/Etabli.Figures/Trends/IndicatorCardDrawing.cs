using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>Draws the identity card of an indicator, with its last value beside it. (fr: carte d’identité d’indicateur)</summary>
public static class IndicatorCardDrawing
{
    private const double HeadHeight = 13;
    private const double Side = 46;
    private const double LabelWidth = 29;
    private const double Leading = 4.2;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Body = new(3.1);

    /// <summary>Draws it.</summary>
    /// <param name="card">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(IndicatorCard card, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var language = sheet.Language;
        var words = CardWords.In(language);
        var room = sheet.Width - Side - LabelWidth - 6;
        var up = card.Good == GoodDirection.Up;
        List<(string Label, IReadOnlyList<string> Lines, bool IsMissing)> rows = [.. new (string Label, string? Value)[]
        {
            (words.Definition, card.Definition),
            (words.Formula, card.Formula),
            (words.Unit, card.Unit),
            (words.Source, card.Source),
            (words.Frequency, card.Frequency),
            (words.Target, card.Target is { } target ? language.WithUnit(new Amount(target, "", card.Decimals).In(language), card.Unit) : null),
            (words.Direction, up ? words.Up : words.Down),
            (words.Owner, card.Owner),
            (words.Chart, card.Chart),
        }.Concat(card.ValidUntil is { } day ? [(words.Validity, language.Date(day))] : []).Select(row => (row.Label, string.IsNullOrWhiteSpace(row.Value) ? [words.Missing] : TextFitting.Wrap(row.Value, room, Body.Size, Body.Face, 4), string.IsNullOrWhiteSpace(row.Value)))];
        var height = HeadHeight + rows.Sum(row => RowHeight(row.Lines)) + 1;
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, card.Code, card.Name, card.Last is { } last ? language.WithUnit(language.Number(last, card.Decimals), card.Unit) : "—", card.Target is { } aim ? language.WithUnit(language.Number(aim, card.Decimals), card.Unit) : "—");
        return FigureFrame.Draw(sheet, Math.Max(height, HeadHeight + 46), card.Code + ", " + card.Name, reading, pen =>
        {
            var bottom = Math.Max(height, HeadHeight + 46) - 0.3;
            pen.Rect(0.2, 0.2, sheet.Width - 0.4, bottom - 0.2, new Paint(Tone.Paper, Tone.Line2, 0.3), 0.8);
            DrawHead(pen, card);
            DrawRows(pen, rows, up);
            pen.Line(sheet.Width - Side, HeadHeight, sheet.Width - Side, bottom, Paint.Line(Tone.Line, 0.25));
            DrawLast(pen, card, language, words, sheet.Width - Side + 4);
        }, Hatching.Unset);
    }

    private static double RowHeight(IReadOnlyList<string> lines) => 2.4 + lines.Count * Leading;

    private static void DrawHead(SvgPen pen, IndicatorCard card)
    {
        pen.Line(0.2, HeadHeight, pen.Width - 0.2, HeadHeight, Paint.Line(Tone.Line2, 0.3));
        var x = 4.0;
        if (!string.IsNullOrEmpty(card.Letter))
        {
            pen.Rect(3.4, 2.9, 7.2, 7.2, new Paint(Tone.Ink), 0.8);
            pen.Text(7, 8.1, card.Letter, new TextStyle(4.6, FontFace.Semibold, Tone.Paper, Anchor.Middle), 6.6);
            x = 13.4;
        }

        var code = new TextStyle(3.2, FontFace.Mono, Tone.Ink2);
        var written = TextFitting.Shorten(card.Code, 30, code.Size, code.Face);
        pen.Text(x, 8, written, code);
        x += written.Length == 0 ? 0 : code.Measure(written) + 4;
        pen.Text(x, 8.2, card.Name, new TextStyle(4.6, FontFace.Semibold), pen.Width - x - 4);
    }

    private static void DrawRows(SvgPen pen, List<(string Label, IReadOnlyList<string> Lines, bool IsMissing)> rows, bool up)
    {
        var y = HeadHeight;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                pen.Line(4, y, pen.Width - Side - 3, y, Paint.Line(Tone.Grid, Paint.Fine));
            }

            pen.Text(4, y + 4.4, rows[i].Label, Small, LabelWidth - 2);
            pen.Lines(4 + LabelWidth, y + 4.4, rows[i].Lines, rows[i].IsMissing ? Body with { Tone = Tone.Ink2 } : Body, Leading);
            if (i == 6)
            {
                var (tip, foot) = up ? (y + 2, y + 4.4) : (y + 4.4, y + 2);
                pen.Polyline([(LabelWidth, foot), (LabelWidth + 2.6, foot), (LabelWidth + 1.3, tip)], new Paint(Tone.Ink2), closed: true);
            }

            y += RowHeight(rows[i].Lines);
        }
    }

    private static void DrawLast(SvgPen pen, IndicatorCard card, Language language, CardWords words, double left)
    {
        var room = pen.Width - left - 4;
        pen.Text(left, HeadHeight + 5.6, words.Last + (string.IsNullOrEmpty(card.LastAt) ? string.Empty : ", " + card.LastAt), Small, room);
        var written = card.Last is { } last ? language.Number(last, card.Decimals) : "—";
        var beside = Body.Measure(card.Unit) + 1.6;
        var size = Math.Clamp(12 * (room - beside) / TextWidths.Of(written, 12, FontFace.Semibold), 0, 12);
        if (size < 7)
        {
            // A number is never cut: its unit goes under it, then it is written smaller.
            size = Math.Clamp(12 * room / TextWidths.Of(written, 12, FontFace.Semibold), TextStyle.Smallest, 12);
            pen.Text(left, HeadHeight + 22.8, card.Unit, Small, room);
        }
        else
        {
            pen.Text(left + TextWidths.Of(written, size, FontFace.Semibold) + 1.6, HeadHeight + 18.6, card.Unit, Body with { Tone = Tone.Ink2 });
        }

        pen.Text(left, HeadHeight + 18.6, written, new TextStyle(size, FontFace.Semibold));
        StatusMark.Draw(pen, left + 2.4, HeadHeight + 27, 4.6, card.Status);
        var gap = card.Gap is { } far ? words.Gap + " " + language.WithUnit(language.Signed(far, card.Decimals), card.Unit == "%" ? "pt" : card.Unit) : card.Last is null ? words.NotMeasured : words.NoTarget;
        pen.Lines(left + 6.6, HeadHeight + 28.1, TextFitting.Wrap(gap, room - 6.6, Body.Size, Body.Face, 2), Body, Leading);
    }
}

internal sealed record CardWords(
    string Definition,
    string Formula,
    string Unit,
    string Source,
    string Frequency,
    string Target,
    string Direction,
    string Owner,
    string Chart,
    string Validity,
    string Up,
    string Down,
    string Missing,
    string Last,
    string Gap,
    string NoTarget,
    string NotMeasured,
    string Reading)
{
    internal static CardWords In(Language language) => language == Language.English ? English : French;

    private static CardWords French { get; } = new("définition", "formule", "unité", "source", "fréquence", "objectif", "sens", "responsable", "graphique", "cible valable", "plus haut, mieux c’est", "plus bas, mieux c’est", "à renseigner", "dernière valeur", "écart", "aucune cible", "pas encore mesuré", "{0}, {1} : dernière valeur {2}, objectif {3}.");

    private static CardWords English { get; } = new("definition", "formula", "unit", "source", "frequency", "target", "direction", "owner", "chart", "target valid", "higher is better", "lower is better", "to be filled in", "last value", "gap", "no target", "not measured yet", "{0}, {1}: last value {2}, target {3}.");
}
