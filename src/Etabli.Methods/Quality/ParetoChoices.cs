namespace Etabli.Methods.Quality;

/// <summary>What is weighed (fr: mesure du Pareto).</summary>
public enum ParetoMeasure
{
    /// <summary>How often: one per occurrence, or its quantity.</summary>
    Count,

    /// <summary>How long, in seconds.</summary>
    Duration,

    /// <summary>How much money.</summary>
    Cost,
}

/// <summary>How a threshold cuts a cumulated share (fr: convention de seuil).</summary>
public enum ThresholdRule
{
    /// <summary>The smallest leading set whose cumulated share is at or above the threshold: the cause that crosses it is in.</summary>
    Reach,

    /// <summary>The largest leading set whose cumulated share is at or under the threshold: the cause that crosses it is out.</summary>
    StayUnder,
}

/// <summary>Class of a cause (fr: classe ABC).</summary>
public enum AbcClass
{
    /// <summary>The few that weigh most.</summary>
    A,

    /// <summary>Those between.</summary>
    B,

    /// <summary>The many that weigh little.</summary>
    C,
}

/// <summary>Conventions of a Pareto (fr: réglages du Pareto).</summary>
public sealed record ParetoChoices
{
    /// <summary>Threshold of class A, a cumulated share. Usual: 0.80. Range: 0 &lt; A ≤ 1.</summary>
    public decimal A { get; init => field = Share(value, nameof(A)); } = 0.80m;

    /// <summary>Threshold of classes A and B together. Usual: 0.95. Range: A ≤ B ≤ 1.</summary>
    public decimal B { get; init => field = Share(value, nameof(B)); } = 0.95m;

    /// <summary>How the thresholds cut. Usual: the smallest set that reaches them.</summary>
    public ThresholdRule Rule { get; init; } = ThresholdRule.Reach;

    /// <summary>Causes shown before the rest is grouped; null groups nothing. Class A is never grouped, and one cause alone is not a group. Range: &gt; 0.</summary>
    public int? KeepFirst { get; init => field = Argument.Positive(value, nameof(KeepFirst)); }

    /// <summary>Name of the cause that holds what was not told apart: always last, whatever its weight; grouped causes join it.</summary>
    public string Others { get; init => field = Argument.Said(value, nameof(Others)); } = "others";

    private static decimal Share(decimal value, string name) =>
        value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is a cumulated share; expected above 0, up to 1.");
}
