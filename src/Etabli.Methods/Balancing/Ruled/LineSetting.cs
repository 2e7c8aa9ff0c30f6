namespace Etabli.Methods.Balancing.Ruled;

/// <summary>How the line runs through the workshop (fr: forme de la ligne).</summary>
public enum LineShape
{
    /// <summary>A piece passes each station once.</summary>
    Straight,

    /// <summary>The line comes back beside itself: a station can do tasks on its way in and on its way out.</summary>
    U,
}

/// <summary>The side of the line a task is done from (fr: côté de la ligne).</summary>
public enum LineSide
{
    /// <summary>Whichever.</summary>
    Either,

    /// <summary>From the left.</summary>
    Left,

    /// <summary>From the right.</summary>
    Right,
}

/// <summary>A person of a line where the times depend on who works (fr: opérateur de la ligne).</summary>
/// <param name="Name">Who.</param>
/// <param name="Times">Of each task, in the line's unit and order; null when it is not one of his skills.</param>
public sealed record LineWorker(string Name, IReadOnlyList<int?> Times)
{
    /// <summary>Of each task.</summary>
    public IReadOnlyList<int?> Times { get; } = Listed.Of(Times);
}

/// <summary>A model that the line makes among others (fr: modèle de la ligne).</summary>
/// <param name="Name">Which.</param>
/// <param name="Share">Its part of the mix, in pieces of any whole: 3 of one for 2 of the other. Range: &gt; 0.</param>
/// <param name="Times">Of each task, in the line's unit and order; 0 for a task it does without.</param>
/// <param name="Most">Its own greatest load, in cycles: 1.2 lets a piece of it take a fifth more than the cycle; null: any.</param>
public sealed record LineModel(string Name, int Share, IReadOnlyList<int> Times, double? Most = null)
{
    /// <summary>Of each task.</summary>
    public IReadOnlyList<int> Times { get; } = Listed.Of(Times);
}

/// <summary>Time between two tasks that follow each other in one operator's hands: a walk, a tool put down, a piece turned (fr: réglage entre tâches).</summary>
/// <param name="From">The task before.</param>
/// <param name="To">The task that follows.</param>
/// <param name="Time">In the line's unit. Range: 0 or more.</param>
public readonly record struct LineSetup(int From, int To, int Time);

/// <summary>All that a line is besides tasks and precedence; what is left out asks nothing (fr: cadre d’un équilibrage).</summary>
public sealed record LineSetting
{
    /// <summary>Most operators a station has room for.</summary>
    public const int MostOperators = 4;

    /// <summary>Most copies of a station.</summary>
    public const int MostCopies = 20;

    /// <summary>Straight, or U.</summary>
    public LineShape Shape { get; init; }

    /// <summary>Operators a station may have, each with work of his own on the same piece. Range: 1 to <see cref="MostOperators"/>.</summary>
    public int Operators { get; init; } = 1;

    /// <summary>Copies a station may have, that take the pieces in turn: each has so many cycles for a piece. Range: 1 to <see cref="MostCopies"/>.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Side of each task; none: the line has one side. With sides a station has a place on the left (operator 0) and one on the right (operator 1).</summary>
    public IReadOnlyList<LineSide> Sides { get; init; } = [];

    /// <summary>Who works, one at a place; none: anybody takes the times of the tasks.</summary>
    public IReadOnlyList<LineWorker> Workers { get; init; } = [];

    /// <summary>Models; none: the times of the tasks. The mean weighted by the shares keeps the cycle, and each model its own maximum.</summary>
    public IReadOnlyList<LineModel> Models { get; init; } = [];

    /// <summary>Times between tasks that follow each other; a pair left out takes none.</summary>
    public IReadOnlyList<LineSetup> Setups { get; init; } = [];

    /// <summary>Times from an operator's last task to his first one of the next piece; a pair left out takes none.</summary>
    public IReadOnlyList<LineSetup> Returns { get; init; } = [];

    /// <summary>Standard deviation of each task, in the line's unit; none: times are fixed.</summary>
    public IReadOnlyList<double> Deviations { get; init; } = [];

    /// <summary>Share of the pieces whose work at a place is finished in time. Range: 0.5 to less than 1.</summary>
    public double Percentile { get; init; } = 0.5;

    /// <summary>Station of each task today, from 0; none: there is no line yet.</summary>
    public IReadOnlyList<int> Today { get; init; } = [];

    /// <summary>What the workshop asks.</summary>
    public IReadOnlyList<LineRule> Rules { get; init; } = [];
}

/// <summary>What is wanted as little as possible, in the order given (fr: critère d’équilibrage).</summary>
public enum LineGoal
{
    /// <summary>Stations, a copy counted as one.</summary>
    Stations,

    /// <summary>Operators, those of copies counted.</summary>
    Operators,

    /// <summary>Tasks that leave their station of today.</summary>
    Moves,

    /// <summary>Σ over the stations of (time of its operators − work)²: the smaller, the more even (fr: lissage).</summary>
    Unevenness,
}
