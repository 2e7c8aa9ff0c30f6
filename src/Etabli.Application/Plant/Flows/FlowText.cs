using System.Globalization;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>A table of the flow as tabs write it, to be typed in and read again (fr: tableau du flux).</summary>
public static class FlowText
{
    /// <param name="family">In the state that is written.</param>
    /// <param name="kind">Which table.</param>
    /// <param name="culture">"fr" or "en": how its reader writes numbers and days.</param>
    /// <param name="heading">How a column is named to the reader, without its unit when it holds times: that is added.</param>
    /// <param name="unit">The unit the plant says the times of its work in.</param>
    public static string Write(ProductFamily family, FlowTableKind kind, string culture, Func<FlowColumn, string> heading, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(heading);
        var columns = FlowColumns.Of(kind).Select(c => c.Column).ToList();
        var rows = kind switch
        {
            FlowTableKind.Operations => family.Operations.Select(o => columns.Select(c => Cell(o, c) is decimal seconds && FlowColumns.NumberOf(c)!.IsWorkTime() ? unit.FromSeconds(seconds) : Cell(o, c))),
            FlowTableKind.Stocks => family.Stocks.Select(s => columns.Select(c => Cell(s, c))),
            FlowTableKind.Information => family.Information.Select(i => columns.Select(c => Cell(i, c))),
            FlowTableKind.Bursts => family.Bursts.Select(b => columns.Select(c => (object?)(c switch { FlowColumn.Code => b.At, FlowColumn.Text => b.Text, _ => b.Axis }))),
            _ => family.Offsets.Select(o => columns.Select(c => c switch { FlowColumn.Code => (object?)o.At, FlowColumn.X => o.X, _ => o.Y })),
        };
        return string.Join('\n', rows.Select(r => string.Join('\t', r.Select(c => Said(c, culture)))).Prepend(string.Join('\t', columns.Select(c => Heading(c, heading(c), unit)))));
    }

    /// <summary>The heading of a column, with the unit of its times.</summary>
    public static string Heading(FlowColumn column, string name, TimeUnit unit) => FlowTimes.UnitOf(column, unit) is { } of ? $"{name} ({of.Symbol()})" : name;

    private static object? Cell(RoutingOperation o, FlowColumn column) => column switch
    {
        FlowColumn.Code => o.Code,
        FlowColumn.Label => o.Label,
        FlowColumn.Station => o.Station,
        FlowColumn.Branch => o.Branch,
        FlowColumn.Posts => (decimal)o.Posts,
        FlowColumn.Operators => o.Operators,
        FlowColumn.Cycle => o.CycleSeconds,
        FlowColumn.Pace => o.PaceSeconds,
        FlowColumn.Changeover => o.ChangeoverMinutes,
        FlowColumn.Lot => (decimal?)o.Lot,
        FlowColumn.Availability => o.AvailabilityPercent,
        FlowColumn.Scrap => o.ScrapPercent,
        FlowColumn.Outsourced => o.IsOutsourced,
        _ => o.ValueAddedSeconds,
    };

    private static object? Cell(StockPoint s, FlowColumn column) => column switch
    {
        FlowColumn.Code => s.Code,
        FlowColumn.Label => s.Label,
        FlowColumn.Branch => s.Branch,
        FlowColumn.Position => s,
        FlowColumn.Pieces => (decimal?)s.Last?.Pieces,
        FlowColumn.UnitValue => s.UnitValue,
        FlowColumn.Day => s.Last?.Day,
        FlowColumn.Container => (decimal?)s.Container,
        FlowColumn.Cards => (decimal?)s.Cards,
        FlowColumn.Replenishment => s.ReplenishmentDays,
        FlowColumn.LoopSafety => s.LoopSafetyPercent,
        _ => s.Mode,
    };

    private static string Cell(InformationLink i, FlowColumn column) => column switch
    {
        FlowColumn.From => i.From,
        FlowColumn.To => i.To,
        FlowColumn.Means => i.Means == InformationMeans.Electronic ? "électronique" : "manuel",
        FlowColumn.Frequency => i.Frequency,
        FlowColumn.Medium => i.Medium,
        _ => i.Content,
    };

    private static string Said(object? cell, string culture) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture) is var text && culture == "en" ? text : text.Replace('.', ','),
        bool yes => culture == "en" ? yes ? "yes" : "no" : yes ? "oui" : "non",
        DateOnly day => day.ToString(culture == "en" ? "yyyy-MM-dd" : "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        StockMode mode => ModeOf(mode, culture),
        StockPoint { From: null, To: { } to } => (culture == "en" ? "before " : "avant ") + to,
        StockPoint { From: { } from, To: null } => (culture == "en" ? "after " : "après ") + from,
        StockPoint between => $"{between.From}-{between.To}",
        _ => cell.ToString()!.ReplaceLineEndings(" ").Replace('\t', ' '),
    };

    /// <summary>How a way of waiting is typed.</summary>
    public static string ModeOf(StockMode mode, string culture) => (mode, culture) switch
    {
        (StockMode.Supermarket, "en") => "supermarket",
        (StockMode.Supermarket, _) => "supermarché",
        (StockMode.FifoLane, _) => "FIFO",
        (StockMode.Safety, "en") => "safety",
        (StockMode.Safety, _) => "sécurité",
        (_, "en") => "inventory",
        _ => "stock",
    };
}
