using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Diagnoses;

/// <summary>Draws a diagnosis as a grid; a fact without a number is marked. (fr: grille de diagnostic)</summary>
public static class DiagnosisGridDrawing
{
    private const double HeadHeight = 7;
    private const double Leading = 3.7;
    private static readonly double[] Parts = [0.11, 0.29, 0.13, 0.13, 0.12, 0.22];
    private static readonly TextStyle Head = new(2.7, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Body = new(2.9);

    /// <summary>Draws it.</summary>
    /// <param name="grid">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 170 mm wide or more.</param>
    public static string Draw(DiagnosisGrid grid, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 170, nameof(sheet));
        var words = DiagnosisWords.In(sheet.Language);
        if (grid.Facts.Count == 0)
        {
            return FigureFrame.Empty(sheet, grid.Title, words.Nothing);
        }

        var weight = Math.Max(20, Head.Measure(words.Seriousness) + 3);
        var edges = new double[8];
        for (int i = 0, column = 0; i < 7; i++)
        {
            edges[i + 1] = edges[i] + (i == 5 ? weight : Parts[column++] * (sheet.Width - weight));
        }

        var rows = grid.Facts.Select((fact, i) => Cells(fact, i > 0 && grid.Facts[i - 1].Theme == fact.Theme, edges, words)).ToList();
        var height = HeadHeight + rows.Sum(HeightOf) + 0.4;
        var unmeasured = grid.Facts.Count(fact => !fact.IsMeasured);
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, sheet.Language.Counted(grid.Facts.Count, words.FactOne, words.FactMany), unmeasured);
        return FigureFrame.Draw(sheet, height, grid.Title, reading, pen =>
        {
            string[] heads = [words.Theme, words.Fact, words.Measure, words.Source, words.Gap, words.Seriousness, words.Lead];
            for (var i = 0; i < heads.Length; i++)
            {
                pen.Text(edges[i], 4.8, heads[i], Head, edges[i + 1] - edges[i] - 2);
            }

            pen.Line(0, HeadHeight, sheet.Width, HeadHeight, Paint.Line(Tone.Ink));
            var y = HeadHeight;
            foreach (var (fact, cells) in grid.Facts.Zip(rows))
            {
                DrawRow(pen, fact, cells, edges, y, words);
                y += HeightOf(cells);
            }
        });
    }

    private static double HeightOf(IReadOnlyList<string>[] cells) => Math.Max(1, cells.Max(cell => cell.Count)) * Leading + 3.4;

    private static IReadOnlyList<string>[] Cells(DiagnosisFact fact, bool sameTheme, double[] edges, DiagnosisWords words)
    {
        IReadOnlyList<string> Cell(int column, string? text, double aside = 0, FontFace face = FontFace.Sans) => string.IsNullOrWhiteSpace(text) ? [] : TextFitting.Wrap(text, edges[column + 1] - edges[column] - 3 - aside, Body.Size, face, 6);
        return
        [
            Cell(0, sameTheme ? null : fact.Theme, 0, FontFace.Semibold),
            Cell(1, fact.Fact),
            fact.IsMeasured ? Cell(2, fact.Measure) : Cell(2, string.IsNullOrWhiteSpace(fact.Measure) ? words.Unmeasured : fact.Measure, 5.4),
            Cell(3, fact.Source),
            Cell(4, fact.Gap),
            [],
            Cell(6, fact.Lead),
        ];
    }

    private static void DrawRow(SvgPen pen, DiagnosisFact fact, IReadOnlyList<string>[] cells, double[] edges, double y, DiagnosisWords words)
    {
        var baseline = y + 4.6;
        for (var i = 0; i < cells.Length; i++)
        {
            var style = i == 0 ? Body with { Face = FontFace.Semibold } : i == 2 && string.IsNullOrWhiteSpace(fact.Measure) ? Body with { Tone = Tone.Ink2 } : Body;
            pen.Lines(edges[i] + (i == 2 && !fact.IsMeasured ? 5.4 : 0), baseline, cells[i], style, Leading);
        }

        if (!fact.IsMeasured)
        {
            pen.Begin(words.Unmeasured);
            StatusMark.Draw(pen, edges[2] + 2.1, baseline - 1.2, 4.2, Status.Warning);
            pen.End();
        }

        DrawSeriousness(pen, fact.Seriousness, edges[5], baseline);
        pen.Line(0, y + HeightOf(cells), pen.Width, y + HeightOf(cells), Paint.Line(Tone.Line, 0.2));
    }

    // Four squares, filled as far as it is serious, and the number: read in grey as well.
    private static void DrawSeriousness(SvgPen pen, int? seriousness, double left, double baseline)
    {
        if (seriousness is not { } level)
        {
            return;
        }

        for (var i = 0; i < 4; i++)
        {
            pen.Rect(left + i * 3, baseline - 2.3, 2.5, 2.5, i < level ? new Paint(Tone.Ink, Tone.Ink, 0.25) : new Paint(Tone.Paper, Tone.Line2, 0.25));
        }

        pen.Text(left + 13.4, baseline, level.ToString(CultureInfo.InvariantCulture), Body with { Face = FontFace.Semibold });
    }
}
