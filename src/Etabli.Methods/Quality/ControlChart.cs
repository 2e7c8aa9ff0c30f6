using System.Collections;

namespace Etabli.Methods.Quality;

/// <summary>What a control chart plots (fr: grandeur suivie).</summary>
public enum ChartStatistic
{
    /// <summary>Mean of a subgroup (X̄).</summary>
    Mean,

    /// <summary>Range of a subgroup (R).</summary>
    Range,

    /// <summary>Standard deviation of a subgroup (s).</summary>
    Deviation,

    /// <summary>One value (I).</summary>
    Individual,

    /// <summary>Range of values in a row (MR).</summary>
    MovingRange,

    /// <summary>Mean of subgroups in a row (MA).</summary>
    MovingAverage,

    /// <summary>Share of nonconforming units (p).</summary>
    NonconformingShare,

    /// <summary>Number of nonconforming units (np).</summary>
    NonconformingCount,

    /// <summary>Number of nonconformities (c).</summary>
    NonconformityCount,

    /// <summary>Nonconformities per unit (u).</summary>
    NonconformityRate,

    /// <summary>Exponentially weighted moving average (EWMA).</summary>
    WeightedAverage,

    /// <summary>Cumulated sum of what exceeds the reference, in sigmas (CUSUM).</summary>
    CumulatedSum,

    /// <summary>Distance of several characteristics together from their mean (T²).</summary>
    HotellingDistance,
}

/// <summary>How far a point lies from the centre line (fr: zone de la carte de contrôle).</summary>
public enum SigmaZone
{
    /// <summary>Within one sigma.</summary>
    C,

    /// <summary>From one to two sigmas.</summary>
    B,

    /// <summary>From two sigmas to the limit.</summary>
    A,

    /// <summary>Beyond a limit.</summary>
    Beyond,
}

/// <summary>What a reader of the chart must know (fr: réserve sur la carte de contrôle).</summary>
public enum ChartLimitation
{
    /// <summary>Limits stand on fewer than 20 subgroups, or 25 values for individuals and counts: they are provisional.</summary>
    FewPoints,

    /// <summary>The reference does not vary: limits are the centre line itself. Look at the resolution of the gauge.</summary>
    NoVariation,

    /// <summary>Less than 5 expected per point: the normal limits of a count are rough, and the lower one says nothing.</summary>
    FewExpected,

    /// <summary>More than a quarter of the reference was excluded: what is left may no longer be the process.</summary>
    ManyExclusions,
}

/// <summary>A point left out of the reckoning of limits, and why; it is still drawn (fr: point exclu).</summary>
/// <param name="Number">Number of the point, from 1.</param>
/// <param name="Reason">The special cause that was found. Never empty: a point is not excluded because it disturbs.</param>
public sealed record Exclusion(int Number, string Reason)
{
    /// <summary>Number of the point, from 1.</summary>
    public int Number { get; } = Argument.Positive(Number, nameof(Number));

    /// <summary>The special cause that was found.</summary>
    public string Reason { get; } = Argument.Said(Reason, nameof(Reason));
}

/// <summary>One point of a control chart (fr: point de carte de contrôle).</summary>
/// <param name="Number">Its number, from 1; the first moving range or moving average bears the number of its last value.</param>
/// <param name="Value">What is plotted.</param>
/// <param name="Centre">Centre line there.</param>
/// <param name="Lower">Lower limit there; null for none.</param>
/// <param name="Upper">Upper limit there; null for none.</param>
/// <param name="Sigma">Standard deviation of what is plotted there; null when zones have no meaning.</param>
/// <param name="Zone">Its zone; null when zones have no meaning and it is within the limits.</param>
/// <param name="Broken">Rules it completes.</param>
/// <param name="InReference">Whether the limits were reckoned on it.</param>
/// <param name="Excluded">Why it was excluded; null when it was not.</param>
public readonly record struct ControlPoint(
    int Number, double Value, double Centre, double? Lower, double? Upper, double? Sigma, SigmaZone? Zone, ChartRule Broken, bool InReference, string? Excluded);

/// <summary>A process followed in time between limits reckoned from its own noise (fr: carte de contrôle).</summary>
/// <remarks>Control limits say what the process does; a tolerance says what is asked of it and is never drawn with them.</remarks>
public sealed record ControlChart
{
    private readonly PointSeries series;

    internal ControlChart(ChartStatistic statistic, PointSeries series, ChartChoices choices, RunRules rules, ChartLines lines, IEnumerable<ChartLimitation> limitations, IEnumerable<RuleRun> runs)
    {
        this.series = series;
        Statistic = statistic;
        Rules = rules;
        Sigmas = choices.Sigmas;
        IsFrozen = choices.Standard is not null;
        (Centre, Sigma, Lower, Upper) = (lines.Centre, lines.Sigma, lines.Lower, lines.Upper);
        Limitations = Listed.Of(limitations);
        Runs = Listed.Of(runs);
    }

    /// <summary>What is plotted.</summary>
    public ChartStatistic Statistic { get; }

    /// <summary>Rules it was read with.</summary>
    public RunRules Rules { get; }

    /// <summary>L: distance of the limits from the centre line, in standard deviations of what is plotted. Usual: 3.</summary>
    public double Sigmas { get; }

    /// <summary>Whether limits were given (phase II) rather than reckoned on these points (phase I).</summary>
    public bool IsFrozen { get; }

    /// <summary>Centre line; without value when each point has its own.</summary>
    public Explained<double> Centre { get; }

    /// <summary>σ: standard deviation of the process, of one value; without value when the chart has none.</summary>
    public Explained<double> Sigma { get; }

    /// <summary>Lower limit; without value when there is none or each point has its own.</summary>
    public Explained<double> Lower { get; }

    /// <summary>Upper limit; without value when there is none or each point has its own.</summary>
    public Explained<double> Upper { get; }

    /// <summary>Points, in time; made when they are read, so that a million cost no more than their numbers.</summary>
    public IReadOnlyList<ControlPoint> Points => series;

    /// <summary>Where rules were broken, by first point.</summary>
    public IReadOnlyList<RuleRun> Runs { get; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<ChartLimitation> Limitations { get; }

    /// <summary>Whether no rule was broken by a point that was not excluded.</summary>
    public bool IsInControl => Runs.Count == 0;

    /// <summary>What is plotted, flat, for drawings and reckonings over many points.</summary>
    /// <example><c>chart.Values()[0]</c> is the value of the first point.</example>
    public ReadOnlySpan<double> Values() => series.Values;

    /// <summary>Numbers of the points that complete a rule.</summary>
    /// <param name="rule">The rule, or several.</param>
    /// <remarks>O(points).</remarks>
    /// <example>Of a chart whose points 37 to 39 are out, <c>Breaking(ChartRule.BeyondLimits)</c> is 37, 38, 39.</example>
    public IReadOnlyList<int> Breaking(ChartRule rule) => series.Breaking(rule);
}

/// <summary>The four lines of a chart, each with where it comes from.</summary>
internal sealed record ChartLines(Explained<double> Centre, Explained<double> Sigma, Explained<double> Lower, Explained<double> Upper);

/// <summary>Points held as flat arrays and made when read; two series of the same numbers are equal.</summary>
internal sealed class PointSeries(double[] values, Levels levels, byte[] broken, int firstNumber, int firstReference, int lastReference, IReadOnlyDictionary<int, string> excluded)
    : IReadOnlyList<ControlPoint>, IEquatable<PointSeries>
{
    public ReadOnlySpan<double> Values => values;

    public int Count => values.Length;

    public ControlPoint this[int index]
    {
        get
        {
            var value = values[index];
            var (centre, sigma) = (Levels.At(levels.Centre, index), Levels.At(levels.Sigma, index));
            var (lower, upper) = (Levels.At(levels.Lower, index), Levels.At(levels.Upper, index));
            var zone = value > upper || value < lower ? SigmaZone.Beyond : double.IsNaN(sigma) ? (SigmaZone?)null : Zone(Math.Abs(value - centre), sigma);
            var number = index + firstNumber;
            return new(
                number,
                value,
                centre,
                double.IsFinite(lower) ? lower : null,
                double.IsFinite(upper) ? upper : null,
                double.IsNaN(sigma) ? null : sigma,
                zone,
                (ChartRule)broken[index],
                number >= firstReference && number <= lastReference && !excluded.ContainsKey(index),
                excluded.GetValueOrDefault(index));
        }
    }

    public List<int> Breaking(ChartRule rule)
    {
        var found = new List<int>();
        for (var i = 0; i < broken.Length; i++)
        {
            if (((ChartRule)broken[i] & rule) != 0)
            {
                found.Add(i + firstNumber);
            }
        }

        return found;
    }

    public IEnumerator<ControlPoint> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(PointSeries? other) => other is not null && Count == other.Count && this.AsEnumerable().SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as PointSeries);

    public override int GetHashCode() => HashCode.Combine(Count, Count == 0 ? 0 : values[0], Count == 0 ? 0 : values[^1]);

    private static SigmaZone Zone(double distance, double sigma) =>
        distance > 2 * sigma ? SigmaZone.A : distance > sigma ? SigmaZone.B : SigmaZone.C;
}
