namespace Etabli.Plant.Flows;

/// <summary>How pieces wait (fr: forme de stock).</summary>
public enum StockMode
{
    /// <summary>As they come, pushed (fr: stock).</summary>
    Inventory,

    /// <summary>On shelves that the next step takes from (fr: supermarché).</summary>
    Supermarket,

    /// <summary>In a lane, first in first out (fr: voie FIFO).</summary>
    FifoLane,

    /// <summary>Kept against a risk (fr: stock de sécurité).</summary>
    Safety,
}

/// <summary>Pieces counted in a stock on a day (fr: relevé de stock).</summary>
/// <param name="Day">Day of the count.</param>
/// <param name="Pieces">How many. Range: ≥ 0.</param>
/// <param name="Source">Who counted, and how it came in.</param>
public sealed record StockCount(DateOnly Day, long Pieces, NumberSource Source);

/// <summary>A place where pieces wait between two operations, with its dated counts (fr: point de stock).</summary>
/// <param name="Code">Its code, unique in the family: S60.</param>
/// <param name="Label">What waits.</param>
/// <param name="Branch">Letter of the branch it stands in.</param>
/// <param name="From">Code of the operation before it; null at the head of a branch.</param>
/// <param name="To">Code of the operation after it; null at the end of the flow.</param>
public sealed record StockPoint(string Code, string Label, string Branch, string? From, string? To)
{
    /// <summary>How they wait.</summary>
    public StockMode Mode { get; init; }

    /// <inheritdoc cref="FlowNumber.UnitValue"/>
    public decimal? UnitValue { get; init; }

    /// <summary>Where the value of a piece comes from.</summary>
    public NumberSource? UnitValueSource { get; init; }

    /// <inheritdoc cref="FlowNumber.Container"/>
    public int? Container { get; init; }

    /// <summary>Cards somebody decided; null when nobody did, and then they are computed where what it takes is known. Range: as <see cref="FlowNumber.Cards"/>.</summary>
    public int? Cards { get; init; }

    /// <inheritdoc cref="FlowNumber.Replenishment"/>
    public decimal? ReplenishmentDays { get; init; }

    /// <inheritdoc cref="FlowNumber.LoopSafety"/>
    public decimal? LoopSafetyPercent { get; init; }

    /// <summary>Source of each number of the kanban loop, by the name of its <see cref="FlowNumber"/>.</summary>
    public IReadOnlyDictionary<string, NumberSource> Sources { get; init; } = new Dictionary<string, NumberSource>();

    /// <summary>Counts, the oldest first; one a day.</summary>
    public IReadOnlyList<StockCount> Counts { get; init; } = [];

    /// <summary>The last count; null when nobody counted.</summary>
    public StockCount? Last => Counts.Count > 0 ? Counts[^1] : null;

    /// <summary>What is said of its kanban loop, those numbers that are known (fr: boucle kanban).</summary>
    public IEnumerable<(FlowNumber Number, decimal Value)> LoopNumbers()
    {
        List<(FlowNumber, decimal?)> all = [(FlowNumber.Container, Container), (FlowNumber.Cards, Cards), (FlowNumber.Replenishment, ReplenishmentDays), (FlowNumber.LoopSafety, LoopSafetyPercent)];
        return all.Where(n => n.Item2 is not null).Select(n => (n.Item1, n.Item2!.Value));
    }

    /// <summary>This row after a table said it again: counts of other days stay, a number that did not change keeps its source.</summary>
    internal StockPoint Said(StockPoint? before, NumberSource source) => this with
    {
        UnitValueSource = UnitValue is null ? null : before?.UnitValue == UnitValue ? before?.UnitValueSource ?? source : source,
        Sources = LoopNumbers().ToDictionary(
            n => n.Number.Name,
            n => before is not null && before.LoopNumbers().Contains(n) && before.Sources.TryGetValue(n.Number.Name, out var kept) ? kept : source,
            StringComparer.Ordinal),
        Counts =
        [
            .. (before?.Counts ?? []).Where(old => !Counts.Any(c => c.Day == old.Day))
                .Concat(Counts.Select(c => (before?.Counts ?? []).FirstOrDefault(old => old.Day == c.Day && old.Pieces == c.Pieces) ?? c with { Source = source }))
                .OrderBy(c => c.Day),
        ],
    };

    /// <summary>This stock with one number as another has it, or with its own one knowingly kept.</summary>
    internal StockPoint Following(FlowNumber number, StockPoint other, NumberSource? standing) => number.Name switch
    {
        nameof(FlowNumber.UnitValue) when standing is null => this with { UnitValue = other.UnitValue, UnitValueSource = other.UnitValueSource },
        nameof(FlowNumber.UnitValue) => this with { UnitValueSource = standing },
        _ when standing is null => this with { Counts = other.Counts },
        _ => this with { Counts = [.. Counts.SkipLast(1), Counts[^1] with { Source = standing }] },
    };
}
