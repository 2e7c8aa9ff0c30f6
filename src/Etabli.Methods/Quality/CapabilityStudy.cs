namespace Etabli.Methods.Quality;

/// <summary>Interval that holds an index with the confidence asked (fr: intervalle de confiance).</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">With what confidence, both ends together.</param>
public sealed record IndexInterval(double Low, double High, double Confidence);

/// <summary>An index with its interval (fr: indice de capabilité).</summary>
/// <param name="Index">The index, or what keeps it from being stated.</param>
/// <param name="Interval">Its interval; null when the index has none.</param>
public sealed record CapabilityIndex(Explained<double> Index, IndexInterval? Interval = null)
{
    /// <summary>Whether the index is stated.</summary>
    public bool IsKnown => Index.IsKnown;

    /// <summary>The index.</summary>
    /// <exception cref="InvalidOperationException">It is not stated.</exception>
    public double Known => Index.Known;
}

/// <summary>Cp and Cpk, or Pp and Ppk: the same quotients over another sigma (fr: indices de capabilité ou de performance).</summary>
/// <param name="Potential">Cp or Pp: width of the tolerance over six sigmas; without value for a single limit.</param>
/// <param name="Actual">Cpk or Ppk: the worse side.</param>
/// <param name="LowerSide">CpkL: distance of the mean to the lower limit over three sigmas.</param>
/// <param name="UpperSide">CpkU: distance of the mean to the upper limit over three sigmas.</param>
public sealed record CapabilityIndices(CapabilityIndex Potential, CapabilityIndex Actual, CapabilityIndex LowerSide, CapabilityIndex UpperSide);

/// <summary>Share out of tolerance, from 0 to 1 (fr: taux hors tolérance).</summary>
/// <param name="Below">Below the lower limit; 0 when there is none.</param>
/// <param name="Above">Above the upper limit; 0 when there is none.</param>
public sealed record OutOfTolerance(double Below, double Above)
{
    /// <summary>Both sides.</summary>
    public double Total => Below + Above;

    /// <summary>Both sides, in parts per million.</summary>
    public double PartsPerMillion => Total * 1e6;
}

/// <summary>What a process can hold, and what it held (fr: étude de capabilité).</summary>
/// <param name="Tolerance">What is asked.</param>
/// <param name="Count">n: values.</param>
/// <param name="Mean">x̄.</param>
/// <param name="Overall">s: standard deviation of all values, between and within subgroups.</param>
/// <param name="Within">σ: standard deviation within subgroups; null when it was not given.</param>
/// <param name="Capability">Cp, Cpk over σ: what the process can hold if it stays as it is.</param>
/// <param name="Performance">Pp, Ppk over s: what it held.</param>
/// <param name="Taguchi">Cpm over √(σ² + (x̄ − T)²): also asks for the target.</param>
/// <param name="Observed">Share of the values out of tolerance.</param>
/// <param name="ExpectedWithin">Share a normal law of σ would put out; null when it cannot be said.</param>
/// <param name="ExpectedOverall">Share a normal law of s would put out; null when it cannot be said.</param>
/// <param name="Stability">What is known of the stability.</param>
/// <param name="Limitations">What a reader must know.</param>
public sealed record CapabilityStudy(
    Tolerance Tolerance,
    int Count,
    double Mean,
    double Overall,
    double? Within,
    CapabilityIndices Capability,
    CapabilityIndices Performance,
    CapabilityIndex Taguchi,
    OutOfTolerance Observed,
    OutOfTolerance? ExpectedWithin,
    OutOfTolerance? ExpectedOverall,
    ProcessStability Stability,
    IReadOnlyList<CapabilityLimitation> Limitations)
{
    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<CapabilityLimitation> Limitations { get; } = Listed.Of(Limitations, nameof(Limitations));
}
