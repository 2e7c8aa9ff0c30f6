namespace Etabli.Figures.PrecedenceGraphs;

/// <summary>One task of a precedence graph. (fr: tâche du graphe d’antériorité)</summary>
/// <param name="Number">Its number, unique in the graph.</param>
/// <param name="Name">What is done; may be empty.</param>
/// <param name="Time">Its time, in the unit of the figure. Range: ≥ 0.</param>
/// <param name="After">Numbers of the tasks it waits for.</param>
/// <param name="Station">Who does it; null when nobody said.</param>
public sealed record PrecedenceTask(string Number, string Name, decimal Time, IReadOnlyList<string> After, string? Station = null);

/// <summary>What must be done before what, from left to right; the colour of a task is its station. (fr: graphe d’antériorité)</summary>
/// <param name="Title">What line it is.</param>
/// <param name="Tasks">The tasks, in any order; none may wait for itself, through others or not.</param>
public sealed record PrecedenceGraph(string Title, IReadOnlyList<PrecedenceTask> Tasks)
{
    /// <summary>The stations in the order of the flow: their colours; those of the tasks, as they come, when empty.</summary>
    public IReadOnlyList<string> Stations { get; init; } = [];

    /// <summary>Unit of the times.</summary>
    public string Unit { get; init; } = "s";

    /// <summary>When it was measured.</summary>
    public string? Period { get; init; }
}
