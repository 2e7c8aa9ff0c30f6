namespace Etabli.Methods.WorkMeasurement;

/// <summary>What a piece of work is worth to the customer (fr: classe de valeur d’un élément).</summary>
public enum WorkWorth
{
    /// <summary>Changes the product as the customer asks (fr: VA).</summary>
    ValueAdding,

    /// <summary>Changes nothing, and cannot be left out as things are (fr: NVA nécessaire).</summary>
    Necessary,

    /// <summary>Can be left out (fr: NVA, gaspillage).</summary>
    Waste,
}

/// <summary>What is done with an element of the work (fr: ECRS).</summary>
public enum WorkIdea
{
    /// <summary>Left out (fr: éliminer).</summary>
    Eliminate,

    /// <summary>Done together with another (fr: combiner).</summary>
    Combine,

    /// <summary>Done in another order, place or hand (fr: réarranger).</summary>
    Rearrange,

    /// <summary>Done in an easier way (fr: simplifier).</summary>
    Simplify,
}

/// <summary>One element of a work that is taken apart (fr: élément de la décomposition).</summary>
/// <param name="Label">What is done.</param>
/// <param name="Time">How long it takes today. Range: 0 or more.</param>
/// <param name="Worth">What it is worth; null when nobody said.</param>
/// <param name="Idea">What is to be done with it; null for nothing.</param>
/// <param name="After">How long it will take; null when nobody said.</param>
public sealed record WorkPart(string Label, TimeSpan Time, WorkWorth? Worth = null, WorkIdea? Idea = null, TimeSpan? After = null)
{
    /// <summary>How long it will take as far as is known: as said, nothing for what is left out, else as today.</summary>
    public TimeSpan Expected => After ?? (Idea == WorkIdea.Eliminate ? TimeSpan.Zero : Time);

    /// <summary>Whether its time to come is only today's, for want of a better: an idea whose effect nobody said.</summary>
    public bool IsUnsaid => After is null && Idea is not (null or WorkIdea.Eliminate);
}

/// <summary>A work taken apart: what is worth its time, what is not, and what is done about it (fr: décomposition du travail).</summary>
/// <remarks>
/// Sources: Shingo, S., A Study of the Toyota Production System, 1989, for value and waste; Barnes, R. M., Motion and Time Study, 7th ed., 1980, for the four questions: eliminate, combine, rearrange, simplify.
/// </remarks>
/// <example>
/// <code>
/// var work = WorkBreakdown.Of([new("Serrer", TimeSpan.FromSeconds(30), WorkWorth.ValueAdding), new("Chercher la clé", TimeSpan.FromSeconds(10), WorkWorth.Waste, WorkIdea.Eliminate)]);
/// work.ShareOf(WorkWorth.ValueAdding).Known; // 0.75
/// work.Gain.Known; // 0.25
/// </code>
/// </example>
public sealed record WorkBreakdown
{
    private static readonly Formula ShareFormula = new("share of a worth", "p = T_c / T", new("Shingo, S.", "A Study of the Toyota Production System", 1989));
    private static readonly Formula GainFormula = new("time gained", "g = 1 − T′ / T", new("Barnes, R. M.", "Motion and Time Study, 7th ed.", 1980));

    private WorkBreakdown(IReadOnlyList<WorkPart> parts)
    {
        Parts = parts;
        (Total, Expected) = (Sum(parts, p => p.Time), Sum(parts, p => p.Expected));
        var total = Term.Seconds("T", "time today", Total);
        Gain = Total > TimeSpan.Zero
            ? GainFormula.Gives(1 - Expected / Total, Units.Ratio, Term.Seconds("T′", "time to come", Expected), total)
            : GainFormula.Lacks<double>(Units.Ratio, [new("", "time today", GapKind.Impossible)], total);
    }

    /// <summary>The elements, in the order of the work.</summary>
    public IReadOnlyList<WorkPart> Parts { get; }

    /// <summary>T: today.</summary>
    public TimeSpan Total { get; }

    /// <summary>T′: once what is planned is done, as far as is known.</summary>
    public TimeSpan Expected { get; }

    /// <summary>Share of today's time that goes; negative when the work gets longer. A gap when no time is said.</summary>
    public Explained<double> Gain { get; }

    /// <summary>Elements that change the product and are to be left out: to be looked at again.</summary>
    public IEnumerable<WorkPart> WorthyAndLeftOut => Parts.Where(p => p is { Worth: WorkWorth.ValueAdding, Idea: WorkIdea.Eliminate });

    /// <summary>Elements whose time to come nobody said.</summary>
    public IEnumerable<WorkPart> Unsaid => Parts.Where(p => p.IsUnsaid);

    /// <summary>Time of one worth; null for what nobody judged.</summary>
    /// <param name="worth">Which worth.</param>
    /// <param name="after">To come rather than today.</param>
    public TimeSpan TimeOf(WorkWorth? worth, bool after = false) => Sum(Parts.Where(p => p.Worth == worth), p => after ? p.Expected : p.Time);

    /// <summary>Share of one worth in the time of all; elements that nobody judged are in the whole.</summary>
    /// <param name="worth">Which worth.</param>
    /// <param name="after">To come rather than today.</param>
    /// <returns>From 0 to 1; a gap when no time is said.</returns>
    public Explained<double> ShareOf(WorkWorth? worth, bool after = false)
    {
        var (time, whole) = (TimeOf(worth, after), after ? Expected : Total);
        Term[] terms = [Term.Seconds("T_c", "time of the worth", time), Term.Seconds("T", after ? "time to come" : "time today", whole)];
        return whole > TimeSpan.Zero ? ShareFormula.Gives(time / whole, Units.Ratio, terms) : ShareFormula.Lacks<double>(Units.Ratio, [new("", "time today", GapKind.Impossible)], terms);
    }

    /// <summary>Takes a work apart.</summary>
    /// <param name="parts">Its elements, in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative time.</exception>
    public static WorkBreakdown Of(IEnumerable<WorkPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var all = Listed.Of(parts);
        foreach (var part in all)
        {
            Argument.NotNegative(part.Time, nameof(parts));
            Argument.NotNegative(part.Expected, nameof(parts));
        }

        return new(all);
    }

    private static TimeSpan Sum(IEnumerable<WorkPart> parts, Func<WorkPart, TimeSpan> of) => parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + of(part));
}
