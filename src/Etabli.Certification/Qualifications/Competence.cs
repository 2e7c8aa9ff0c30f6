using System.Text.Json.Serialization;

namespace Etabli.Certification.Qualifications;

/// <summary>A point of a criterion, itself divisible (fr: alinéa de critère).</summary>
public sealed record CriterionItem
{
    public string Text { get; init; } = "";

    public IReadOnlyList<CriterionItem> Items { get; init; } = [];
}

/// <summary>What the commission looks at, measurable or observable (fr: critère d'évaluation).</summary>
public sealed record Criterion
{
    /// <summary>Code of the criterion: C5-METH-4, or C5-K2 in a standard without headings.</summary>
    public string Id { get; init; } = "";

    public Heading? Heading { get; init; }

    /// <summary>Our proposal of a heading when the standard gives none.</summary>
    public Heading? HeadingInferred { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<CriterionItem> Items { get; init; } = [];

    /// <summary>False when the source printed something that cannot be rated: shown, never rated, never blocking.</summary>
    public bool Evaluable { get; init; } = true;

    /// <summary>Why a reader should doubt the source here; null when nothing is wrong.</summary>
    public string? Suspect { get; init; }

    /// <summary>The text was put right; the standard's repairs say how.</summary>
    public bool Repaired { get; init; }

    /// <summary>Criteria of the succeeding standard that take this one over (proposal).</summary>
    public IReadOnlyList<string> CorrespondsTo { get; init; } = [];

    /// <summary>The column of a matrix it stands in: the printed heading, else the proposed one.</summary>
    [JsonIgnore]
    public Heading? Column => Heading ?? HeadingInferred;
}

/// <summary>Another wording of the same competence in the sources (fr: variante d'intitulé).</summary>
public sealed record TitleVariant
{
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string? Where { get; init; }
}

/// <summary>What a candidate must show to be able to do (fr: compétence, capacité professionnelle).</summary>
public sealed record Competence
{
    /// <summary>Code: C1, C2…</summary>
    public string Id { get; init; } = "";

    public int Number { get; init; }

    public int? NumberInBlock { get; init; }

    public string Title { get; init; } = "";

    public IReadOnlyList<TitleVariant> TitleVariants { get; init; } = [];

    public IReadOnlyList<string> Aims { get; init; } = [];

    public IReadOnlyList<string> Knowledge { get; init; } = [];

    /// <summary>What must be given to the candidate (fr: conditions d'évaluation).</summary>
    public IReadOnlyList<string> EvaluationConditions { get; init; } = [];

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>A rule of its own; null when the standard's rule applies.</summary>
    public ModeRule? Modalities { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>A part of the qualification that is certified by itself (fr: bloc de compétences).</summary>
public sealed record CompetenceBlock
{
    /// <summary>Code: B1, B2…</summary>
    public string Id { get; init; } = "";

    public int Number { get; init; }

    public string? OfficialLabel { get; init; }

    public string Title { get; init; } = "";

    public IReadOnlyList<string> Competences { get; init; } = [];

    /// <summary>The source's words on what the block gives.</summary>
    public string? Attestation { get; init; }

    /// <summary>The numbering is ours, deduced from the activities.</summary>
    public bool Inferred { get; init; }
}
