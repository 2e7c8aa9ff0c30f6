using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;
using MathNet.Numerics;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics;

/// <summary>Does a series drift, or do its neighbours resemble each other? (fr: tests de tendance).</summary>
public static class Trend
{
    /// <summary>Longest series for slopes taken two by two.</summary>
    public const int Longest = 3000;

    private static readonly Formula KendallFormula = new("Mann-Kendall test", "S = Σ sgn(xⱼ − xᵢ), i < j; z = (S ∓ 1) / √Var S", new("Gilbert, R. O.", "Statistical Methods for Environmental Pollution Monitoring", 1987, "chapter 16, after Mann (1945), Kendall (1975) and Sen (1968)"));
    private static readonly Formula RunsFormula = new("runs about the median", "z = (R − R̄) / s_R, R̄ = 2n₁n₂/n + 1", new("Wald, A. and Wolfowitz, J.", "On a Test Whether Two Samples are from the Same Population, Annals of Mathematical Statistics 11, pp. 147–162", 1940));
    private static readonly Formula SerialFormula = new("lag-1 autocorrelation", "r₁ = Σ(xᵢ − x̄)(xᵢ₊₁ − x̄) / Σ(xᵢ − x̄)², z = r₁·√n", new("Box, G. E. P. and Jenkins, G. M.", "Time Series Analysis: Forecasting and Control", 1976, "chapter 2"));

    /// <summary>Is there a trend, whatever its shape and the distribution? With Sen's slope beside it.</summary>
    /// <param name="series">Values in the order of time. Length: 4 to <see cref="Longest"/>.</param>
    /// <param name="times">When each was taken, strictly growing; 0, 1, 2… when empty.</param>
    /// <param name="alternative">Greater: rising.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>S, p by the normal approximation with corrections for ties and continuity (rough under 10 values), Sen's slope with its interval and Kendall's τ; a gap when all values are equal.</returns>
    /// <exception cref="ArgumentException">Under 4 values, too many, or times that do not fit or do not grow.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n² log n). Misled by neighbours that resemble each other: read <see cref="SerialCorrelation"/> first. Source: Gilbert, 1987, chapter 16.</remarks>
    /// <example><code>Trend.MannKendall([5, 6, 11, 8, 10]).Statistic; // 6</code></example>
    public static HypothesisTest MannKendall(ReadOnlySpan<double> series, ReadOnlySpan<double> times = default, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var x = Sample.Of(series, 4, nameof(series));
        if (x.Length > Longest)
        {
            throw new ArgumentException($"series holds {x.Length} values; expected at most {Longest}.", nameof(series));
        }

        double[] t = times.IsEmpty ? [.. Enumerable.Range(0, x.Length)] : Sample.Of(times, 4, nameof(times));
        if (t.Length != x.Length || t.Zip(t.Skip(1)).Any(p => p.Second <= p.First))
        {
            throw new ArgumentException($"times holds {t.Length} values; expected {x.Length}, each after the one before.", nameof(times));
        }

        double n = x.Length, pairs = n * (n - 1) / 2, s = 0;
        var slopes = new double[(int)pairs];
        for (int i = 0, at = 0; i < x.Length; i++)
        {
            for (var j = i + 1; j < x.Length; j++)
            {
                s += Math.Sign(x[j] - x[i]);
                slopes[at++] = Argument.Finite((x[j] - x[i]) / (t[j] - t[i]), nameof(times));
            }
        }

        var ties = TiesOf(x);
        var spread = Math.Sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18);
        Term[] terms = [Term("n", "number of values", n), Term("√Var S", "standard deviation of S", spread)];
        if (!(spread > 0))
        {
            return Lacking(KendallFormula, terms, "differences between values", alternative, risk, Independent);
        }

        Array.Sort(slopes);
        var probability = Probability(alternative, NormalDistribution.Below((s + 1) / spread), NormalDistribution.Above((s - 1) / spread));
        ConfidenceInterval interval = Interval(alternative, risk, side => At(slopes, (pairs - Reach(side)) / 2 - 1), side => At(slopes, (pairs + Reach(side)) / 2));
        Estimate[] estimates = [new("Sen slope", Sample.Median(slopes), Units.OfMeasure, interval), new("Kendall's tau", s / pairs, Units.Ratio)];
        return Of(KendallFormula, terms, s, [], probability, false, alternative, risk, estimates, Independent);

        double Reach(double side) => NormalDistribution.UpperQuantile(side) * spread;
    }

    /// <summary>Are there too few or too many runs above and below the median?</summary>
    /// <param name="series">Values in the order of time; those at the median are left out. At least 2.</param>
    /// <param name="alternative">Less: too few runs, a drift; greater: too many, an alternation.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>Number of runs; p exact up to 60 values kept, else by the normal approximation; a gap when all values kept lie on one side.</returns>
    /// <exception cref="ArgumentException">Under 2 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n). Source: Wald and Wolfowitz, 1940.</remarks>
    /// <example><code>Trend.Runs([1, 2, 3, 4, 5, 6, 7, 8]).Statistic; // 2</code></example>
    public static HypothesisTest Runs(ReadOnlySpan<double> series, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var sample = Sample.Of(series, 2, nameof(series));
        var median = Sample.Median(Sample.Sorted(series, 2, nameof(series)));
        var sides = sample.Where(v => v != median).Select(v => v > median).ToArray();
        double above = sides.Count(s => s), below = sides.Length - above, n = sides.Length;
        double runs = sides.Length == 0 ? 0 : 1 + sides.Zip(sides.Skip(1)).Count(p => p.First != p.Second);
        Term[] terms = [Term("x̃", "median", median, Units.OfMeasure), Term("n₁", "values above", above), Term("n₂", "values below", below)];
        if (above == 0 || below == 0 || n < 3)
        {
            return Lacking(RunsFormula, terms, "values on both sides of the median", alternative, risk, Independent);
        }

        var mean = 2 * above * below / n + 1;
        if (n <= 60)
        {
            var chances = Enumerable.Range(0, (int)n + 1).Select(r => ChanceOf(r, above, below)).ToArray();
            return Of(RunsFormula, [.. terms, Term("R̄", "runs expected", mean)], runs, [], Probability(alternative, chances[..((int)runs + 1)].Sum(), chances[(int)runs..].Sum()), true, alternative, risk, [], Independent);
        }

        var spread = Math.Sqrt(2 * above * below * (2 * above * below - n) / (n * n * (n - 1)));
        var z = (runs - mean) / spread;
        return Of(RunsFormula, [.. terms, Term("R̄", "runs expected", mean), Term("s_R", "standard deviation of runs", spread)], runs, [], Probability(alternative, NormalDistribution.Below(z), NormalDistribution.Above(z)), false, alternative, risk, [], Independent);
    }

    /// <summary>Do neighbours of a series resemble each other?</summary>
    /// <param name="series">Values in the order of time; at least 4.</param>
    /// <param name="alternative">Greater: neighbours are alike; less: they alternate.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>z, p by the normal approximation (rough under 30 values), r₁ from −1 to 1; a gap when all values are equal.</returns>
    /// <exception cref="ArgumentException">Under 4 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n), sums in double-double. Source: Box and Jenkins, 1976.</remarks>
    public static HypothesisTest SerialCorrelation(ReadOnlySpan<double> series, Alternative alternative = Alternative.TwoSided, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        return Serial(Sample.Of(series, 4, nameof(series)), alternative, risk);
    }

    /// <summary>r₁ of a series of any length from 3; null when all values are equal.</summary>
    internal static double? LagOne(double[] x)
    {
        var (mean, squares) = Sample.ExactMoments(x);
        if (!(squares.Value > 0) || x.Min() == x.Max())
        {
            return null;
        }

        var (sum, before) = (DoubleDouble.Zero, x[0] - mean);
        for (var i = 1; i < x.Length; i++)
        {
            var from = x[i] - mean;
            sum += before * from;
            before = from;
        }

        return (sum / squares).Value;
    }

    private static HypothesisTest Serial(double[] x, Alternative alternative, double risk)
    {
        double n = x.Length;
        Term[] terms = [Term("n", "number of values", n)];
        if (LagOne(x) is not { } r)
        {
            return Lacking(SerialFormula, terms, "spread of the values", alternative, risk);
        }

        var z = r * Math.Sqrt(n);
        return Of(SerialFormula, terms, z, [], Probability(alternative, NormalDistribution.Below(z), NormalDistribution.Above(z)), false, alternative, risk, [new("autocorrelation", r, Units.Ratio)], new Assumption("equal steps of time"));
    }

    private static double ChanceOf(int runs, double n1, double n2)
    {
        if (runs < 2)
        {
            return 0;
        }

        var half = runs / 2;
        var all = Log(n1 + n2, n1);
        return runs % 2 == 0
            ? 2 * Choose(n1 - 1, half - 1, n2 - 1, half - 1, all)
            : Choose(n1 - 1, half, n2 - 1, half - 1, all) + Choose(n1 - 1, half - 1, n2 - 1, half, all);
    }

    private static double Choose(double n, double k, double m, double l, double all) => k > n || l > m ? 0 : Math.Exp(Log(n, k) + Log(m, l) - all);

    private static double Log(double n, double k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);

    private static double TiesOf(double[] x) => x.GroupBy(v => v).Select(g => (double)g.Count()).Where(t => t > 1).Sum(t => t * (t - 1) * (2 * t + 5));

    /// <summary>Value at a rank from 0 that may fall between two, or outside.</summary>
    private static double At(double[] sorted, double rank)
    {
        var inside = Math.Clamp(rank, 0, sorted.Length - 1);
        var below = (int)Math.Floor(inside);
        return double.Lerp(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], inside - below);
    }
}
