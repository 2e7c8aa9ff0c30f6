namespace Etabli.Methods.Quality;

/// <summary>What the process is held to in phase II: limits are taken from it and not from the points (fr: limites figées).</summary>
/// <param name="Centre">Mean of the process: of one value, of a share, of a count, of a rate per unit.</param>
/// <param name="Sigma">Standard deviation of one value of the process; null for counts, whose law gives it. Range: &gt; 0.</param>
public sealed record ProcessStandard(double Centre, double? Sigma = null)
{
    /// <summary>Mean of the process.</summary>
    public double Centre { get; } = Argument.Finite(Centre, nameof(Centre));

    /// <summary>Standard deviation of one value.</summary>
    public double? Sigma { get; } = Argument.Positive(Sigma, nameof(Sigma));

    internal double KnownSigma => Sigma ?? throw new ArgumentException("The standard gives no sigma; expected one for a chart of measurements.", nameof(Sigma));
}

/// <summary>How sigma is read from subgroups (fr: estimation de sigma).</summary>
public enum SigmaEstimator
{
    /// <summary>By the statistic of the second chart: R̄/d2 beside a range chart, s̄/c4 beside a deviation chart.</summary>
    OfTheChart,

    /// <summary>√(Σ(n−1)s²/Σ(n−1)) / c4(Σ(n−1)+1): all subgroups pooled, the closest when the process is stable.</summary>
    Pooled,
}

/// <summary>Conventions of a control chart (fr: réglages de la carte de contrôle).</summary>
/// <example><code>new ChartChoices { Rules = RunRules.Nelson, ReferencePoints = 25, Exclusions = [new(7, "worn stone")] }</code></example>
public sealed record ChartChoices
{
    /// <summary>Rules the first chart is read with. Usual: beyond limits.</summary>
    public RunRules Rules { get; init; } = RunRules.LimitsOnly;

    /// <summary>Rules the chart of ranges or deviations is read with. Usual: beyond limits, as its law is not symmetric.</summary>
    public RunRules SpreadRules { get; init; } = RunRules.LimitsOnly;

    /// <summary>L: limits lie L standard deviations from the centre line. Usual: 3. Range: &gt; 0.</summary>
    public double Sigmas { get; init => field = Argument.Positive(value, nameof(Sigmas)); } = 3;

    /// <summary>Points left out of the limits, each with its reason; they are drawn, keep their value, and break no rule.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init => field = Listed.Of(value, nameof(Exclusions)); } = Listed.Of<Exclusion>([]);

    /// <summary>How many first points the limits are reckoned on; the next ones are judged by them. Null: all of them. Range: &gt; 0.</summary>
    public int? ReferencePoints { get; init => field = Argument.Positive(value, nameof(ReferencePoints)); }

    /// <summary>Frozen limits (phase II); null reckons them on the points (phase I).</summary>
    public ProcessStandard? Standard { get; init; }

    /// <summary>How sigma is read from subgroups.</summary>
    public SigmaEstimator Estimator { get; init; } = SigmaEstimator.OfTheChart;

    internal static ChartChoices Usual { get; } = new();
}
