namespace Etabli.Methods.ValueStreams;

/// <summary>One step of the time ladder, ready to draw (fr: marche de l’échelle des temps).</summary>
/// <param name="Step">Code of the step above it.</param>
/// <param name="IsHigh">High above a step that waits, low under a process.</param>
/// <param name="Days">Working days of a high step; null when not known, or for a low step.</param>
/// <param name="Time">Processing time of a low step; null when not known, or for a high step.</param>
/// <param name="Start">Working days from the head of the branch to this step, what is not known counted as 0.</param>
public sealed record LadderSegment(string Step, bool IsHigh, double? Days, TimeSpan? Time, double Start)
{
    /// <summary>Whether its number is not known: drawn, with its gap.</summary>
    public bool IsMissing => IsHigh ? Days is null : Time is null;
}

/// <summary>A way through the stream, from a step nothing enters to a step nothing leaves (fr: branche).</summary>
public sealed record StreamBranch
{
    internal StreamBranch(IReadOnlyList<StreamStep> steps, StepTimes times)
    {
        Steps = Listed.Of(steps.Select(s => s.Code));
        LeadTime = times.LeadTime(steps);
        ProcessingTime = StepTimes.Sum("processing time", "P = Σ p", "p", steps, s => s.ProcessingTime ?? s.Box?.CycleTime);
        ValueAddedTime = StepTimes.Sum("value-added time", "V = Σ v", "v", steps, s => s.ValueAddedTime);
        Efficiency = times.Efficiency(ValueAddedTime, LeadTime);
        Ladder = Listed.Of(times.Ladder(steps));
        AtLeastDays = steps.Sum(times.DaysOrZero);
    }

    /// <summary>Codes of its steps, along the flow.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>L: working days from its head to the customer. No value when a step's days are missing.</summary>
    public Explained<double> LeadTime { get; }

    /// <summary>Lead time with what is missing counted as 0: the true one is not shorter.</summary>
    public double AtLeastDays { get; }

    /// <summary>P: processing time of its processes, one piece through.</summary>
    public Explained<TimeSpan> ProcessingTime { get; }

    /// <summary>V: value-added time of its processes.</summary>
    public Explained<TimeSpan> ValueAddedTime { get; }

    /// <summary>PCE = V / (L · A): share of the lead time that adds value (fr: ratio de valeur ajoutée). No value when V or L is missing, or L is 0.</summary>
    public Explained<double> Efficiency { get; }

    /// <summary>Its time ladder, along the flow.</summary>
    public IReadOnlyList<LadderSegment> Ladder { get; }

    /// <summary>Whether no branch is longer, what is missing counted as 0; several when they tie.</summary>
    public bool IsCritical { get; internal init; }
}
