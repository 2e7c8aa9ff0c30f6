namespace Etabli.Plant.Flows;

/// <summary>One operation of a routing, with what is noted under it on a map. What was not measured stays null (fr: opération de la gamme).</summary>
/// <param name="Code">Its code, unique in the family: OP60.</param>
/// <param name="Label">What is done.</param>
/// <param name="Branch">Letter of the branch it stands in.</param>
public sealed record RoutingOperation(string Code, string Label, string Branch)
{
    /// <summary>Where it is done, in the plant's words: ROD1, P1-P6.</summary>
    public string Station { get; init; } = "";

    /// <summary>Whether it is done outside (fr: sous-traitée).</summary>
    public bool IsOutsourced { get; init; }

    /// <inheritdoc cref="FlowNumber.Posts"/>
    public int Posts { get; init; } = 1;

    /// <inheritdoc cref="FlowNumber.Operators"/>
    public decimal? Operators { get; init; }

    /// <inheritdoc cref="FlowNumber.Cycle"/>
    public decimal? CycleSeconds { get; init; }

    /// <inheritdoc cref="FlowNumber.Pace"/>
    public decimal? PaceSeconds { get; init; }

    /// <inheritdoc cref="FlowNumber.Changeover"/>
    public decimal? ChangeoverMinutes { get; init; }

    /// <inheritdoc cref="FlowNumber.Lot"/>
    public int? Lot { get; init; }

    /// <inheritdoc cref="FlowNumber.Availability"/>
    public decimal? AvailabilityPercent { get; init; }

    /// <inheritdoc cref="FlowNumber.Scrap"/>
    public decimal? ScrapPercent { get; init; }

    /// <inheritdoc cref="FlowNumber.ValueAdded"/>
    public decimal? ValueAddedSeconds { get; init; }

    /// <summary>Source of each number, by the name of its <see cref="FlowNumber"/>.</summary>
    public IReadOnlyDictionary<string, NumberSource> Sources { get; init; } = new Dictionary<string, NumberSource>();

    /// <summary>
    /// Whether its posts follow one another on a line, instead of sharing the flow: several posts, and one piece comes out
    /// every cycle of one post (fr: postes en ligne).
    /// </summary>
    public bool IsLine => Posts > 1 && PaceSeconds is { } pace && CycleSeconds is { } cycle && pace > 0 && pace == cycle;

    /// <summary>Like machines that share the flow.</summary>
    public int Machines => IsLine ? 1 : Posts;

    /// <summary>Its numbers by name, those that are known.</summary>
    public IEnumerable<(FlowNumber Number, decimal Value)> Numbers()
    {
        List<(FlowNumber, decimal?)> all =
        [
            (FlowNumber.Posts, Posts), (FlowNumber.Operators, Operators), (FlowNumber.Cycle, CycleSeconds), (FlowNumber.Pace, PaceSeconds), (FlowNumber.Changeover, ChangeoverMinutes),
            (FlowNumber.Lot, Lot), (FlowNumber.Availability, AvailabilityPercent), (FlowNumber.Scrap, ScrapPercent), (FlowNumber.ValueAdded, ValueAddedSeconds),
        ];
        return all.Where(n => n.Item2 is not null).Select(n => (n.Item1, n.Item2!.Value));
    }

    /// <summary>This row after a table said it again: a number that did not change keeps its source.</summary>
    internal RoutingOperation Said(RoutingOperation? before, NumberSource source)
    {
        var known = before?.Numbers().ToDictionary(n => n.Number.Name, n => n.Value, StringComparer.Ordinal) ?? [];
        return this with
        {
            Sources = Numbers().ToDictionary(
                n => n.Number.Name,
                n => known.TryGetValue(n.Number.Name, out var old) && old == n.Value && before!.Sources.TryGetValue(n.Number.Name, out var kept) ? kept : source,
                StringComparer.Ordinal),
        };
    }

    /// <summary>This operation with one number as another has it, its source with it.</summary>
    internal RoutingOperation With(FlowNumber number, RoutingOperation other)
    {
        var taken = number.Name switch
        {
            nameof(FlowNumber.Posts) => this with { Posts = other.Posts },
            nameof(FlowNumber.Operators) => this with { Operators = other.Operators },
            nameof(FlowNumber.Cycle) => this with { CycleSeconds = other.CycleSeconds },
            nameof(FlowNumber.Pace) => this with { PaceSeconds = other.PaceSeconds },
            nameof(FlowNumber.Changeover) => this with { ChangeoverMinutes = other.ChangeoverMinutes },
            nameof(FlowNumber.Lot) => this with { Lot = other.Lot },
            nameof(FlowNumber.Availability) => this with { AvailabilityPercent = other.AvailabilityPercent },
            nameof(FlowNumber.Scrap) => this with { ScrapPercent = other.ScrapPercent },
            nameof(FlowNumber.ValueAdded) => this with { ValueAddedSeconds = other.ValueAddedSeconds },
            _ => throw new ArgumentOutOfRangeException(nameof(number), number.Name, "Not a number of an operation."),
        };
        return taken.Standing(number, other.Sources[number.Name]);
    }

    /// <summary>This operation with another source for one number.</summary>
    internal RoutingOperation Standing(FlowNumber number, NumberSource source) => this with { Sources = new Dictionary<string, NumberSource>(Sources, StringComparer.Ordinal) { [number.Name] = source } };
}
