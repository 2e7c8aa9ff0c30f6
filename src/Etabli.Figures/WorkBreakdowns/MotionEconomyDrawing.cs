using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkBreakdowns;

/// <summary>Draws the principles of motion economy as a list to tick, with what was seen. (fr: grille d’économie des gestes)</summary>
public static class MotionEconomyDrawing
{
    private const double Narrowest = 150;
    private const double Leading = 4;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it; empty boxes where nobody looked, to be ticked on paper.</summary>
    /// <param name="economy">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(MotionEconomy economy, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(economy);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, MotionEconomyWords.In(sheet.Language));
        var seen = economy.Seen.GroupBy(s => s.Number).ToDictionary(g => g.Key, g => g.Last());
        var split = sheet.Width * 0.52;
        var rows = Enumerable.Range(1, MotionEconomy.Count).Select(n =>
        {
            var one = seen.GetValueOrDefault(n) ?? new SeenPrinciple(n, null);
            var principle = TextFitting.Wrap(words.Principles[n - 1], split - 16, Body.Size, Body.Face, 3);
            var note = string.Join(" → ", new[] { one.Seen, one.Lead }.Where(t => t.Length > 0));
            var said = note.Length == 0 ? [] : TextFitting.Wrap(note, sheet.Width - split - 2, Small.Size, Small.Face, 4);
            return (One: one, Principle: principle, Said: said, Height: Math.Max(1, Math.Max(principle.Count, said.Count)) * Leading + 2.2);
        }).ToList();
        var height = 8 + rows.Sum(r => r.Height) + MotionEconomy.Groups.Length * 8;
        var (kept, broken) = (rows.Count(r => r.One.Holds == true), rows.Count(r => r.One.Holds == false));
        var reading = $"{words.Kept} {kept}, {words.Broken} {broken}, {words.NotSeen} {MotionEconomy.Count - kept - broken}.";
        return FigureFrame.Draw(sheet, height, economy.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, economy.Title, null, economy.Period);
            var y = 8.0;
            foreach (var row in rows)
            {
                if (Array.IndexOf(MotionEconomy.Groups, row.One.Number) is var group and >= 0)
                {
                    var until = group + 1 < MotionEconomy.Groups.Length ? MotionEconomy.Groups[group + 1] : MotionEconomy.Count + 1;
                    var own = rows.Where(r => r.One.Number >= MotionEconomy.Groups[group] && r.One.Number < until).ToList();
                    pen.Text(0, y + 5, words.Groups[group], Body with { Size = 3.2, Face = FontFace.Semibold });
                    if (own.Any(r => r.One.Holds is not null))
                    {
                        pen.Text(sheet.Width, y + 5, $"{own.Count(r => r.One.Holds == true)} / {own.Count(r => r.One.Holds is not null)} {words.Score}", Small with { Anchor = Anchor.End });
                    }

                    pen.Line(0, y + 6.8, sheet.Width, y + 6.8, Paint.Line(Tone.Line2, 0.35));
                    y += 8;
                }

                Row(pen, row.One, row.Principle, row.Said, y, split, words);
                y += row.Height;
                pen.Line(0, y - 0.6, sheet.Width, y - 0.6, Paint.Line(Tone.Grid, Paint.Fine));
            }
        });
    }

    private static void Row(SvgPen pen, SeenPrinciple one, IReadOnlyList<string> principle, IReadOnlyList<string> said, double y, double split, MotionEconomyWords words)
    {
        pen.Begin($"{one.Number}. {(one.Holds is { } holds ? holds ? words.Kept : words.Broken : words.NotSeen)}");
        pen.Text(5, y + 3.2, $"{one.Number}", Small with { Anchor = Anchor.End });
        var (x, top) = (7.5, y + 0.6);
        pen.Rect(x, top, 3.2, 3.2, one.Holds switch { true => new Paint(Tone.Good, Tone.Good, 0.3), false => new Paint(Tone.Bad, Tone.Bad, 0.3), _ => Paint.Line(Tone.Ink2, 0.3) }, 0.4);
        if (one.Holds == true)
        {
            pen.Polyline([(x + 0.7, top + 1.7), (x + 1.4, top + 2.4), (x + 2.6, top + 0.9)], Paint.Line(Tone.OnStatus, 0.45));
        }
        else if (one.Holds == false)
        {
            pen.Line(x + 0.8, top + 0.8, x + 2.4, top + 2.4, Paint.Line(Tone.OnStatus, 0.45));
            pen.Line(x + 2.4, top + 0.8, x + 0.8, top + 2.4, Paint.Line(Tone.OnStatus, 0.45));
        }

        pen.Lines(13, y + 3.2, principle, Body, Leading);
        pen.Lines(split + 2, y + 3.2, said, Small, Leading);
        pen.End();
    }
}
