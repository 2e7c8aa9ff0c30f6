namespace Etabli.Methods.WorkMeasurement;

/// <summary>From the times read off the watch to the standard time of the cycle (fr: chronométrage).</summary>
/// <remarks>
/// A time leaves the study only when somebody says so, with a reason; a value that looks exceptional is named among the suspects and counts until then. Foreign elements are listed apart.
/// Sources: International Labour Office, Introduction to Work Study, 4th ed., 1992; Barnes, R. M., Motion and Time Study, 7th ed., 1980.
/// </remarks>
/// <example>
/// <code>
/// double[] watch = [27, 19, 20, 21, 13];
/// var study = TimeStudy.Of(
///     [new WorkElement("a") { Rating = 120 }], watch.Select((t, i) => new ObservedTime("a", i + 1, TimeSpan.FromSeconds(t))),
///     new() { Allowance = new(0.20) });
/// study.NormalTime.Known; // 24 s
/// study.StandardTime.Known; // 28.8 s
/// </code>
/// </example>
public sealed record TimeStudy
{
    private static readonly Formula CycleFormula = new("normal time of the cycle", "TN = Σ(TNᵢ·fᵢ)", new("International Labour Office", "Introduction to Work Study, 4th ed.", 1992, "chapter 22"));
    private static readonly Formula GapFormula = new("gap to the routing", "e = TS / TG − 1", Source.TradeUsage);

    private TimeStudy(TimeStudyChoices choices, IEnumerable<ElementTime> elements)
    {
        var all = elements.ToList();
        Choices = choices;
        Elements = Listed.Of(all.Where(e => !e.Element.IsForeign));
        Foreign = Listed.Of(all.Where(e => e.Element.IsForeign));
        var gaps = Elements.Where(e => !e.PerCycle.IsKnown).Select(e => new Gap(e.Element.Code, "observations")).ToList();
        if (Elements.Count == 0)
        {
            gaps.Add(new("", "elements"));
        }

        var terms = Elements.Where(e => e.PerCycle.IsKnown).Select(e => new Term("TN", "normal time per cycle", e.PerCycle.Known.TotalSeconds, Units.Seconds, e.Element.Code, From: e.PerCycle.Because)).ToList();
        NormalTime = gaps.Count > 0 ? CycleFormula.Lacks<TimeSpan>(Units.Seconds, gaps, terms) : CycleFormula.Gives(TimeSpan.FromSeconds(terms.Sum(t => t.Value)), Units.Seconds, terms);
        StandardTime = NormalTime.Value is { } normal ? choices.Allowance.On(normal, NormalTime.Because) : new(null, Units.Seconds, NormalTime.Because);
        if (choices.RoutingTime is { } routing)
        {
            var asked = Term.Seconds("TG", "routing time", Argument.Positive(routing, nameof(choices)));
            RoutingGap = StandardTime.Value is { } standard
                ? GapFormula.Gives(standard.TotalSeconds / routing.TotalSeconds - 1, Units.Ratio, new Term("TS", "standard time", standard.TotalSeconds, Units.Seconds, From: StandardTime.Because), asked)
                : GapFormula.Lacks<double>(Units.Ratio, [new("", "standard time")], asked);
        }
    }

    /// <summary>What it was read with.</summary>
    public TimeStudyChoices Choices { get; }

    /// <summary>The elements of the work, in the order given.</summary>
    public IReadOnlyList<ElementTime> Elements { get; }

    /// <summary>What happened and is not the work: listed, not counted.</summary>
    public IReadOnlyList<ElementTime> Foreign { get; }

    /// <summary>TN of the cycle; a gap while an element has no time that counts.</summary>
    public Explained<TimeSpan> NormalTime { get; }

    /// <summary>TS of the cycle, with the allowance (fr: temps alloué).</summary>
    public Explained<TimeSpan> StandardTime { get; }

    /// <summary>How much longer than the routing says, as a share of it; null when no routing time was given.</summary>
    public Explained<double>? RoutingGap { get; }

    /// <summary>All the times to look into.</summary>
    public IEnumerable<SuspectTime> Suspects => Elements.SelectMany(e => e.Suspects);

    /// <summary>Reads a study.</summary>
    /// <param name="elements">The elements, in the order of the work; codes are unique.</param>
    /// <param name="observations">The times, of these elements.</param>
    /// <param name="choices">Scale, allowance, routing time; usual ones when null.</param>
    /// <returns>A study; what is missing is a gap in it.</returns>
    /// <exception cref="ArgumentException">A code twice, an observation of no element, a time left out without a reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time, a rating or a frequency that is not above 0.</exception>
    /// <remarks>O(n log n) for the tests of the suspects. A rating nobody gave is the normal one.</remarks>
    public static TimeStudy Of(IEnumerable<WorkElement> elements, IEnumerable<ObservedTime> observations, TimeStudyChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(observations);
        choices ??= new();
        Statistics.Sample.Share(choices.Level, nameof(choices));
        Statistics.Sample.Share(choices.Margin, nameof(choices));
        Statistics.Sample.Share(choices.SuspicionRisk, nameof(choices));
        var by = new Dictionary<string, (WorkElement Element, List<ObservedTime> Times)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var element in elements)
        {
            Argument.Positive(element.Frequency, nameof(elements));
            if (element.Rating is { } judged)
            {
                Argument.Positive(judged, nameof(elements));
            }

            if (!by.TryAdd(Argument.Said(element.Code, nameof(elements)), (element, [])))
            {
                throw new ArgumentException($"Element {element.Code} is there twice.", nameof(elements));
            }

            order.Add(element.Code);
        }

        foreach (var observation in observations)
        {
            Argument.Positive(observation.Time, nameof(observations));
            if (observation.Rating is { } judged)
            {
                Argument.Positive(judged, nameof(observations));
            }

            if (observation.ExcludedBecause is { } reason && string.IsNullOrWhiteSpace(reason))
            {
                throw new ArgumentException($"Element {observation.Element}, cycle {observation.Cycle} is left out without a reason.", nameof(observations));
            }

            if (!by.TryGetValue(observation.Element, out var of))
            {
                throw new ArgumentException($"Element {observation.Element} was timed and is not among the elements.", nameof(observations));
            }

            of.Times.Add(observation);
        }

        return new(choices, order.Select(code => new ElementTime(by[code].Element, by[code].Times, o => Rating(o, by[o.Element].Element, choices), choices)));
    }

    /// <summary>The rating a time is read with: its own, its element's, its cycle's, the normal one.</summary>
    private static double Rating(ObservedTime time, WorkElement element, TimeStudyChoices choices) =>
        time.Rating ?? element.Rating ?? (choices.CycleRatings.TryGetValue(time.Cycle, out var cycle) ? Argument.Positive(cycle, nameof(choices)) : PerformanceRating.Normal(choices.Scale));
}
