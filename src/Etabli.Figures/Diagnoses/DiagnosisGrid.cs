namespace Etabli.Figures.Diagnoses;

/// <summary>A fact of a diagnosis. (fr: constat)</summary>
/// <param name="Theme">What it is about: flow, stocks, quality, delays, costs, safety, skills, maintenance, information.</param>
/// <param name="Fact">What was seen.</param>
/// <param name="Measure">Its number with its unit; its absence is marked.</param>
/// <param name="Source">Where the number comes from; its absence is marked.</param>
/// <param name="Gap">How far it is from what is aimed at.</param>
/// <param name="Seriousness">How serious it is, 1 to 4; not weighed if null.</param>
/// <param name="Lead">What could be done (fr: piste).</param>
public sealed record DiagnosisFact(string Theme, string Fact, string? Measure = null, string? Source = null, string? Gap = null, int? Seriousness = null, string? Lead = null)
{
    /// <summary>Whether it has a number and says where it comes from.</summary>
    public bool IsMeasured => !string.IsNullOrWhiteSpace(Measure) && !string.IsNullOrWhiteSpace(Source);
}

/// <summary>Facts by theme. (fr: grille de diagnostic)</summary>
/// <param name="Title">What it is the diagnosis of.</param>
/// <param name="Facts">The facts, those of a theme together.</param>
public sealed record DiagnosisGrid(string Title, IReadOnlyList<DiagnosisFact> Facts);

/// <summary>One axis of a radar. (fr: axe du radar)</summary>
/// <param name="Label">What is judged.</param>
/// <param name="Level">Level from 0 to the highest.</param>
/// <param name="Previous">Level at the audit before.</param>
public sealed record RadarAxis(string Label, decimal Level, decimal? Previous = null);

/// <summary>Levels side by side, this time and the time before. (fr: radar)</summary>
/// <param name="Title">What is judged.</param>
/// <param name="Axes">Three axes or more; ten can be read.</param>
/// <param name="Highest">Highest level, one ring for each.</param>
public sealed record Radar(string Title, IReadOnlyList<RadarAxis> Axes, int Highest = 4)
{
    /// <summary>What the plain line is: this audit.</summary>
    public string? Name { get; init; }

    /// <summary>What the dashed line is: the audit before.</summary>
    public string? PreviousName { get; init; }
}
