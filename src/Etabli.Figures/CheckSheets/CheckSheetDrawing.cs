using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.CheckSheets;

/// <summary>Draws a check sheet: strokes by fives where they can still be read, always the number. (fr: bâtonnage)</summary>
public static class CheckSheetDrawing
{
    private const double HeadHeight = 7;
    private const int MostLines = 3;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Head = new(2.7, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Figure = new(2.9, FontFace.Semibold, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="sheet">What it shows.</param>
    /// <param name="paper">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(CheckSheet sheet, Sheet paper)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentOutOfRangeException.ThrowIfLessThan(paper.Width, 120, nameof(paper));
        var words = CheckSheetWords.In(paper.Language);
        if (sheet.Rows.Count == 0 || sheet.Periods.Count == 0)
        {
            return FigureFrame.Empty(paper, sheet.Title, words.Nothing);
        }

        var heaviest = sheet.Rows.MaxBy(row => row.Total)!;
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, paper.Language.Number(sheet.Total), paper.Language.Number(sheet.Periods.Count)) + " ; " + string.Format(CultureInfo.InvariantCulture, words.Heaviest, heaviest.Cause, paper.Language.Number(heaviest.Total)) + ".";
        var label = Math.Min(46, Math.Max(20, sheet.Rows.Max(row => Body.Measure(row.Cause)) + 3));
        var totalWidth = 15.0;
        var cell = (paper.Width - label - totalWidth) / sheet.Periods.Count;
        var strokes = cell - 9;
        var names = sheet.Rows.Select(row => TextFitting.Wrap(row.Cause, label - 2, Body.Size, Body.Face, 2)).ToList();
        // A cell whose strokes would need more lines than one can count at a glance keeps its number only.
        var lines = sheet.Rows.Select(row => strokes < 5 ? 1 : Math.Max(1, row.Counts.Select(count => Tally.LinesFor(count, strokes)).Where(most => most <= MostLines).DefaultIfEmpty(1).Max())).ToList();
        var heights = sheet.Rows.Select((_, i) => Math.Max(lines[i] * Tally.Line + 2, names[i].Count * 3.6 + 2.6)).ToList();
        var height = HeadHeight + heights.Sum() + 7.5;
        return FigureFrame.Draw(paper, height, sheet.Title, reading, pen =>
        {
            DrawHead(pen, sheet, words, label, cell);
            var y = HeadHeight;
            for (var i = 0; i < sheet.Rows.Count; i++)
            {
                DrawRow(pen, sheet, i, names[i], new Area(0, y, paper.Width, heights[i]), label, cell, paper.Language);
                y += heights[i];
            }

            pen.Line(0, y, paper.Width, y, Paint.Line(Tone.Ink));
            pen.Text(0, y + 5, words.Total, Body with { Face = FontFace.Semibold });
            for (var p = 0; p < sheet.Periods.Count; p++)
            {
                var sum = sheet.Rows.Sum(row => p < row.Counts.Count ? row.Counts[p] : 0);
                pen.Text(label + (p + 1) * cell - 1.6, y + 5, paper.Language.Number(sum), Figure, cell - 1);
            }

            pen.Text(paper.Width - 0.4, y + 5, paper.Language.Number(sheet.Total), Figure);
        });
    }

    private static void DrawHead(SvgPen pen, CheckSheet sheet, CheckSheetWords words, double label, double cell)
    {
        pen.Text(0, 4.6, words.Cause, Head, label - 2);
        for (var p = 0; p < sheet.Periods.Count; p++)
        {
            pen.Text(label + (p + 1) * cell - 1.6, 4.6, sheet.Periods[p], Head with { Anchor = Anchor.End }, cell - 1);
        }

        pen.Text(pen.Width - 0.4, 4.6, words.Total, Head with { Anchor = Anchor.End });
        pen.Line(0, HeadHeight, pen.Width, HeadHeight, Paint.Line(Tone.Ink));
    }

    private static void DrawRow(SvgPen pen, CheckSheet sheet, int row, IReadOnlyList<string> name, Area area, double label, double cell, Language language)
    {
        var middle = area.CentreY + Body.Size * 0.36;
        pen.Lines(0, middle - (name.Count - 1) * 1.8, name, Body, 3.6);
        for (var p = 0; p < sheet.Periods.Count; p++)
        {
            var count = p < sheet.Rows[row].Counts.Count ? sheet.Rows[row].Counts[p] : 0;
            var x = label + p * cell;
            pen.Line(x, area.Top, x, area.Bottom, Paint.Line(Tone.Line, 0.2));
            if (cell - 9 >= 5 && count > 0 && Tally.LinesFor(count, cell - 9) <= MostLines)
            {
                Tally.Draw(pen, x + 1.6, area.CentreY - ((Tally.LinesFor(count, cell - 9) - 1) * Tally.Line + Tally.Height) / 2, cell - 9, count);
            }

            pen.Text(x + cell - 1.6, middle, language.Number(count), Body with { Anchor = Anchor.End, Tone = count == 0 ? Tone.Ink2 : Tone.Ink }, cell - 1);
        }

        pen.Line(pen.Width - 15, area.Top, pen.Width - 15, area.Bottom, Paint.Line(Tone.Line2, 0.25));
        pen.Text(pen.Width - 0.4, middle, language.Number(sheet.Rows[row].Total), Figure);
        pen.Line(0, area.Bottom, pen.Width, area.Bottom, Paint.Line(Tone.Line, 0.2));
    }
}
