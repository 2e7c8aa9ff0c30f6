namespace Etabli.Improvement.Diagnoses;

/// <summary>What costs and adds nothing for the customer (fr: gaspillage).</summary>
public enum Waste
{
    /// <summary>fr: surproduction.</summary>
    Overproduction,

    /// <summary>fr: attente.</summary>
    Waiting,

    /// <summary>fr: transport.</summary>
    Transport,

    /// <summary>fr: surtraitement.</summary>
    Overprocessing,

    /// <summary>fr: stock.</summary>
    Inventory,

    /// <summary>fr: mouvement.</summary>
    Motion,

    /// <summary>fr: défaut.</summary>
    Defect,

    /// <summary>fr: compétence inutilisée.</summary>
    UnusedTalent,

    /// <summary>fr: autre.</summary>
    Other,
}
