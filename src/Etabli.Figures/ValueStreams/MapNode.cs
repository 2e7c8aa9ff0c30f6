using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>What stands on a value stream map. (fr: nœud de la carte)</summary>
/// <param name="Id">How flows name it; unique on the map.</param>
/// <param name="Name">How the reader knows it.</param>
public abstract record MapNode(string Id, string Name)
{
    /// <summary>How far it was moved by hand to the right of its automatic place, in millimetres.</summary>
    public double OffsetX { get; init; }

    /// <summary>How far it was moved by hand below its automatic place, in millimetres.</summary>
    public double OffsetY { get; init; }
}

/// <summary>Who delivers. (fr: fournisseur)</summary>
/// <param name="Id">How flows name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">A second line: what it delivers.</param>
public sealed record MapSupplier(string Id, string Name, string? Detail = null) : MapNode(Id, Name);

/// <summary>Who is served. (fr: client)</summary>
/// <param name="Id">How flows name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">A second line: how much it asks.</param>
public sealed record MapCustomer(string Id, string Name, string? Detail = null) : MapNode(Id, Name);

/// <summary>Who plans; the first of the map stands at its top, the others below it. (fr: gestion de production)</summary>
/// <param name="Id">How flows name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">A second line: with what.</param>
public sealed record MapControl(string Id, string Name, string? Detail = null) : MapNode(Id, Name)
{
    /// <summary>Whether it carries a levelling box, <c>OXOX</c> (fr: boîte de nivellement).</summary>
    public bool IsLevelled { get; init; }
}

/// <summary>A line of a data box. (fr: ligne de la case de données)</summary>
/// <param name="Label">What it is: <c>Tc</c>.</param>
/// <param name="Value">The number with its unit, as it is to be read.</param>
/// <param name="Previous">The value in the other state of the map, struck before the new one.</param>
public sealed record MapDatum(string Label, string Value, string? Previous = null);

/// <summary>A step that transforms, with its data box. (fr: processus)</summary>
/// <param name="Id">How flows name it.</param>
/// <param name="Code">Its code, in the strip of the box.</param>
/// <param name="Name">Its name.</param>
/// <param name="Operators">People at it in each shift; none written if null.</param>
/// <param name="Rows">Lines of its data box, in the order of the map.</param>
public sealed record MapProcess(string Id, string Code, string Name, decimal? Operators, IReadOnlyList<MapDatum> Rows) : MapNode(Id, Name)
{
    /// <summary>Whether it is done outside, between dashed lines (fr: sous-traité).</summary>
    public bool IsOutsourced { get; init; }

    /// <summary>Whether other streams use it too (fr: partagé).</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether its effective cycle is longer than the takt: marked by a shape, a letter and a border (fr: goulot).</summary>
    public bool IsBottleneck { get; init; }
}

/// <summary>How parts wait. (fr: forme de stock)</summary>
public enum StockKind
{
    /// <summary>Triangle: parts wait as they come (fr: stock).</summary>
    Inventory,
    /// <summary>Shelves that the next step takes from (fr: supermarché).</summary>
    Supermarket,
    /// <summary>Two rails, first in first out, a most (fr: voie FIFO).</summary>
    FifoLane,
    /// <summary>Stacked boxes kept against a risk (fr: stock de sécurité).</summary>
    Safety,
}

/// <summary>Where parts wait. (fr: stock)</summary>
/// <param name="Id">How flows name it.</param>
/// <param name="Name">What waits.</param>
/// <param name="Quantity">How many; for a lane, the most it holds.</param>
/// <param name="Cover">How long they last at the customer's rhythm.</param>
/// <param name="Kind">How they wait.</param>
public sealed record MapStock(string Id, string Name, Amount? Quantity = null, Amount? Cover = null, StockKind Kind = StockKind.Inventory) : MapNode(Id, Name);
