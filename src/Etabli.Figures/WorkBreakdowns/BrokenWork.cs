namespace Etabli.Figures.WorkBreakdowns;

/// <summary>What an element is worth, as it is drawn. (fr: classe de valeur)</summary>
public enum ElementWorth
{
    /// <summary>Nobody said.</summary>
    Unset,

    /// <summary>fr: VA.</summary>
    ValueAdding,

    /// <summary>fr: NVA nécessaire.</summary>
    Necessary,

    /// <summary>fr: NVA.</summary>
    Waste,
}

/// <summary>What is done with an element, as it is drawn. (fr: ECRS)</summary>
public enum ElementIdea
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>fr: éliminer.</summary>
    Eliminate,

    /// <summary>fr: combiner.</summary>
    Combine,

    /// <summary>fr: réarranger.</summary>
    Rearrange,

    /// <summary>fr: simplifier.</summary>
    Simplify,
}

/// <summary>One element of the work. (fr: élément)</summary>
/// <param name="Label">What is done.</param>
/// <param name="Time">Today, in the unit.</param>
/// <param name="Worth">What it is worth.</param>
/// <param name="Idea">What is done with it.</param>
/// <param name="After">To come, in the unit; null when nobody said.</param>
/// <param name="Note">How; empty for nothing.</param>
public sealed record BrokenElement(string Label, decimal Time, ElementWorth Worth, ElementIdea Idea, decimal? After, string Note = "")
{
    /// <summary>To come as far as is known.</summary>
    public decimal Expected => After ?? (Idea == ElementIdea.Eliminate ? 0 : Time);
}

/// <summary>A work taken apart. (fr: décomposition du travail)</summary>
/// <param name="Title">Which work.</param>
/// <param name="Unit">Symbol of the unit.</param>
/// <param name="Elements">Its elements, in order.</param>
public sealed record BrokenWork(string Title, string Unit, IReadOnlyList<BrokenElement> Elements)
{
    /// <summary>Decimals of the times.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>When it was seen.</summary>
    public string? Period { get; init; }

    /// <summary>Whether anything is planned: then the work to come is drawn.</summary>
    public bool HasPlan => Elements.Any(e => e.Idea != ElementIdea.None || e.After is not null);
}
