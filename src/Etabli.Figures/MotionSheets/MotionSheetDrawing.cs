using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.MotionSheets;

/// <summary>Draws an analysis in predetermined times as a table that prints. (fr: fiche MTM, fiche MOST)</summary>
public static class MotionSheetDrawing
{
    private const double Narrowest = 170;
    private const double Leading = 3.8;
    private static readonly TextStyle Head = new(2.7, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Code = new(2.9, FontFace.Mono);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="motions">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 170 mm wide or more.</param>
    public static string Draw(MotionSheet motions, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(motions);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, MotionWords.In(sheet.Language));
        if (motions.Rows.Count == 0)
        {
            return FigureFrame.Empty(sheet, motions.Title, words.Nothing);
        }

        var (hand, code, frequency, time) = (8 + (sheet.Width - 8 - 40) * 0.44, 8 + (sheet.Width - 8 - 40) * 0.44 + 10, sheet.Width - 18, sheet.Width);
        var rows = motions.Rows.Select(r => (
            Row: r, Label: TextFitting.Wrap(r.Description, hand - 10, Body.Size, Body.Face, 3), Written: TextFitting.Wrap(r.Sequence, frequency - 10 - code, Code.Size, Code.Face, 4),
            Note: r.Note is null ? [] : TextFitting.Wrap(r.Note, frequency - 10 - code, Small.Size, Small.Face, 3))).ToList();
        double Height(int i) => Math.Max(rows[i].Label.Count, rows[i].Written.Count + rows[i].Note.Count) * Leading + 2.4;
        var notes = motions.Notes.SelectMany(n => TextFitting.Wrap(n, sheet.Width - 66, Small.Size, Small.Face, 3)).ToList();
        var table = 15 + Enumerable.Range(0, rows.Count).Sum(Height);
        var reading = string.Join(", ", motions.Totals.Select(t => language.Labelled(t.Name, t.Value)).Append(motions.Table)) + ".";
        return FigureFrame.Draw(sheet, table + 3 + Math.Max(notes.Count * 4, motions.Totals.Count * 5) + 2, motions.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, motions.Title, null, motions.Table);
            pen.Text(0, 12.4, words.Number, Head);
            pen.Text(8, 12.4, words.What, Head, hand - 10);
            pen.Text(hand, 12.4, words.Hand, Head);
            pen.Text(code, 12.4, words.Sequence, Head);
            pen.Text(frequency, 12.4, "f", Head with { Anchor = Anchor.End });
            pen.Text(time, 12.4, "TMU", Head with { Anchor = Anchor.End });
            pen.Line(0, 14.2, sheet.Width, 14.2, Paint.Line(Tone.Ink));
            var y = 15.0;
            for (var i = 0; i < rows.Count; i++)
            {
                var (row, label, written, note) = rows[i];
                var tone = row.Counts ? Tone.Ink : Tone.Ink2;
                pen.Text(0, y + 3.6, (i + 1).ToString(CultureInfo.InvariantCulture), Small);
                pen.Lines(8, y + 3.6, label, Body with { Tone = tone }, Leading);
                pen.Text(hand, y + 3.6, row.Hand, Body with { Tone = tone });
                pen.Lines(code, y + 3.6, written, Code with { Tone = tone }, Leading);
                pen.Lines(code, y + 3.6 + written.Count * Leading, note, Small, Leading);
                pen.Text(frequency, y + 3.6, new Amount(row.Frequency, string.Empty, 3).In(language), Number with { Tone = tone });
                var said = row.Tmu is { } tmu ? new Amount(tmu, string.Empty, 1).In(language) : "—";
                pen.Text(time, y + 3.6, row.Counts || row.Tmu is null ? said : "(" + said + ")", Number with { Tone = tone });
                y += Height(i);
                pen.Line(0, y - 0.6, sheet.Width, y - 0.6, Paint.Line(Tone.Line, Paint.Fine));
            }

            pen.Lines(0, table + 6, notes, Small, 4);
            for (var i = 0; i < motions.Totals.Count; i++)
            {
                var face = i == motions.Totals.Count - 1 ? FontFace.Semibold : FontFace.Sans;
                pen.Text(sheet.Width - 60, table + 6 + i * 5, motions.Totals[i].Name, Body with { Face = face }, 34);
                pen.Text(sheet.Width, table + 6 + i * 5, motions.Totals[i].Value, Number with { Face = face }, 26);
            }
        });
    }
}
