namespace Etabli.Figures.ManMachineCharts;

/// <summary>What a block of the chart is. (fr: nature de temps)</summary>
public enum BlockKind
{
    /// <summary>By hand, the machine not needed (fr: Tm).</summary>
    Manual,
    /// <summary>The machine alone (fr: Tt).</summary>
    Technological,
    /// <summary>Operator and machine together (fr: Ttm).</summary>
    TechnicalManual,
    /// <summary>By hand while the machine runs (fr: Tz).</summary>
    Overlapped,
    /// <summary>Nothing is done (fr: attente).</summary>
    Waiting,
    /// <summary>Once for a batch, outside the cycle (fr: Ts).</summary>
    Series,
}

/// <summary>One block, in one lane or in several at once; seconds. (fr: séquence)</summary>
/// <param name="Label">What is done.</param>
/// <param name="Lanes">Places of its lanes, from 0; the operator's is 0.</param>
/// <param name="Start">From the beginning of the cycle.</param>
/// <param name="Duration">How long.</param>
/// <param name="Kind">What it is.</param>
public sealed record ChartBlock(string Label, IReadOnlyList<int> Lanes, double Start, double Duration, BlockKind Kind);

/// <summary>One operator on so many like machines. (fr: conduite de plusieurs machines)</summary>
/// <param name="Machines">How many.</param>
/// <param name="Cycle">Seconds between two pieces of one machine.</param>
/// <param name="PiecesPerHour">Of all machines.</param>
/// <param name="OperatorEngagement">Share of the cycle, from 0 to 1.</param>
/// <param name="MachineEngagement">Share of the cycle, from 0 to 1.</param>
public sealed record MachinesRow(int Machines, decimal Cycle, decimal PiecesPerHour, decimal OperatorEngagement, decimal MachineEngagement);

/// <summary>Operator and machines side by side, twice round the cycle. (fr: simogramme)</summary>
/// <param name="Title">What it is of.</param>
/// <param name="Lanes">Names of the lanes, the operator first.</param>
/// <param name="Blocks">The blocks of one cycle.</param>
/// <param name="Cycle">Length of the cycle, in seconds.</param>
public sealed record ManMachineChart(string Title, IReadOnlyList<string> Lanes, IReadOnlyList<ChartBlock> Blocks, double Cycle)
{
    /// <summary>What it comes to: name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Totals { get; init; } = [];

    /// <summary>The same work on several machines; none drawn when empty.</summary>
    public IReadOnlyList<MachinesRow> Machines { get; init; } = [];

    /// <summary>Sentences under it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When it was seen.</summary>
    public string? Period { get; init; }
}
