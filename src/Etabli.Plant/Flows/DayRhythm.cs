using Etabli.People;

namespace Etabli.Plant.Flows;

/// <summary>What the customer asks in a day and the time there is to make it (fr: rythme de la journée).</summary>
/// <param name="Demand">Good pieces asked in a day.</param>
/// <param name="Shifts">Shifts that make the family.</param>
/// <param name="PresenceMinutes">From arrival to departure, each shift.</param>
/// <param name="BreakMinutes">What rules take from it in each shift: pauses, meetings, upkeep.</param>
/// <param name="Source">Who said it and when.</param>
public sealed record DayRhythm(int Demand, int Shifts, decimal PresenceMinutes, decimal BreakMinutes, NumberSource Source)
{
    /// <summary>Net minutes of a day, all shifts.</summary>
    public decimal NetMinutes => Shifts * (PresenceMinutes - BreakMinutes);

    /// <exception cref="RefusalException">A number is outside what it can be, or no time is left.</exception>
    internal DayRhythm Checked()
    {
        Check(FlowNumber.Demand, Demand);
        Check(FlowNumber.Shifts, Shifts);
        Check(FlowNumber.Presence, PresenceMinutes);
        Check(FlowNumber.Breaks, BreakMinutes);
        return NetMinutes > 0 ? this : throw new RefusalException(Refusal.NoTimeLeft);
    }

    private static void Check(FlowNumber number, decimal value)
    {
        if (!number.Accepts(value))
        {
            throw new RefusalException(Refusal.NumberOutOfRange, number.Name, number.Least, number.Most);
        }
    }
}
