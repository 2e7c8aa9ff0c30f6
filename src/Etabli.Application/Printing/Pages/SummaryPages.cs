using Etabli.Certification.Assessments;

namespace Etabli.Application.Printing.Pages;

/// <summary>What the jury reads of a candidate, as it is frozen when the commission closes (fr: récapitulatif des évaluations).</summary>
/// <param name="FrozenAt">When it was frozen; null while the commission works.</param>
/// <param name="Sha256">Fingerprint of what was frozen.</param>
public sealed record SummaryPages(
    Guid Dossier,
    string Qualification,
    string Candidate,
    string? Company,
    string Centre,
    string Route,
    DateOnly EnrolledOn,
    DateTimeOffset? ReportDeposited,
    bool ReportLate,
    IReadOnlyList<string> Commission,
    IReadOnlyList<SummarySitting> Sittings,
    IReadOnlyList<SummaryBlock> Blocks,
    IReadOnlyList<string> ConditionsNotProvided,
    DateTimeOffset? FrozenAt,
    string? Sha256);

/// <summary>A sitting of the commission.</summary>
public sealed record SummarySitting(DateOnly HeldOn, SittingKind Kind, string Place, IReadOnlyList<string> Competences, bool CandidateAbsent);

/// <summary>A block and its result; null acquired while something is undecided.</summary>
public sealed record SummaryBlock(string Code, string Title, bool CarriedOver, bool? Acquired, IReadOnlyList<SummaryCompetence> Competences);

/// <summary>One competence: how it was assessed, what was found, what the company says, what was decided.</summary>
/// <param name="Modes">Codes of the modes planned.</param>
/// <param name="Acquired">The commission's decision; null while it has none.</param>
public sealed record SummaryCompetence(
    string Code,
    string Title,
    IReadOnlyList<string> Modes,
    IReadOnlyList<SummaryCriterion> Criteria,
    IReadOnlyList<SummaryOpinion> Opinions,
    bool? Acquired,
    string? Reason,
    string? DecidedBy,
    DateTimeOffset? DecidedAt);

/// <summary>One criterion and what was found.</summary>
/// <param name="Finding">Null when nobody spoke, or when the criterion cannot be rated.</param>
public sealed record SummaryCriterion(string Code, string? Heading, string Text, bool Evaluable, FindingValue? Finding, IReadOnlyList<string> Comments, int Evidence);

/// <summary>What the company says.</summary>
/// <param name="Target">Code of the activity, competence or criterion.</param>
public sealed record SummaryOpinion(string Target, bool Favourable, string Comment, string Author, DateTimeOffset At);
