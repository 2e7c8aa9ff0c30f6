using System.Globalization;

namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>On which side of the hypothesis the departure is looked for (fr: hypothèse alternative).</summary>
public enum Alternative
{
    /// <summary>On either side.</summary>
    TwoSided,

    /// <summary>The first is less.</summary>
    Less,

    /// <summary>The first is greater.</summary>
    Greater,
}

/// <summary>What a test concludes at its risk (fr: conclusion du test).</summary>
public enum Conclusion
{
    /// <summary>The probability is above the risk: the sample does not speak against the hypothesis. It does not prove it.</summary>
    NotRejected,

    /// <summary>The probability is at most the risk: the hypothesis is rejected.</summary>
    Rejected,

    /// <summary>The statistic does not exist; see the gaps.</summary>
    Unknown,
}

/// <summary>What is known of something a test supposes (fr: état d’une condition d’application).</summary>
public enum AssumptionStatus
{
    /// <summary>The method could not, or did not, look.</summary>
    Unchecked,

    /// <summary>It looked, and nothing speaks against it.</summary>
    Holds,

    /// <summary>It looked, and the sample speaks against it.</summary>
    Doubtful,
}

/// <summary>Something a test supposes of its sample (fr: condition d’application).</summary>
/// <param name="Name">Stable English key; pages word it.</param>
/// <param name="Status">Whether it was looked at, and what came out.</param>
/// <param name="Note">What was seen, in figures; null when nothing was looked at.</param>
public sealed record Assumption(string Name, AssumptionStatus Status = AssumptionStatus.Unchecked, string? Note = null);

/// <summary>A figure estimated beside a test, with its interval (fr: estimation).</summary>
/// <param name="Name">Stable English key of what is estimated; pages word it.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Unit">One of <see cref="Units"/>.</param>
/// <param name="Interval">Where the true value lies; null when the method gives none.</param>
public sealed record Estimate(string Name, double Value, string Unit, ConfidenceInterval? Interval = null);

/// <summary>Outcome of a test of a hypothesis (fr: test d’hypothèse).</summary>
/// <param name="Because">Formula with its source, figures that went in, and what keeps the statistic from existing.</param>
/// <param name="Statistic">The statistic; null when it does not exist, and then the gaps say why. Never NaN.</param>
/// <param name="Freedom">Degrees of freedom, in the order of the distribution's name; empty when it has none.</param>
/// <param name="Probability">p: how often chance alone would give as much, or more. From 0 to 1; null with the statistic.</param>
/// <param name="Exact">True when p is exact under the assumptions, false when it is an approximation.</param>
/// <param name="Alternative">The side looked at.</param>
/// <param name="Risk">α: the risk the conclusion is drawn at.</param>
/// <param name="Estimates">What is estimated beside it, with intervals at 1 − α.</param>
/// <param name="Assumptions">What it supposes, and what was checked of it.</param>
public sealed record HypothesisTest(
    Explanation Because,
    double? Statistic,
    IReadOnlyList<double> Freedom,
    double? Probability,
    bool Exact,
    Alternative Alternative,
    double Risk,
    IReadOnlyList<Estimate> Estimates,
    IReadOnlyList<Assumption> Assumptions)
{
    /// <summary>What is concluded at the risk.</summary>
    public Conclusion Conclusion => Probability is not { } p ? Conclusion.Unknown : p <= Risk ? Conclusion.Rejected : Conclusion.NotRejected;

    /// <summary>The first estimate, where there is one.</summary>
    public Estimate? Estimate => Estimates.Count > 0 ? Estimates[0] : null;

    /// <summary>The outcome as one line, in the invariant culture.</summary>
    public override string ToString() => Statistic is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Because.Formula.Name}: no statistic ({string.Join(", ", Because.Gaps.Select(g => g.Name))})")
        : string.Create(CultureInfo.InvariantCulture, $"{Because.Formula.Name}: statistic {Statistic:G6}, df ({string.Join("; ", Freedom.Select(f => f.ToString("G6", CultureInfo.InvariantCulture)))}), p = {Probability:G4}, {Conclusion} at {Risk}");
}

/// <summary>What the tests share.</summary>
internal static class Outcome
{
    public static readonly Assumption Independent = new("independent values");
    public static readonly Assumption Normal = new("normal values");

    /// <summary>A test that came out.</summary>
    public static HypothesisTest Of(
        Formula formula,
        IEnumerable<Term> terms,
        double statistic,
        double[] freedom,
        double probability,
        bool exact,
        Alternative alternative,
        double risk,
        Estimate[] estimates,
        params Assumption[] assumptions) =>
        new(new(formula, terms, []), statistic, Listed.Of(freedom), Math.Clamp(probability, 0, 1), exact, alternative, risk, Listed.Of(estimates), Listed.Of(assumptions));

    /// <summary>A test whose statistic does not exist.</summary>
    public static HypothesisTest Lacking(Formula formula, IEnumerable<Term> terms, string impossible, Alternative alternative, double risk, params Assumption[] assumptions) =>
        new(new(formula, terms, [new("", impossible, GapKind.Impossible)]), null, Listed.Of<double>([]), null, false, alternative, risk, Listed.Of<Estimate>([]), Listed.Of(assumptions));

    /// <summary>Probability of a statistic, of its tails.</summary>
    public static double Probability(Alternative alternative, double below, double above) => alternative switch
    {
        Alternative.Less => below,
        Alternative.Greater => above,
        Alternative.TwoSided => Math.Min(1, 2 * Math.Min(below, above)),
        _ => throw new ArgumentOutOfRangeException(nameof(alternative), alternative, "Expected a known alternative."),
    };

    /// <summary>An interval about an estimate, open where the alternative does not look.</summary>
    public static ConfidenceInterval Interval(Alternative alternative, double risk, Func<double, double> low, Func<double, double> high) => alternative switch
    {
        Alternative.Less => new(null, high(risk), 1 - risk),
        Alternative.Greater => new(low(risk), null, 1 - risk),
        _ => new(low(risk / 2), high(risk / 2), 1 - risk),
    };

    public static Term Term(string symbol, string name, double value, string unit = Units.Ratio) => new(symbol, name, value, unit);
}
