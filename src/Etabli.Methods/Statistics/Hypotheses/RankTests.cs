using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Are values of one sample larger than those of another, whatever the distribution? (fr: tests de rangs).</summary>
public static class RankTests
{
    private const int MostExact = 50;
    private static readonly Formula MannWhitneyFormula = new("Mann-Whitney test", "U = R₁ − n₁(n₁ + 1) / 2", new("Mann, H. B. and Whitney, D. R.", "On a Test of Whether One of Two Random Variables is Stochastically Larger than the Other, Annals of Mathematical Statistics 18, pp. 50–60", 1947));
    private static readonly Formula SignedRankFormula = new("Wilcoxon signed rank test", "V = Σ ranks of |d| where d > 0", new("Wilcoxon, F.", "Individual Comparisons by Ranking Methods, Biometrics Bulletin 1, pp. 80–83", 1945));

    /// <summary>Does one sample tend to larger values than another?</summary>
    /// <param name="first">First sample; at least one value.</param>
    /// <param name="second">Second sample; at least one value.</param>
    /// <param name="alternative">Greater: the first tends to be larger.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>
    /// U of the first sample. Exact p when both samples hold at most 50 values and none are equal; else the normal approximation with corrections for ties and continuity.
    /// Beside it Hodges and Lehmann's shift (up to 4 000 000 pairs). A gap when all values are equal.
    /// </returns>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n), or O(n₁²·n₂²) exactly. Source: Mann and Whitney, 1947.</remarks>
    /// <example><code>RankTests.MannWhitney([1.1, 2.2, 3.3], [4.4, 5.5, 6.6, 7.7]).Probability; // 2 / 35 = 0.0571</code></example>
    public static HypothesisTest MannWhitney(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var (a, b) = (Sample.Of(first, 1, nameof(first)), Sample.Of(second, 1, nameof(second)));
        double n1 = a.Length, n2 = b.Length, n = n1 + n2;
        var (ranks, ties) = Sample.Ranked([.. a, .. b]);
        var u = ranks.AsSpan(0, a.Length).ToArray().Sum() - n1 * (n1 + 1) / 2;
        Term[] terms = [Term("R₁", "rank sum of the first", u + n1 * (n1 + 1) / 2), Term("n₁", "first number of values", n1), Term("n₂", "second number of values", n2), Term("Σ(t³ − t)", "ties", ties)];
        Estimate[] estimates = n1 * n2 <= 4_000_000 ? [new("shift of Hodges and Lehmann", Shift(a, b), Units.OfMeasure)] : [];
        Assumption[] assumptions = [Independent, new("same shape of both distributions, to read it as a shift")];
        if (ties == 0 && a.Length <= MostExact && b.Length <= MostExact)
        {
            var ways = WaysToU(a.Length, b.Length);
            var at = (int)u;
            var all = ways.Sum();
            return Of(MannWhitneyFormula, terms, u, [], Probability(alternative, ways.AsSpan(0, at + 1).ToArray().Sum() / all, ways.AsSpan(at).ToArray().Sum() / all), true, alternative, risk, estimates, assumptions);
        }

        var spread = Math.Sqrt(n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1))));
        return FromNormal(MannWhitneyFormula, terms, u, n1 * n2 / 2, spread, alternative, risk, estimates, assumptions);
    }

    /// <summary>Do pairs differ, the differences being symmetric?</summary>
    /// <param name="differences">d: one a pair; zeros are left out, and said.</param>
    /// <param name="alternative">Greater: differences tend to be above 0.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>V. Exact p for at most 50 differences without ties or zeros; else the normal approximation with corrections for ties and continuity. A gap when all are 0.</returns>
    /// <exception cref="ArgumentException">There is no difference.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n), or O(n³) exactly. Source: Wilcoxon, 1945.</remarks>
    /// <example><code>RankTests.SignedRank([1.1, 2.2, 3.3, 4.4, 5.5]).Probability; // 2 / 32 = 0.0625</code></example>
    public static HypothesisTest SignedRank(ReadOnlySpan<double> differences, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var given = Sample.Of(differences, 1, nameof(differences));
        var kept = Array.FindAll(given, d => d != 0);
        double n = kept.Length;
        var (ranks, ties) = Sample.Ranked(Array.ConvertAll(kept, Math.Abs));
        var v = kept.Select((d, i) => d > 0 ? ranks[i] : 0).Sum();
        Term[] terms = [Term("n", "differences kept", n), Term("n₀", "zeros left out", given.Length - n), Term("Σ(t³ − t)", "ties", ties)];
        Assumption[] assumptions = [new("independent pairs"), new("symmetric differences")];
        if (n > 0 && ties == 0 && kept.Length == given.Length && kept.Length <= MostExact)
        {
            var ways = WaysToV(kept.Length);
            var all = ways.Sum();
            return Of(SignedRankFormula, terms, v, [], Probability(alternative, ways.AsSpan(0, (int)v + 1).ToArray().Sum() / all, ways.AsSpan((int)v).ToArray().Sum() / all), true, alternative, risk, [], assumptions);
        }

        return FromNormal(SignedRankFormula, terms, v, n * (n + 1) / 4, Math.Sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48), alternative, risk, [], assumptions);
    }

    private static HypothesisTest FromNormal(Formula formula, Term[] terms, double statistic, double mean, double spread, Alternative alternative, double risk, Estimate[] estimates, Assumption[] assumptions)
    {
        if (!(spread > 0))
        {
            return Lacking(formula, terms, "differences between values", alternative, risk, assumptions);
        }

        // Half a rank towards the mean, for continuity.
        var below = NormalDistribution.Below((statistic - mean + 0.5) / spread);
        var above = NormalDistribution.Above((statistic - mean - 0.5) / spread);
        return Of(formula, terms, statistic, [], Probability(alternative, below, above), false, alternative, risk, estimates, assumptions);
    }

    /// <summary>In how many ways U takes each value when nothing sets the samples apart; sums of whole numbers, none taken away.</summary>
    private static double[] WaysToU(int n1, int n2)
    {
        var byFirst = new double[n1 + 1][];
        for (var i = 0; i <= n1; i++)
        {
            byFirst[i] = [1];
        }

        for (var j = 1; j <= n2; j++)
        {
            for (var i = 1; i <= n1; i++)
            {
                // The largest value is of the first sample and passes all j of the second, or it is of the second.
                var next = new double[i * j + 1];
                for (var u = 0; u < byFirst[i].Length; u++)
                {
                    next[u] += byFirst[i][u];
                }

                for (var u = 0; u < byFirst[i - 1].Length; u++)
                {
                    next[u + j] += byFirst[i - 1][u];
                }

                byFirst[i] = next;
            }
        }

        return byFirst[n1];
    }

    private static double[] WaysToV(int n)
    {
        var ways = new double[n * (n + 1) / 2 + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var v = ways.Length - 1; v >= rank; v--)
            {
                ways[v] += ways[v - rank];
            }
        }

        return ways;
    }

    private static double Shift(double[] a, double[] b)
    {
        var all = new double[a.Length * b.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = a[i / b.Length] - b[i % b.Length];
        }

        Array.Sort(all);
        return Sample.Median(all);
    }
}
