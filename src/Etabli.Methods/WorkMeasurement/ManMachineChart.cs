namespace Etabli.Methods.WorkMeasurement;

/// <summary>What a block of a man-machine chart is (fr: nature de temps).</summary>
public enum ActivityKind
{
    /// <summary>Tm: by hand, the machine not needed (fr: temps manuel).</summary>
    Manual,

    /// <summary>Tt: the machine alone (fr: temps technologique).</summary>
    Technological,

    /// <summary>Ttm: operator and machine together, or the machine held by the operator (fr: temps technico-manuel).</summary>
    TechnicalManual,

    /// <summary>Tz: by hand while the machine runs (fr: temps masqué).</summary>
    Overlapped,

    /// <summary>Nothing is done (fr: attente).</summary>
    Waiting,

    /// <summary>Ts: once for a batch, outside the cycle (fr: temps de série).</summary>
    Series,
}

/// <summary>One block of a lane, or of two lanes at once (fr: séquence du simogramme).</summary>
/// <param name="Label">What is done.</param>
/// <param name="Lanes">Who or what is taken: "operator", "ROD1". At least one.</param>
/// <param name="Start">From the beginning of the cycle. Range: 0 or more.</param>
/// <param name="Duration">Range: above 0.</param>
/// <param name="Kind">What it is.</param>
public sealed record Activity(string Label, IReadOnlyList<string> Lanes, TimeSpan Start, TimeSpan Duration, ActivityKind Kind)
{
    /// <summary>When it ends.</summary>
    public TimeSpan End => Start + Duration;
}

/// <summary>How one lane spends the cycle (fr: emploi du temps d’une ressource).</summary>
/// <param name="Name">The lane.</param>
/// <param name="Busy">Time at least one block takes it, waiting excepted.</param>
/// <param name="Waiting">Time noted as waiting and not taken by another block.</param>
/// <param name="Undescribed">Time no block says anything of.</param>
/// <param name="Engagement">Busy over the cycle.</param>
public sealed record LaneTime(string Name, TimeSpan Busy, TimeSpan Waiting, TimeSpan Undescribed, Explained<double> Engagement)
{
    /// <summary>Waiting and undescribed together.</summary>
    public TimeSpan Free => Waiting + Undescribed;
}

/// <summary>Two blocks that claim one lane at the same time (fr: chevauchement).</summary>
/// <param name="Lane">The lane.</param>
/// <param name="First">The earlier.</param>
/// <param name="Second">The later.</param>
public sealed record ActivityOverlap(string Lane, Activity First, Activity Second);

/// <summary>Operator and machines side by side in one cycle (fr: simogramme).</summary>
/// <remarks>
/// The cycle ends with its last block; time of series is outside. A machine that is loaded is engaged although it does not run: <see cref="Running"/> is the technological time alone.
/// Sources: Barnes, R. M., Motion and Time Study, 7th ed., 1980, chapter 8; the French names of the times are of trade usage in the offices of methods.
/// </remarks>
public sealed record ManMachineChart
{
    private static readonly Formula EngagementFormula = new("engagement", "E = T_engaged / Tc", new("Barnes, R. M.", "Motion and Time Study, 7th ed.", 1980, "chapter 8"));

    private ManMachineChart(string operatorLane, List<Activity> activities)
    {
        (Operator, Activities) = (operatorLane, Listed.Of(activities.OrderBy(a => a.Start)));
        var cycle = Activities.Where(a => a.Kind != ActivityKind.Series).ToList();
        Cycle = cycle.Max(a => a.End);
        var names = new[] { operatorLane }.Concat(activities.SelectMany(a => a.Lanes).Where(l => l != operatorLane)).Distinct(StringComparer.Ordinal);
        Lanes = Listed.Of(names.Select(n => Lane(n, cycle)));
        Overlaps = Listed.Of(Lanes.SelectMany(l => Twice(l.Name, cycle)));
        var (runs, hands) = (Spans(cycle, a => a.Kind == ActivityKind.Technological), Spans(cycle, a => a.Kind is ActivityKind.Overlapped or ActivityKind.Manual && a.Lanes.Contains(operatorLane)));
        Running = Length(runs);
        Masked = Length(Both(runs, hands));
        NotMasked = Listed.Of(cycle.Where(a => a.Kind == ActivityKind.Overlapped && Length(Both(runs, [(a.Start, a.End)])) < a.Duration));
        TimeSpan Of(params ActivityKind[] kinds) => Length(Spans(cycle, a => kinds.Contains(a.Kind)));
        Servicing = new(Of(ActivityKind.TechnicalManual), Running, Length(Spans(cycle, a => a.Kind is ActivityKind.Manual or ActivityKind.Overlapped && a.Lanes.Contains(operatorLane))));
    }

    /// <summary>Name of the operator's lane.</summary>
    public string Operator { get; }

    /// <summary>The blocks, by their start.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>Tc: length of the cycle.</summary>
    public TimeSpan Cycle { get; }

    /// <summary>The lanes, the operator first.</summary>
    public IReadOnlyList<LaneTime> Lanes { get; }

    /// <summary>The operator's lane.</summary>
    public LaneTime OperatorTime => Lanes[0];

    /// <summary>Time at least one machine runs.</summary>
    public TimeSpan Running { get; }

    /// <summary>Handwork done while a machine runs.</summary>
    public TimeSpan Masked { get; }

    /// <summary>Blocks said to be masked that are not, or not wholly, under a technological time.</summary>
    public IReadOnlyList<Activity> NotMasked { get; }

    /// <summary>Blocks that claim one lane at once; a chart that has some is to be mended before it is believed.</summary>
    public IReadOnlyList<ActivityOverlap> Overlaps { get; }

    /// <summary>What one machine asks of the operator, for several machines.</summary>
    public MachineServicing Servicing { get; }

    /// <summary>Pieces in an hour, one a cycle.</summary>
    public double PiecesPerHour => 3600 / Cycle.TotalSeconds;

    /// <summary>Reads the blocks of one cycle.</summary>
    /// <param name="operatorLane">Name of the operator's lane.</param>
    /// <param name="activities">The blocks; at least one that is not of series.</param>
    /// <exception cref="ArgumentException">No block of the cycle, a block without lane.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A start below 0, a duration that is not above 0.</exception>
    public static ManMachineChart Of(string operatorLane, IEnumerable<Activity> activities)
    {
        Argument.Said(operatorLane, nameof(operatorLane));
        ArgumentNullException.ThrowIfNull(activities);
        var all = activities.ToList();
        foreach (var activity in all)
        {
            Argument.NotNegative(activity.Start, nameof(activities));
            Argument.Positive(activity.Duration, nameof(activities));
            if (activity.Lanes.Count == 0)
            {
                throw new ArgumentException($"{activity.Label} takes no lane.", nameof(activities));
            }
        }

        return all.Exists(a => a.Kind != ActivityKind.Series) ? new(operatorLane, all) : throw new ArgumentException("No block of the cycle.", nameof(activities));
    }

    private LaneTime Lane(string name, List<Activity> cycle)
    {
        var busy = Spans(cycle, a => a.Kind != ActivityKind.Waiting && a.Lanes.Contains(name));
        var waiting = Spans(cycle, a => a.Kind == ActivityKind.Waiting && a.Lanes.Contains(name));
        var (engaged, waited) = (Length(busy), Length(waiting) - Length(Both(busy, waiting)));
        return new(name, engaged, waited, Cycle - engaged - waited, EngagementFormula.Gives(engaged / Cycle, Units.Ratio, Term.Seconds("T_engaged", "time engaged", engaged, name), Term.Seconds("Tc", "cycle time", Cycle)));
    }

    private static List<ActivityOverlap> Twice(string lane, List<Activity> cycle)
    {
        Activity? last = null;
        var found = new List<ActivityOverlap>();
        foreach (var block in cycle.Where(a => a.Lanes.Contains(lane)))
        {
            if (last is not null && block.Start < last.End)
            {
                found.Add(new(lane, last, block));
            }

            last = last is null || block.End > last.End ? block : last;
        }

        return found;
    }

    /// <summary>The time some blocks take together, as spans apart from each other.</summary>
    private static List<(TimeSpan From, TimeSpan Until)> Spans(IEnumerable<Activity> all, Func<Activity, bool> which)
    {
        var spans = new List<(TimeSpan From, TimeSpan Until)>();
        foreach (var block in all.Where(which).OrderBy(a => a.Start))
        {
            if (spans.Count > 0 && block.Start <= spans[^1].Until)
            {
                spans[^1] = (spans[^1].From, block.End > spans[^1].Until ? block.End : spans[^1].Until);
            }
            else
            {
                spans.Add((block.Start, block.End));
            }
        }

        return spans;
    }

    private static List<(TimeSpan From, TimeSpan Until)> Both(List<(TimeSpan From, TimeSpan Until)> some, List<(TimeSpan From, TimeSpan Until)> others) =>
        [.. some.SelectMany(s => others.Select(o => (From: s.From > o.From ? s.From : o.From, Until: s.Until < o.Until ? s.Until : o.Until))).Where(b => b.From < b.Until)];

    private static TimeSpan Length(List<(TimeSpan From, TimeSpan Until)> spans) => spans.Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.Until - s.From));
}
