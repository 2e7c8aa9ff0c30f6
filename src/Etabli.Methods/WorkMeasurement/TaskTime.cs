using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Distributions;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>The time of one task of a routing, from the elements it was timed by (fr: temps mesuré d’une tâche).</summary>
/// <remarks>
/// Elements of one task add up. The interval takes their means for independent; its degrees of freedom are those of Welch and Satterthwaite. Elements that are always slow together make it too narrow.
/// Sources: Barnes, R. M., Motion and Time Study, 7th ed., 1980, for the standard time; JCGM 100:2008 (GUM), annex G.4, for the interval.
/// </remarks>
/// <example>
/// <code>
/// double[] watch = [10, 11, 9, 10];
/// var study = TimeStudy.Of([new WorkElement("a")], watch.Select((t, i) => new ObservedTime("a", i + 1, TimeSpan.FromSeconds(t))), new() { Allowance = new(0.10) });
/// var time = TaskTime.Of("6", study.Elements, study.Choices.Allowance, TimeSpan.FromSeconds(9));
/// time.Standard.Known; // 11 s
/// time.Interval.Known; // [9.571; 12.429] s
/// time.Differs; // true: 9 s lies outside
/// </code>
/// </example>
public sealed record TaskTime
{
    private static readonly Formula StandardFormula = new("standard time of a task", "TS = Σ(TNᵢ·fᵢ)·(1 + CR)", new("Barnes, R. M.", "Motion and Time Study, 7th ed.", 1980, "chapter 21"));
    private static readonly Formula IntervalFormula = new("confidence interval of the time of a task", "TS ± t(1 − α/2; ν)·k·√Σ(fᵢ²sᵢ²/nᵢ), ν = (Σuᵢ²)² / Σ(uᵢ⁴/(nᵢ − 1))", new("JCGM", "100:2008, Guide to the expression of uncertainty in measurement", 2008, "G.4"));
    private static readonly Formula GapFormula = new("gap to the routing", "e = TS / TG − 1", Source.TradeUsage);

    private TaskTime(string task, IReadOnlyList<ElementTime> elements, Allowance allowance, TimeSpan? routing, double level)
    {
        (Task, Elements, Routing) = (task, elements, routing);
        var gaps = elements.Where(e => !e.PerCycle.IsKnown).Select(e => new Gap(e.Element.Code, "observations")).ToList();
        if (elements.Count == 0)
        {
            gaps.Add(new(task, "elements"));
        }

        var terms = elements.Where(e => e.PerCycle.IsKnown).Select(e => new Term("TN", "normal time per cycle", e.PerCycle.Known.TotalSeconds, Units.Seconds, e.Element.Code, From: e.PerCycle.Because)).ToList();
        var share = new Term("CR", "allowance", allowance.Share, Units.Ratio);
        Standard = gaps.Count > 0 ? StandardFormula.Lacks<TimeSpan>(Units.Seconds, gaps, terms) : StandardFormula.Gives(TimeSpan.FromSeconds(terms.Sum(t => t.Value) * allowance.Factor), Units.Seconds, [.. terms, share]);
        Interval = Around(gaps, terms, allowance.Factor, level);
        if (routing is { } known)
        {
            var asked = Term.Seconds("TG", "routing time", known, task);
            Gap = known <= TimeSpan.Zero ? GapFormula.Lacks<double>(Units.Ratio, [new(task, "routing time", GapKind.Impossible)], asked)
                : Standard.Value is { } standard ? GapFormula.Gives(standard.TotalSeconds / known.TotalSeconds - 1, Units.Ratio, new Term("TS", "standard time", standard.TotalSeconds, Units.Seconds, From: Standard.Because), asked)
                : GapFormula.Lacks<double>(Units.Ratio, [new(task, "standard time")], asked);
        }
    }

    /// <summary>Code of the task.</summary>
    public string Task { get; }

    /// <summary>The elements it was timed by.</summary>
    public IReadOnlyList<ElementTime> Elements { get; }

    /// <summary>What the routing says; null when it says nothing.</summary>
    public TimeSpan? Routing { get; }

    /// <summary>TS: the standard time of the task in one cycle; a gap while an element has no time that counts.</summary>
    public Explained<TimeSpan> Standard { get; }

    /// <summary>Where the true mean lies, in seconds; a gap while an element was timed less than twice.</summary>
    public Explained<ConfidenceInterval> Interval { get; }

    /// <summary>How much longer than the routing says, as a share of it; null when the routing says nothing.</summary>
    public Explained<double>? Gap { get; }

    /// <summary>Fewest times that count among its elements.</summary>
    public int Counted => Elements.Count == 0 ? 0 : Elements.Min(e => e.Counted.Count);

    /// <summary>Whether the routing's time lies outside the interval: the gap is more than chance; null when that cannot be said.</summary>
    public bool? Differs => Routing is { } routing && Interval.Value is { } interval ? !interval.Contains(routing.TotalSeconds) : null;

    /// <summary>Reckons the time of a task.</summary>
    /// <param name="task">Its code.</param>
    /// <param name="elements">The elements of one time study that belong to it; foreign ones are not given.</param>
    /// <param name="allowance">What is added to the normal time.</param>
    /// <param name="routing">What the routing says. Range: 0 or more; null when it says nothing.</param>
    /// <param name="level">1 − α of the interval. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentException">The task has no code, or an element is foreign.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The routing's time is negative, or the level is no share.</exception>
    public static TaskTime Of(string task, IEnumerable<ElementTime> elements, Allowance allowance, TimeSpan? routing = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(allowance);
        Sample.Share(level, nameof(level));
        var all = Listed.Of(elements);
        if (all.FirstOrDefault(e => e.Element.IsForeign) is { } foreign)
        {
            throw new ArgumentException($"Element {foreign.Element.Code} is foreign to the work.", nameof(elements));
        }

        return new(Argument.Said(task, nameof(task)), all, allowance, routing is { } time ? Argument.NotNegative(time, nameof(routing)) : null, level);
    }

    private Explained<ConfidenceInterval> Around(List<Gap> gaps, List<Term> terms, double factor, double level)
    {
        var few = Elements.Where(e => e.PerCycle.IsKnown && !e.Deviation.IsKnown).Select(e => new Gap(e.Element.Code, "second value"));
        gaps = [.. gaps, .. few];
        if (gaps.Count > 0)
        {
            return IntervalFormula.Lacks<ConfidenceInterval>(Units.Seconds, gaps, terms);
        }

        // uᵢ² of each mean in one cycle.
        var squares = Elements.Select(e => (Square: e.Element.Frequency * e.Element.Frequency * Sample.Moments([.. e.NormalTimes]).Squares / (e.Counted.Count - 1) / e.Counted.Count, Freedom: e.Counted.Count - 1)).ToList();
        var sum = squares.Sum(s => s.Square);
        var mean = terms.Sum(t => t.Value) * factor;
        var freedom = sum > 0 ? sum * sum / squares.Sum(s => s.Square * s.Square / s.Freedom) : squares.Min(s => s.Freedom);
        var t = StudentDistribution.UpperQuantile((1 - level) / 2, freedom);
        var half = t * factor * Math.Sqrt(sum);
        return IntervalFormula.Gives(
            new ConfidenceInterval(mean - half, mean + half, level), Units.Seconds, [.. terms, new Term("k", "allowance factor", factor, Units.Ratio), new Term("ν", "degrees of freedom", freedom, Units.Ratio), new Term("t", "Student quantile", t, Units.Ratio)]);
    }
}
