using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

/// <summary>Which way an indicator must go. (fr: sens)</summary>
public enum GoodDirection
{
    /// <summary>Higher is better.</summary>
    Up,
    /// <summary>Lower is better.</summary>
    Down,
}

/// <summary>One week of an indicator; a week without value is a gap, never a zero. (fr: point)</summary>
/// <param name="Week">The week.</param>
/// <param name="Value">Its value, null when it was not measured.</param>
public sealed record TrendPoint(IsoWeek Week, decimal? Value);

/// <summary>A stretch of weeks with a name: base, déploiement, confirmation. (fr: phase)</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">Its first week.</param>
/// <param name="Last">Its last week.</param>
public sealed record TrendPhase(string Name, IsoWeek First, IsoWeek Last);

/// <summary>Something that happened, marked by a number on its week. (fr: repère)</summary>
/// <param name="Week">The week.</param>
/// <param name="Label">What happened.</param>
public sealed record TrendFlag(IsoWeek Week, string Label);

/// <summary>A weekly series against its target. (fr: tendance d’indicateur)</summary>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Unit">Its unit, printed on the axis.</param>
/// <param name="Good">Which way is good.</param>
/// <param name="Points">The weeks, in any order; missing weeks are gaps.</param>
/// <param name="Target">The target, if one is set.</param>
/// <param name="Decimals">Decimals of its values.</param>
/// <param name="Phases">Named stretches.</param>
/// <param name="Flags">Marked events.</param>
public sealed record IndicatorTrend(
    string Name,
    string Unit,
    GoodDirection Good,
    IReadOnlyList<TrendPoint> Points,
    decimal? Target = null,
    int Decimals = 1,
    IReadOnlyList<TrendPhase>? Phases = null,
    IReadOnlyList<TrendFlag>? Flags = null)
{
    /// <summary>Weeks that have a value, oldest first.</summary>
    public IReadOnlyList<TrendPoint> Measured => [.. Points.Where(point => point.Value is not null).OrderBy(point => point.Week)];

    /// <summary>The last value, with its week; null when nothing was measured.</summary>
    public TrendPoint? Last => Measured.Count == 0 ? null : Measured[^1];

    /// <summary>How far the last value is from the target.</summary>
    public decimal? Gap => Target is { } target && Last?.Value is { } value ? value - target : null;

    /// <summary>Whether the target is reached: a value on its target is.</summary>
    public Status Status => Gap is not { } gap ? Status.Unset : (Good == GoodDirection.Up ? gap >= 0 : gap <= 0) ? Status.Good : Status.Bad;
}
