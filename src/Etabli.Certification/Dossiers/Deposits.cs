using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Dossiers;

/// <summary>The candidate hands the report in (fr: dépôt du rapport).</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Late">After the deadline: accepted, flagged to the jury (rule R17).</param>
/// <param name="Sha256">Fingerprint of the whole report with its frozen evidence.</param>
/// <param name="File">The report as pages, when they could be made.</param>
public sealed record ReportDeposit(DateTimeOffset At, PersonId By, bool Late, string Sha256, FileId? File);

/// <summary>A work situation told for a VAE (fr: situation professionnelle).</summary>
public sealed record WorkSituation(string Title, string Text, IReadOnlyList<string> Competences);

/// <summary>The evidence portfolio of a VAE is handed in (fr: dépôt du dossier de preuves).</summary>
public sealed record PortfolioDeposit(DateTimeOffset At, PersonId By, string Sha256, IReadOnlyList<WorkSituation> Situations);

/// <summary>Whether a condition of assessment was given to the candidate (fr: condition mise à disposition).</summary>
public enum ConditionAnswer
{
    Provided,
    NotProvided,
    NotApplicable,
}

/// <summary>One condition of one competence, answered and dated (fr: condition d'évaluation renseignée).</summary>
/// <param name="Competence">Code of the competence.</param>
/// <param name="Index">Place of the condition in the standard's list, from 0.</param>
public sealed record ConditionRecord(string Competence, int Index, ConditionAnswer Answer, PersonId By, DateTimeOffset At);
