namespace Etabli.Methods.Performance;

/// <summary>Class of a stop: which time it is taken from (fr: classe d’arrêt).</summary>
/// <remarks>Source: NF E60-182, 2002, as read in published summaries.</remarks>
public enum StopClass
{
    /// <summary>The plant is closed: from total to opening time.</summary>
    Closure,

    /// <summary>Planned: break, meeting, planned maintenance, trials, no order. From opening to required time.</summary>
    Planned,

    /// <summary>Own stop: the machine failed (fr: panne).</summary>
    Breakdown,

    /// <summary>Own stop: setting, adjusting, taking a dimension up again (fr: réglage).</summary>
    Setting,

    /// <summary>Own stop: change of series (fr: changement de série). The norm keeps it within required time; see <see cref="ChangeoverReading"/>.</summary>
    Changeover,

    /// <summary>Own stop: short, not repaired (fr: micro-arrêt). Count it here or as lost rhythm, never as both.</summary>
    ShortStop,

    /// <summary>Own stop of another kind: cleaning, change of tool.</summary>
    OtherOwn,

    /// <summary>Induced stop: no material, no operator, no energy, waiting for inspection (fr: arrêt induit).</summary>
    Induced,
}

/// <summary>Where a change of series is counted (fr: lecture du changement de série).</summary>
public enum ChangeoverReading
{
    /// <summary>A loss within required time, as the norm has it: TRS falls with each change.</summary>
    WithinRequired,

    /// <summary>Planned, taken out of required time, as some companies do: TRS is higher and hides the changes. Never compare both.</summary>
    OutOfRequired,
}

/// <summary>A stop of a machine (fr: arrêt).</summary>
/// <param name="Class">Its class.</param>
/// <param name="Duration">How long. Range: ≥ 0.</param>
/// <param name="Cause">What stopped it; empty when it is not said.</param>
public sealed record Stop(StopClass Class, TimeSpan Duration, string Cause = "")
{
    /// <summary>How long.</summary>
    public TimeSpan Duration { get; } = Argument.NotNegative(Duration, nameof(Duration));
}

/// <summary>Pieces of one reference made in a period (fr: pièces réalisées).</summary>
/// <param name="ReferenceCycle">Cycle time of reference of one piece: the best the machine is held to. Range: &gt; 0.</param>
/// <param name="Made">Pieces made, good or not. Range: ≥ 0.</param>
/// <param name="Good">Pieces good at once, without rework. Range: 0 to Made.</param>
/// <param name="Reference">The reference; empty when there is one only.</param>
public sealed record MadePieces(TimeSpan ReferenceCycle, long Made, long Good, string Reference = "")
{
    /// <summary>Cycle time of reference.</summary>
    public TimeSpan ReferenceCycle { get; } = Argument.Positive(ReferenceCycle, nameof(ReferenceCycle));

    /// <summary>Pieces made.</summary>
    public long Made { get; } = Argument.NotNegative(Made, nameof(Made));

    /// <summary>Pieces good at once.</summary>
    public long Good { get; } = Argument.NotNegative(Good, nameof(Good)) <= Made ? Good : throw new ArgumentException($"{Good} good pieces among {Made} made.", nameof(Good));
}

/// <summary>What one machine did in one period, a shift or a day (fr: relevé de production d’un poste).</summary>
public sealed record MachinePeriod
{
    /// <summary>The machine.</summary>
    public required string Machine { get; init => field = Argument.Said(value, nameof(Machine)); }

    /// <summary>The period; empty when it is not said.</summary>
    public string Period { get; init; } = "";

    /// <summary>tT: calendar time; null when it is not known, and then TRE is not. Range: &gt; 0.</summary>
    public TimeSpan? Total { get; init => field = value is { } t ? Argument.Positive(t, nameof(Total)) : null; }

    /// <summary>tO: opening time; null: total less closures. Range: ≥ 0.</summary>
    public TimeSpan? Opening { get; init => field = Argument.NotNegative(value, nameof(Opening)); }

    /// <summary>tR: required time; null: opening less planned stops. Range: ≥ 0.</summary>
    public TimeSpan? Required { get; init => field = Argument.NotNegative(value, nameof(Required)); }

    /// <summary>tF: running time, where it was measured; null: required less own and induced stops. Range: ≥ 0.</summary>
    public TimeSpan? Running { get; init => field = Argument.NotNegative(value, nameof(Running)); }

    /// <summary>Stops, each once.</summary>
    public IReadOnlyList<Stop> Stops { get; init => field = Listed.Of(value, nameof(Stops)); } = Listed.Of<Stop>([]);

    /// <summary>Pieces, reference by reference.</summary>
    public IReadOnlyList<MadePieces> Pieces { get; init => field = Listed.Of(value, nameof(Pieces)); } = Listed.Of<MadePieces>([]);
}
