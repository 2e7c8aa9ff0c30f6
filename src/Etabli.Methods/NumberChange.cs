namespace Etabli.Methods;

/// <summary>One number before and after (fr: nombre changé).</summary>
/// <param name="Of">Code of the thing it is of; empty for the whole.</param>
/// <param name="Name">Stable English key of the number.</param>
/// <param name="Before">Before; null when it was not known.</param>
/// <param name="After">After; null when it is not known.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record NumberChange(string Of, string Name, double? Before, double? After, string Unit)
{
    /// <summary>After minus before; null when one of the two is not known.</summary>
    public double? Change => After - Before;

    /// <summary>Change as a share of before: −0.25 is a quarter less. Null when one is not known, or before is 0.</summary>
    public double? RelativeChange => Before is 0 ? null : Change / Before;

    /// <summary>Whether the two are the same, both unknown included.</summary>
    public bool IsNothing => Before == After;
}
