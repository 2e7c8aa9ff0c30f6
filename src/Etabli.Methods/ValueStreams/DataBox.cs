namespace Etabli.Methods.ValueStreams;

/// <summary>What is noted under a process on the map (fr: case de données). What was not measured stays null.</summary>
public sealed record DataBox
{
    /// <summary>Tc: time of one machine or station for one piece, good or not. Range: ≥ 0.</summary>
    public TimeSpan? CycleTime { get; init => field = Argument.NotNegative(value, nameof(CycleTime)); }

    /// <summary>Tcs: time from the last piece of a lot to the first of the next. Range: ≥ 0.</summary>
    public TimeSpan? Changeover { get; init => field = Argument.NotNegative(value, nameof(Changeover)); }

    /// <summary>Q: good pieces between two changeovers. Range: &gt; 0.</summary>
    public int? Lot { get; init => field = Argument.Positive(value, nameof(Lot)); }

    /// <summary>a: share of the time in which the machine can run; changeovers are not in it, they are in Tcs / Q. Range: 0 &lt; a ≤ 1.</summary>
    public double? Availability { get; init => field = Argument.AboveZero(value, nameof(Availability)); }

    /// <summary>r: share of the pieces that are lost. Range: 0 ≤ r &lt; 1.</summary>
    public double? Scrap { get; init => field = Argument.BelowOne(value, nameof(Scrap)); }

    /// <summary>m: like machines that share the flow, in parallel. Posts of a line follow one another: they count for one. Range: ≥ 1.</summary>
    public int Machines { get; init => field = Argument.Positive(value, nameof(Machines)); } = 1;

    /// <summary>Operators per shift; shown on the map, in no formula. Range: ≥ 0.</summary>
    public double? Operators { get; init => field = Argument.NotNegative(value, nameof(Operators)); }
}
