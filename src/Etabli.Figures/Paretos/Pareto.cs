namespace Etabli.Figures.Paretos;

/// <summary>One cause and its weight. (fr: barre de Pareto)</summary>
/// <param name="Label">The cause.</param>
/// <param name="Value">Its weight.</param>
/// <param name="Cumulated">Share of the whole that it makes with those before it, from 0 to 1.</param>
/// <param name="IsClassA">Whether it is one of the few that weigh most (fr: classe A).</param>
public sealed record ParetoBar(string Label, decimal Value, decimal Cumulated, bool IsClassA = false);

/// <summary>What the bars of a Pareto are. (fr: nature des barres)</summary>
public enum ParetoBarsAre
{
    /// <summary>Causes.</summary>
    Causes,

    /// <summary>Workstations.</summary>
    Stations,

    /// <summary>Shifts.</summary>
    Shifts,

    /// <summary>Classes of causes.</summary>
    Classes,

    /// <summary>What hinders people.</summary>
    Hindrances,
}

/// <summary>Causes by weight, the heaviest first; « others » last whatever its weight. (fr: Pareto)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Measure">What weighs: lost time, pieces, cost.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bars">The causes, in the order they are drawn.</param>
public sealed record Pareto(string Title, string Measure, string Unit, IReadOnlyList<ParetoBar> Bars)
{
    /// <summary>Sum of the weights, that the cumulated line reaches at 100 %.</summary>
    public decimal Total => Bars.Sum(bar => bar.Value);

    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; }

    /// <summary>Number of observations.</summary>
    public int? Count { get; init; }

    /// <summary>When they were made.</summary>
    public string? Period { get; init; }

    /// <summary>What its bars are: the drawing says it.</summary>
    public ParetoBarsAre BarsAre { get; init; }

    /// <summary>Share that the horizontal line marks, from 0 to 1.</summary>
    public decimal Threshold { get; init; } = 0.8m;

    /// <summary>The causes of one bar, drawn under the first level.</summary>
    public ParetoDetail? Detail { get; init; }

    /// <summary>The few causes that weigh most.</summary>
    internal IReadOnlyList<ParetoBar> ClassA => [.. Bars.Where(bar => bar.IsClassA)];
}

/// <summary>The second level of a Pareto. (fr: Pareto de second niveau)</summary>
/// <param name="Bar">Label of the bar it opens.</param>
/// <param name="Pareto">Its own causes.</param>
public sealed record ParetoDetail(string Bar, Pareto Pareto);
