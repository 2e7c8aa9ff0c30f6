namespace Etabli.Figures.Observations;

/// <summary>The eight wastes that an observation can name. (fr: gaspillage)</summary>
public enum Waste
{
    /// <summary>Making more or sooner than asked (fr: surproduction).</summary>
    Overproduction,
    /// <summary>Waiting (fr: attente).</summary>
    Waiting,
    /// <summary>Moving parts (fr: transport).</summary>
    Transport,
    /// <summary>Doing more than needed (fr: surtraitement).</summary>
    Overprocessing,
    /// <summary>Keeping more than needed (fr: stock).</summary>
    Inventory,
    /// <summary>Moving people (fr: mouvement).</summary>
    Motion,
    /// <summary>Making it wrong (fr: défaut).</summary>
    Defect,
    /// <summary>Not using what people know (fr: compétence inutilisée).</summary>
    UnusedSkill,
}

/// <summary>What was seen on the floor, as a card. (fr: fiche d’observation terrain)</summary>
/// <param name="Place">Where: a workstation.</param>
/// <param name="Day">When.</param>
/// <param name="Fact">What was seen; a fact, not an opinion.</param>
/// <param name="Waste">Which waste it shows, if any.</param>
/// <param name="Measure">The number, written with its unit; its absence is shown.</param>
/// <param name="Observer">Who saw it.</param>
/// <param name="Seen">How many times it was seen.</param>
/// <param name="Photo">Address of a picture, or a data address; a placeholder is drawn if null.</param>
public sealed record Observation(
    string Place,
    DateOnly Day,
    string Fact,
    Waste? Waste = null,
    string? Measure = null,
    string? Observer = null,
    int Seen = 1,
    string? Photo = null);
