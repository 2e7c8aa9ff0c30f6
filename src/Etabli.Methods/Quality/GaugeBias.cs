namespace Etabli.Methods.Quality;

/// <summary>How far a gauge reads from a reference (fr: justesse).</summary>
/// <param name="Count">n: readings.</param>
/// <param name="Bias">Mean of the readings minus the reference.</param>
/// <param name="Deviation">Standard deviation of the readings: repeatability.</param>
/// <param name="Interval">Interval of the bias.</param>
/// <param name="T">t = bias / (s/√n), n − 1 degrees; without value when readings do not vary.</param>
/// <param name="P">P(|t| or more) without bias; null when t is.</param>
/// <param name="IsSignificant">Whether the interval leaves 0 out.</param>
public sealed record BiasStudy(int Count, Explained<double> Bias, double Deviation, IndexInterval Interval, Explained<double> T, double? P, bool IsSignificant);

/// <summary>How the bias of a gauge changes along its range (fr: linéarité).</summary>
/// <param name="Slope">a in bias = a·reference + b: 0 for a linear gauge.</param>
/// <param name="SlopeInterval">Interval of the slope.</param>
/// <param name="SlopeP">P of such a slope for a linear gauge; null when residuals do not vary.</param>
/// <param name="Intercept">b.</param>
/// <param name="InterceptInterval">Interval of the intercept.</param>
/// <param name="Residual">s: standard deviation around the line.</param>
/// <param name="Determination">R²; null when the bias does not vary.</param>
/// <param name="ByReference">Bias at each reference, in increasing order.</param>
public sealed record LinearityStudy(
    Explained<double> Slope, IndexInterval SlopeInterval, double? SlopeP, Explained<double> Intercept, IndexInterval InterceptInterval, double Residual, double? Determination, IReadOnlyList<BiasAt> ByReference)
{
    /// <summary>Bias at each reference.</summary>
    public IReadOnlyList<BiasAt> ByReference { get; } = Listed.Of(ByReference, nameof(ByReference));
}

/// <summary>Mean bias at one reference (fr: erreur de justesse en un point).</summary>
/// <param name="Reference">The reference value.</param>
/// <param name="Bias">Mean bias there.</param>
/// <param name="Count">Readings there.</param>
public sealed record BiasAt(double Reference, double Bias, int Count);

/// <summary>Bias and linearity of a gauge against known references (fr: étalonnage, justesse et linéarité).</summary>
/// <remarks>Source: AIAG, Measurement Systems Analysis, 4th edition, 2010, chapter III.</remarks>
public static class GaugeBias
{
    private static readonly Formula BiasFormula = new("bias", "B = x̄ − X", QualityBooks.Aiag);

    private static readonly Formula TFormula = new("t of the bias", "t = B / (s/√n)", QualityBooks.Aiag);

    private static readonly Formula SlopeFormula = new("slope of the bias", "a = Σ(X − X̄)(B − B̄) / Σ(X − X̄)²", QualityBooks.Aiag);

    private static readonly Formula InterceptFormula = new("intercept of the bias", "b = B̄ − a·X̄", QualityBooks.Aiag);

    /// <summary>Bias at one reference, with its t test.</summary>
    /// <param name="readings">Readings of the reference. Finite; at least 2, ten are usual.</param>
    /// <param name="reference">X: its known value.</param>
    /// <param name="confidence">Confidence of the interval. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <returns>Readings that are all equal have an exact bias, no t, and are significant unless they are the reference.</returns>
    /// <exception cref="ArgumentException">A reading is not finite, or there are fewer than 2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reference is not finite, or the confidence is out of range.</exception>
    /// <remarks>O(n). Source: AIAG, 2010.</remarks>
    /// <example><code>GaugeBias.Of([5.8, 5.7, 5.9, 5.9, 6.0, 6.1, 6.0, 6.1, 6.4, 6.3, 6.0, 6.1, 6.2, 5.6, 6.0], 6).Bias.Known; // 0.0067</code></example>
    public static BiasStudy Of(ReadOnlySpan<double> readings, double reference, double confidence = 0.95)
    {
        Argument.Finite(reference, nameof(reference));
        MustBeShare(confidence);
        var sample = SampleMoments.Of(readings, nameof(readings));
        var bias = sample.Mean - reference;
        var error = sample.Deviation / Math.Sqrt(sample.Count);
        var reach = error * Tails.StudentQuantile((1 + confidence) / 2, sample.Count - 1);
        Term[] terms = [new("B", "bias", bias, Units.OfMeasure), new("s", "repeatability", sample.Deviation, Units.OfMeasure), new("n", "readings", sample.Count, Units.Ratio)];
        var interval = new IndexInterval(bias - reach, bias + reach, confidence);
        return new(
            sample.Count,
            BiasFormula.Gives(bias, Units.OfMeasure, new Term("x̄", "mean of readings", sample.Mean, Units.OfMeasure), new Term("X", "reference", reference, Units.OfMeasure)),
            sample.Deviation,
            interval,
            error > 0 ? TFormula.Gives(bias / error, Units.Ratio, terms) : TFormula.Lacks<double>(Units.Ratio, [new("", "variation", GapKind.Impossible)], terms),
            error > 0 ? Tails.StudentTwoSided(bias / error, sample.Count - 1) : null,
            interval.Low > 0 || interval.High < 0);
    }

    /// <summary>Regression of the bias on the reference.</summary>
    /// <param name="readings">Reference and reading; two different references at least, three readings at least.</param>
    /// <param name="confidence">Confidence of the intervals. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">A number is not finite (its rank is named), there are fewer than 3, or one reference only.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    /// <remarks>O(n log n). Source: AIAG, 2010.</remarks>
    /// <example><code>GaugeBias.Linearity([(2, 2.5), (2, 2.7), (10, 9.4), (10, 9.5)]).Slope.Known; // below 0: reads high when small, low when large</code></example>
    public static LinearityStudy Linearity(IEnumerable<(double Reference, double Reading)> readings, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(readings);
        MustBeShare(confidence);
        var all = readings.Select(r => (X: r.Reference, B: r.Reading - r.Reference)).ToList();
        if (all.FindIndex(r => !double.IsFinite(r.B)) is >= 0 and var wrong)
        {
            throw new ArgumentException($"Reading {wrong + 1} or its reference is not a finite number.", nameof(readings));
        }

        var byReference = all.GroupBy(r => r.X).OrderBy(g => g.Key).Select(g => new BiasAt(g.Key, g.Average(r => r.B), g.Count())).ToList();
        if (all.Count < 3 || byReference.Count < 2)
        {
            throw new ArgumentException($"There are {all.Count} readings of {byReference.Count} references; expected 3 at least, of 2 references.", nameof(readings));
        }

        var (n, x, b) = (all.Count, all.Average(r => r.X), all.Average(r => r.B));
        var xx = all.Sum(r => (r.X - x) * (r.X - x));
        var slope = all.Sum(r => (r.X - x) * (r.B - b)) / xx;
        var intercept = b - slope * x;
        var residuals = all.Sum(r => (r.B - b - slope * (r.X - x)) * (r.B - b - slope * (r.X - x)));
        var variation = all.Sum(r => (r.B - b) * (r.B - b));
        var s = Math.Sqrt(residuals / (n - 2));
        var (slopeError, interceptError) = (s / Math.Sqrt(xx), s * Math.Sqrt(1.0 / n + x * x / xx));
        var reach = Tails.StudentQuantile((1 + confidence) / 2, n - 2);
        Term[] terms = [new("n", "readings", n, Units.Ratio), new("X̄", "mean reference", x, Units.OfMeasure), new("B̄", "mean bias", b, Units.OfMeasure)];
        return new(
            SlopeFormula.Gives(slope, Units.Ratio, terms),
            new(slope - reach * slopeError, slope + reach * slopeError, confidence),
            slopeError > 0 ? Tails.StudentTwoSided(slope / slopeError, n - 2) : null,
            InterceptFormula.Gives(intercept, Units.OfMeasure, terms),
            new(intercept - reach * interceptError, intercept + reach * interceptError, confidence),
            s,
            variation > 0 ? 1 - residuals / variation : null,
            byReference);
    }

    private static void MustBeShare(double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a share between 0 and 1, both excluded.");
        }
    }
}
