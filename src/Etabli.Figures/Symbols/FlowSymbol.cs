namespace Etabli.Figures.Symbols;

/// <summary>The signs of a value stream map and of a process chart, one by one. (fr: symbole de flux)</summary>
public enum FlowSymbol
{
    /// <summary>Saw-toothed roof: a customer or a supplier (fr: usine externe).</summary>
    ExternalPlant,
    /// <summary>Box with its code, its name and its people (fr: processus).</summary>
    Process,
    /// <summary>Box with a hatched strip: other families pass there too (fr: processus partagé).</summary>
    SharedProcess,
    /// <summary>Dashed box: done by somebody else (fr: sous-traitant).</summary>
    OutsourcedProcess,
    /// <summary>Red box: it does not hold the takt (fr: goulot).</summary>
    Bottleneck,
    /// <summary>Rows under a box: its measured numbers (fr: case de données).</summary>
    DataBox,
    /// <summary>Who says what is made, and when (fr: gestion de production).</summary>
    ProductionControl,
    /// <summary>Triangle: parts wait as they come (fr: stock).</summary>
    Inventory,
    /// <summary>Open shelves that the next step takes from (fr: supermarché).</summary>
    Supermarket,
    /// <summary>Two rails: first in, first out, a most (fr: voie FIFO).</summary>
    FifoLane,
    /// <summary>Stacked boxes kept against a risk (fr: stock de sécurité).</summary>
    SafetyStock,
    /// <summary>Striped arrow: pushed whether wanted or not (fr: flux poussé).</summary>
    Push,
    /// <summary>Turning arrow: taken when needed (fr: flux tiré).</summary>
    Pull,
    /// <summary>Plain arrow: carried on one by one (fr: flux continu).</summary>
    ContinuousFlow,
    /// <summary>Truck: goods that come or go by road (fr: camion).</summary>
    Truck,
    /// <summary>Wide hollow arrow: goods that travel outside (fr: livraison).</summary>
    Shipment,
    /// <summary>Straight arrow: said, written or carried by hand (fr: information manuelle).</summary>
    ManualInformation,
    /// <summary>Arrow with a kink: sent by a system (fr: information électronique).</summary>
    ElectronicInformation,
    /// <summary>Card on a dotted line: make this (fr: kanban de production).</summary>
    ProductionKanban,
    /// <summary>Hatched card on a dotted line: fetch this (fr: kanban de transfert).</summary>
    WithdrawalKanban,
    /// <summary>Triangle on its point, on a dotted line: make a batch (fr: kanban signal).</summary>
    SignalKanban,
    /// <summary>Cup on a foot: cards wait there until they are fetched (fr: poste kanban).</summary>
    KanbanPost,
    /// <summary>OXOX: mix and volume are levelled (fr: boîte de nivellement).</summary>
    Levelling,
    /// <summary>Glasses: the programme is adjusted by going to see (fr: planification à vue).</summary>
    GoSee,
    /// <summary>Star: here something will change (fr: éclair kaizen).</summary>
    KaizenBurst,
    /// <summary>Battlement: waiting above, work below (fr: ligne de temps).</summary>
    TimeLadder,
    /// <summary>Circle: it is changed (fr: opération).</summary>
    Operation,
    /// <summary>Fat arrow: it is carried (fr: transport).</summary>
    Transport,
    /// <summary>Square: it is checked (fr: contrôle).</summary>
    Inspection,
    /// <summary>Half-disc: it waits (fr: attente).</summary>
    Delay,
    /// <summary>Triangle on its point: it is stored (fr: stockage).</summary>
    Storage,
}
