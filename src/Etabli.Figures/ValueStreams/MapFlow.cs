namespace Etabli.Figures.ValueStreams;

/// <summary>What makes parts go on. (fr: mode de flux)</summary>
public enum MaterialFlowKind
{
    /// <summary>Striped arrow: pushed (fr: flux poussé).</summary>
    Push,
    /// <summary>Turning arrow: taken when needed (fr: flux tiré).</summary>
    Pull,
    /// <summary>Plain arrow: carried on one by one or in order (fr: flux continu).</summary>
    Continuous,
}

/// <summary>Parts that go from a step or a stock to the next. (fr: flux physique)</summary>
/// <param name="From">Identifier of the stock or step they leave.</param>
/// <param name="To">Identifier of the stock or step they reach.</param>
/// <param name="Kind">What makes them go.</param>
public sealed record MaterialFlow(string From, string To, MaterialFlowKind Kind = MaterialFlowKind.Push);

/// <summary>A truck between an outside plant and a stock. (fr: livraison)</summary>
/// <param name="From">Identifier of a supplier, or of what is shipped.</param>
/// <param name="To">Identifier of what is supplied, or of a customer.</param>
/// <param name="Frequency">How often, under the truck.</param>
public sealed record Shipment(string From, string To, string Frequency);

/// <summary>How information travels. (fr: mode d’information)</summary>
public enum InformationFlowKind
{
    /// <summary>Straight line: paper, voice (fr: manuelle).</summary>
    Manual,
    /// <summary>Line with a lightning kink (fr: électronique).</summary>
    Electronic,
    /// <summary>Card that orders a production, dotted path (fr: kanban de production).</summary>
    ProductionKanban,
    /// <summary>Hatched card that orders a withdrawal, dotted path (fr: kanban de transfert).</summary>
    WithdrawalKanban,
    /// <summary>Triangle that orders a batch, dotted path (fr: kanban signal).</summary>
    SignalKanban,
    /// <summary>Glasses: someone goes and looks (fr: planification à vue).</summary>
    GoSee,
}

/// <summary>Who tells what to whom. (fr: flux d’information)</summary>
/// <param name="From">Identifier of who tells.</param>
/// <param name="To">Identifier of who is told.</param>
/// <param name="Kind">How.</param>
/// <param name="Label">What and how often; flows of one origin, kind and label share one line.</param>
public sealed record InformationFlow(string From, string To, InformationFlowKind Kind, string Label = "");

/// <summary>Something to improve, on the map. (fr: éclair kaizen)</summary>
/// <param name="Node">Identifier of the step or stock it is about.</param>
/// <param name="Text">What to do, in four words.</param>
/// <param name="Axis">Code of the axis or idea it belongs to.</param>
public sealed record KaizenBurst(string Node, string Text, string? Axis = null);
