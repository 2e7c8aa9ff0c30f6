namespace Etabli.Methods.Quality;

/// <summary>One reading of a gauge study (fr: mesure de l’étude R&amp;R).</summary>
/// <param name="Part">The part that was measured.</param>
/// <param name="Operator">Who measured it.</param>
/// <param name="Value">What was read. Finite.</param>
public sealed record GaugeReading(string Part, string Operator, double Value)
{
    /// <summary>The part.</summary>
    public string Part { get; } = Argument.Said(Part, nameof(Part));

    /// <summary>Who measured it.</summary>
    public string Operator { get; } = Argument.Said(Operator, nameof(Operator));

    /// <summary>What was read.</summary>
    public double Value { get; } = Argument.Finite(Value, nameof(Value));
}

/// <summary>What the F of parts and of operators is measured against (fr: dénominateur du F).</summary>
public enum MainEffectsAgainst
{
    /// <summary>The interaction, while it is kept: parts and operators are drawn from many.</summary>
    Interaction,

    /// <summary>The repeatability, as some worked examples do.</summary>
    Repeatability,
}

/// <summary>Conventions of a gauge study (fr: réglages de l’étude R&amp;R).</summary>
public sealed record GaugeChoices
{
    /// <summary>α: an interaction whose p is above it is pooled with the repeatability. Usual: 0.05; 0.25 keeps it more often. Range: 0 to 1.</summary>
    public double PoolingAlpha { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(PoolingAlpha), value, "Expected a share from 0 to 1."); } = 0.05;

    /// <summary>What the F of parts and operators is measured against.</summary>
    public MainEffectsAgainst Against { get; init; } = MainEffectsAgainst.Interaction;

    /// <summary>k: study variation is k standard deviations. Usual: 6; older studies 5.15. Only the share of the tolerance depends on it. Range: &gt; 0.</summary>
    public double StudySigmas { get; init => field = Argument.Positive(value, nameof(StudySigmas)); } = 6;

    /// <summary>Width of the tolerance; null when the share of it is not asked. Range: &gt; 0.</summary>
    public double? ToleranceWidth { get; init => field = Argument.Positive(value, nameof(ToleranceWidth)); }

    /// <summary>Confidence of the intervals on variances. Usual: 0.95. Range: 0 to 1, both excluded.</summary>
    public double Confidence { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Confidence), value, "Expected a share between 0 and 1, both excluded."); } = 0.95;
}

/// <summary>How a gauge study was reckoned (fr: méthode de l’étude R&amp;R).</summary>
public enum GaugeMethod
{
    /// <summary>Every operator measured every part; averages and ranges.</summary>
    CrossedByRange,

    /// <summary>Every operator measured every part; analysis of variance.</summary>
    CrossedByAnova,

    /// <summary>Each part was measured by one operator only (destructive tests); analysis of variance.</summary>
    Nested,
}

/// <summary>One source of variation of a gauge study (fr: composante de la variation).</summary>
/// <param name="Variance">σ²: 0 when its estimate is negative.</param>
/// <param name="Deviation">σ.</param>
/// <param name="Contribution">Share of the total variance. From 0 to 1; all sources add up to 1.</param>
/// <param name="StudyShare">Share of the total standard deviation; shares do not add up to 1.</param>
/// <param name="ToleranceShare">k·σ / width of the tolerance; null when no tolerance was given.</param>
/// <param name="VarianceInterval">Interval of the variance; null for averages and ranges, or when the estimate is 0.</param>
public sealed record GaugeComponent(double Variance, double Deviation, double Contribution, double StudyShare, double? ToleranceShare, IndexInterval? VarianceInterval);

/// <summary>One line of an analysis of variance (fr: ligne d’analyse de variance).</summary>
/// <param name="Origin">Stable English key: part, operator, interaction, repeatability, part within operator.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="SumOfSquares">SS.</param>
/// <param name="MeanSquare">MS = SS / degrees.</param>
/// <param name="F">MS over that of the denominator; null on the last line, or when the denominator is 0.</param>
/// <param name="P">P(F or more) when the source does not act; null when F is.</param>
public sealed record VarianceLine(string Origin, int Degrees, double SumOfSquares, double MeanSquare, double? F = null, double? P = null);

/// <summary>What a gauge study found (fr: étude de répétabilité et de reproductibilité, R&amp;R).</summary>
/// <param name="Method">How.</param>
/// <param name="Parts">How many parts.</param>
/// <param name="Operators">How many operators.</param>
/// <param name="Trials">How many readings of a part by an operator.</param>
/// <param name="Repeatability">EV: the gauge alone.</param>
/// <param name="Reproducibility">AV: operators, and their interaction with parts when it is kept.</param>
/// <param name="OperatorAlone">Operators without the interaction; null when it is not told apart.</param>
/// <param name="Interaction">Interaction of operators and parts; null when it was pooled or is not told apart.</param>
/// <param name="Gauge">R&amp;R: repeatability and reproducibility together.</param>
/// <param name="Part">PV: the parts.</param>
/// <param name="Total">TV: everything.</param>
/// <param name="DistinctCategories">ndc = ⌊1.41·PV/R&amp;R⌋, at least 5 is asked; without value when the gauge does not vary.</param>
/// <param name="GaugeShare">%R&amp;R of the study variation: below 10 % usual, beyond 30 % refused; without value when nothing varies.</param>
/// <param name="Table">Analysis of variance with its interaction; empty for averages and ranges.</param>
/// <param name="PooledTable">The same once the interaction is pooled; empty when it was kept.</param>
public sealed record GaugeStudy(
    GaugeMethod Method,
    int Parts,
    int Operators,
    int Trials,
    GaugeComponent Repeatability,
    GaugeComponent Reproducibility,
    GaugeComponent? OperatorAlone,
    GaugeComponent? Interaction,
    GaugeComponent Gauge,
    GaugeComponent Part,
    GaugeComponent Total,
    Explained<int> DistinctCategories,
    Explained<double> GaugeShare,
    IReadOnlyList<VarianceLine> Table,
    IReadOnlyList<VarianceLine> PooledTable)
{
    /// <summary>Analysis of variance with its interaction.</summary>
    public IReadOnlyList<VarianceLine> Table { get; } = Listed.Of(Table, nameof(Table));

    /// <summary>The same once the interaction is pooled.</summary>
    public IReadOnlyList<VarianceLine> PooledTable { get; } = Listed.Of(PooledTable, nameof(PooledTable));

    /// <summary>Whether the interaction was pooled with the repeatability.</summary>
    public bool IsPooled => PooledTable.Count > 0;
}
