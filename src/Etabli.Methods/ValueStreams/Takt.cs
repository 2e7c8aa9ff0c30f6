namespace Etabli.Methods.ValueStreams;

/// <summary>Presence of one shift and what is taken from it (fr: équipe de travail).</summary>
/// <param name="Presence">From arrival to departure. Range: above 0.</param>
/// <param name="Breaks">Breaks, meetings, cleaning, planned maintenance: each 0 or more, together not above the presence.</param>
public sealed record WorkShift(TimeSpan Presence, params IReadOnlyList<TimeSpan> Breaks)
{
    /// <summary>From arrival to departure.</summary>
    public TimeSpan Presence { get; } = Argument.Positive(Presence, nameof(Presence));

    /// <summary>What is taken from the presence.</summary>
    public IReadOnlyList<TimeSpan> Breaks { get; } = Listed.Of(Breaks, nameof(Breaks));

    /// <summary>Net time of the shift: presence minus breaks. Exact, on ticks.</summary>
    /// <exception cref="ArgumentException">A break is negative, or they last longer than the presence.</exception>
    public TimeSpan Net
    {
        get
        {
            var net = Presence;
            foreach (var pause in Breaks)
            {
                net -= Argument.NotNegative(pause, nameof(Breaks));
            }

            return net >= TimeSpan.Zero ? net : throw new ArgumentException($"Breaks exceed the presence by {-net}; expected at most {Presence}.", nameof(Breaks));
        }
    }
}

/// <summary>Rhythm asked by the customer, kept as its exact fraction (fr: temps takt).</summary>
/// <remarks>
/// T = A / D. The available time and the demand are kept, so that no rounding of T can decide whether a station holds it.
/// Source: Rother, M. and Shook, J., Learning to See, Lean Enterprise Institute, 1999.
/// </remarks>
/// <example>
/// Two shifts of 450 min less 20 + 5 + 5, 96 pieces a day: T = 50 400 s / 96 = 525 s.
/// <code>
/// var shift = new WorkShift(TimeSpan.FromMinutes(450), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
/// Takt.Of([shift, shift], demand: 96).Time; // 525 s
/// </code>
/// </example>
public sealed record Takt
{
    private static readonly Formula Formula = new("takt time", "T = A / D", Books.LearningToSee);

    private Takt(TimeSpan available, long demand) => (Available, Demand) = (available, demand);

    /// <summary>A: net time in which the demand must be made.</summary>
    public TimeSpan Available { get; }

    /// <summary>D: good pieces asked in that time.</summary>
    public long Demand { get; }

    /// <summary>T to the nearest tick (100 ns).</summary>
    public TimeSpan Time => TimeSpan.FromTicks((long)(((Int128)Available.Ticks * 2 + Demand) / ((Int128)Demand * 2)));

    /// <summary>Takt of a net time and the demand in it.</summary>
    /// <param name="available">A: net time, in the same period as the demand. Range: A &gt; 0.</param>
    /// <param name="demand">D: good pieces asked in that period. Range: D &gt; 0.</param>
    /// <returns>T = A / D.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A or D is not above 0: without demand there is no rhythm.</exception>
    /// <remarks>O(1), exact. Source: Rother and Shook, Learning to See, 1999.</remarks>
    /// <example><code>Takt.Of(TimeSpan.FromMinutes(840), demand: 96).Time; // 525 s</code></example>
    public static Takt Of(TimeSpan available, long demand) => new(Argument.Positive(available, nameof(available)), Argument.Positive(demand, nameof(demand)));

    /// <summary>Takt of the shifts of a day and the demand of that day.</summary>
    /// <param name="shifts">Every shift that makes the product that day; at least one.</param>
    /// <param name="demand">D: good pieces asked that day. Range: D &gt; 0.</param>
    /// <exception cref="ArgumentException">No net time: no shift, or breaks that take all of it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">D is not above 0.</exception>
    /// <remarks>O(shifts), exact. Source: Rother and Shook, Learning to See, 1999. The example of the type is worked with it.</remarks>
    public static Takt Of(IEnumerable<WorkShift> shifts, long demand)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        var net = TimeSpan.Zero;
        foreach (var shift in shifts)
        {
            net += shift.Net;
        }

        return Of(Argument.Positive(net, nameof(shifts)), demand);
    }

    /// <summary>Whether a cycle holds the rhythm: t·D ≤ A. Compared on whole ticks, without rounding T; equal holds.</summary>
    /// <param name="cycle">t: time per good piece. Range: t ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is negative.</exception>
    /// <remarks>O(1), exact.</remarks>
    /// <example>100 s for 3 pieces: a cycle of 33.3333333 s holds, 33.3333334 s does not.</example>
    public bool IsHeldBy(TimeSpan cycle) => (Int128)Argument.NotNegative(cycle, nameof(cycle)).Ticks * Demand <= Available.Ticks;

    /// <summary>T with its formula and its inputs.</summary>
    public Explained<TimeSpan> Explain() =>
        Formula.Gives(Time, Units.Seconds, Term.Seconds("A", "available time", Available), new Term("D", "demand", Demand, Units.Pieces));
}
