using System.Globalization;

namespace Etabli.Methods.Statistics;

/// <summary>Where a figure of the whole population lies, with a stated confidence (fr: intervalle de confiance).</summary>
/// <param name="Low">Lower bound; null when the interval is open below.</param>
/// <param name="High">Upper bound; null when the interval is open above.</param>
/// <param name="Level">Confidence, 0.95 for 95 %. For order statistics it is the level reached, at or above the one asked.</param>
public readonly record struct ConfidenceInterval(double? Low, double? High, double Level)
{
    /// <summary>Whether a value lies in it, its ends included.</summary>
    /// <param name="value">Any number.</param>
    public bool Contains(double value) => value >= (Low ?? double.NegativeInfinity) && value <= (High ?? double.PositiveInfinity);

    /// <summary>The interval as text, in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{(object?)Low ?? "−∞"}; {(object?)High ?? "+∞"}] at {Level}");
}
