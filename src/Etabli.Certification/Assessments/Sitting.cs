using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;

namespace Etabli.Certification.Assessments;

/// <summary>What happened at a sitting of the commission (fr: nature de la séance).</summary>
public enum SittingKind
{
    /// <summary>The candidate presents the report (fr: présentation devant la commission).</summary>
    Presentation,

    /// <summary>fr: observation.</summary>
    Observation,

    /// <summary>With evidence brought by the candidate (fr: questionnement).</summary>
    Questioning,

    /// <summary>Written or oral (fr: restitution).</summary>
    Restitution,

    /// <summary>fr: entretien avec le candidat; entretien de validation (VAE).</summary>
    Interview,
}

/// <summary>One dated moment of the assessment (fr: séance d'évaluation).</summary>
/// <param name="Mode">The mode it realises; null for the interview, which belongs to none.</param>
/// <param name="Competences">What it bears on; empty means every competence aimed at.</param>
/// <param name="Present">Members who were there.</param>
/// <param name="CandidateAbsent">The candidate did not come: the sitting realises nothing (a note, not a state).</param>
public sealed record Sitting(
    SittingId Id,
    SittingKind Kind,
    AssessmentMode? Mode,
    IReadOnlyList<string> Competences,
    DateOnly HeldOn,
    string Place,
    IReadOnlyList<PersonId> Present,
    bool CandidateAbsent,
    string Notes,
    NamedPerson RecordedBy,
    DateTimeOffset RecordedAt)
{
    public bool BearsOn(string competence) => !CandidateAbsent && (Competences.Count == 0 || Competences.Contains(competence));
}
