namespace Etabli.Methods.Statistics;

/// <summary>How the number of classes is chosen (fr: règle de choix des classes).</summary>
public enum ClassRule
{
    /// <summary>k = ⌈log₂ n⌉ + 1.</summary>
    Sturges,

    /// <summary>k = ⌈√n⌉.</summary>
    SquareRoot,

    /// <summary>h = 2·IQR / ∛n, k = ⌈(max − min) / h⌉.</summary>
    FreedmanDiaconis,
}

/// <summary>One class of a histogram: from ≤ x &lt; to, and the last one also takes its end (fr: classe).</summary>
/// <param name="From">Its lower edge.</param>
/// <param name="To">Its upper edge.</param>
/// <param name="Count">Values in it.</param>
public sealed record HistogramClass(double From, double To, int Count);

/// <summary>Classes of equal width (fr: histogramme).</summary>
public static class Histogram
{
    /// <summary>Most classes a rule may ask for: beyond, the sample has a value far from all others and the drawing would be empty.</summary>
    public const int MostClasses = 1000;

    private static readonly Formula SturgesFormula = new(
        "number of classes", "k = ⌈log₂ n⌉ + 1", new("Sturges, H. A.", "The Choice of a Class Interval, Journal of the American Statistical Association 21(153)", 1926, "pp. 65–66"));

    private static readonly Formula SquareRootFormula = new("number of classes", "k = ⌈√n⌉", Source.TradeUsage);

    private static readonly Formula FreedmanDiaconisFormula = new(
        "number of classes",
        "k = ⌈(max − min) · ∛n / (2 · IQR)⌉",
        new("Freedman, D. and Diaconis, P.", "On the histogram as a density estimator: L2 theory, Zeitschrift für Wahrscheinlichkeitstheorie und verwandte Gebiete 57", 1981, "pp. 453–476"));

    /// <summary>How many classes a rule gives.</summary>
    /// <param name="values">The sample, in any order; at least one, all finite.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="quartiles">How the quartiles of Freedman and Diaconis are read; the terms repeat it.</param>
    /// <returns>k ≥ 1. No value when Freedman and Diaconis meet an interquartile range of 0 in a sample that spreads, or ask more than <see cref="MostClasses"/>: take another rule, knowingly.</returns>
    /// <exception cref="ArgumentException">The sample is empty, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not known.</exception>
    /// <remarks>O(n log n). Source: Sturges, 1926; Freedman and Diaconis, 1981; the square root is trade usage.</remarks>
    /// <example>100 values: Sturges gives ⌈6.64⌉ + 1 = 8 classes, the square root 10.</example>
    public static Explained<int> CountClasses(ReadOnlySpan<double> values, ClassRule rule, QuantileType quartiles = QuantileType.Type7)
    {
        var sorted = Sorted(values);
        var n = sorted.Length;
        var size = new Term("n", "sample size", n, Units.Ratio);
        return rule switch
        {
            ClassRule.Sturges => SturgesFormula.Gives((n > 1 ? (int)uint.Log2((uint)n - 1) + 1 : 0) + 1, Units.Classes, size),
            ClassRule.SquareRoot => SquareRootFormula.Gives((int)Math.Ceiling(Math.Sqrt(n)), Units.Classes, size),
            ClassRule.FreedmanDiaconis => FreedmanDiaconis(sorted, quartiles, size),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected a known rule."),
        };
    }

    /// <summary>Sorts a sample into classes of equal width, from its smallest to its largest value.</summary>
    /// <param name="values">The sample, in any order; at least one, all finite.</param>
    /// <param name="classes">k: how many. Range: 1 to <see cref="MostClasses"/>.</param>
    /// <returns>k classes whose counts add up to the sample; a single class, closed on its value, when all values are equal.</returns>
    /// <exception cref="ArgumentException">The sample is empty, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is not from 1 to <see cref="MostClasses"/>.</exception>
    /// <remarks>O(n log n). Source: trade usage.</remarks>
    /// <example><code>Histogram.Of([0, 1, 2, 3, 4], classes: 2); // [0; 2) holds 2, [2; 4] holds 3</code></example>
    public static IReadOnlyList<HistogramClass> Of(ReadOnlySpan<double> values, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, MostClasses);
        var sorted = Sorted(values);
        var (low, high) = (sorted[0], sorted[^1]);
        if (low == high)
        {
            return Listed.Of<HistogramClass>([new(low, high, sorted.Length)]);
        }

        var found = new HistogramClass[classes];
        var at = 0;
        var from = low;
        for (var i = 0; i < classes; i++)
        {
            // A weighted mean of both ends, as high − low may overflow; its rounding must not step back.
            var to = i == classes - 1 ? high : Math.Clamp(low * ((double)(classes - i - 1) / classes) + high * ((double)(i + 1) / classes), from, high);
            var first = at;
            while (at < sorted.Length && (i == classes - 1 || sorted[at] < to))
            {
                at++;
            }

            found[i] = new(from, to, at - first);
            from = to;
        }

        return Listed.Of(found);
    }

    private static Explained<int> FreedmanDiaconis(double[] sorted, QuantileType quartiles, Term size)
    {
        var range = sorted[^1] - sorted[0];
        var spread = Quantile.Of(sorted, 0.75, quartiles) - Quantile.Of(sorted, 0.25, quartiles);
        Term[] terms = [size, new("max − min", "range", range, Units.OfMeasure), new("IQR", $"interquartile range, quantile type {(int)quartiles}", spread, Units.OfMeasure)];
        if (range == 0)
        {
            return FreedmanDiaconisFormula.Gives(1, Units.Classes, terms);
        }

        var classes = Math.Ceiling(range * Math.Cbrt(sorted.Length) / (2 * spread));
        return classes <= MostClasses
            ? FreedmanDiaconisFormula.Gives((int)classes, Units.Classes, terms)
            : FreedmanDiaconisFormula.Lacks<int>(Units.Classes, [new("", spread == 0 ? "interquartile range" : "number of classes", GapKind.Impossible)], terms);
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("The sample is empty; expected at least one value.", nameof(values));
        }

        var sorted = values.ToArray();
        foreach (var value in sorted)
        {
            Argument.Finite(value, nameof(values));
        }

        Array.Sort(sorted);
        return sorted;
    }
}
