namespace Etabli.Methods.ValueStreams;

/// <summary>By what a count of pieces becomes days (fr: base des jours de stock).</summary>
public enum StockBasis
{
    /// <summary>The customer's demand, for every stock.</summary>
    Demand,

    /// <summary>What the next step takes, stock by stock; a stock that does not say it is a gap.</summary>
    Consumption,
}

/// <summary>What two maps must share to be compared (fr: conventions de lecture).</summary>
public sealed record ReadingConventions
{
    /// <summary>By what pieces become days. Usual: the customer's demand.</summary>
    public StockBasis Basis { get; init; } = StockBasis.Demand;

    /// <summary>Whether the lead time also counts processing, turned into days by <see cref="DayLength"/>. Usual: no, the ladder sums its high steps.</summary>
    public bool CountsProcessing { get; init; }

    /// <summary>Length of a day of lead time where it meets hours; the available time per day when null. 24 h for calendar days. Range: &gt; 0.</summary>
    public TimeSpan? DayLength { get; init => field = value is { } length ? Argument.Positive(length, nameof(DayLength)) : null; }

    /// <summary>Branches listed at most, as their number may double at each fork. The critical branch does not depend on it. Range: &gt; 0.</summary>
    public int MostBranches { get; init => field = Argument.Positive(value, nameof(MostBranches)); } = 256;
}
