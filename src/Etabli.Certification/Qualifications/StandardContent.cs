using Etabli.Certification.Juries;

namespace Etabli.Certification.Qualifications;

/// <summary>Something the standard says, or takes from the common frame because it is silent (fr: dit ou hérité).</summary>
/// <param name="Value">What holds.</param>
/// <param name="Inherited">True when the standard is silent and the common CQPM frame speaks for it.</param>
public sealed record Stated<T>(T Value, bool Inherited);

/// <summary>Where a text comes from (fr: source).</summary>
public sealed record StandardSource
{
    public string Id { get; init; } = "";

    public string File { get; init; } = "";

    public string Label { get; init; } = "";
}

/// <summary>One step of the way to the certificate, in the source's words (fr: étape du processus d'accès).</summary>
public sealed record AccessStep
{
    public string Step { get; init; } = "";

    public string Text { get; init; } = "";
}

/// <summary>The steps of both ways (fr: processus d'accès à la certification).</summary>
public sealed record AccessProcess
{
    public IReadOnlyList<AccessStep> Formation { get; init; } = [];

    public IReadOnlyList<AccessStep> Vae { get; init; } = [];
}

/// <summary>The jury in the source's words, with its arithmetic (fr: jury paritaire, texte).</summary>
public sealed record JuryText
{
    public string Composition { get; init; } = "";

    public string Employers { get; init; } = "";

    public string Employees { get; init; } = "";

    public string Vote { get; init; } = "";

    public string Tie { get; init; } = "";

    public JuryParameters Parameters { get; init; } = new();
}

/// <summary>What the holder is for (fr: objectif et missions).</summary>
public sealed record Objective
{
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<string> Missions { get; init; } = [];

    public IReadOnlyList<string> Footnotes { get; init; } = [];
}

/// <summary>An activity of the occupation (fr: activité du référentiel d'activités).</summary>
public sealed record Activity
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Purpose { get; init; }

    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>When the candidate may be declared admissible (fr: conditions d'admissibilité).</summary>
public sealed record AdmissibilityCondition
{
    public string Text { get; init; } = "";

    /// <summary>"all_competences" or "all_blocks": the same, since blocks partition the competences.</summary>
    public string Rule { get; init; } = "";

    public string? Source { get; init; }

    public string? TextFiche { get; init; }
}

/// <summary>How assessment is organised, in the source's words (fr: organisation de l'évaluation).</summary>
public sealed record OrganisationText
{
    public string Id { get; init; } = "";

    public string Text { get; init; } = "";

    public IReadOnlyList<string> Items { get; init; } = [];

    public string? Source { get; init; }
}

/// <summary>A text put right when the source was damaged (fr: réparation).</summary>
public sealed record Repair
{
    public string Where { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <summary>A fault of the source kept as printed, and what we do with it (fr: défaut de la source).</summary>
public sealed record SourceDefect
{
    public string Where { get; init; } = "";

    public string Text { get; init; } = "";

    public string Handling { get; init; } = "";
}

/// <summary>How far the sources give criteria (fr: état des critères).</summary>
public enum CriteriaStatus
{
    /// <summary>All, under the five headings.</summary>
    Complete,

    /// <summary>All, in a flat list.</summary>
    CompleteWithoutHeadings,

    /// <summary>None: the certifier must bring them.</summary>
    AbsentFromSources,
}

/// <summary>Everything a certification standard says, read and checked (fr: contenu du référentiel).</summary>
public sealed record StandardContent
{
    /// <summary>Short name: coordonnateur-lean-amelioration-continue.</summary>
    public required string Slug { get; init; }

    public required IReadOnlyList<StandardSource> Sources { get; init; }

    public required Qualification Qualification { get; init; }

    public required Stated<IReadOnlyList<AccessRouteOpening>> AccessRoutes { get; init; }

    public required Stated<AccessProcess> AccessProcess { get; init; }

    public required Stated<JuryText> Jury { get; init; }

    public required Objective Objective { get; init; }

    public required IReadOnlyList<Activity> Activities { get; init; }

    public required IReadOnlyList<CompetenceBlock> Blocks { get; init; }

    public required IReadOnlyList<HeadingLabel> Headings { get; init; }

    public required CriteriaStatus CriteriaStatus { get; init; }

    public required IReadOnlyList<Competence> Competences { get; init; }

    public required IReadOnlyList<ModeDescription> Modes { get; init; }

    public required ModeRule ModeRule { get; init; }

    public required Stated<AdmissibilityCondition> Admissibility { get; init; }

    public required IReadOnlyList<OrganisationText> Organisation { get; init; }

    public required IReadOnlyList<Repair> Repairs { get; init; }

    public required IReadOnlyList<SourceDefect> SourceDefects { get; init; }

    /// <summary>
    /// Whether the decision rests on an interview too (rule R31). Only a standard whose basis of decision names
    /// the interview asks it; the VAE asks it everywhere (rule R61).
    /// </summary>
    public bool InterviewInBasis => Organisation.Any(o =>
        Mentions(o.Text) || o.Items.Any(Mentions));

    public Competence? FindCompetence(string id) => Competences.FirstOrDefault(c => c.Id == id);

    public CompetenceBlock? FindBlock(string id) => Blocks.FirstOrDefault(b => b.Id == id);

    public Criterion? FindCriterion(string id) => Competences.SelectMany(c => c.Criteria).FirstOrDefault(c => c.Id == id);

    /// <summary>The competence a criterion belongs to; null when the criterion is foreign.</summary>
    public Competence? CompetenceOf(string criterion) => Competences.FirstOrDefault(c => c.Criteria.Any(k => k.Id == criterion));

    /// <summary>The rule that holds for a competence: its own, else the standard's.</summary>
    public ModeRule RuleFor(string competence) => FindCompetence(competence)?.Modalities ?? ModeRule;

    /// <summary>Competences of some blocks, in the standard's order.</summary>
    public IReadOnlyList<Competence> CompetencesOf(IEnumerable<string> blocks)
    {
        var ids = blocks.Select(FindBlock).OfType<CompetenceBlock>().SelectMany(b => b.Competences).ToHashSet(StringComparer.Ordinal);
        return [.. Competences.Where(c => ids.Contains(c.Id))];
    }

    public bool IsOpen(AccessRoute route) => AccessRoutes.Value.Any(r => r.Id == route && r.Open);

    private static bool Mentions(string text) => text.Contains("entretien avec le candidat", StringComparison.Ordinal);
}
