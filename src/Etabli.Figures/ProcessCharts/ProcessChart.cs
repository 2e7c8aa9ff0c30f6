namespace Etabli.Figures.ProcessCharts;

/// <summary>What happens to the part, by the five symbols of the trade. (fr: symbole de déroulement)</summary>
public enum ProcessSymbol
{
    /// <summary>Circle: it is changed (fr: opération).</summary>
    Operation,
    /// <summary>Fat arrow: it is carried (fr: transport).</summary>
    Transport,
    /// <summary>Square: it is checked (fr: contrôle).</summary>
    Inspection,
    /// <summary>Half-disc: it waits (fr: attente).</summary>
    Delay,
    /// <summary>Triangle on its point: it is stored (fr: stockage).</summary>
    Storage,
}

/// <summary>What could be done about a step. (fr: ECRS)</summary>
public enum Ecrs
{
    /// <summary>Do without it (fr: éliminer).</summary>
    Eliminate,
    /// <summary>Do it with another (fr: combiner).</summary>
    Combine,
    /// <summary>Do it elsewhere or at another moment (fr: réarranger).</summary>
    Rearrange,
    /// <summary>Do it more simply (fr: simplifier).</summary>
    Simplify,
}

/// <summary>One row of a process chart. (fr: étape du déroulement)</summary>
/// <param name="Label">What happens.</param>
/// <param name="Symbol">Of which kind.</param>
/// <param name="Distance">How far.</param>
/// <param name="Duration">How long it is worked on, carried or checked.</param>
/// <param name="Wait">How long it waits.</param>
/// <param name="Quantity">How many at once.</param>
/// <param name="Idea">What could be done about it.</param>
/// <param name="Remark">What was seen.</param>
public sealed record ProcessChartStep(
    string Label,
    ProcessSymbol Symbol,
    decimal Distance = 0,
    decimal Duration = 0,
    decimal Wait = 0,
    string? Quantity = null,
    Ecrs? Idea = null,
    string? Remark = null);

/// <summary>What happens to a part, step by step, before and perhaps after. (fr: analyse de déroulement)</summary>
/// <param name="Title">What it follows.</param>
/// <param name="Steps">The steps as they are.</param>
/// <param name="After">The steps as they will be; nothing is compared if null.</param>
public sealed record ProcessChart(string Title, IReadOnlyList<ProcessChartStep> Steps, IReadOnlyList<ProcessChartStep>? After = null)
{
    /// <summary>Unit of the distances.</summary>
    public string DistanceUnit { get; init; } = "m";

    /// <summary>Unit of the durations and waits.</summary>
    public string TimeUnit { get; init; } = "min";
}
