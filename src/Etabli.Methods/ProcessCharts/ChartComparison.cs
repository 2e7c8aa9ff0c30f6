namespace Etabli.Methods.ProcessCharts;

/// <summary>One symbol before and after (fr: comparaison par symbole).</summary>
/// <param name="Symbol">The symbol; null for the whole chart.</param>
/// <param name="Count">Lines.</param>
/// <param name="Distance">Metres.</param>
/// <param name="Time">Duration and waiting, in seconds.</param>
public sealed record SymbolComparison(ChartSymbol? Symbol, NumberChange Count, NumberChange Distance, NumberChange Time);

/// <summary>A process chart before and after (fr: comparaison avant, après).</summary>
public sealed record ChartComparison
{
    private ChartComparison(ProcessChart before, ProcessChart after)
    {
        Symbols = Listed.Of(Enum.GetValues<ChartSymbol>().Select(s => Compare(s, before.Of(s), after.Of(s))));
        Total = Compare(null, before.Total, after.Total);
        ValueAddedShare = new("", "value-added share", before.ValueAddedShare.Value, after.ValueAddedShare.Value, Units.Ratio);
    }

    /// <summary>The five symbols, in their usual order.</summary>
    public IReadOnlyList<SymbolComparison> Symbols { get; }

    /// <summary>The whole chart.</summary>
    public SymbolComparison Total { get; }

    /// <summary>Value-added share of the whole time.</summary>
    public NumberChange ValueAddedShare { get; }

    /// <summary>Compares two charts of the same piece.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <returns>Each symbol and the whole: a change under 0 is a gain.</returns>
    /// <remarks>O(lines). Source: trade usage.</remarks>
    /// <example>A transport of 40 m that becomes 10 m: <c>Total.Distance.Change</c> is −30, <c>RelativeChange</c> −0.75.</example>
    public static ChartComparison Between(ProcessChart before, ProcessChart after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    private static SymbolComparison Compare(ChartSymbol? symbol, ChartTotals before, ChartTotals after)
    {
        var of = symbol?.ToString() ?? "";
        return new(
            symbol,
            new(of, "lines", before.Count, after.Count, Units.Ratio),
            new(of, "distance", before.Distance, after.Distance, Units.Metres),
            new(of, "time", before.Time.TotalSeconds, after.Time.TotalSeconds, Units.Seconds));
    }
}
