using Etabli.Figures.Ink;

namespace Etabli.Figures.ProcessCharts;

/// <summary>Draws a process chart: rows, symbols joined by their profile, totals, and before against after. (fr: analyse de déroulement)</summary>
public static class ProcessChartDrawing
{
    private const double SideBySide = 340;
    private const double RowHeight = 5.4;

    /// <summary>Draws it; a sheet of 340 mm or more puts before and after side by side.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(ProcessChart chart, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 150, nameof(sheet));
        var words = ProcessChartWords.In(sheet.Language);
        if (chart.Steps.Count == 0)
        {
            return FigureFrame.Empty(sheet, chart.Title, words.Nothing);
        }

        var beside = chart.After is not null && sheet.Width >= SideBySide;
        var width = beside ? (sheet.Width - 12) / 2 : sheet.Width;
        List<ProcessChartTable> tables = [new(chart, chart.Steps, chart.After is null ? null : words.Before, 0, 0, width, sheet.Language, words)];
        if (chart.After is { Count: > 0 } after)
        {
            tables.Add(new(chart, after, words.After, beside ? width + 12 : 0, beside ? 0 : tables[0].Bottom + 6, width, sheet.Language, words));
        }

        var foot = tables.Max(table => table.Bottom) + 6;
        return FigureFrame.Draw(sheet, foot + 7 * RowHeight + 1, chart.Title, Reading(chart, sheet.Language, words), pen =>
        {
            tables.ForEach(table => table.Draw(pen));
            DrawTotals(pen, chart, foot, sheet, words);
        });
    }

    private static string Reading(ProcessChart chart, Language language, ProcessChartWords words)
    {
        var counts = Enum.GetValues<ProcessSymbol>().Select(symbol => words.Symbols[(int)symbol].ToLowerInvariant() + " " + language.Number(chart.Steps.Count(step => step.Symbol == symbol)));
        return string.Join(", ", counts.Append(words.Distance.ToLowerInvariant() + " " + new Amount(chart.Steps.Sum(step => step.Distance), chart.DistanceUnit, 1).In(language))) + ".";
    }

    private static void DrawTotals(SvgPen pen, ProcessChart chart, double top, Sheet sheet, ProcessChartWords words)
    {
        var language = sheet.Language;
        var (head, number) = (new TextStyle(2.7, FontFace.Semibold, Tone.Ink2, Anchor.End), new TextStyle(2.9, FontFace.Sans, Tone.Ink, Anchor.End));
        var lists = chart.After is null ? [chart.Steps] : new[] { chart.Steps, chart.After };
        var heads = chart.After is null ? new[] { string.Empty } : [words.Before, words.After, words.Gain];
        (string Name, Func<IEnumerable<ProcessChartStep>, decimal> Of, int Decimals)[] measures =
        [
            (words.Count, some => some.Count(), 0),
            (words.Distance + " (" + chart.DistanceUnit + ")", some => some.Sum(step => step.Distance), 1),
            (words.Duration + " + " + words.Wait.ToLowerInvariant() + " (" + chart.TimeUnit + ")", some => some.Sum(step => step.Duration + step.Wait), 2),
        ];
        var nameWidth = 34.0;
        var block = Math.Min(70, (Math.Min(sheet.Width, 260) - nameWidth) / 3);
        for (var m = 0; m < 3; m++)
        {
            var right = nameWidth + (m + 1) * block;
            pen.Text(right, top + (heads.Length > 1 ? -0.6 : 3.6), measures[m].Name, head, block - 3);
            for (var h = 0; heads.Length > 1 && h < heads.Length; h++)
            {
                pen.Text(right - (heads.Length - 1 - h) * block / 3.2, top + 3.6, heads[h], head with { Face = FontFace.Sans });
            }
        }

        pen.Line(0, top + 5, nameWidth + 3 * block, top + 5, Paint.Line(Tone.Ink));
        for (var row = 0; row <= 5; row++)
        {
            var y = top + 5 + (row + 1) * RowHeight - 1.6;
            var name = row == 5 ? words.Total : words.Symbols[row];
            if (row < 5)
            {
                SymbolMark.Draw(pen, 2.4, y - 1.1, 4, (ProcessSymbol)row, chosen: true);
            }
            else
            {
                pen.Line(0, y - 3.8, nameWidth + 3 * block, y - 3.8, Paint.Line(Tone.Ink2, 0.25));
            }

            pen.Text(7, y, name, new TextStyle(2.9, row == 5 ? FontFace.Semibold : FontFace.Sans));
            for (var m = 0; m < 3; m++)
            {
                var values = lists.Select(list => measures[m].Of(row == 5 ? list : list.Where(step => (int)step.Symbol == row))).ToList();
                if (values.Count == 2)
                {
                    values.Add(values[1] - values[0]);
                }

                for (var h = 0; h < values.Count; h++)
                {
                    var rounded = new Amount(values[h], string.Empty, measures[m].Decimals);
                    var text = h == 2 && values[h] > 0 ? "+" + rounded.In(language) : rounded.In(language);
                    pen.Text(nameWidth + (m + 1) * block - (values.Count - 1 - h) * block / 3.2, y, text, number with { Face = row == 5 || h == 2 ? FontFace.Semibold : FontFace.Sans });
                }
            }
        }
    }
}
