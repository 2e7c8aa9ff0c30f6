namespace Etabli.Methods.Quality;

/// <summary>Degrees of freedom an interval on a capability index stands on (fr: degrés de liberté de l’intervalle).</summary>
public enum IndexDegrees
{
    /// <summary>n − 1, even for a sigma read within subgroups: what most programs print.</summary>
    SampleLessOne,

    /// <summary>Those of the estimate of sigma: fewer for ranges, so wider intervals. The honest ones.</summary>
    OfSigma,
}

/// <summary>What is known of the stability of a process (fr: état de stabilité du procédé).</summary>
public enum StabilityState
{
    /// <summary>Nobody looked: no control chart, no statement.</summary>
    Unknown,

    /// <summary>In control.</summary>
    Stable,

    /// <summary>Out of control.</summary>
    Unstable,
}

/// <summary>Whether the process holds, and who says so (fr: stabilité du procédé).</summary>
/// <remarks>A process out of control has no capability: what it will make tomorrow is not known. Source: ISO 22514-2:2017.</remarks>
public sealed record ProcessStability
{
    private ProcessStability(StabilityState state, string reason) => (State, Reason) = (state, reason);

    /// <summary>Nobody looked.</summary>
    public static ProcessStability Unknown { get; } = new(StabilityState.Unknown, "no control chart was read");

    /// <summary>What is known.</summary>
    public StabilityState State { get; }

    /// <summary>Who says so, or which rules were broken where; a stable English text for the explanation.</summary>
    public string Reason { get; }

    /// <summary>What the charts say.</summary>
    /// <param name="charts">Level and spread.</param>
    public static ProcessStability Of(ChartPair charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        return charts.IsInControl
            ? new(StabilityState.Stable, "control charts of level and spread break no rule")
            : new(StabilityState.Unstable, string.Join("; ", charts.Location.Runs.Concat(charts.Spread.Runs).Take(5).Select(r => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rule {r.Number} at points {r.First} to {r.Last}"))));
    }

    /// <summary>What somebody answers for.</summary>
    /// <param name="stable">Whether the process holds.</param>
    /// <param name="reason">Who says so and from what. Never empty.</param>
    public static ProcessStability Stated(bool stable, string reason) => new(stable ? StabilityState.Stable : StabilityState.Unstable, Argument.Said(reason, nameof(reason)));
}

/// <summary>Conventions of a capability study (fr: réglages de l’étude de capabilité).</summary>
public sealed record CapabilityChoices
{
    /// <summary>Confidence of the intervals, two-sided. Usual: 0.95. Range: 0 to 1, both excluded.</summary>
    public double Confidence { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Confidence), value, "Expected a share between 0 and 1, both excluded."); } = 0.95;

    /// <summary>Degrees of freedom of the intervals. Usual: n − 1.</summary>
    public IndexDegrees Degrees { get; init; } = IndexDegrees.SampleLessOne;

    /// <summary>Fewest values for which an index is stated. Usual: 10. Range: ≥ 2. Under 50 the study says that it is short.</summary>
    public int FewestValues { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(FewestValues), value, "Expected 2 or more."); } = 10;
}

/// <summary>What a reader of a capability must know (fr: réserve sur la capabilité).</summary>
public enum CapabilityLimitation
{
    /// <summary>The process is out of control: it has a performance, no capability.</summary>
    Unstable,

    /// <summary>Nobody looked whether it is in control: indices are stated on trust.</summary>
    StabilityUnknown,

    /// <summary>Fewer than 50 values: the intervals are wide.</summary>
    FewValues,

    /// <summary>All values are equal: the gauge does not see the process vary.</summary>
    NoVariation,

    /// <summary>Quantiles so far in the tails were read beyond what so few values can show.</summary>
    TailsBeyondSample,

    /// <summary>No sigma within subgroups was given: Cp, Cpk and Cpm are not there.</summary>
    NoSigmaWithin,
}
