namespace Etabli.Methods.ValueStreams;

/// <summary>One process against the takt (fr: charge d’un poste).</summary>
public sealed record StationLoad
{
    private static readonly Formula CapacityFormula = new("capacity per period", "K = A / C", Source.TradeUsage);

    private static readonly Formula RatioFormula = new("load against takt", "ρ = C / T", Source.TradeUsage);

    private StationLoad(string code, Explained<TimeSpan> cycle, Takt takt)
    {
        Code = code;
        Cycle = cycle;
        var terms = cycle.Value is { } time ? new Term[] { new("C", "effective cycle time", time.TotalSeconds, Units.Seconds, code, From: cycle.Because) } : [];
        var available = Term.Seconds("A", "available time", takt.Available);
        var rhythm = new Term("T", "takt time", takt.Time.TotalSeconds, Units.Seconds, From: takt.Explain().Because);
        if (cycle.Value is not { } known)
        {
            Capacity = CapacityFormula.Lacks<double>(Units.Pieces, cycle.Because.Gaps, available);
            Ratio = RatioFormula.Lacks<double>(Units.Ratio, cycle.Because.Gaps, rhythm);
            return;
        }

        Ratio = RatioFormula.Gives((double)known.Ticks * takt.Demand / takt.Available.Ticks, Units.Ratio, [.. terms, rhythm]);
        Capacity = known == TimeSpan.Zero
            ? CapacityFormula.Lacks<double>(Units.Pieces, [new(code, "capacity", GapKind.Impossible)], [available, .. terms])
            : CapacityFormula.Gives((double)takt.Available.Ticks / known.Ticks, Units.Pieces, [available, .. terms]);
        ExceedsTakt = !takt.IsHeldBy(known);
    }

    /// <summary>Code of the process.</summary>
    public string Code { get; }

    /// <summary>C: its effective cycle.</summary>
    public Explained<TimeSpan> Cycle { get; }

    /// <summary>K: good pieces it can make in the takt's available time, not rounded. No value when C is 0 or not known.</summary>
    public Explained<double> Capacity { get; }

    /// <summary>ρ = C / T; above 1 the customer waits. No value when C is not known.</summary>
    public Explained<double> Ratio { get; }

    /// <summary>Whether C is above the takt, decided on whole ticks; null when C is not known.</summary>
    public bool? ExceedsTakt { get; }

    /// <summary>Weighs one process against the takt.</summary>
    /// <param name="code">Code of the process.</param>
    /// <param name="box">Its data.</param>
    /// <param name="takt">The rhythm asked.</param>
    /// <exception cref="ArgumentException">The code says nothing.</exception>
    /// <remarks>O(1). Source: trade usage.</remarks>
    /// <example>
    /// A process of 40 s against a takt of 60 s (27 600 s, 460 pieces): ρ = 0.667, K = 690 pieces.
    /// <code>
    /// var load = StationLoad.Of("weld", new DataBox { CycleTime = TimeSpan.FromSeconds(40) }, Takt.Of(TimeSpan.FromMinutes(460), 460));
    /// load.Capacity.Known; // 690
    /// </code>
    /// </example>
    public static StationLoad Of(string code, DataBox box, Takt takt)
    {
        ArgumentNullException.ThrowIfNull(takt);
        return new(Argument.Said(code, nameof(code)), EffectiveCycle.Of(box, code), takt);
    }
}

/// <summary>The process that sets the rhythm of the whole (fr: goulot).</summary>
/// <param name="Codes">Its code; several when they tie.</param>
/// <param name="Ratio">ρ = C / T of each of them; above 1 it holds back the customer.</param>
/// <param name="NotWeighed">Processes whose effective cycle is not known: one of them may be the true bottleneck.</param>
public sealed record Bottleneck(IReadOnlyList<string> Codes, double Ratio, IReadOnlyList<string> NotWeighed)
{
    /// <summary>The codes that tie.</summary>
    public IReadOnlyList<string> Codes { get; } = Listed.Of(Codes, nameof(Codes));

    /// <summary>Processes that could not be weighed.</summary>
    public IReadOnlyList<string> NotWeighed { get; } = Listed.Of(NotWeighed, nameof(NotWeighed));

    /// <summary>Whether several processes have the largest ratio.</summary>
    public bool IsTie => Codes.Count > 1;

    /// <summary>The process with the largest effective cycle against takt.</summary>
    /// <param name="loads">Processes weighed against one takt; order is kept among ties.</param>
    /// <returns>The bottleneck; null when no effective cycle is known.</returns>
    /// <remarks>O(n). Ties are equal to the tick. Source: trade usage.</remarks>
    /// <example>Cycles of 40, 60 and 60 s against a takt of 50 s: the two of 60 s tie, at a ratio of 1.2.</example>
    public static Bottleneck? Of(IEnumerable<StationLoad> loads)
    {
        ArgumentNullException.ThrowIfNull(loads);
        var all = loads.ToList();
        var weighed = all.Where(l => l.Cycle.IsKnown).ToList();
        if (weighed.Count == 0)
        {
            return null;
        }

        var longest = weighed.Max(l => l.Cycle.Known);
        var first = weighed.First(l => l.Cycle.Known == longest);
        return new([.. weighed.Where(l => l.Cycle.Known == longest).Select(l => l.Code)], first.Ratio.Known, [.. all.Where(l => !l.Cycle.IsKnown).Select(l => l.Code)]);
    }
}
