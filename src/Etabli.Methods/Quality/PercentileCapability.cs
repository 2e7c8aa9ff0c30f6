using Etabli.Methods.Statistics;

namespace Etabli.Methods.Quality;

/// <summary>The three quantiles a capability needs when the law is not normal (fr: quantiles de référence).</summary>
/// <param name="Low">X at 0.135 %: what six sigmas leave below.</param>
/// <param name="Median">X at 50 %.</param>
/// <param name="High">X at 99.865 %. Range: Low &lt; Median &lt; High.</param>
/// <param name="From">Where they come from: a fitted law, a transformation, the values themselves; a stable English text.</param>
public sealed record ReferenceQuantiles(double Low, double Median, double High, string From)
{
    /// <summary>Share below <see cref="Low"/>: Φ(−3).</summary>
    public const double LowShare = 0.0013498980316300933;

    /// <summary>Where they come from.</summary>
    public string From { get; } = Low < Median && Median < High && double.IsFinite(Low) && double.IsFinite(High)
        ? Argument.Said(From, nameof(From))
        : throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Quantiles {Low}, {Median}, {High} are not in increasing order."), nameof(Low));

    /// <summary>Quantiles of a law that is given by its quantile function.</summary>
    /// <param name="quantile">Value under which a share lies, for shares between 0 and 1.</param>
    /// <param name="from">Name of the law.</param>
    /// <exception cref="ArgumentException">The function does not increase.</exception>
    /// <example><code>ReferenceQuantiles.Of(p => -Math.Log(1 - p), "exponential of mean 1")</code></example>
    public static ReferenceQuantiles Of(Func<double, double> quantile, string from)
    {
        ArgumentNullException.ThrowIfNull(quantile);
        return new(quantile(LowShare), quantile(0.5), quantile(1 - LowShare), from);
    }
}

/// <summary>Performance indices of a law that is not normal (fr: indices de performance, loi non normale).</summary>
/// <param name="Quantiles">The quantiles they stand on.</param>
/// <param name="Potential">Pp = (USL − LSL) / (X99.865 − X0.135).</param>
/// <param name="Actual">Ppk: the worse side.</param>
/// <param name="LowerSide">PpkL = (X50 − LSL) / (X50 − X0.135).</param>
/// <param name="UpperSide">PpkU = (USL − X50) / (X99.865 − X50).</param>
/// <param name="Limitations">What a reader must know.</param>
public sealed record PercentileIndices(
    ReferenceQuantiles Quantiles, Explained<double> Potential, Explained<double> Actual, Explained<double> LowerSide, Explained<double> UpperSide, IReadOnlyList<CapabilityLimitation> Limitations)
{
    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<CapabilityLimitation> Limitations { get; } = Listed.Of(Limitations, nameof(Limitations));
}

/// <summary>Performance by quantiles, for laws that are not normal (fr: capabilité d’une loi non normale).</summary>
/// <remarks>The quantiles 0.135 %, 50 % and 99.865 % stand for x̄ − 3s, x̄ and x̄ + 3s; on a normal law both give the same. Source: ISO 22514-2:2017; Clements, 1989.</remarks>
public static class PercentileCapability
{
    /// <summary>Indices of quantiles that were fitted or read.</summary>
    /// <param name="quantiles">The quantiles.</param>
    /// <param name="tolerance">What is asked.</param>
    /// <returns>Pp without value for a single limit.</returns>
    /// <remarks>O(1). Source: Clements, 1989.</remarks>
    /// <example>An exponential law of mean 1 under a limit of 4: <c>Of(ReferenceQuantiles.Of(p => -Math.Log(1 - p), "exponential"), new(null, 4)).Actual.Known</c> is 0.558.</example>
    public static PercentileIndices Of(ReferenceQuantiles quantiles, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        ArgumentNullException.ThrowIfNull(tolerance);
        return Of(quantiles, tolerance, []);
    }

    /// <summary>Indices of the quantiles of the values themselves.</summary>
    /// <param name="values">Values. Finite; at least 2, not all equal.</param>
    /// <param name="tolerance">What is asked.</param>
    /// <returns>Under 1000 values the far quantiles are the smallest and largest value, and the limitation says so.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or quantiles do not differ.</exception>
    /// <remarks>O(n log n), quantiles of type 6. Source: ISO 22514-2:2017.</remarks>
    /// <example><c>PercentileCapability.OfValues(values, new(0, 39)).Limitations</c> of 640 values says that the tails are beyond the sample.</example>
    public static PercentileIndices OfValues(ReadOnlySpan<double> values, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        SampleMoments.Of(values, nameof(values));
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var quantiles = ReferenceQuantiles.Of(p => Quantile.Of(sorted, p, QuantileType.Type6), "values themselves");
        return Of(quantiles, tolerance, sorted.Length < 1000 ? [CapabilityLimitation.TailsBeyondSample] : []);
    }

    private static PercentileIndices Of(ReferenceQuantiles q, Tolerance tolerance, List<CapabilityLimitation> limitations)
    {
        Term[] terms = [new("X0.135", "quantile 0.135 %", q.Low, Units.OfMeasure, q.From), new("X50", "median", q.Median, Units.OfMeasure, q.From), new("X99.865", "quantile 99.865 %", q.High, Units.OfMeasure, q.From)];
        var lower = Index("PpkL", "PpkL = (X50 − LSL) / (X50 − X0.135)", (q.Median - tolerance.Lower) / (q.Median - q.Low));
        var upper = Index("PpkU", "PpkU = (USL − X50) / (X99.865 − X50)", (tolerance.Upper - q.Median) / (q.High - q.Median));
        var worse = lower.Value is null || upper.Value < lower.Value ? upper.Value : lower.Value;
        return new(
            q, Index("Pp", "Pp = (USL − LSL) / (X99.865 − X0.135)", tolerance.Width / (q.High - q.Low)), Index("Ppk", "Ppk = min(PpkL, PpkU)", worse), lower, upper, limitations);

        Explained<double> Index(string name, string symbols, double? value)
        {
            var formula = new Formula(name, symbols, QualityBooks.Clements);
            Term[] all = [.. terms, .. Limit("LSL", "lower tolerance limit", tolerance.Lower), .. Limit("USL", "upper tolerance limit", tolerance.Upper)];
            return value is { } known ? formula.Gives(known, Units.Ratio, all) : formula.Lacks<double>(Units.Ratio, [new("", "tolerance limit", GapKind.Impossible)], all);
        }
    }

    private static Term[] Limit(string symbol, string name, double? limit) => limit is { } known ? [new(symbol, name, known, Units.OfMeasure)] : [];
}
