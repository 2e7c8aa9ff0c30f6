using Etabli.Plant.Tables;

namespace Etabli.Studies.Analyses;

/// <summary>What an analysis of measures asks (fr: nature d’analyse).</summary>
public enum AnalysisKind
{
    /// <summary>Is the process stable in time? (fr: carte de contrôle).</summary>
    ControlChart,

    /// <summary>Does the process hold its tolerance? (fr: capabilité).</summary>
    Capability,

    /// <summary>How are the values spread? (fr: distribution).</summary>
    Distribution,

    /// <summary>Can the gauge be trusted? (fr: étude R&amp;R).</summary>
    GaugeStudy,

    /// <summary>Do groups differ? (fr: comparaison de groupes).</summary>
    Comparison,

    /// <summary>Does one quantity follow another? (fr: régression).</summary>
    Relation,

    /// <summary>Where does the time of the machines go? (fr: TRS).</summary>
    Trs,

    /// <summary>Do those who judge parts agree? (fr: accord des contrôleurs).</summary>
    AttributeAgreement,

    /// <summary>Does the gauge read the truth? (fr: justesse).</summary>
    Bias,

    /// <summary>Does the gauge read as true all along its range? (fr: linéarité).</summary>
    Linearity,

    /// <summary>Are several characteristics stable together? (fr: carte T² de Hotelling).</summary>
    MultivariateChart,

    /// <summary>What does quality cost, and its lack? (fr: coûts de la qualité).</summary>
    QualityCosts,
}

/// <summary>One part a column of the record plays in an analysis (fr: rôle d’une colonne).</summary>
/// <param name="Key">Stable English key; pages word it.</param>
/// <param name="Needed">Whether the analysis cannot be without it.</param>
/// <param name="Kinds">What its cells may hold; empty for anything.</param>
public sealed record AnalysisRole(string Key, bool Needed, params IReadOnlyList<CellKind> Kinds)
{
    /// <summary>Whether a column of that kind can play it.</summary>
    public bool Takes(CellKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}

/// <summary>The columns and choices of a kind of analysis (fr: modèle d’analyse).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Roles">The parts columns play.</param>
/// <param name="Choices">What is chosen once for the analysis.</param>
public sealed record AnalysisForm(AnalysisKind Kind, IReadOnlyList<AnalysisRole> Roles, IReadOnlyList<SheetColumn> Choices)
{
    private static readonly SheetChoice[] Charts =
        [new("XBarR"), new("XBarS"), new("Individuals"), new("MovingAverage"), new("Ewma"), new("Cusum"), new("P"), new("Np"), new("C"), new("U")];

    private static readonly SheetColumn[] Tolerance = [new("Lower", CellKind.Number), new("Target", CellKind.Number), new("Upper", CellKind.Number)];

    private static readonly SheetColumn Risk = new("Alpha", CellKind.Number) { Least = 0.0001m, Most = 0.5m };

    private static readonly SheetColumn OnlyIs = new("OnlyIs", CellKind.Text) { Longest = 120 };

    private static readonly Dictionary<AnalysisKind, AnalysisForm> All = new AnalysisForm[]
    {
        new(
            AnalysisKind.ControlChart,
            [new("Value", true, CellKind.Number), new("Subgroup", false), new("Moment", false, CellKind.Day, CellKind.Moment), new("Size", false, CellKind.Number), new("Only", false)],
            [
                new("Chart", CellKind.Choice) { Choices = Charts }, new("SubgroupSize", CellKind.Number) { Least = 1, Most = 25, Whole = true },
                new("Rules", CellKind.Choice) { Choices = [new("LimitsOnly"), new("WesternElectric"), new("Nelson")] }, new("SameSide", CellKind.Choice) { Choices = [new("7"), new("8"), new("9")] },
                new("ReferencePoints", CellKind.Number) { Least = 2, Most = 1_000_000, Whole = true }, new("Weight", CellKind.Number) { Least = 0.01m, Most = 1 }, new("Span", CellKind.Number) { Least = 2, Most = 50, Whole = true },
                OnlyIs,
            ]),
        new(
            AnalysisKind.Capability,
            [new("Value", true, CellKind.Number), new("Subgroup", false), new("Only", false)],
            [
                .. Tolerance, new("SubgroupSize", CellKind.Number) { Least = 1, Most = 25, Whole = true }, new("Method", CellKind.Choice) { Choices = [new("Normal"), new("Percentile"), new("BoxCox"), new("Johnson")] },
                new("Threshold", CellKind.Number) { Least = 0.1m, Most = 5 }, OnlyIs,
            ]),
        new(
            AnalysisKind.Distribution, [new("Value", true, CellKind.Number), new("Group", false), new("Only", false)],
            [new("Classes", CellKind.Choice) { Choices = [new("Sturges"), new("SquareRoot"), new("FreedmanDiaconis")] }, Risk, OnlyIs]),
        new(
            AnalysisKind.GaugeStudy, [new("Part", true), new("Operator", true), new("Value", true, CellKind.Number)],
            [.. Tolerance, new("Method", CellKind.Choice) { Choices = [new("Anova"), new("Ranges"), new("Nested")] }, new("Spread", CellKind.Choice) { Choices = [new("6"), new("5.15")] }, Risk]),
        new(AnalysisKind.Comparison, [new("Value", true, CellKind.Number), new("Group", true), new("Only", false)], [Risk, OnlyIs]),
        new(
            AnalysisKind.Relation, [new("Value", true, CellKind.Number), new("Factor", true, CellKind.Number), new("Only", false)],
            [new("Degree", CellKind.Number) { Least = 1, Most = 6, Whole = true }, Risk, OnlyIs]),
        new(
            AnalysisKind.Trs,
            [
                new("Machine", true), new("Moment", true, CellKind.Day, CellKind.Moment), new("Shift", false), new("Opening", false, CellKind.Number), new("Required", true, CellKind.Number), new("Made", true, CellKind.Number),
                new("Good", true, CellKind.Number), new("Cycle", true, CellKind.Number),
            ],
            [new("Changeovers", CellKind.Choice) { Choices = [new("WithinRequired"), new("OutOfRequired")] }]),
        new(AnalysisKind.AttributeAgreement, [new("Part", true), new("Operator", true), new("Verdict", true), new("Standard", false), new("Only", false)], [Risk, OnlyIs]),
        new(AnalysisKind.Bias, [new("Value", true, CellKind.Number), new("Only", false)], [new("Reference", CellKind.Number), Risk, OnlyIs]),
        new(AnalysisKind.Linearity, [new("Value", true, CellKind.Number), new("Reference", true, CellKind.Number), new("Only", false)], [Risk, OnlyIs]),
        new(
            AnalysisKind.MultivariateChart,
            [
                new("Value", true, CellKind.Number), new("Value2", true, CellKind.Number), new("Value3", false, CellKind.Number), new("Value4", false, CellKind.Number), new("Value5", false, CellKind.Number),
                new("Subgroup", false), new("Moment", false, CellKind.Day, CellKind.Moment), new("Only", false),
            ],
            [
                new("SubgroupSize", CellKind.Number) { Least = 1, Most = 25, Whole = true }, new("ReferencePoints", CellKind.Number) { Least = 2, Most = 1_000_000, Whole = true },
                new("FalseAlarm", CellKind.Number) { Least = 0.0001m, Most = 0.1m }, OnlyIs,
            ]),
        new(
            AnalysisKind.QualityCosts, [new("Category", true), new("Amount", true, CellKind.Number), new("Label", false), new("Moment", false, CellKind.Day, CellKind.Moment), new("Only", false)],
            [new("Base", CellKind.Number) { Least = 0 }, OnlyIs]),
    }.ToDictionary(f => f.Kind);

    /// <summary>The columns and choices of a kind.</summary>
    public static AnalysisForm Of(AnalysisKind kind) => All[kind];
}
