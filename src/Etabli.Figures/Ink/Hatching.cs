namespace Etabli.Figures.Ink;

/// <summary>Patterns that carry a meaning in grey as well as in colour. (fr: hachure)</summary>
public enum Hatching
{
    /// <summary>Grey diagonals: nothing to say here, or nothing known.</summary>
    Unset,
    /// <summary>45° lines over the necessary colour.</summary>
    Necessary,
    /// <summary>Crossed lines over the waste colour.</summary>
    Waste,
}
