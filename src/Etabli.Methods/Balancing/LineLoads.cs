namespace Etabli.Methods.Balancing;

/// <summary>How well the stations of a line are loaded (fr: charges des postes).</summary>
/// <remarks>Source: E. A. Elsayed, T. O. Boucher, Analysis and Control of Production Systems, 1994, chapter on assembly lines.</remarks>
/// <example><code>LineLoads.Of([425, 408, 445, 422, 374, 312], takt: 525).Efficiency.Known; // 0.757…</code></example>
public sealed record LineLoads
{
    private static readonly Source Lines = new("E. A. Elsayed, T. O. Boucher", "Analysis and Control of Production Systems", 1994, "assembly lines");
    private static readonly Formula AtTakt = new("line efficiency at takt", "E = Σt / (n·T)", Lines);
    private static readonly Formula AtLongest = new("line efficiency at the longest load", "E = Σt / (n·max)", Lines);
    private static readonly Formula Smooth = new("smoothness index", "SI = √Σ(max − t)²", Lines);
    private static readonly Formula Few = new("fewest stations", "n ≥ ⌈Σt / T⌉", Lines);

    private LineLoads(IReadOnlyList<double> loads, double? takt, double? alone)
    {
        Loads = Listed.Of(loads);
        Work = alone ?? loads.Sum();
        Longest = loads.Count == 0 ? 0 : loads.Max();
        var work = new Term("Σt", "work content", Work, Units.Seconds);
        var count = new Term("n", "stations", loads.Count, Units.Stations);
        var longest = new Term("max", "longest load", Longest, Units.Seconds);
        Efficiency = takt is not { } beat ? AtTakt.Lacks<double>(Units.Ratio, [new("", "takt time")], work, count)
            : loads.Count == 0 ? AtTakt.Lacks<double>(Units.Ratio, [new("", "stations", GapKind.Impossible)], work, count)
            : AtTakt.Gives(Work / (loads.Count * beat), Units.Ratio, work, count, new Term("T", "takt time", beat, Units.Seconds));
        CycleEfficiency = Longest <= 0 ? AtLongest.Lacks<double>(Units.Ratio, [new("", "longest load", GapKind.Impossible)], work, count)
            : AtLongest.Gives(Work / (loads.Count * Longest), Units.Ratio, work, count, longest);
        Smoothness = Smooth.Gives(Math.Sqrt(loads.Sum(l => (Longest - l) * (Longest - l))), Units.Seconds, [longest, .. loads.Select((l, i) => new Term("t", "load of a station", l, Units.Seconds, $"{i + 1}"))]);
        Fewest = takt is { } asked ? Few.Gives((int)Math.Ceiling((Work / asked) - 1e-9), Units.Stations, work, new Term("T", "takt time", asked, Units.Seconds)) : Few.Lacks<int>(Units.Stations, [new("", "takt time")], work);
    }

    /// <summary>Load of each station, in seconds.</summary>
    public IReadOnlyList<double> Loads { get; }

    /// <summary>Σt: work of one piece, in seconds.</summary>
    public double Work { get; }

    /// <summary>The greatest load, in seconds; 0 without station.</summary>
    public double Longest { get; }

    /// <summary>E: share of the takt that the stations work; above 1 when they cannot keep it. Unknown without takt or station.</summary>
    public Explained<double> Efficiency { get; }

    /// <summary>E: the same, of the longest load. Unknown when nothing lasts.</summary>
    public Explained<double> CycleEfficiency { get; }

    /// <summary>SI: 0 when every station has the same load, in seconds.</summary>
    public Explained<double> Smoothness { get; }

    /// <summary>n: stations below which the takt cannot be kept; precedence may ask for more. Unknown without takt.</summary>
    public Explained<int> Fewest { get; }

    /// <summary>The balance of these loads.</summary>
    /// <param name="loads">t: load of each station, in seconds. Range: each ≥ 0.</param>
    /// <param name="takt">T: time between two pieces, in seconds. Range: T &gt; 0; null when nobody gave it.</param>
    /// <param name="work">Σt, when stations are loaded with more than work: waiting, walking, margin. Range: ≥ 0; null: the sum of the loads.</param>
    /// <remarks>O(stations).</remarks>
    public static LineLoads Of(IReadOnlyList<double> loads, double? takt, double? work = null)
    {
        ArgumentNullException.ThrowIfNull(loads);
        foreach (var load in loads)
        {
            Argument.NotNegative(load, nameof(loads));
        }

        return new(loads, takt is { } beat ? Argument.Positive(beat, nameof(takt)) : null, work is { } alone ? Argument.NotNegative(alone, nameof(work)) : null);
    }
}
