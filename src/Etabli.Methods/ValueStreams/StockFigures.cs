namespace Etabli.Methods.ValueStreams;

/// <summary>Pieces and money that wait in a stream (fr: stock total).</summary>
public sealed record StockFigures
{
    private static readonly Formula ValueFormula = new("value of stock", "S = Σ N · v", Source.TradeUsage);

    private static readonly Formula TurnsFormula = new("inventory turns", "R = G / S", Source.TradeUsage);

    private StockFigures(long pieces, Explained<decimal> value) => (Pieces, Value) = (pieces, value);

    /// <summary>Pieces counted, of every kind; steps without a count add nothing.</summary>
    public long Pieces { get; }

    /// <summary>S: value of what was counted. No value when a counted step has no unit value.</summary>
    public Explained<decimal> Value { get; }

    /// <summary>Pieces and value of the steps of a stream: S = Σ N·v.</summary>
    /// <param name="stream">The stream; only steps that count pieces are asked.</param>
    /// <remarks>O(steps). Exact, in decimal. Source: trade usage.</remarks>
    /// <example>100 pieces at 31 and 10 at 58: 110 pieces, 3 680.</example>
    public static StockFigures Of(ValueStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var terms = new List<Term>();
        var gaps = new List<Gap>();
        var (pieces, value) = (0L, 0m);
        foreach (var step in stream.Steps)
        {
            if (step.Pieces is not { } counted)
            {
                continue;
            }

            pieces += counted;
            terms.Add(new("N", "pieces in stock", counted, Units.Pieces, step.Code));
            if (step.UnitValue is { } each)
            {
                value += counted * each;
                terms.Add(new("v", "unit value", (double)each, Units.Money, step.Code));
            }
            else if (counted > 0)
            {
                gaps.Add(new(step.Code, "unit value"));
            }
        }

        return new(pieces, gaps.Count == 0 ? ValueFormula.Gives(value, Units.Money, terms) : ValueFormula.Lacks<decimal>(Units.Money, gaps, terms));
    }

    /// <summary>How often the stock turns in a year: R = G / S.</summary>
    /// <param name="costOfGoodsSold">G: cost of what was sold in the year, valued as the stock is. Range: ≥ 0.</param>
    /// <param name="averageStock">S: average value of the stock in that year. Range: ≥ 0.</param>
    /// <returns>R in turns per year; no value when there is no stock.</returns>
    /// <exception cref="ArgumentOutOfRangeException">G or S is negative.</exception>
    /// <remarks>O(1). Limits: sales at their price instead of their cost inflate R. Source: trade usage.</remarks>
    /// <example><code>StockFigures.Turns(costOfGoodsSold: 1_200_000m, averageStock: 100_000m).Known; // 12</code></example>
    public static Explained<double> Turns(decimal costOfGoodsSold, decimal averageStock)
    {
        Argument.NotNegative(costOfGoodsSold, nameof(costOfGoodsSold));
        Argument.NotNegative(averageStock, nameof(averageStock));
        Term[] terms = [new("G", "cost of goods sold in a year", (double)costOfGoodsSold, Units.Money), new("S", "average value of stock", (double)averageStock, Units.Money)];
        return averageStock == 0
            ? TurnsFormula.Lacks<double>(Units.TurnsPerYear, [new("", "average value of stock", GapKind.Impossible)], terms)
            : TurnsFormula.Gives((double)(costOfGoodsSold / averageStock), Units.TurnsPerYear, terms);
    }
}
