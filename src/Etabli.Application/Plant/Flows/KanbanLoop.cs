using Etabli.Methods;
using Etabli.Methods.ValueStreams;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>The loop of cards of a supermarket: who takes, who fills, with how many cards of how many pieces (fr: boucle kanban).</summary>
/// <param name="Stock">The supermarket.</param>
/// <param name="Supplier">The operation that fills it; null at the head of the flow, where a supplier from outside does.</param>
/// <param name="Consumer">The operation that takes from it; null at the end of the flow, where the customer does.</param>
/// <param name="ByFormula">Cards as the formula gives them; null while nobody said the container or the demand.</param>
public sealed record KanbanLoop(StockPoint Stock, RoutingOperation? Supplier, RoutingOperation? Consumer, Explained<int>? ByFormula)
{
    /// <summary>Cards of the loop: those decided, else those of the formula.</summary>
    public int? Cards => Stock.Cards ?? ByFormula?.Value;

    /// <summary>Whether nobody decided the cards and the formula gives them.</summary>
    public bool IsComputed => Stock.Cards is null && ByFormula?.Value is not null;

    /// <summary>Whether a signal orders a lot instead of a card ordering each container: the supplier changes over, and its lot is larger than a container.</summary>
    public bool IsSignal => Stock.Container is { } container && Supplier is { ChangeoverMinutes: > 0, Lot: { } lot } && lot > container;

    /// <summary>Loops of a family's flow, in the order of its stocks.</summary>
    public static IReadOnlyList<KanbanLoop> Of(ProductFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        var operations = family.Operations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        return
        [
            .. from stock in family.Stocks
               where stock.Mode == StockMode.Supermarket
               let ends = (Supplier: operations.GetValueOrDefault(stock.From ?? ""), Consumer: operations.GetValueOrDefault(stock.To ?? ""))
               where ends.Supplier is not null || ends.Consumer is not null
               select new KanbanLoop(stock, ends.Supplier, ends.Consumer, Formula(stock, family.Rhythm)),
        ];
    }

    private static Explained<int>? Formula(StockPoint stock, DayRhythm? rhythm) =>
        rhythm is { } asked && stock.Container is { } container ? Kanban.Cards(asked.Demand, stock.ReplenishmentDays, stock.LoopSafetyPercent / 100, container) : null;
}
