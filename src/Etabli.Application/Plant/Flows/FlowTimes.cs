using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>
/// Times of the flow in the unit the plant says the times of its work in (fr: unité de temps de l’entreprise). They are
/// kept in seconds; changeovers stay in minutes and stocks in days, as people say them.
/// </summary>
public static class FlowTimes
{
    /// <summary>Whether a number of the flow is a time of the work, said in the plant's unit.</summary>
    public static bool IsWorkTime(this FlowNumber number) => number == FlowNumber.Cycle || number == FlowNumber.Pace || number == FlowNumber.ValueAdded;

    /// <summary>A number of the flow as the plant says it: a time of the work in its unit, any other as it is kept.</summary>
    public static decimal Said(this TimeUnit unit, FlowNumber number, decimal value) => number.IsWorkTime() ? unit.FromSeconds(value) : value;

    /// <summary>The unit a column of times is written in; null for a column of anything else.</summary>
    /// <param name="column">The column.</param>
    /// <param name="unit">The plant's unit.</param>
    public static TimeUnit? UnitOf(FlowColumn column, TimeUnit unit) =>
        column == FlowColumn.Changeover ? TimeUnit.Minute : FlowColumns.NumberOf(column)?.IsWorkTime() == true ? unit : null;
}
