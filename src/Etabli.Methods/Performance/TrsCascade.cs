namespace Etabli.Methods.Performance;

/// <summary>What in a reading cannot be true, or asks for a look (fr: incohérence du relevé).</summary>
public enum TrsInconsistency
{
    /// <summary>Own and induced stops last longer than the required time.</summary>
    StopsExceedRequired,

    /// <summary>Pieces made need more than the running time (TP &gt; 1): the cycle of reference is too long, stops are too long, or pieces are counted twice.</summary>
    PiecesExceedRunning,

    /// <summary>Required time exceeds opening time, or opening total.</summary>
    TimesNotNested,

    /// <summary>Opening and required times were given and planned stops do not make their difference.</summary>
    PlannedStopsDisagree,

    /// <summary>Running time was given and own and induced stops do not make what is missing from the required time.</summary>
    RunningDisagrees,

    /// <summary>Stops or pieces in a period that required nothing.</summary>
    ActivityWithoutRequirement,
}

/// <summary>An inconsistency and where it lies (fr: incohérence relevée).</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Period">The period.</param>
/// <param name="Kind">What cannot be true.</param>
/// <param name="By">By how much.</param>
public sealed record TrsWarning(string Machine, string Period, TrsInconsistency Kind, TimeSpan By);

/// <summary>Time lost to one class of stops, to rhythm or to quality (fr: perte de TRS).</summary>
/// <param name="Name">Stable English key: the stop class, "rhythm" or "quality"; pages word it.</param>
/// <param name="Duration">Time lost; below 0 when pieces came faster than the cycle of reference.</param>
/// <param name="Pieces">The pieces of reference cycle that would have been made in it; null when nothing was made.</param>
/// <param name="OfRequired">Share of the required time; null when nothing was required. What a loss costs the TRS.</param>
public sealed record TrsLoss(string Name, TimeSpan Duration, double? Pieces, double? OfRequired);

/// <summary>The six nested times and their rates (fr: TRS, cascade des temps).</summary>
/// <remarks>
/// tT ⊃ tO ⊃ tR ⊃ tF ⊃ tN ⊃ tU. A roll-up adds times and divides after: it is weighted by required time, and is not the mean of rates.
/// Source: NF E60-182, 2002, as read in published summaries.
/// </remarks>
public sealed record TrsCascade
{
    private static readonly Source Norm = new("AFNOR", "NF E60-182, Moyens de production: indicateurs de performances", 2002);

    internal TrsCascade(string name, TrsTimes times, ChangeoverReading changeovers, IReadOnlyDictionary<StopClass, TimeSpan> stops, long made, long good, IEnumerable<TrsWarning> warnings)
    {
        Name = name;
        Changeovers = changeovers;
        (Total, Opening, Required, Running, Net, Useful) = (times.Total, times.Opening, times.Required, times.Running, times.Net, times.Useful);
        (Made, Good) = (made, good);
        Warnings = Listed.Of(warnings);
        Stops = Listed.Of(stops.Where(s => s.Value > TimeSpan.Zero).OrderBy(s => s.Key).Select(s => new TrsLoss(s.Key.ToString(), s.Value, InPieces(s.Value), OfRequired(s.Value))));
    }

    /// <summary>The machine, or what was rolled up.</summary>
    public string Name { get; }

    /// <summary>Where changes of series were counted: to be printed beside the figure.</summary>
    public ChangeoverReading Changeovers { get; }

    /// <summary>tT: calendar time; null when a period did not say it.</summary>
    public TimeSpan? Total { get; }

    /// <summary>tO: opening time; null when a period did not say it.</summary>
    public TimeSpan? Opening { get; }

    /// <summary>tR: time in which the machine is asked to produce.</summary>
    public TimeSpan Required { get; }

    /// <summary>tF: required time less own and induced stops; 0 when stops exceed it, which is said.</summary>
    public TimeSpan Running { get; }

    /// <summary>tN: pieces made × cycle of reference.</summary>
    public TimeSpan Net { get; }

    /// <summary>tU: good pieces × cycle of reference.</summary>
    public TimeSpan Useful { get; }

    /// <summary>Pieces made.</summary>
    public long Made { get; }

    /// <summary>Pieces good at once.</summary>
    public long Good { get; }

    /// <summary>Time stopped, by class, closures and planned stops too.</summary>
    public IReadOnlyList<TrsLoss> Stops { get; }

    /// <summary>What cannot be true.</summary>
    public IReadOnlyList<TrsWarning> Warnings { get; }

    /// <summary>From running to net time: lost rhythm and stops nobody noted.</summary>
    public TrsLoss RhythmLoss => new("rhythm", Running - Net, InPieces(Running - Net), OfRequired(Running - Net));

    /// <summary>From net to useful time: scrap and rework.</summary>
    public TrsLoss QualityLoss => new("quality", Net - Useful, InPieces(Net - Useful), OfRequired(Net - Useful));

    /// <summary>DO = tF/tR: availability.</summary>
    public Explained<double> Availability => Rate("operational availability", "DO = tF / tR", ("tF", "running time", Running), ("tR", "required time", Required));

    /// <summary>TP = tN/tF: rhythm held. Above 1 something is wrong, and said.</summary>
    public Explained<double> Performance => Rate("performance rate", "TP = tN / tF", ("tN", "net time", Net), ("tF", "running time", Running));

    /// <summary>TQ = tU/tN: good pieces.</summary>
    public Explained<double> Quality => Rate("quality rate", "TQ = tU / tN", ("tU", "useful time", Useful), ("tN", "net time", Net));

    /// <summary>TRS = tU/tR = DO·TP·TQ (taux de rendement synthétique).</summary>
    public Explained<double> Trs => Rate("synthetic rate of return", "TRS = tU / tR", ("tU", "useful time", Useful), ("tR", "required time", Required));

    /// <summary>TRG = tU/tO (taux de rendement global).</summary>
    public Explained<double> Trg => Rate("global rate of return", "TRG = tU / tO", ("tU", "useful time", Useful), ("tO", "opening time", Opening));

    /// <summary>TRE = tU/tT (taux de rendement économique). Not tO/tT, which is the strategic rate.</summary>
    public Explained<double> Tre => Rate("economic rate of return", "TRE = tU / tT", ("tU", "useful time", Useful), ("tT", "total time", Total));

    /// <summary>TC = tR/tO: how much of the opening is asked (taux de charge).</summary>
    public Explained<double> Load => Rate("load rate", "TC = tR / tO", ("tR", "required time", Required), ("tO", "opening time", Opening));

    /// <summary>TS = tO/tT: how much of the calendar is open (taux stratégique d’engagement).</summary>
    public Explained<double> Strategic => Rate("strategic rate", "TS = tO / tT", ("tO", "opening time", Opening), ("tT", "total time", Total));

    private double? InPieces(TimeSpan lost) => Made > 0 ? lost / (Net / Made) : null;

    private double? OfRequired(TimeSpan lost) => Required > TimeSpan.Zero ? lost / Required : null;

    private Explained<double> Rate(string name, string symbols, (string Symbol, string Name, TimeSpan? Value) top, (string Symbol, string Name, TimeSpan? Value) under)
    {
        var formula = new Formula(name, symbols, Norm);
        var terms = new[] { top, under }.Where(t => t.Value is not null).Select(t => Term.Seconds(t.Symbol, t.Name, t.Value!.Value, Name)).ToList();
        return (top.Value, under.Value) switch
        {
            (null, _) => formula.Lacks<double>(Units.Ratio, [new(Name, top.Name)], terms),
            (_, null) => formula.Lacks<double>(Units.Ratio, [new(Name, under.Name)], terms),
            (_, { Ticks: 0 }) => formula.Lacks<double>(Units.Ratio, [new(Name, under.Name, GapKind.Impossible)], terms),
            ({ } a, { } b) => formula.Gives(a / b, Units.Ratio, terms),
        };
    }
}

/// <summary>The six times.</summary>
internal readonly record struct TrsTimes(TimeSpan? Total, TimeSpan? Opening, TimeSpan Required, TimeSpan Running, TimeSpan Net, TimeSpan Useful);
