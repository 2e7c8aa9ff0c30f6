namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Where one task of a balance with rules is done (fr: affectation d’une tâche).</summary>
/// <param name="Station">From 0, along the line.</param>
/// <param name="Operator">From 0, at the station; with two sides 0 is the left.</param>
/// <param name="Rank">Its rank among the tasks of the station, from 0: each operator does his own in this order, each as soon as he and what it waits for are ready.</param>
/// <param name="IsOnReturn">In a U line: done on the piece's way out.</param>
public readonly record struct TaskPlace(int Station, int Operator, int Rank, bool IsOnReturn = false);

/// <summary>One station of a balance with rules (fr: poste d’une ligne).</summary>
/// <param name="Copies">Copies that take the pieces in turn. Range: 1 or more; 1 at a station without a task.</param>
/// <param name="Workers">Who stands at each of its places, by operator; −1 for nobody; none when there are no workers.</param>
public sealed record LineStation(int Copies, IReadOnlyList<int> Workers)
{
    /// <summary>Who stands at each of its places.</summary>
    public IReadOnlyList<int> Workers { get; } = Listed.Of(Workers);
}

/// <summary>A balance that keeps rules (fr: équilibrage sous règles).</summary>
/// <param name="Tasks">Where each task is done, in the order of the line.</param>
/// <param name="Stations">Every station, in the order of the line, empty ones too.</param>
/// <param name="Cycle">The cycle it was found for.</param>
public sealed record RuledBalance(IReadOnlyList<TaskPlace> Tasks, IReadOnlyList<LineStation> Stations, int Cycle)
{
    /// <summary>Where each task is done.</summary>
    public IReadOnlyList<TaskPlace> Tasks { get; } = Listed.Of(Tasks);

    /// <summary>Every station.</summary>
    public IReadOnlyList<LineStation> Stations { get; } = Listed.Of(Stations);

    /// <summary>Station of each task, from 0.</summary>
    public IReadOnlyList<int> StationOf => [.. Tasks.Select(t => t.Station)];

    /// <summary>Stations, a copy counted as one.</summary>
    public int Places => Stations.Sum(s => s.Copies);

    /// <summary>Operators, those of copies counted.</summary>
    public int Operators => Tasks.Select(t => (t.Station, t.Operator)).Distinct().Sum(p => Stations[p.Station].Copies);
}

/// <summary>Why a search under rules ended (fr: fin du calcul sous règles).</summary>
public enum RuledEnd
{
    /// <summary>Proved: no balance is better.</summary>
    Proved,

    /// <summary>The budget ended; there may be a better one.</summary>
    Budget,

    /// <summary>Proved: there is no balance; the conflict says which rules contradict each other.</summary>
    Impossible,

    /// <summary>The budget ended before any balance was found, and none was proved impossible.</summary>
    Nothing,
}

/// <summary>What a search under rules answers (fr: réponse sous règles).</summary>
/// <param name="Balance">The best found; null when none was.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Bound">No balance has less of the first goal, or a shorter cycle.</param>
/// <param name="Conflict">Rules that cannot be kept together at this cycle and count of stations, from 0: take any one away and a balance may exist. Empty when it is not impossible, or when no rule is to blame.</param>
/// <param name="IsSmallest">Whether no smaller set of rules is impossible; false: it is a smallest one only in that none of its rules can be left out, or the budget ended before that was sure.</param>
/// <param name="Nodes">States followed.</param>
public sealed record RuledAnswer(RuledBalance? Balance, RuledEnd End, int Bound, IReadOnlyList<int> Conflict, bool IsSmallest, long Nodes)
{
    /// <summary>The rules that contradict each other.</summary>
    public IReadOnlyList<int> Conflict { get; init; } = Listed.Of(Conflict);
}
