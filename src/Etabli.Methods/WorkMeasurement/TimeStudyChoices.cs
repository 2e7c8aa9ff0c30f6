namespace Etabli.Methods.WorkMeasurement;

/// <summary>One piece of the work that is timed on its own (fr: élément de travail).</summary>
/// <param name="Code">What observations name it by.</param>
/// <param name="Label">What people call it.</param>
public sealed record WorkElement(string Code, string Label = "")
{
    /// <summary>f: how often it happens in one cycle; 0.1 for once in ten. Range: above 0.</summary>
    public double Frequency { get; init; } = 1;

    /// <summary>Whether it is not part of the work: a dropped tool, a visitor. It is listed and not counted (fr: élément étranger).</summary>
    public bool IsForeign { get; init; }

    /// <summary>The pace judged for the element as a whole; an observation's own comes first.</summary>
    public double? Rating { get; init; }
}

/// <summary>One time read off the watch (fr: temps observé).</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Cycle">Which cycle, from 1.</param>
/// <param name="Time">TO: the time read. Range: above 0.</param>
/// <param name="Rating">JA: the pace judged for it; null when it was judged for the element or for the cycle.</param>
/// <param name="ExcludedBecause">Why it is left out; null when it counts. It is never empty: a value does not leave without a reason.</param>
public sealed record ObservedTime(string Element, int Cycle, TimeSpan Time, double? Rating = null, string? ExcludedBecause = null);

/// <summary>What a time study is read with (fr: réglages du chronométrage).</summary>
public sealed record TimeStudyChoices
{
    /// <summary>The scale of the ratings.</summary>
    public RatingScale Scale { get; init; } = RatingScale.Hundred;

    /// <summary>What is added for rest and needs.</summary>
    public Allowance Allowance { get; init; } = Allowance.None;

    /// <summary>The time of the routing it is compared with; null when there is none.</summary>
    public TimeSpan? RoutingTime { get; init; }

    /// <summary>Pace judged for a whole cycle, by its number; used where neither observation nor element has one.</summary>
    public IReadOnlyDictionary<int, double> CycleRatings { get; init; } = new Dictionary<int, double>();

    /// <summary>1 − α of the general number of observations. Range: above 0 and below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>h: half the width wanted, as a share of the mean, in both numbers of observations. Range: above 0 and below 1.</summary>
    public double Margin { get; init; } = 0.05;

    /// <summary>α of the test that suspects a value. Range: above 0 and below 1.</summary>
    public double SuspicionRisk { get; init; } = 0.01;
}
