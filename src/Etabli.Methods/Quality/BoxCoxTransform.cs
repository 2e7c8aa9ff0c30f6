namespace Etabli.Methods.Quality;

/// <summary>A power that makes positive values look normal (fr: transformation de Box-Cox).</summary>
/// <remarks>y = (x^λ − 1)/λ, ln x for λ = 0. Source: Box and Cox, 1964.</remarks>
public sealed record BoxCoxTransform
{
    private const double Reach = 5;

    private static readonly Formula Lambda = new("Box-Cox power", "λ = argmax −n/2·ln(Σ(y − ȳ)²/n) + (λ − 1)·Σ ln x", QualityBooks.BoxCox);

    private BoxCoxTransform(Explained<double> power, IndexInterval interval, double mean, double deviation) => (Power, Interval, Mean, Deviation) = (power, interval, mean, deviation);

    /// <summary>λ of the largest likelihood, from −5 to 5.</summary>
    public Explained<double> Power { get; }

    /// <summary>Powers the values do not contradict: log-likelihood within χ²(1)/2 of the best; ends at ±5 when the values do not close it. A round power in it (1, ½, 0, −1) reads better than λ itself, and 1 says that no transformation is needed.</summary>
    public IndexInterval Interval { get; }

    /// <summary>Mean of y.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of y.</summary>
    public double Deviation { get; }

    /// <summary>Fits λ.</summary>
    /// <param name="values">Values. Range: all above 0; at least 5, not all equal.</param>
    /// <param name="confidence">Confidence of the interval. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">A value is not above 0 (the first is named), there are fewer than 5, or all are equal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    /// <remarks>O(n), golden section to 1e-8 from the best of a grid. Source: Box and Cox, 1964.</remarks>
    /// <example>Values whose logarithm is normal: λ near 0, an interval that holds 0.</example>
    public static BoxCoxTransform Fit(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a share between 0 and 1, both excluded.");
        }

        if (values.Length < 5)
        {
            throw new ArgumentException($"There are {values.Length} values; expected 5 at least.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] > 0 && double.IsFinite(values[i])))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Value {i + 1} is {values[i]}; a power asks for values above 0. Shift them, or take a Johnson law."), nameof(values));
            }
        }

        // Around the geometric mean, so that powers neither overflow nor lose digits.
        var logs = values.ToArray().Select(v => Math.Log(v)).ToArray();
        var centre = logs.Average();
        var away = logs.Select(l => l - centre).ToArray();
        if (away.All(a => Math.Abs(a) < 1e-15))
        {
            throw new ArgumentException("All values are equal: no power changes that.", nameof(values));
        }

        var best = Best(away);
        var floor = Likelihood(away, best) - Tails.ChiSquareQuantile(confidence, 1) / 2;
        var interval = new IndexInterval(Edge(away, best, -Reach, floor), Edge(away, best, Reach, floor), confidence);
        var (mean, deviation) = Moments([.. values], best);
        return new(Lambda.Gives(best, Units.Ratio, new Term("n", "values", values.Length, Units.Ratio)), interval, mean, deviation);
    }

    /// <summary>Quantiles of the values' own scale, from the normal law of y; null when a tail has no value of origin: the power is not fit for tails, take another law.</summary>
    /// <example><c>transform.Quantiles() is { } quantiles ? PercentileCapability.Of(quantiles, tolerance) : null</c></example>
    public ReferenceQuantiles? Quantiles() =>
        At(ReferenceQuantiles.LowShare) is { } low && At(0.5) is { } median && At(1 - ReferenceQuantiles.LowShare) is { } high && low < median && median < high ? new(low, median, high, "Box-Cox transformation") : null;

    private double? At(double share)
    {
        var (power, y) = (Power.Known, Mean + Deviation * Tails.NormalQuantile(share));
        var value = Math.Abs(power) < 1e-10 ? Math.Exp(y) : power * y + 1 > 0 ? Math.Pow(power * y + 1, 1 / power) : double.NaN;
        return double.IsFinite(value) ? value : null;
    }

    private static (double Mean, double Deviation) Moments(double[] values, double power)
    {
        var moments = SampleMoments.Of(values.Select(v => Math.Abs(power) < 1e-10 ? Math.Log(v) : (Math.Pow(v, power) - 1) / power).ToArray(), nameof(values));
        return (moments.Mean, moments.Deviation);
    }

    private static double Likelihood(double[] away, double power)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var a in away)
        {
            var y = Math.Abs(power * a) < 1e-10 ? a : double.ExpM1(power * a) / power;
            sum += y;
            squares += y * y;
        }

        var variance = squares / away.Length - sum / away.Length * (sum / away.Length);
        return -away.Length / 2.0 * Math.Log(Math.Max(variance, 1e-300));
    }

    private static double Best(double[] away)
    {
        var start = Enumerable.Range(-20, 41).Select(i => i * Reach / 20).MaxBy(p => Likelihood(away, p));
        var (low, high) = (Math.Max(-Reach, start - 0.25), Math.Min(Reach, start + 0.25));
        var golden = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-8)
        {
            var (a, b) = (high - golden * (high - low), low + golden * (high - low));
            (low, high) = Likelihood(away, a) > Likelihood(away, b) ? (low, b) : (a, high);
        }

        return (low + high) / 2;
    }

    private static double Edge(double[] away, double best, double end, double floor)
    {
        if (Likelihood(away, end) > floor)
        {
            return end;
        }

        var (inside, outside) = (best, end);
        for (var i = 0; i < 60; i++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = Likelihood(away, middle) > floor ? (middle, outside) : (inside, middle);
        }

        return inside;
    }
}
