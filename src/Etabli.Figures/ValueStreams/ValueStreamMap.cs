using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>How information and parts flow from the suppliers to the customers, on one page. (fr: cartographie de la chaîne de valeur)</summary>
/// <param name="Title">What it is the map of.</param>
/// <param name="Nodes">Customers, suppliers, control, steps and stocks, in the order of the stream.</param>
/// <param name="Flows">How parts go.</param>
public sealed record ValueStreamMap(string Title, IReadOnlyList<MapNode> Nodes, IReadOnlyList<MaterialFlow> Flows)
{
    /// <summary>State it shows: current or future.</summary>
    public string? State { get; init; }

    /// <summary>Trucks from suppliers and to customers.</summary>
    public IReadOnlyList<Shipment> Shipments { get; init; } = [];

    /// <summary>How information travels.</summary>
    public IReadOnlyList<InformationFlow> Information { get; init; } = [];

    /// <summary>What is to be improved.</summary>
    public IReadOnlyList<KaizenBurst> Bursts { get; init; } = [];

    /// <summary>Time ladders, one for each branch.</summary>
    public IReadOnlyList<TimeLadder> Ladders { get; init; } = [];

    /// <summary>Totals of the map, in its box.</summary>
    public ValueStreamTotals? Totals { get; init; }

    /// <summary>Rhythm of the customers, under the last of them.</summary>
    public MapTakt? Takt { get; init; }

    /// <summary>Sentences under the map: formulas, sources, what the marks mean.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Rhythm asked by the customers, shown under them. (fr: temps takt)</summary>
/// <param name="Value">The takt.</param>
/// <param name="Computation">Where it comes from: <c>840 min × 60 ÷ 96</c>.</param>
public sealed record MapTakt(Amount Value, string? Computation = null);

/// <summary>One step of a time ladder. (fr: palier)</summary>
/// <param name="Node">Identifier of the stock or step above it.</param>
/// <param name="Time">How long.</param>
/// <param name="IsWaiting">Whether nothing is done to the part meanwhile: high; else low.</param>
public sealed record LadderStep(string Node, Amount Time, bool IsWaiting);

/// <summary>Waiting and processing times of one branch, step by step. (fr: ligne de temps)</summary>
/// <param name="Branch">Name of the branch.</param>
/// <param name="Steps">Its steps, from upstream to downstream.</param>
/// <param name="LeadTime">Its lead time, with the sum it comes from if it is not plain.</param>
/// <param name="ValueAdded">Its value-adding time.</param>
/// <param name="IsCritical">Whether it is the longest branch.</param>
public sealed record TimeLadder(string Branch, IReadOnlyList<LadderStep> Steps, string LeadTime, string? ValueAdded = null, bool IsCritical = false);

/// <summary>What the map says in five numbers. (fr: totaux)</summary>
/// <param name="LeadTime">Along the longest branch.</param>
/// <param name="Processing">Time at the steps.</param>
/// <param name="ValueAdded">Part of it that the customer pays for.</param>
/// <param name="Ratio">Value-adding part of the lead time.</param>
public sealed record ValueStreamTotals(Amount LeadTime, Amount? Processing = null, Amount? ValueAdded = null, Amount? Ratio = null);
