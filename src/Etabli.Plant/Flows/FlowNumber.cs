namespace Etabli.Plant.Flows;

/// <summary>A number of the flow with what it can be, in its unit (fr: grandeur du flux).</summary>
/// <param name="Name">Stable English key; pages word it.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="AboveLeast">Whether the smallest itself is out.</param>
/// <param name="BelowMost">Whether the largest itself is out.</param>
/// <param name="Whole">Whether it counts things.</param>
public sealed record FlowNumber(string Name, decimal Least, decimal Most, bool AboveLeast = false, bool BelowMost = false, bool Whole = false)
{
    private const decimal Day = 86_400;

    /// <summary>Good pieces the customer asks in a day.</summary>
    public static FlowNumber Demand { get; } = new("Demand", 0, 10_000_000, AboveLeast: true, Whole: true);

    /// <summary>Shifts in a day.</summary>
    public static FlowNumber Shifts { get; } = new("Shifts", 1, 6, Whole: true);

    /// <summary>Minutes of presence in a shift.</summary>
    public static FlowNumber Presence { get; } = new("Presence", 0, 1_440, AboveLeast: true);

    /// <summary>Minutes of a shift in which nothing is made by rule: pauses, meetings, upkeep.</summary>
    public static FlowNumber Breaks { get; } = new("Breaks", 0, 1_440);

    /// <summary>Machines or posts of an operation.</summary>
    public static FlowNumber Posts { get; } = new("Posts", 1, 1_000, Whole: true);

    /// <summary>People at an operation in each shift.</summary>
    public static FlowNumber Operators { get; } = new("Operators", 0, 1_000);

    /// <summary>Tc: seconds of one machine or post for one piece.</summary>
    public static FlowNumber Cycle { get; } = new("Cycle", 0, 30 * Day);

    /// <summary>Seconds from one piece to the next out of the operation, all its machines together.</summary>
    public static FlowNumber Pace { get; } = new("Pace", 0, 30 * Day);

    /// <summary>Tcs: minutes from the last piece of a lot to the first of the next.</summary>
    public static FlowNumber Changeover { get; } = new("Changeover", 0, 10_080);

    /// <summary>Good pieces between two changeovers.</summary>
    public static FlowNumber Lot { get; } = new("Lot", 0, 10_000_000, AboveLeast: true, Whole: true);

    /// <summary>Percent of the time in which the machine can run, changeovers apart.</summary>
    public static FlowNumber Availability { get; } = new("Availability", 0, 100, AboveLeast: true);

    /// <summary>Percent of the pieces that are lost.</summary>
    public static FlowNumber Scrap { get; } = new("Scrap", 0, 100, BelowMost: true);

    /// <summary>Seconds of the work on one piece that the customer pays for.</summary>
    public static FlowNumber ValueAdded { get; } = new("ValueAdded", 0, 30 * Day);

    /// <summary>Pieces counted in a stock.</summary>
    public static FlowNumber Pieces { get; } = new("Pieces", 0, 1_000_000_000, Whole: true);

    /// <summary>Value of one piece in a stock, in the plant's currency.</summary>
    public static FlowNumber UnitValue { get; } = new("UnitValue", 0, 1_000_000_000);

    /// <summary>Pieces in one container of a kanban loop.</summary>
    public static FlowNumber Container { get; } = new("Container", 0, 10_000_000, AboveLeast: true, Whole: true);

    /// <summary>Cards that turn in a kanban loop, one a container.</summary>
    public static FlowNumber Cards { get; } = new("Cards", 0, 100_000, AboveLeast: true, Whole: true);

    /// <summary>Days from a card detached to its container back on the shelves.</summary>
    public static FlowNumber Replenishment { get; } = new("Replenishment", 0, 365, AboveLeast: true);

    /// <summary>Percent of the loop's need that is kept against a risk.</summary>
    public static FlowNumber LoopSafety { get; } = new("LoopSafety", 0, 1_000);

    /// <summary>Millimetres a thing was moved by hand on the map.</summary>
    public static FlowNumber Offset { get; } = new("Offset", -400, 400);

    /// <summary>Whether a value is one this number can have.</summary>
    public bool Accepts(decimal value) =>
        (AboveLeast ? value > Least : value >= Least) && (BelowMost ? value < Most : value <= Most) && (!Whole || value == decimal.Truncate(value));
}
