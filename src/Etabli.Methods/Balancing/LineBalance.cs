namespace Etabli.Methods.Balancing;

/// <summary>What a search may spend (fr: budget de calcul).</summary>
/// <param name="Nodes">States followed at most; the same count gives the same answer with one thread.</param>
/// <param name="Threads">1, or 2: both directions of the line at once.</param>
/// <param name="Memory">Bytes of remembered states at most, for all threads.</param>
public sealed record BalanceBudget(long Nodes = long.MaxValue, int Threads = 1, long Memory = 1L << 30);

/// <summary>Where a search stands (fr: avancement).</summary>
/// <param name="Stations">Stations of the best balance so far.</param>
/// <param name="Cycle">Its cycle.</param>
/// <param name="Bound">No balance can have less of what is looked for.</param>
/// <param name="Nodes">States followed.</param>
public sealed record BalanceProgress(int Stations, int Cycle, int Bound, long Nodes);

/// <summary>Why a search ended (fr: fin du calcul).</summary>
public enum BalanceEnd
{
    /// <summary>The answer is proved: none is better.</summary>
    Proved,

    /// <summary>The budget ended, or it was stopped; the bound says how far the answer can be from the best.</summary>
    Budget,

    /// <summary>The memory it may use was full.</summary>
    Memory,
}

/// <summary>A balance of a line (fr: équilibrage).</summary>
/// <param name="Stations">Station of each task, from 0, in the order of the line's tasks.</param>
/// <param name="Count">Stations used.</param>
/// <param name="Cycle">The greatest load when the cycle was looked for, else the cycle given.</param>
/// <param name="Bound">Stations, or cycle, below which there is no balance.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Nodes">States followed.</param>
/// <param name="Bytes">Bytes of remembered states, at the most.</param>
public sealed record LineBalance(IReadOnlyList<int> Stations, int Count, int Cycle, int Bound, BalanceEnd End, long Nodes, long Bytes)
{
    /// <summary>Station of each task, from 0.</summary>
    public IReadOnlyList<int> Stations { get; } = Listed.Of(Stations);

    /// <summary>Whether no balance is better.</summary>
    public bool IsProved => End == BalanceEnd.Proved;
}
