using Etabli.Methods.ValueStreams;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>A family's flow said as the methods want it (fr: chaîne de valeur d’une famille).</summary>
public static class FlowStream
{
    /// <summary>The stream of a family; null until somebody says what is asked in a day, or while it has no operation.</summary>
    public static ValueStream? Of(ProductFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        if (family.Rhythm is not { } rhythm || family.Operations.Count == 0)
        {
            return null;
        }

        return new(
            new(rhythm.Demand, 1, TimeSpan.FromMinutes((double)rhythm.NetMinutes)),
            family.Operations.Select(Step).Concat(family.Stocks.Select(Step)),
            Links(family));
    }

    /// <summary>How pieces go: through each stock, and straight from one operation of a branch to the next where nothing waits between.</summary>
    public static IReadOnlyList<StreamLink> Links(ProductFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        var known = family.Operations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var links = new List<StreamLink>();
        foreach (var stock in family.Stocks)
        {
            if (stock.From is { } from && known.Contains(from))
            {
                links.Add(new(from, stock.Code));
            }

            if (stock.To is { } to && known.Contains(to))
            {
                links.Add(new(stock.Code, to));
            }
        }

        var left = family.Stocks.Select(s => s.From).ToHashSet(StringComparer.Ordinal);
        var reached = family.Stocks.Where(s => s.From is not null).Select(s => s.To).ToHashSet(StringComparer.Ordinal);
        foreach (var branch in family.Operations.GroupBy(o => o.Branch))
        {
            links.AddRange(branch.Zip(branch.Skip(1)).Where(p => !left.Contains(p.First.Code) && !reached.Contains(p.Second.Code)).Select(p => new StreamLink(p.First.Code, p.Second.Code)));
        }

        return [.. links.Distinct()];
    }

    private static StreamStep Step(RoutingOperation operation)
    {
        if (operation.IsOutsourced)
        {
            // What is away is counted in the stock behind it: the step itself adds no day.
            return new(operation.Code, StreamStepKind.Outsourced) { Label = operation.Label, Days = 0 };
        }

        return new(operation.Code, StreamStepKind.Process)
        {
            Label = operation.Label,
            Box = new()
            {
                CycleTime = Seconds(operation.CycleSeconds),
                Changeover = operation.ChangeoverMinutes is { } minutes ? TimeSpan.FromMinutes((double)minutes) : null,
                Lot = operation.Lot,
                Availability = (double?)(operation.AvailabilityPercent / 100),
                Scrap = (double?)(operation.ScrapPercent / 100),
                Machines = operation.Machines,
                Operators = (double?)operation.Operators,
            },
            ValueAddedTime = Seconds(operation.ValueAddedSeconds),
        };
    }

    private static StreamStep Step(StockPoint stock) => new(stock.Code, StreamStepKind.Stock) { Label = stock.Label, Pieces = stock.Last?.Pieces, UnitValue = stock.UnitValue };

    private static TimeSpan? Seconds(decimal? seconds) => seconds is { } known ? TimeSpan.FromTicks((long)(known * TimeSpan.TicksPerSecond)) : null;
}
