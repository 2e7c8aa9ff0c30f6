using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>What Levene's distances are taken from (fr: centre du test de Levene).</summary>
public enum LeveneCentre
{
    /// <summary>The median of each group: Brown and Forsythe's robust form.</summary>
    Median,

    /// <summary>The mean of each group: Levene's own form, for symmetric values.</summary>
    Mean,
}

/// <summary>Do spreads differ? (fr: tests de variance).</summary>
public static class VarianceTests
{
    private static readonly Formula FisherFormula = new("F test of two variances", "F = s₁² / s₂²", new("Snedecor, G. W. and Cochran, W. G.", "Statistical Methods, 8th ed.", 1989));
    private static readonly Formula LeveneFormula = new("Levene test", "W = F of |x − x̄ᵢ| between groups", new("Levene, H.", "Robust tests for equality of variances, Contributions to Probability and Statistics, pp. 278–292", 1960));
    private static readonly Formula BrownForsytheFormula = new("Brown-Forsythe test", "W = F of |x − x̃ᵢ| between groups", new("Brown, M. B. and Forsythe, A. B.", "Robust Tests for the Equality of Variances, JASA 69, pp. 364–367", 1974));
    private static readonly Formula BartlettFormula = new("Bartlett test", "T = ((N − k)·ln s_p² − Σ(nᵢ − 1)·ln sᵢ²) / (1 + (Σ1/(nᵢ − 1) − 1/(N − k)) / (3(k − 1)))", new("Bartlett, M. S.", "Properties of Sufficiency and Statistical Tests, Proceedings of the Royal Society A 160, pp. 268–282", 1937));

    /// <summary>Do two variances differ?</summary>
    /// <param name="first">First sample; at least 2 values.</param>
    /// <param name="second">Second sample; at least 2 values.</param>
    /// <param name="alternative">The side looked at.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>F, its two degrees of freedom, the ratio of variances and its interval; a gap when a sample is constant.</returns>
    /// <exception cref="ArgumentException">A sample holds under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Misled by values that are not normal. Source: Snedecor and Cochran, 1989.</remarks>
    /// <example><code>VarianceTests.TwoVariances([1, 2, 3, 4, 5], [1, 3, 5, 7, 9]).Statistic; // 0.25</code></example>
    public static HypothesisTest TwoVariances(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var (a, b) = (Sample.Of(first, 2, nameof(first)), Sample.Of(second, 2, nameof(second)));
        var (v1, v2) = (Sample.Moments(a).Squares / (a.Length - 1), Sample.Moments(b).Squares / (b.Length - 1));
        Term[] terms = [Term("s₁²", "first variance", v1, Units.OfMeasure), Term("s₂²", "second variance", v2, Units.OfMeasure), Term("n₁", "first number of values", a.Length), Term("n₂", "second number of values", b.Length)];
        var f = v1 / v2;
        if (!double.IsFinite(f) || f <= 0)
        {
            return Lacking(FisherFormula, terms, "spread of the values", alternative, risk, Independent, Normal);
        }

        var (above, below) = (a.Length - 1.0, b.Length - 1.0);
        var interval = Interval(alternative, risk, side => f / FisherDistribution.UpperQuantile(side, above, below), side => f / FisherDistribution.Quantile(side, above, below));
        return Of(FisherFormula, terms, f, [above, below], Probability(alternative, FisherDistribution.Below(f, above, below), FisherDistribution.Above(f, above, below)), true, alternative, risk, [new("ratio of variances", f, Units.Ratio, interval)], Independent, Normal);
    }

    /// <summary>Do the variances of several groups differ, whatever their distribution?</summary>
    /// <param name="groups">At least 2 groups of at least 2 values.</param>
    /// <param name="centre">What distances are taken from.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>W, its degrees of freedom k − 1 and N − k; a gap when distances do not spread.</returns>
    /// <exception cref="ArgumentException">Under 2 groups, or a group under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n). Sources: Levene, 1960; Brown and Forsythe, 1974.</remarks>
    public static HypothesisTest Levene(IReadOnlyList<double[]> groups, LeveneCentre centre = LeveneCentre.Median, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var formula = centre == LeveneCentre.Mean ? LeveneFormula : BrownForsytheFormula;
        var distances = Grouped(groups).Select(g =>
        {
            var middle = centre == LeveneCentre.Mean ? Sample.Moments(g).Mean : Sample.Median(Sample.Sorted(g, 2, nameof(groups)));
            return g.Select(v => Math.Abs(v - middle)).ToArray();
        }).ToList();
        var anova = OneWayAnova.Of(distances);
        Term[] terms = [Term("k", "number of groups", groups.Count), Term("N", "number of values", distances.Sum(d => d.Length))];
        return anova.Test.Statistic is { } w
            ? Of(formula, terms, w, [.. anova.Test.Freedom], anova.Test.Probability!.Value, false, Alternative.Greater, risk, [], Independent)
            : Lacking(formula, terms, "spread of the distances", Alternative.Greater, risk, Independent);
    }

    /// <summary>Do the variances of several normal groups differ?</summary>
    /// <param name="groups">At least 2 groups of at least 2 values.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>T, k − 1 degrees of freedom; a gap when a group is constant.</returns>
    /// <exception cref="ArgumentException">Under 2 groups, or a group under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n). Very sensitive to values that are not normal: prefer <see cref="Levene"/> unless they are. Source: Bartlett, 1937.</remarks>
    public static HypothesisTest Bartlett(IReadOnlyList<double[]> groups, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var spreads = Grouped(groups).Select(g => (Freedom: g.Length - 1.0, Variance: Sample.Moments(g).Squares / (g.Length - 1))).ToList();
        var freedom = spreads.Sum(s => s.Freedom);
        var pooled = spreads.Sum(s => s.Freedom * s.Variance) / freedom;
        Term[] terms = [Term("k", "number of groups", spreads.Count), Term("s_p²", "pooled variance", pooled, Units.OfMeasure)];
        if (spreads.Exists(s => s.Variance == 0))
        {
            return Lacking(BartlettFormula, terms, "spread of the values", Alternative.Greater, risk, Independent, Normal);
        }

        var top = spreads.Sum(s => s.Freedom * Math.Log(pooled / s.Variance));
        var scale = 1 + (spreads.Sum(s => 1 / s.Freedom) - 1 / freedom) / (3 * (spreads.Count - 1.0));
        var statistic = Math.Max(top / scale, 0);
        return Of(BartlettFormula, terms, statistic, [spreads.Count - 1], ChiSquaredDistribution.Above(statistic, spreads.Count - 1), false, Alternative.Greater, risk, [], Independent, Normal);
    }

    private static List<double[]> Grouped(IReadOnlyList<double[]> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2)
        {
            throw new ArgumentException($"groups holds {groups.Count}; expected at least 2.", nameof(groups));
        }

        return [.. groups.Select(g => Sample.Of(g, 2, nameof(groups)))];
    }
}
