using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Do two factors, and their meeting, move the mean? Balanced designs (fr: analyse de la variance à deux facteurs).</summary>
/// <param name="Table">Lines of both factors, "interaction" when cells hold several values, "residual" and "total".</param>
/// <param name="Because">Formula with its source; a gap when the design is unbalanced or nothing is left for the residual.</param>
/// <param name="ResidualDeviation">s: residual standard deviation, in the unit of the values; null with the gap.</param>
public sealed record TwoWayAnova(AnovaTable Table, Explanation Because, double? ResidualDeviation)
{
    private static readonly Formula Formula = new("two-way analysis of variance", "SS_total = SS_A + SS_B + SS_AB + SS_residual", new("Montgomery, D. C.", "Design and Analysis of Experiments, 8th ed.", 2012, "section 5.3"));

    /// <summary>Analysis of variance of a table of cells.</summary>
    /// <param name="cells">One row a level of the first factor, one column a level of the second; each cell its values. At least 2 × 2, no cell empty.</param>
    /// <param name="first">Name of the first factor, on its line of the table.</param>
    /// <param name="second">Name of the second factor.</param>
    /// <returns>The table with F of each line against the residual. With one value a cell, the interaction is the residual. Cells of different sizes: no table, and a gap that says so.</returns>
    /// <exception cref="ArgumentException">Under 2 rows or columns, rows of different lengths, or an empty cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>O(n), sums in double-double. Both factors are taken for fixed. Source: Montgomery, 2012, section 5.3.</remarks>
    /// <example><code>TwoWayAnova.Of([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "machine", "shift").Table["machine"].Ratio; // 64</code></example>
    public static TwoWayAnova Of(IReadOnlyList<double[][]> cells, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Argument.Said(first, nameof(first));
        Argument.Said(second, nameof(second));
        var (rows, columns) = (cells.Count, cells.Count > 0 ? cells[0].Length : 0);
        if (rows < 2 || columns < 2 || cells.Any(r => r.Length != columns))
        {
            throw new ArgumentException($"cells holds {rows} rows and {columns} columns; expected at least 2 of each, all rows alike.", nameof(cells));
        }

        var table = cells.SelectMany(r => r).Select(c => Sample.Of(c, 1, nameof(cells))).ToArray();
        var size = table[0].Length;
        Term[] terms = [Term("a", $"levels of {first}", rows), Term("b", $"levels of {second}", columns), Term("N", "number of values", table.Sum(c => c.Length))];
        if (Array.Exists(table, c => c.Length != size))
        {
            return new(new(Listed.Of<AnovaLine>([])), new(Formula, terms, [new("", "same number of values in every cell", GapKind.Impossible)]), null);
        }

        var means = Array.ConvertAll(table, c => DoubleDouble.Sum(c) / size);
        var grand = Mean(means);
        var byRow = Enumerable.Range(0, rows).Select(r => Mean(means[(r * columns)..((r + 1) * columns)])).ToArray();
        var byColumn = Enumerable.Range(0, columns).Select(c => Mean([.. Enumerable.Range(0, rows).Select(r => means[r * columns + c])])).ToArray();
        var (a, b, meeting, within) = (DoubleDouble.Zero, DoubleDouble.Zero, DoubleDouble.Zero, DoubleDouble.Zero);
        a = byRow.Aggregate(a, (sum, m) => sum + (m - grand) * (m - grand) * columns * size);
        b = byColumn.Aggregate(b, (sum, m) => sum + (m - grand) * (m - grand) * rows * size);
        for (var i = 0; i < table.Length; i++)
        {
            var off = means[i] - byRow[i / columns] - byColumn[i % columns] + grand;
            meeting += off * off * size;
            within = table[i].Aggregate(within, (sum, v) => sum + (v - means[i]) * (v - means[i]));
        }

        var largest = table.Max(c => c.Max(Math.Abs));
        DoubleDouble Settled(DoubleDouble of) => Sample.Settled(of, largest, table.Length * size);
        (a, b, meeting, within) = (Settled(a), Settled(b), Settled(meeting), Settled(within));
        var (freedomA, freedomB, freedomMeeting) = (rows - 1.0, columns - 1.0, (rows - 1.0) * (columns - 1));
        var (residual, freedom) = size > 1 ? (within.Value, (double)rows * columns * (size - 1)) : (meeting.Value, freedomMeeting);
        List<AnovaLine> lines = [AnovaLine.Against(first, freedomA, a.Value, freedom, residual), AnovaLine.Against(second, freedomB, b.Value, freedom, residual)];
        if (size > 1)
        {
            lines.Add(AnovaLine.Against("interaction", freedomMeeting, meeting.Value, freedom, residual));
        }

        lines.Add(new("residual", freedom, residual));
        lines.Add(new("total", (double)rows * columns * size - 1, (a + b + meeting + within).Value));
        return new(new(Listed.Of(lines)), new(Formula, terms, residual > 0 ? [] : [new("", "spread within cells", GapKind.Impossible)]), Math.Sqrt(residual / freedom));
    }

    private static DoubleDouble Mean(DoubleDouble[] of) => of.Aggregate(DoubleDouble.Zero, (sum, v) => sum + v) / of.Length;
}
