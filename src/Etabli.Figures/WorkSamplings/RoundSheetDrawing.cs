using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkSamplings;

/// <summary>Draws the rounds of one day: a moment, and a box to note what is seen. (fr: fiche de tournées)</summary>
public static class RoundSheetDrawing
{
    private const double Row = 8;

    /// <summary>Draws it.</summary>
    /// <param name="rounds">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(RoundSheet rounds, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var words = WorkSamplingWords.In(sheet.Language);
        if (rounds.Rounds.Count == 0)
        {
            return FigureFrame.Empty(sheet, rounds.Title, words.NoRound);
        }

        var columns = Math.Max(1, (int)(sheet.Width / 46));
        var lines = (rounds.Rounds.Count + columns - 1) / columns;
        var wide = sheet.Width / columns;
        var seed = string.Format(CultureInfo.InvariantCulture, words.Seed, rounds.Seed);
        return FigureFrame.Draw(sheet, 10 + lines * Row + 1, rounds.Title, sheet.Language.Counted(rounds.Rounds.Count, words.Round, words.Rounds) + ", " + seed + ".", pen =>
        {
            FigureHead.Draw(pen, sheet, rounds.Title, sheet.Language.Counted(rounds.Rounds.Count, words.Round, words.Rounds), seed);
            for (var i = 0; i < rounds.Rounds.Count; i++)
            {
                var (x, y) = (i / lines * wide, 9 + i % lines * Row);
                pen.Text(x, y + 4.6, rounds.Rounds[i].ToString("HH':'mm", CultureInfo.InvariantCulture), new TextStyle(3.2, FontFace.Semibold));
                pen.Rect(x + 12, y + 0.6, wide - 16, Row - 1.6, Paint.Line(Tone.Line2, 0.25));
            }
        });
    }
}
