namespace Etabli.Figures.RoutingGaps;

/// <summary>One task: what the routing says and what was measured, in one unit. (fr: tâche comparée à la gamme)</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">What is done.</param>
/// <param name="Routing">What the routing says.</param>
/// <param name="Measured">What was measured; null when nothing counts.</param>
public sealed record RoutingGapRow(string Code, string Label, decimal Routing, decimal? Measured)
{
    /// <summary>Lower bound of the interval of the measured time; null without one.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper bound of it.</summary>
    public decimal? High { get; init; }

    /// <summary>Whether the routing's time lies outside the interval; null when that cannot be said.</summary>
    public bool? Differs { get; init; }
}

/// <summary>The times of a routing beside those that were measured. (fr: écarts à la gamme)</summary>
/// <param name="Title">Which study, which operation.</param>
/// <param name="Unit">Symbol of the unit.</param>
/// <param name="Rows">The tasks, in the order of the routing.</param>
public sealed record RoutingGapChart(string Title, string Unit, IReadOnlyList<RoutingGapRow> Rows)
{
    /// <summary>Decimals of the times.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Confidence of the intervals, in percent.</summary>
    public decimal Level { get; init; } = 95;
}
