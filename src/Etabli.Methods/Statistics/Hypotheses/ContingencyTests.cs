using Etabli.Methods.Statistics.Distributions;
using MathNet.Numerics;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Do counts follow what was expected, are two classifications tied? (fr: tests sur des effectifs).</summary>
public static class ContingencyTests
{
    /// <summary>Most tables of the same margins that <see cref="FisherExact"/> goes through.</summary>
    public const int MostTables = 10_000_000;

    private static readonly Source Pearson = new("Pearson, K.", "On the Criterion that a Given System of Deviations …, Philosophical Magazine 50, pp. 157–175", 1900);
    private static readonly Formula FitFormula = new("chi-squared goodness of fit", "χ² = Σ(O − E)² / E", Pearson);
    private static readonly Formula TieFormula = new("chi-squared independence", "χ² = Σ(O − E)² / E, E = row total · column total / N", Pearson);
    private static readonly Formula FisherFormula = new("Fisher exact test", "p = Σ P(table) over tables no likelier than the one seen", new("Fisher, R. A.", "Statistical Methods for Research Workers, 5th ed.", 1934, "section 21.02"));

    /// <summary>Do counts follow expected ones?</summary>
    /// <param name="observed">O: counts; at least 2 classes.</param>
    /// <param name="expected">E: expected counts, or weights of the same total after scaling; each above 0.</param>
    /// <param name="fitted">How many parameters of the expectation were read on the same counts. Range: 0 to classes − 2.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>χ², classes − 1 − fitted degrees of freedom; whether every expected count reaches 5 is checked.</returns>
    /// <exception cref="ArgumentException">Under 2 classes, lists of different length, or nothing was counted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, an expected one is not above 0, or another number is out of range.</exception>
    /// <remarks>O(classes). Source: Pearson, 1900.</remarks>
    /// <example><code>ContingencyTests.Fit([16, 18, 16, 14, 12, 12], [1, 1, 1, 1, 1, 1]).Statistic; // 2</code></example>
    public static HypothesisTest Fit(ReadOnlySpan<long> observed, ReadOnlySpan<double> expected, int fitted = 0, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        Sample.MustHold(observed.Length, 2, nameof(observed));
        if (expected.Length != observed.Length)
        {
            throw new ArgumentException($"expected holds {expected.Length} classes; expected {observed.Length}, one for each count.", nameof(expected));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(fitted, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fitted, observed.Length - 2);
        var (count, weight) = (0L, 0.0);
        for (var i = 0; i < observed.Length; i++)
        {
            count += Argument.NotNegative(observed[i], nameof(observed));
            weight += Argument.Positive(expected[i], nameof(expected));
        }

        MustCount(count, nameof(observed));
        var (statistic, least) = (0.0, double.MaxValue);
        for (var i = 0; i < observed.Length; i++)
        {
            var awaited = expected[i] / weight * count;
            statistic += (observed[i] - awaited) * (observed[i] - awaited) / awaited;
            least = Math.Min(least, awaited);
        }

        double freedom = observed.Length - 1 - fitted;
        return Of(FitFormula, [Term("N", "total count", count), Term("k", "classes", observed.Length), Term("m", "parameters fitted", fitted)], statistic, [freedom], ChiSquaredDistribution.Above(statistic, freedom), false, Alternative.Greater, risk, [], Independent, Enough(least));
    }

    /// <summary>Are the rows and the columns of a table of counts tied?</summary>
    /// <param name="table">Counts, row by row; at least 2 × 2, no row or column of zeros.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>χ² without continuity correction, (rows − 1)(columns − 1) degrees of freedom, Cramér's V beside it; whether every expected count reaches 5 is checked.</returns>
    /// <exception cref="ArgumentException">Under 2 rows or columns, rows of different length, or a row or column of zeros.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or α is not a share.</exception>
    /// <remarks>O(cells). Source: Pearson, 1900. For 2 × 2 tables with few expected, <see cref="FisherExact"/>.</remarks>
    public static HypothesisTest Independence(IReadOnlyList<long[]> table, double risk = 0.05)
    {
        ArgumentNullException.ThrowIfNull(table);
        Sample.Share(risk, nameof(risk));
        var (rows, columns) = (table.Count, table.Count > 0 ? table[0].Length : 0);
        if (rows < 2 || columns < 2 || table.Any(r => r.Length != columns))
        {
            throw new ArgumentException($"table has {rows} rows and {columns} columns; expected at least 2 of each, all rows alike.", nameof(table));
        }

        var byRow = table.Select(r => (double)r.Sum(c => Argument.NotNegative(c, nameof(table)))).ToArray();
        var byColumn = Enumerable.Range(0, columns).Select(c => (double)table.Sum(r => r[c])).ToArray();
        if (byRow.Contains(0) || byColumn.Contains(0))
        {
            throw new ArgumentException("table has a row or a column of zeros; expected none.", nameof(table));
        }

        var total = byRow.Sum();
        var (statistic, least) = (0.0, double.MaxValue);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var awaited = byRow[r] * byColumn[c] / total;
                statistic += (table[r][c] - awaited) * (table[r][c] - awaited) / awaited;
                least = Math.Min(least, awaited);
            }
        }

        double freedom = (rows - 1) * (columns - 1);
        Estimate strength = new("Cramér's V", Math.Sqrt(statistic / total / (Math.Min(rows, columns) - 1)), Units.Ratio);
        return Of(TieFormula, [Term("N", "total count", total), Term("r", "rows", rows), Term("c", "columns", columns)], statistic, [freedom], ChiSquaredDistribution.Above(statistic, freedom), false, Alternative.Greater, risk, [strength], Independent, Enough(least));
    }

    /// <summary>Are the rows and columns of a 2 × 2 table tied, exactly?</summary>
    /// <param name="a">First row, first column. Range: 0 or more.</param>
    /// <param name="b">First row, second column. Range: 0 or more.</param>
    /// <param name="c">Second row, first column. Range: 0 or more.</param>
    /// <param name="d">Second row, second column. Range: 0 or more.</param>
    /// <param name="alternative">Greater: the first row holds more of the first column than chance gives.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>a as statistic and its exact p, margins held; the sample's odds ratio where it exists.</returns>
    /// <exception cref="ArgumentException">Nothing was counted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, margins leave more than <see cref="MostTables"/> tables, or α is not a share.</exception>
    /// <remarks>O(least margin). Source: Fisher, 1934, section 21.02.</remarks>
    /// <example><code>ContingencyTests.FisherExact(3, 1, 1, 3).Probability; // 0.4857: the lady tasting tea, two-sided</code></example>
    public static HypothesisTest FisherExact(int a, int b, int c, int d, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        double first = Argument.NotNegative((long)a, nameof(a)) + Argument.NotNegative((long)b, nameof(b));
        double second = Argument.NotNegative((long)c, nameof(c)) + Argument.NotNegative((long)d, nameof(d));
        var column = (double)a + c;
        MustCount((long)(first + second), nameof(a));
        var (low, high) = ((int)Math.Max(0, column - second), (int)Math.Min(first, column));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high - low, MostTables, nameof(a));
        var logs = new double[high - low + 1];
        for (var i = 0; i < logs.Length; i++)
        {
            double x = low + i;
            logs[i] = -(Log(x) + Log(first - x) + Log(column - x) + Log(second - column + x));
        }

        var most = logs.Max();
        var weights = Array.ConvertAll(logs, l => Math.Exp(l - most));
        var (all, seen) = (weights.Sum(), weights[a - low]);
        var (below, above) = (weights[..(a - low + 1)].Sum() / all, weights[(a - low)..].Sum() / all);
        var probability = alternative == Alternative.TwoSided ? weights.Where(w => w <= seen * (1 + 1e-7)).Sum() / all : Probability(alternative, below, above);
        Term[] terms = [Term("a", "first row, first column", a), Term("b", "first row, second column", b), Term("c", "second row, first column", c), Term("d", "second row, second column", d)];
        Estimate[] odds = b > 0 && c > 0 ? [new("odds ratio", (double)a * d / ((double)b * c), Units.Ratio)] : [];
        return Of(FisherFormula, terms, a, [], probability, true, alternative, risk, odds, Independent);
    }

    private static double Log(double x) => SpecialFunctions.GammaLn(x + 1);

    private static Assumption Enough(double least) =>
        new("expected counts of 5 or more", least >= 5 ? AssumptionStatus.Holds : AssumptionStatus.Doubtful, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"least expected {least:G4}"));

    private static void MustCount(long total, string name)
    {
        if (total == 0)
        {
            throw new ArgumentException("Nothing was counted; expected a total of at least 1.", name);
        }
    }
}
