namespace Etabli.Figures.Ink;

/// <summary>A status, always shown by a colour, a shape and a letter together. (fr: statut)</summary>
public enum Status
{
    /// <summary>Disc, letter V (fr: bon).</summary>
    Good,
    /// <summary>Triangle, letter A (fr: attention).</summary>
    Warning,
    /// <summary>Diamond, letter R (fr: mauvais).</summary>
    Bad,
    /// <summary>Hatched square (fr: non renseigné).</summary>
    Unset,
    /// <summary>Empty ring (fr: à faire).</summary>
    ToDo,
    /// <summary>Half-filled ring (fr: en cours).</summary>
    InProgress,
    /// <summary>Struck ring (fr: abandonné).</summary>
    Abandoned,
}
