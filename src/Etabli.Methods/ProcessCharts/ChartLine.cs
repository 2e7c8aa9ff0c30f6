namespace Etabli.Methods.ProcessCharts;

/// <summary>The five symbols of a process chart (fr: symbole d’analyse de déroulement).</summary>
/// <remarks>Source: American Society of Mechanical Engineers, Operation and Flow Process Charts, ASME Standard 101, 1947.</remarks>
public enum ChartSymbol
{
    /// <summary>○ The piece is changed, assembled, prepared.</summary>
    Operation,

    /// <summary>➔ The piece is moved.</summary>
    Transport,

    /// <summary>□ The piece is examined.</summary>
    Inspection,

    /// <summary>D The piece waits, unplanned.</summary>
    Delay,

    /// <summary>▽ The piece is kept, under control.</summary>
    Storage,
}

/// <summary>What is decided of a line (fr: décision ECRS).</summary>
public enum EcrsDecision
{
    /// <summary>Eliminate (fr: éliminer).</summary>
    Eliminate,

    /// <summary>Combine with another (fr: combiner).</summary>
    Combine,

    /// <summary>Rearrange: elsewhere, otherwise ordered (fr: réarranger).</summary>
    Rearrange,

    /// <summary>Simplify (fr: simplifier).</summary>
    Simplify,
}

/// <summary>One line of a process chart (fr: ligne d’analyse de déroulement).</summary>
/// <param name="Label">What happens.</param>
/// <param name="Symbol">Its kind.</param>
public sealed record ChartLine(string Label, ChartSymbol Symbol)
{
    /// <summary>What happens.</summary>
    public string Label { get; init; } = Argument.Said(Label, nameof(Label));

    /// <summary>Its kind.</summary>
    public ChartSymbol Symbol { get; init; } = Enum.IsDefined(Symbol) ? Symbol : throw new ArgumentOutOfRangeException(nameof(Symbol), Symbol, "Expected one of the five symbols.");

    /// <summary>Metres moved. Range: ≥ 0.</summary>
    public double Distance { get; init => field = Argument.NotNegative(value, nameof(Distance)); }

    /// <summary>Time something is done. Range: ≥ 0.</summary>
    public TimeSpan Duration { get; init => field = Argument.NotNegative(value, nameof(Duration)); }

    /// <summary>Time nothing is done. Range: ≥ 0.</summary>
    public TimeSpan Waiting { get; init => field = Argument.NotNegative(value, nameof(Waiting)); }

    /// <summary>Part of the duration the customer pays for; null when nobody judged it, which only an operation may be asked. Range: ≥ 0, not above the duration.</summary>
    public TimeSpan? ValueAdded { get; init => field = Argument.NotNegative(value, nameof(ValueAdded)); }

    /// <summary>What is decided of it; null when nothing is yet.</summary>
    public EcrsDecision? Decision { get; init; }

    /// <summary>Duration and waiting.</summary>
    public TimeSpan Time => Duration + Waiting;
}
