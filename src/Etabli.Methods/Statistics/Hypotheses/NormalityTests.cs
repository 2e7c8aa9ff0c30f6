using Etabli.Methods.Statistics.Distributions;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>Could the values come from a normal distribution? (fr: tests de normalité).</summary>
public static class NormalityTests
{
    private static readonly Formula ShapiroWilkFormula = new("Shapiro-Wilk test", "W = (Σaᵢx₍ᵢ₎)² / Σ(x − x̄)²", new("Royston, P.", "Remark AS R94: A Remark on Algorithm AS 181: The W-test for Normality, Applied Statistics 44, pp. 547–551", 1995));
    private static readonly Formula AndersonDarlingFormula = new("Anderson-Darling test", "A²* = A²(1 + 0.75/n + 2.25/n²), A² = −n − Σ(2i − 1)(ln Φ(zᵢ) + ln(1 − Φ(z₍ₙ₊₁₋ᵢ₎))) / n", new("D'Agostino, R. B. and Stephens, M. A.", "Goodness-of-Fit Techniques", 1986, "table 4.9"));

    /// <summary>Shapiro and Wilk's test, in Royston's form.</summary>
    /// <param name="values">The sample, in any order. Length: 3 to 5 000.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>W from 0 to 1, near 1 for normal values, and its p; a gap when all values are equal.</returns>
    /// <exception cref="ArgumentException">Under 3 values, or over 5 000.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n). p is exact for n = 3, else fitted to within a few percent of itself. Source: Royston, 1995.</remarks>
    /// <example><code>NormalityTests.ShapiroWilk([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]).Statistic; // 0.7888, p = 0.0067</code></example>
    public static HypothesisTest ShapiroWilk(ReadOnlySpan<double> values, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var sorted = Sample.Sorted(values, 3, nameof(values));
        if (sorted.Length > 5000)
        {
            throw new ArgumentException($"values holds {sorted.Length}; expected at most 5000.", nameof(values));
        }

        Term[] terms = [Term("n", "number of values", sorted.Length)];
        var (mean, squares) = Sample.Moments(sorted);
        if (sorted[0] == sorted[^1] || !(squares > 0))
        {
            return Lacking(ShapiroWilkFormula, terms, "spread of the values", Alternative.Less, risk, Independent);
        }

        // The weights have unit length and no mean: 1 − W = Σ(x − x̄ − b·a)² / Σ(x − x̄)², nothing being lost when W is near 1.
        var weights = Weights(sorted.Length);
        var scale = Math.Sqrt(squares);
        var slope = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            slope += weights[i] * ((sorted[i] - mean) / scale);
        }

        var left = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var off = (sorted[i] - mean) / scale - slope * weights[i];
            left += off * off;
        }

        return Of(ShapiroWilkFormula, terms, 1 - left, [], ProbabilityOfW(left, sorted.Length), sorted.Length == 3, Alternative.Less, risk, [], Independent);
    }

    /// <summary>Anderson and Darling's test, mean and standard deviation being read on the sample.</summary>
    /// <param name="values">The sample, in any order; at least 8 values.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <returns>A² as statistic, with A²* among the terms and the p of A²*; a gap when all values are equal.</returns>
    /// <exception cref="ArgumentException">Under 8 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or α is not a share.</exception>
    /// <remarks>O(n log n). p is an approximation, good to about 0.002. Source: D'Agostino and Stephens, 1986.</remarks>
    public static HypothesisTest AndersonDarling(ReadOnlySpan<double> values, double risk = 0.05)
    {
        Sample.Share(risk, nameof(risk));
        var sorted = Sample.Sorted(values, 8, nameof(values));
        var (mean, squares) = Sample.Moments(sorted);
        double n = sorted.Length;
        var deviation = Math.Sqrt(squares / (n - 1));
        Term[] terms = [Term("n", "number of values", n), Term("x̄", "mean", mean, Units.OfMeasure), Term("s", "standard deviation", deviation, Units.OfMeasure)];
        if (sorted[0] == sorted[^1] || !(deviation > 0))
        {
            return Lacking(AndersonDarlingFormula, terms, "spread of the values", Alternative.Greater, risk, Independent);
        }

        var sum = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += (2 * i + 1) * (LogBelow((sorted[i] - mean) / deviation) + LogBelow(-(sorted[^(i + 1)] - mean) / deviation));
        }

        var statistic = -n - sum / n;
        var corrected = statistic * (1 + 0.75 / n + 2.25 / n / n);
        return Of(AndersonDarlingFormula, [.. terms, Term("A²*", "corrected statistic", corrected)], statistic, [], ProbabilityOfA(corrected), false, Alternative.Greater, risk, [], Independent);
    }

    private static double LogBelow(double z) => z > 5 ? Integrals.Log1(-NormalDistribution.Above(z)) : Math.Log(Math.Max(NormalDistribution.Below(z), double.Epsilon));

    private static double[] Weights(int n)
    {
        if (n == 3)
        {
            return [-Math.Sqrt(0.5), 0, Math.Sqrt(0.5)];
        }

        var scores = new double[n];
        for (var i = 0; i < n / 2; i++)
        {
            scores[n - 1 - i] = -NormalDistribution.Quantile((i + 1 - 0.375) / (n + 0.25));
            scores[i] = -scores[n - 1 - i];
        }

        var length = scores.Sum(m => m * m);
        var u = 1 / Math.Sqrt(n);
        var last = Polynomial(u, scores[^1] / Math.Sqrt(length), 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
        var weights = new double[n];
        var (rest, kept, fixedEnds) = (length - 2 * scores[^1] * scores[^1], 1 - 2 * last * last, 1);
        if (n > 5)
        {
            var before = Polynomial(u, scores[^2] / Math.Sqrt(length), 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
            (rest, kept, fixedEnds) = (rest - 2 * scores[^2] * scores[^2], kept - 2 * before * before, 2);
            (weights[1], weights[^2]) = (-before, before);
        }

        (weights[0], weights[^1]) = (-last, last);
        var shrink = Math.Sqrt(rest / kept);
        for (var i = fixedEnds; i < n - fixedEnds; i++)
        {
            weights[i] = scores[i] / shrink;
        }

        return weights;
    }

    private static double ProbabilityOfW(double left, int n)
    {
        if (n == 3)
        {
            return Math.Max(6 / Math.PI * (Math.Asin(Math.Sqrt(1 - left)) - Math.Asin(Math.Sqrt(0.75))), 0);
        }

        var y = Math.Log(Math.Max(left, 1e-300));
        if (n >= 12)
        {
            var log = Math.Log(n);
            return NormalDistribution.Above((y - Polynomial(log, -1.5861, -0.31082, -0.083751, 0.0038915)) / Math.Exp(Polynomial(log, -0.4803, -0.082676, 0.0030302)));
        }

        var gamma = -2.273 + 0.459 * n;
        return y >= gamma ? 0 : NormalDistribution.Above((-Math.Log(gamma - y) - Polynomial(n, 0.544, -0.39978, 0.025054, -0.0006714)) / Math.Exp(Polynomial(n, 1.3822, -0.77857, 0.062767, -0.0020322)));
    }

    private static double ProbabilityOfA(double a) => a switch
    {
        < 0.2 => 1 - Math.Exp(-13.436 + 101.14 * a - 223.73 * a * a),
        < 0.34 => 1 - Math.Exp(-8.318 + 42.796 * a - 59.938 * a * a),
        < 0.6 => Math.Exp(0.9177 - 4.279 * a - 1.38 * a * a),
        < 10 => Math.Exp(1.2937 - 5.709 * a + 0.0186 * a * a),
        _ => 3.7e-24,
    };

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = value * x + coefficients[i];
        }

        return value;
    }
}
