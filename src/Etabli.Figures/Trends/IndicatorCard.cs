using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>What an indicator is: how it is computed, from what, for whom, until when. (fr: carte d’identité d’indicateur)</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Good">Which way is good.</param>
public sealed record IndicatorCard(string Code, string Name, string Unit, GoodDirection Good)
{
    /// <summary>Letter of its family on the board: S, Q, D, C, M; none if null.</summary>
    public string? Letter { get; init; }

    /// <summary>What it measures, in a sentence.</summary>
    public string? Definition { get; init; }

    /// <summary>How it is computed.</summary>
    public string? Formula { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public string? Source { get; init; }

    /// <summary>How often it is measured.</summary>
    public string? Frequency { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Chart it is read on.</summary>
    public string? Chart { get; init; }

    /// <summary>Its target.</summary>
    public decimal? Target { get; init; }

    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Day after which the target must be set again; without one it holds until it is changed, and the card says nothing of it.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Its last value; none yet if null.</summary>
    public decimal? Last { get; init; }

    /// <summary>When the last value was measured.</summary>
    public string? LastAt { get; init; }

    /// <summary>How far the last value is from the target.</summary>
    public decimal? Gap => Target is { } target && Last is { } last ? last - target : null;

    /// <summary>Whether the target is reached: a value on its target is.</summary>
    public Status Status => Gap is not { } gap ? Status.Unset : (Good == GoodDirection.Up ? gap >= 0 : gap <= 0) ? Status.Good : Status.Bad;
}
