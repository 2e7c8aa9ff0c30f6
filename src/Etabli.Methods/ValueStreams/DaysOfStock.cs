namespace Etabli.Methods.ValueStreams;

/// <summary>How long a stock lasts: the step of the ladder above it (fr: jours de stock).</summary>
public static class DaysOfStock
{
    private static readonly Formula AtDemandFormula = new("days of stock", "w = N · n / (D · u)", Books.LearningToSee);

    private static readonly Formula AtConsumptionFormula = new("days of stock", "w = N / c", Source.TradeUsage);

    /// <summary>Days a stock lasts at the customer's demand: w = N·n / (D·u).</summary>
    /// <param name="pieces">N: pieces counted. Range: ≥ 0.</param>
    /// <param name="demand">D pieces asked in n working days.</param>
    /// <param name="perProduct">u: pieces of this stock in one product sold. Range: &gt; 0.</param>
    /// <param name="code">Code of the stock, to name it in the explanation.</param>
    /// <returns>w in working days, ≥ 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">N is negative, or u is not above 0.</exception>
    /// <remarks>O(1). Source: Rother and Shook, Learning to See, 1999.</remarks>
    /// <example>
    /// 7 000 stampings at 18 400 pieces in 20 days: 7.6 days.
    /// <code>DaysOfStock.AtDemand(7000, new CustomerDemand(18400, 20, TimeSpan.FromMinutes(920))).Known; // 7.6</code>
    /// </example>
    public static Explained<double> AtDemand(long pieces, CustomerDemand demand, double perProduct = 1, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(demand);
        Argument.NotNegative(pieces, nameof(pieces));
        Argument.Positive(perProduct, nameof(perProduct));
        return AtDemandFormula.Gives(
            (double)pieces * demand.Days / (demand.Pieces * perProduct),
            Units.WorkingDays,
            new Term("N", "pieces in stock", pieces, Units.Pieces, code),
            new Term("n", "working days", demand.Days, Units.WorkingDays),
            new Term("D", "demand", demand.Pieces, Units.Pieces),
            new Term("u", "pieces per product", perProduct, Units.Ratio, code));
    }

    /// <summary>Days a stock lasts at what the next step takes from it: w = N / c.</summary>
    /// <param name="pieces">N: pieces counted. Range: ≥ 0.</param>
    /// <param name="consumptionPerDay">c: pieces the next step takes in a working day. Range: ≥ 0.</param>
    /// <param name="code">Code of the stock, to name it in the explanation.</param>
    /// <returns>w in working days; no value when nothing is taken from a stock that is not empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">N or c is negative, or c is not a number.</exception>
    /// <remarks>O(1). Source: trade usage.</remarks>
    /// <example><code>DaysOfStock.AtConsumption(240, 60).Known; // 4</code></example>
    public static Explained<double> AtConsumption(long pieces, double consumptionPerDay, string? code = null)
    {
        Argument.NotNegative(pieces, nameof(pieces));
        Argument.NotNegative(consumptionPerDay, nameof(consumptionPerDay));
        Term[] terms = [new("N", "pieces in stock", pieces, Units.Pieces, code), new("c", "consumption per day", consumptionPerDay, Units.PiecesPerDay, code)];
        return (pieces, consumptionPerDay) switch
        {
            (0, _) => AtConsumptionFormula.Gives(0d, Units.WorkingDays, terms),
            (_, 0) => AtConsumptionFormula.Lacks<double>(Units.WorkingDays, [new(code ?? "", "days of stock", GapKind.Impossible)], terms),
            _ => AtConsumptionFormula.Gives(pieces / consumptionPerDay, Units.WorkingDays, terms),
        };
    }
}
