namespace Etabli.Methods.ValueStreams;

/// <summary>What changed from one state of a value stream to another (fr: écart entre deux états).</summary>
/// <remarks>Steps are matched by their code. Two equal states differ in nothing.</remarks>
public sealed record StreamDifference
{
    private StreamDifference(ValueStream before, ValueStream after, ReadingConventions conventions)
    {
        var old = before.Steps.ToDictionary(s => s.Code, StringComparer.Ordinal);
        var now = after.Steps.ToDictionary(s => s.Code, StringComparer.Ordinal);
        var kept = after.Steps.Where(s => old.ContainsKey(s.Code)).ToList();
        Added = Listed.Of(after.Steps.Where(s => !old.ContainsKey(s.Code)).Select(s => s.Code));
        Removed = Listed.Of(before.Steps.Where(s => !now.ContainsKey(s.Code)).Select(s => s.Code));
        AddedLinks = Listed.Of(after.Links.Except(before.Links));
        RemovedLinks = Listed.Of(before.Links.Except(after.Links));
        Reworded = Listed.Of(kept.Where(s => old[s.Code].Kind != s.Kind || old[s.Code].Label != s.Label).Select(s => s.Code));
        Numbers = Listed.Of(OfDemand(before.Demand, after.Demand).Concat(kept.SelectMany(s => OfStep(old[s.Code], s))).Where(c => !c.IsNothing));
        var (was, @is) = (before.Read(conventions), after.Read(conventions));
        LeadTime = new("", "lead time", was.LeadTime.Value, @is.LeadTime.Value, Units.WorkingDays);
        ValueAddedTime = new("", "value-added time", Seconds(was.Critical?.ValueAddedTime.Value), Seconds(@is.Critical?.ValueAddedTime.Value), Units.Seconds);
        ProcessingTime = new("", "processing time", Seconds(was.Critical?.ProcessingTime.Value), Seconds(@is.Critical?.ProcessingTime.Value), Units.Seconds);
        Efficiency = new("", "process cycle efficiency", was.Critical?.Efficiency.Value, @is.Critical?.Efficiency.Value, Units.Ratio);
        StockPieces = new("", "pieces in stock", was.Stock.Pieces, @is.Stock.Pieces, Units.Pieces);
        StockValue = new("", "value of stock", (double?)was.Stock.Value.Value, (double?)@is.Stock.Value.Value, Units.Money);
    }

    /// <summary>Codes that are only in the second state.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>Codes that are only in the first state.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>Links that are only in the second state.</summary>
    public IReadOnlyList<StreamLink> AddedLinks { get; }

    /// <summary>Links that are only in the first state.</summary>
    public IReadOnlyList<StreamLink> RemovedLinks { get; }

    /// <summary>Codes in both states whose kind or label is another.</summary>
    public IReadOnlyList<string> Reworded { get; }

    /// <summary>Numbers that are another: the customer's first (code empty), then step by step in the order of the second state.</summary>
    public IReadOnlyList<NumberChange> Numbers { get; }

    /// <summary>Lead time, in working days.</summary>
    public NumberChange LeadTime { get; }

    /// <summary>Value-added time of the critical branch, in seconds.</summary>
    public NumberChange ValueAddedTime { get; }

    /// <summary>Processing time of the critical branch, in seconds.</summary>
    public NumberChange ProcessingTime { get; }

    /// <summary>Process cycle efficiency of the critical branch.</summary>
    public NumberChange Efficiency { get; }

    /// <summary>Pieces counted in the stream.</summary>
    public NumberChange StockPieces { get; }

    /// <summary>Value of what was counted.</summary>
    public NumberChange StockValue { get; }

    /// <summary>Whether the two states say the same: same steps, links, words and numbers, whatever their order.</summary>
    public bool IsNothing => Added.Count + Removed.Count + AddedLinks.Count + RemovedLinks.Count + Reworded.Count + Numbers.Count == 0;

    /// <summary>Compares two states of a value stream.</summary>
    /// <param name="before">The first state, usually the current one.</param>
    /// <param name="after">The second, usually the future one.</param>
    /// <param name="conventions">Conventions both are read with; the usual ones when null.</param>
    /// <remarks>O(steps + links). Critical branches may be different ones in the two states: each state is read for itself. Source: trade usage.</remarks>
    /// <example>
    /// A stock of 480 becomes a supermarket of 96, at 96 a day: one step reworded, one number changed, four days less.
    /// <code>
    /// var demand = new CustomerDemand(96, 1, TimeSpan.FromMinutes(840));
    /// var before = ValueStream.Series(demand, new StreamStep("S1", StreamStepKind.Stock) { Pieces = 480 });
    /// var after = ValueStream.Series(demand, new StreamStep("S1", StreamStepKind.Supermarket) { Pieces = 96 });
    /// StreamDifference.Between(before, after).LeadTime.Change; // -4
    /// </code>
    /// </example>
    public static StreamDifference Between(ValueStream before, ValueStream after, ReadingConventions? conventions = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after, conventions ?? new());
    }

    private static NumberChange[] OfDemand(CustomerDemand before, CustomerDemand after) =>
    [
        new("", "demand", before.Pieces, after.Pieces, Units.Pieces),
        new("", "working days", before.Days, after.Days, Units.WorkingDays),
        new("", "available time per day", before.AvailablePerDay.TotalSeconds, after.AvailablePerDay.TotalSeconds, Units.Seconds),
    ];

    private static NumberChange[] OfStep(StreamStep before, StreamStep after) =>
    [
        new(after.Code, "pieces in stock", before.Pieces, after.Pieces, Units.Pieces),
        new(after.Code, "stated days", before.Days, after.Days, Units.WorkingDays),
        new(after.Code, "consumption per day", before.ConsumptionPerDay, after.ConsumptionPerDay, Units.PiecesPerDay),
        new(after.Code, "pieces per product", before.PerProduct, after.PerProduct, Units.Ratio),
        new(after.Code, "unit value", (double?)before.UnitValue, (double?)after.UnitValue, Units.Money),
        new(after.Code, "processing time", Seconds(before.ProcessingTime), Seconds(after.ProcessingTime), Units.Seconds),
        new(after.Code, "value-added time", Seconds(before.ValueAddedTime), Seconds(after.ValueAddedTime), Units.Seconds),
        new(after.Code, "cycle time", Seconds(before.Box?.CycleTime), Seconds(after.Box?.CycleTime), Units.Seconds),
        new(after.Code, "changeover", Seconds(before.Box?.Changeover), Seconds(after.Box?.Changeover), Units.Seconds),
        new(after.Code, "lot size", before.Box?.Lot, after.Box?.Lot, Units.Pieces),
        new(after.Code, "availability", before.Box?.Availability, after.Box?.Availability, Units.Ratio),
        new(after.Code, "scrap", before.Box?.Scrap, after.Box?.Scrap, Units.Ratio),
        new(after.Code, "machines in parallel", before.Box?.Machines, after.Box?.Machines, Units.Ratio),
        new(after.Code, "operators", before.Box?.Operators, after.Box?.Operators, Units.Ratio),
    ];

    private static double? Seconds(TimeSpan? time) => time?.TotalSeconds;
}
