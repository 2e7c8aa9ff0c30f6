using Etabli.Figures.Ink;

namespace Etabli.Figures.GaugeStudies;

/// <summary>A part of the variation. (fr: composante de la variation)</summary>
/// <param name="Name">Its name: repeatability, reproducibility, gauge, part.</param>
/// <param name="Contribution">Its part of the variance, in percent.</param>
/// <param name="StudyShare">Its part of the study variation, in percent.</param>
/// <param name="ToleranceShare">Its part of the tolerance, in percent; none if null.</param>
public sealed record GaugeComponent(string Name, double Contribution, double StudyShare, double? ToleranceShare = null);

/// <summary>One of those who measured. (fr: opérateur d’une étude R&amp;R)</summary>
/// <param name="Name">Who.</param>
/// <param name="Means">Mean of the trials, part by part, in the order of the parts; not a number where none was measured.</param>
public sealed record GaugeAppraiser(string Name, IReadOnlyList<double> Means)
{
    /// <summary>All the values measured, for the box of this operator; no box if empty.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}

/// <summary>How much of the variation comes from measuring. (fr: étude R&amp;R)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Characteristic">What is measured, with what.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Components">The parts of the variation, in the order they are to be read.</param>
public sealed record GaugeStudy(string Title, string Characteristic, string Unit, IReadOnlyList<GaugeComponent> Components)
{
    /// <summary>Digits after the separator of the values measured.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>R&amp;R in percent of the study variation.</summary>
    public double? StudyShare { get; init; }

    /// <summary>R&amp;R in percent of the tolerance.</summary>
    public double? ToleranceShare { get; init; }

    /// <summary>Number of distinct categories, ndc.</summary>
    public int? DistinctCategories { get; init; }

    /// <summary>Names of the parts.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Those who measured, six at most are told apart.</summary>
    public IReadOnlyList<GaugeAppraiser> Appraisers { get; init; } = [];

    /// <summary>Under it the gauge is good, in percent.</summary>
    public double GoodUnder { get; init; } = 10;

    /// <summary>Over it the gauge is not good, in percent.</summary>
    public double BadOver { get; init; } = 30;

    /// <summary>Fewest categories that are enough.</summary>
    public int NeededCategories { get; init; } = 5;

    /// <summary>What is concluded, in one sentence.</summary>
    public string? Verdict { get; init; }

    /// <summary>How many of what: « 10 pièces × 3 opérateurs × 3 essais ».</summary>
    public string? Count { get; init; }

    /// <summary>When it was measured.</summary>
    public string? Period { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }

    /// <summary>The zone that a share falls in.</summary>
    /// <param name="share">R&amp;R in percent.</param>
    public Status ZoneOf(double? share) => share is not { } known || !double.IsFinite(known) ? Status.Unset : known < GoodUnder ? Status.Good : known <= BadOver ? Status.Warning : Status.Bad;

    /// <summary>The worse of the two zones.</summary>
    public Status Status => new[] { ZoneOf(StudyShare), ZoneOf(ToleranceShare) } is var zones && zones.Contains(Ink.Status.Bad) ? Ink.Status.Bad : zones.Contains(Ink.Status.Warning) ? Ink.Status.Warning : zones.Contains(Ink.Status.Good) ? Ink.Status.Good : Ink.Status.Unset;
}
