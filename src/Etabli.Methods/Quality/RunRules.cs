namespace Etabli.Methods.Quality;

/// <summary>A sign of a special cause on a control chart; several may be named at once (fr: règle de détection).</summary>
/// <remarks>Source: Nelson, 1984; the numbers in brackets are his.</remarks>
[Flags]
public enum ChartRule
{
    /// <summary>No rule.</summary>
    None = 0,

    /// <summary>[1] A point beyond a control limit, strictly.</summary>
    BeyondLimits = 1,

    /// <summary>[2] Points in a row on one side of the centre line.</summary>
    SameSide = 2,

    /// <summary>[3] Points in a row that all rise, or all fall.</summary>
    Trend = 4,

    /// <summary>[4] Points in a row that rise and fall by turns.</summary>
    Alternating = 8,

    /// <summary>[5] Points beyond two sigmas on one side, among a few.</summary>
    BeyondTwoSigmas = 16,

    /// <summary>[6] Points beyond one sigma on one side, among a few.</summary>
    BeyondOneSigma = 32,

    /// <summary>[7] Points in a row within one sigma of the centre line: mixed sources in each subgroup, or limits that are too wide.</summary>
    HuggingCentre = 64,

    /// <summary>[8] Points in a row beyond one sigma, on whichever side: two processes on one chart.</summary>
    AvoidingCentre = 128,
}

/// <summary>How many points out of how many in a row (fr: proportion de points consécutifs).</summary>
/// <param name="Points">k: points that must be beyond the line, the last being one. Range: 1 to <paramref name="Among"/>.</param>
/// <param name="Among">w: points in a row that are looked at. Range: 1 to 32.</param>
public readonly record struct PointsAmong(int Points, int Among)
{
    internal PointsAmong Checked(string name) =>
        Among is >= 1 and <= 32 && Points >= 1 && Points <= Among ? this : throw new ArgumentOutOfRangeException(name, this, $"{name} is {Points} among {Among}; expected 1 ≤ points ≤ among ≤ 32.");
}

/// <summary>Rules a control chart is read with, each with its run length; null switches one off (fr: règles de détection).</summary>
/// <remarks>
/// Every rule added brings false alarms: with rules 1, 2 (of 8), 5 and 6 the in-control run length falls from 370 to 92 points, see <see cref="RunLength"/>.
/// Source: Western Electric, Statistical Quality Control Handbook, 1956; Nelson, 1984.
/// </remarks>
/// <example><code>RunRules.Nelson with { SameSide = 8, Trend = null }</code></example>
public sealed record RunRules
{
    /// <summary>No rule: the chart is drawn and not judged.</summary>
    public static RunRules None { get; } = new();

    /// <summary>A point beyond a limit, and nothing else.</summary>
    public static RunRules LimitsOnly { get; } = new() { BeyondLimits = true };

    /// <summary>Rules 1, 5, 6 and 8 points on one side.</summary>
    public static RunRules WesternElectric { get; } = new() { BeyondLimits = true, SameSide = 8, BeyondTwoSigmas = new(2, 3), BeyondOneSigma = new(4, 5) };

    /// <summary>All eight rules with Nelson's lengths: 9, 6, 14, 2 of 3, 4 of 5, 15, 8.</summary>
    public static RunRules Nelson { get; } = new()
    {
        BeyondLimits = true,
        SameSide = 9,
        Trend = 6,
        Alternating = 14,
        BeyondTwoSigmas = new(2, 3),
        BeyondOneSigma = new(4, 5),
        HuggingCentre = 15,
        AvoidingCentre = 8,
    };

    /// <summary>[1] Whether a point strictly beyond a limit is a sign.</summary>
    public bool BeyondLimits { get; init; }

    /// <summary>[2] Points in a row on one side. Usual: 9 (Nelson), 8 (Western Electric), 7. Range: ≥ 2.</summary>
    public int? SameSide { get; init => field = Length(value, nameof(SameSide)); }

    /// <summary>[3] Points in a row that rise, or fall, the first counted. Usual: 6. Range: ≥ 2.</summary>
    public int? Trend { get; init => field = Length(value, nameof(Trend)); }

    /// <summary>[4] Points in a row that rise and fall by turns, the first counted. Usual: 14. Range: ≥ 3.</summary>
    public int? Alternating { get; init => field = value is null or >= 3 ? value : throw new ArgumentOutOfRangeException(nameof(Alternating), value, "Expected 3 or more: fewer points do not alternate."); }

    /// <summary>[5] Points strictly beyond two sigmas on one side. Usual: 2 among 3.</summary>
    public PointsAmong? BeyondTwoSigmas { get; init => field = value?.Checked(nameof(BeyondTwoSigmas)); }

    /// <summary>[6] Points strictly beyond one sigma on one side. Usual: 4 among 5.</summary>
    public PointsAmong? BeyondOneSigma { get; init => field = value?.Checked(nameof(BeyondOneSigma)); }

    /// <summary>[7] Points in a row strictly within one sigma. Usual: 15. Range: ≥ 2.</summary>
    public int? HuggingCentre { get; init => field = Length(value, nameof(HuggingCentre)); }

    /// <summary>[8] Points in a row strictly beyond one sigma, on whichever side. Usual: 8. Range: ≥ 2.</summary>
    public int? AvoidingCentre { get; init => field = Length(value, nameof(AvoidingCentre)); }

    private static int? Length(int? value, string name) => value is null or >= 2 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected 2 or more points.");
}

/// <summary>Where a rule was broken, from the first point of the pattern to the last (fr: séquence de points signalée).</summary>
/// <param name="Rule">The one rule.</param>
/// <param name="First">Number of the first point of the pattern, counted from 1.</param>
/// <param name="Signal">Number of the first point that completes it: the day it could be known.</param>
/// <param name="Last">Number of the last point that still shows it.</param>
/// <param name="Side">1 above or rising, −1 below or falling, 0 when the rule has no side.</param>
public readonly record struct RuleRun(ChartRule Rule, int First, int Signal, int Last, int Side)
{
    /// <summary>Nelson's number of the rule, 1 to 8.</summary>
    public int Number => System.Numerics.BitOperations.TrailingZeroCount((int)Rule) + 1;
}
