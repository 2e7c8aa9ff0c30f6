namespace Etabli.Figures.ValueStreams;

/// <summary>Two states of one value stream on one sheet, with what changes from the first to the second. (fr: comparaison de deux états)</summary>
/// <param name="Title">What it is the comparison of.</param>
/// <param name="Before">The first state, drawn above.</param>
/// <param name="After">The second state, drawn below.</param>
/// <param name="Differences">What changes, in the strip under both.</param>
public sealed record ValueStreamPair(string Title, ValueStreamMap Before, ValueStreamMap After, IReadOnlyList<StateGain> Differences);

/// <summary>One number in both states. (fr: gain d’un état à l’autre)</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Before">Its value in the first state, as it is to be read.</param>
/// <param name="After">Its value in the second state.</param>
/// <param name="Change">How much it changes, with its part: <c>−12,5 j (−37 %)</c>; none when one of the two is not known.</param>
/// <param name="IsBetter">Whether the change is wanted; null when it is neither.</param>
public sealed record StateGain(string Name, string Before, string After, string? Change = null, bool? IsBetter = null);
