namespace Etabli.Methods.ValueStreams;

/// <summary>How many cards a loop needs (fr: nombre de kanbans).</summary>
public static class Kanban
{
    private static readonly Formula Formula = new("kanban cards", "N = ⌈D · L · (1 + S) / C⌉", Books.ToyotaKanban);

    /// <summary>Cards of a loop: N = ⌈D·L·(1 + S) / C⌉.</summary>
    /// <param name="demand">D: pieces taken in a period. Range: ≥ 0.</param>
    /// <param name="leadTime">L: time of the loop, from a card detached to its container back, in the same periods; null when nobody said it. Range: ≥ 0.</param>
    /// <param name="safety">S: safety share; 0.15 is 15 %; null when nobody said it, then taken as 0 and marked as assumed. Range: ≥ 0.</param>
    /// <param name="container">C: pieces in a container. Range: &gt; 0.</param>
    /// <returns>N, whole cards, rounded up; without the time of the loop, no value and why.</returns>
    /// <exception cref="ArgumentOutOfRangeException">D, L or S is negative, or C is not above 0.</exception>
    /// <exception cref="OverflowException">N is beyond 2 147 483 647.</exception>
    /// <remarks>
    /// O(1). Exact, in decimal: 400 · 1 · 1.1 / 40 is 11 cards and no rounding makes it 12. Source: Sugimori, Kusunoki, Cho and
    /// Uchikawa, Toyota production system and Kanban system, International Journal of Production Research 15(6), 1977, pp. 553–564,
    /// where L is waiting plus processing time.
    /// </remarks>
    /// <example><code>Kanban.Cards(demand: 480, leadTime: 1.5m, safety: 0.15m, container: 40).Known; // 20.7 → 21</code></example>
    public static Explained<int> Cards(decimal demand, decimal? leadTime, decimal? safety, decimal container)
    {
        var taken = new Term("D", "demand per period", (double)Argument.NotNegative(demand, nameof(demand)), Units.Pieces);
        var share = new Term("S", "safety", (double)(Argument.NotNegative(safety, nameof(safety)) ?? 0), Units.Ratio, Assumed: safety is null);
        var held = new Term("C", "pieces per container", (double)Argument.Positive(container, nameof(container)), Units.Pieces);
        if (Argument.NotNegative(leadTime, nameof(leadTime)) is not { } loop)
        {
            return Formula.Lacks<int>(Units.Cards, [new("", "loop time in periods")], taken, share, held);
        }

        return Formula.Gives(
            checked((int)decimal.Ceiling(demand * loop * (1 + (safety ?? 0)) / container)),
            Units.Cards, taken, new Term("L", "loop time in periods", (double)loop, Units.Ratio), share, held);
    }
}
