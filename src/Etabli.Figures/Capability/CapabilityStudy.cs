using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

/// <summary>One index of a capability study, with what bounds it. (fr: indice de capabilité)</summary>
/// <param name="Name">Its name: Cp, Cpk, Pp, Ppk.</param>
/// <param name="Value">Its value; a dash if null.</param>
/// <param name="Low">Low end of its confidence interval.</param>
/// <param name="High">High end of its confidence interval.</param>
public sealed record CapabilityIndex(string Name, double? Value, double? Low = null, double? High = null);

/// <summary>One more line in the box of a study: normality, who measured, with what. (fr: ligne d’étude)</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
public sealed record CapabilityFact(string Label, string Value);

/// <summary>How values spread against their tolerances, and what may be said of it. (fr: étude de capabilité)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Characteristic">What was measured.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Classes">The classes of the histogram, side by side, from the lowest.</param>
public sealed record CapabilityStudy(string Title, string Characteristic, string Unit, IReadOnlyList<HistogramClass> Classes)
{
    /// <summary>Digits after the separator for values; sigmas get one more.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Lowest value tolerated.</summary>
    public double? LowerTolerance { get; init; }

    /// <summary>Value aimed at.</summary>
    public double? Target { get; init; }

    /// <summary>Highest value tolerated.</summary>
    public double? UpperTolerance { get; init; }

    /// <summary>Mean of the values.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation within subgroups, short term; its curve is drawn if known.</summary>
    public double? SigmaWithin { get; init; }

    /// <summary>Standard deviation of all values; its curve is drawn if known.</summary>
    public double? SigmaOverall { get; init; }

    /// <summary>Whether normal curves are drawn; not when the study goes by percentiles.</summary>
    public bool HasCurves { get; init; } = true;

    /// <summary>The percentile 0.135 %, when the study goes by percentiles.</summary>
    public double? LowPercentile { get; init; }

    /// <summary>The median, when the study goes by percentiles.</summary>
    public double? Median { get; init; }

    /// <summary>The percentile 99.865 %, when the study goes by percentiles.</summary>
    public double? HighPercentile { get; init; }

    /// <summary>The indices, in the order they are to be read; written as dashes when they are refused.</summary>
    public IReadOnlyList<CapabilityIndex> Indices { get; init; } = [];

    /// <summary>Confidence of the intervals, in percent.</summary>
    public double Confidence { get; init; } = 95;

    /// <summary>Parts per million observed outside the tolerances.</summary>
    public double? ObservedPpm { get; init; }

    /// <summary>Parts per million expected outside with the short-term curve.</summary>
    public double? ExpectedPpmWithin { get; init; }

    /// <summary>Parts per million expected outside with the overall curve.</summary>
    public double? ExpectedPpmOverall { get; init; }

    /// <summary>More lines for the box.</summary>
    public IReadOnlyList<CapabilityFact> Facts { get; init; } = [];

    /// <summary>What is concluded, in one sentence, with the threshold it was held against.</summary>
    public string? Verdict { get; init; }

    /// <summary>Colour, shape and letter of the conclusion.</summary>
    public Status VerdictStatus { get; init; } = Status.Unset;

    /// <summary>Why the indices may not be stated: too few values, process out of control, not normal. They are then not written.</summary>
    public string? Refusal { get; init; }

    /// <summary>When the values were measured.</summary>
    public string? Period { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }

    /// <summary>How many values were counted.</summary>
    public int Count => Classes.Sum(one => one.Count);
}
