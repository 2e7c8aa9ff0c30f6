using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Two groups compared among several (fr: comparaison de deux groupes).</summary>
/// <param name="First">Place of the first group, from 0.</param>
/// <param name="Second">Place of the second group, from 0.</param>
/// <param name="Difference">Mean of the first less mean of the second, in the unit of the values.</param>
/// <param name="Interval">Where the true difference lies, all pairs together at the level; null when the residual is nothing.</param>
/// <param name="Probability">p, corrected for the number of pairs; null when the residual is nothing.</param>
public sealed record PairComparison(int First, int Second, double Difference, ConfidenceInterval? Interval, double? Probability);

/// <summary>Do the means of several groups differ? (fr: analyse de la variance à un facteur).</summary>
/// <param name="Table">Lines "between", "residual" and "total".</param>
/// <param name="Test">F test of equal means.</param>
/// <param name="Means">Mean of each group, in their order.</param>
/// <param name="Sizes">Number of values of each group, in their order.</param>
/// <param name="ResidualDeviation">s: standard deviation within groups, in the unit of the values.</param>
/// <param name="RSquared">R²: share of the variation that lies between groups; null when nothing varies.</param>
public sealed record OneWayAnova(AnovaTable Table, HypothesisTest Test, IReadOnlyList<double> Means, IReadOnlyList<int> Sizes, double ResidualDeviation, double? RSquared)
{
    private static readonly Source Fisher = new("Fisher, R. A.", "Statistical Methods for Research Workers", 1925);
    private static readonly Formula Formula = new("one-way analysis of variance", "F = (SS_between / (k − 1)) / (SS_within / (N − k))", Fisher);
    private static readonly Formula WelchFormula = new("Welch's analysis of variance", "F = (Σwᵢ(x̄ᵢ − x̄_w)² / (k − 1)) / (1 + 2(k − 2)/(k² − 1)·Σ(1 − wᵢ/W)²/(nᵢ − 1))", new("Welch, B. L.", "On the Comparison of Several Mean Values, Biometrika 38, pp. 330–336", 1951));

    /// <summary>Analysis of variance of groups.</summary>
    /// <param name="groups">At least 2 groups of at least one value, more values than groups.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>The table and the F test; a gap when no group spreads. Equality of variances is not checked: <see cref="VarianceTests.Levene"/> does.</returns>
    /// <exception cref="ArgumentException">Under 2 groups, an empty group, or no more values than groups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n), sums in double-double. Source: Fisher, 1925.</remarks>
    /// <example><code>OneWayAnova.Of([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).Test.Statistic; // 21</code></example>
    public static OneWayAnova Of(IReadOnlyList<double[]> groups, double risk = 0.05)
    {
        var samples = Checked(groups, 1, risk);
        var count = samples.Sum(g => g.Length);
        if (count <= samples.Count)
        {
            throw new ArgumentException($"groups holds {count} values in {samples.Count} groups; expected more values than groups.", nameof(groups));
        }

        var moments = samples.ConvertAll(g => Sample.ExactMoments(g));
        var sum = samples.Aggregate(DoubleDouble.Zero, (total, g) => total + DoubleDouble.Sum(g));
        var grand = sum / count;
        var (between, within) = (DoubleDouble.Zero, DoubleDouble.Zero);
        for (var i = 0; i < samples.Count; i++)
        {
            var from = moments[i].Mean - grand;
            between += from * from * samples[i].Length;
            within += moments[i].Squares;
        }

        var largest = samples.Max(g => g.Max(Math.Abs));
        (between, within) = (Sample.Settled(between, largest, count), Sample.Settled(within, largest, count));
        double above = samples.Count - 1, below = count - samples.Count;
        var line = AnovaLine.Against("between", above, between.Value, below, within.Value);
        var total = (between + within).Value;
        Term[] terms = [Term("SS_between", "squares between groups", between.Value, Units.OfMeasure), Term("SS_within", "squares within groups", within.Value, Units.OfMeasure), Term("k", "number of groups", samples.Count), Term("N", "number of values", count)];
        var test = line.Ratio is { } f
            ? Outcome.Of(Formula, terms, f, [above, below], line.Probability!.Value, true, Alternative.Greater, risk, [], Independent, Normal, new("equal variances"))
            : Lacking(Formula, terms, "spread within groups", Alternative.Greater, risk, Independent, Normal);
        return new(
            new(Listed.Of([line, new AnovaLine("residual", below, within.Value), new AnovaLine("total", count - 1, total)])),
            test,
            Listed.Of(moments.Select(m => m.Mean.Value)),
            Listed.Of(samples.Select(g => g.Length)),
            Math.Sqrt(within.Value / below),
            total > 0 ? (between / (between + within)).Value : null);
    }

    /// <summary>Do the means of several groups differ, whatever their variances?</summary>
    /// <param name="groups">At least 2 groups of at least 2 values.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>F and its two degrees of freedom; a gap when a group is constant.</returns>
    /// <exception cref="ArgumentException">Under 2 groups, or a group under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Source: Welch, 1951.</remarks>
    public static HypothesisTest Welch(IReadOnlyList<double[]> groups, double risk = 0.05)
    {
        var samples = Checked(groups, 2, risk);
        var k = samples.Count;
        var moments = samples.ConvertAll(g => Sample.Moments(g));
        Term[] terms = [Term("k", "number of groups", k), Term("N", "number of values", samples.Sum(g => g.Length))];
        if (moments.Exists(m => m.Squares <= 0))
        {
            return Lacking(WelchFormula, terms, "spread of the values", Alternative.Greater, risk, Independent, Normal);
        }

        var weights = samples.Select((g, i) => g.Length / (moments[i].Squares / (g.Length - 1))).ToArray();
        var weight = weights.Sum();
        var centre = weights.Select((w, i) => w * moments[i].Mean).Sum() / weight;
        var top = weights.Select((w, i) => w * (moments[i].Mean - centre) * (moments[i].Mean - centre)).Sum() / (k - 1);
        var uneven = weights.Select((w, i) => (1 - w / weight) * (1 - w / weight) / (samples[i].Length - 1)).Sum();
        var f = top / (1 + 2 * (k - 2) * uneven / ((double)k * k - 1));
        var below = ((double)k * k - 1) / (3 * uneven);
        return Outcome.Of(WelchFormula, terms, f, [k - 1, below], FisherDistribution.Above(f, k - 1, below), false, Alternative.Greater, risk, [], Independent, Normal);
    }

    /// <summary>Which means differ: Tukey's comparisons of all pairs, in Kramer's form when sizes differ (fr: comparaisons de Tukey).</summary>
    /// <param name="level">1 − α of all intervals together. Range: 0.0001 to 0.9999.</param>
    /// <returns>Every pair, in the order of the groups.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range, or there are more than <see cref="StudentizedRange.MostMeans"/> groups.</exception>
    /// <remarks>O(k²). Sources: Tukey, J. W., The Problem of Multiple Comparisons, 1953; Kramer, C. Y., Biometrics 12, 1956, pp. 307–310.</remarks>
    public IReadOnlyList<PairComparison> Tukey(double level = 0.95)
    {
        var freedom = Table["residual"].Freedom;
        var q = StudentizedRange.UpperQuantile(1 - level, Means.Count, freedom);
        var pairs = new List<PairComparison>();
        for (var first = 1; first < Means.Count; first++)
        {
            for (var second = 0; second < first; second++)
            {
                var difference = Means[first] - Means[second];
                var error = ResidualDeviation * Math.Sqrt((1.0 / Sizes[first] + 1.0 / Sizes[second]) / 2);
                pairs.Add(error > 0
                    ? new(first, second, difference, new ConfidenceInterval(difference - q * error, difference + q * error, level), StudentizedRange.Above(Math.Abs(difference) / error, Means.Count, freedom))
                    : new(first, second, difference, null, null));
            }
        }

        return Listed.Of(pairs.OrderBy(p => p.Second).ThenBy(p => p.First));
    }

    private static List<double[]> Checked(IReadOnlyList<double[]> groups, int atLeast, double risk)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Sample.Share(risk, nameof(risk));
        if (groups.Count < 2)
        {
            throw new ArgumentException($"groups holds {groups.Count}; expected at least 2.", nameof(groups));
        }

        return [.. groups.Select(g => Sample.Of(g, atLeast, nameof(groups)))];
    }
}
