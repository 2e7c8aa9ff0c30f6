namespace Etabli.Methods.Quality;

/// <summary>When the mean changed, as well as the points can tell (fr: estimation de l’instant de dérive).</summary>
/// <param name="FirstAfter">Number of the first point after the change, from 1: the most likely one.</param>
/// <param name="From">First point of the set that holds the change with the confidence asked.</param>
/// <param name="To">Last point of that set.</param>
/// <param name="Before">Mean before: of the points, or the centre of the chart.</param>
/// <param name="After">Mean from <paramref name="FirstAfter"/> on.</param>
/// <param name="Statistic">The largest standardised difference over all possible instants.</param>
/// <param name="PAtMost">Bound on the probability of such a statistic when nothing changed: the sum of the probabilities of each instant, 1 at most.</param>
/// <param name="IsSignificant">Whether the bound is at or under the risk asked; when it is not, there is no ground to say that anything changed.</param>
public sealed record StepChange(int FirstAfter, int From, int To, double Before, double After, Explained<double> Statistic, double PAtMost, bool IsSignificant);

/// <summary>Estimate of when the mean of a process changed (fr: détection de rupture).</summary>
/// <remarks>Supposes one lasting step and independent normal points; a drift or an isolated point is not one.</remarks>
public static class ChangePoint
{
    private static readonly Formula Known = new("change of the mean, known before", "z = max over τ of |Σᵢ₌τ..T (xᵢ − μᵢ)/σᵢ²| / √(Σᵢ₌τ..T 1/σᵢ²)", QualityBooks.Samuel);

    private static readonly Formula Unknown = new("change of the mean, both unknown", "t = max over τ of |x̄before − x̄after| / (s·√(1/n₁ + 1/n₂)), n − 2 degrees", new("Hawkins, D. M.", "Testing a Sequence of Observations for a Shift in Location, Journal of the American Statistical Association 72(357)", 1977, "pp. 180–186"));

    /// <summary>When the process left its centre line, seen from a point of a chart.</summary>
    /// <param name="chart">A chart whose points have a sigma: means, individuals, counts.</param>
    /// <param name="until">T: number of the last point looked at; usually the signal, or the last point before the cure.</param>
    /// <param name="confidence">Share of the likelihood the set holds. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <returns>The most likely first point after the change, the set, and whether there is ground for it at 1 − confidence. Excluded points are passed over.</returns>
    /// <exception cref="ArgumentException">The chart has no sigma, or does not vary.</exception>
    /// <exception cref="ArgumentOutOfRangeException">T is not the number of a point, or the confidence is out of range.</exception>
    /// <remarks>O(T). The set is that of the normalised likelihoods, not a coverage proved. Source: Samuel, Pignatiello and Calvin, 1998.</remarks>
    /// <example>A mean that rose at point 36 and signalled at 37: <c>ChangePoint.Before(chart, 37).FirstAfter</c> is about 36.</example>
    public static StepChange Before(ControlChart chart, int until, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(chart);
        MustBeShare(confidence);
        var points = chart.Points.Where(p => p.Number <= until && p.Excluded is null).ToList();
        if (points.Count == 0 || points[^1].Number != until)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "Expected the number of a point that is not excluded.");
        }

        if (points.Exists(p => p.Sigma is null or 0) || chart.Statistic is ChartStatistic.WeightedAverage or ChartStatistic.MovingAverage or ChartStatistic.MovingRange)
        {
            throw new ArgumentException("The points have no sigma of their own or share values; expected a chart of means, individuals or counts.", nameof(chart));
        }

        var n = points.Count;
        var logs = new double[n];
        var (best, weights, after) = (n - 1, 0.0, 0.0);
        var (bestAfter, centre) = (0.0, points[^1].Centre);
        for (var i = n - 1; i >= 0; i--)
        {
            var p = points[i];
            var precision = 1 / (p.Sigma!.Value * p.Sigma.Value);
            after += (p.Value - p.Centre) * precision;
            weights += precision;
            logs[i] = after * after / weights / 2;
            if (logs[i] > logs[best] || i == n - 1)
            {
                (best, bestAfter) = (i, after / weights);
            }
        }

        var value = Math.Sqrt(2 * logs[best]);
        var (from, to) = Likely(logs, confidence);
        var bound = Math.Min(1, n * 2 * Tails.Normal(value));
        return new(
            points[best].Number, points[from].Number, points[to].Number, centre, centre + bestAfter, Known.Gives(value, Units.Ratio, new Term("T", "points looked at", n, Units.Ratio)), bound, bound <= 1 - confidence);
    }

    /// <summary>When the mean of values changed, nothing being known of either side.</summary>
    /// <param name="values">Values in time. Finite; at least 5.</param>
    /// <param name="confidence">Share of the likelihood the set holds. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <returns>The most likely first value after the change, the set, and whether there is ground for it at 1 − confidence. Nothing, never significant, when values do not vary.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or there are fewer than 5.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    /// <remarks>O(n). The bound on p is the sum over all instants (Bonferroni): prudent, the more so for long series. Source: Hawkins, 1977.</remarks>
    /// <example><code>ChangePoint.Of([1, 2, 1, 2, 1, 9, 8, 9, 8, 9]).FirstAfter; // 6</code></example>
    public static StepChange Of(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        MustBeShare(confidence);
        if (values.Length < 5)
        {
            throw new ArgumentException($"There are {values.Length} values; expected 5 at least.", nameof(values));
        }

        Charting.AllFinite(values, nameof(values), i => $"Value {i + 1}");
        var n = values.Length;
        var total = 0.0;
        var squares = 0.0;
        foreach (var value in values)
        {
            total += value - values[0];
        }

        var mean = values[0] + total / n;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var logs = new double[n];
        logs[0] = double.NegativeInfinity;
        var (left, best, bestLeft) = (0.0, 1, 0.0);
        for (var i = 1; i < n; i++)
        {
            left += values[i - 1] - mean;
            var between = left * left * n / ((double)i * (n - i));
            logs[i] = squares == 0 ? 0 : -n / 2.0 * Math.Log(Math.Max(1 - between / squares, 1e-300));
            if (logs[i] > logs[best] || i == 1)
            {
                (best, bestLeft) = (i, left);
            }
        }

        var explained = squares == 0 ? 0 : Math.Min(1 - 1e-16, bestLeft * bestLeft * n / ((double)best * (n - best)) / squares);
        var statistic = Math.Sqrt((n - 2) * explained / (1 - explained));
        var (from, to) = Likely(logs, confidence);
        var bound = Math.Min(1, (n - 1) * Tails.StudentTwoSided(statistic, n - 2));
        return new(
            best + 1, from + 1, to + 1, mean + bestLeft / best, mean - bestLeft / (n - best), Unknown.Gives(statistic, Units.Ratio, new Term("n", "values", n, Units.Ratio)), bound, bound <= 1 - confidence);
    }

    /// <summary>Ends of the smallest set of instants that together hold a share of the likelihood.</summary>
    private static (int From, int To) Likely(double[] logs, double share)
    {
        var top = logs.Max();
        var weights = logs.Select(l => Math.Exp(l - top)).ToArray();
        var order = Enumerable.Range(0, logs.Length).OrderByDescending(i => weights[i]).ThenBy(i => i).ToList();
        var (asked, held, from, to) = (share * weights.Sum(), 0.0, logs.Length, -1);
        foreach (var i in order)
        {
            (from, to, held) = (Math.Min(from, i), Math.Max(to, i), held + weights[i]);
            if (held >= asked)
            {
                break;
            }
        }

        return (from, to);
    }

    private static void MustBeShare(double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a share between 0 and 1, both excluded.");
        }
    }
}
