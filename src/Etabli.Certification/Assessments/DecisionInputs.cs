using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Assessments;

/// <summary>What still stands before a decision: the rule and its refusal (fr: pièce manquante).</summary>
public sealed record MissingInput(string Rule, Refusal Refusal, string Competence);

/// <summary>
/// What a decision on a competence rests on: a mode really held with its parts (R15 to R18), the company's opinion
/// (R20 to R23), the interview where it counts (R31, R61) (fr: bases de la décision).
/// </summary>
public static class DecisionInputs
{
    /// <summary>Everything missing for one competence; empty when the commission may decide.</summary>
    public static IReadOnlyList<MissingInput> Missing(
        string competence, Dossier dossier, Assessment assessment, StandardContent standard, IReadOnlyCollection<Evidence> evidence) =>
        Missing(competence, dossier, assessment, standard, Served(standard, evidence));

    /// <summary>The same, from the competences that evidence speaks for.</summary>
    public static IReadOnlyList<MissingInput> Missing(
        string competence, Dossier dossier, Assessment assessment, StandardContent standard, IReadOnlySet<string> served)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        var missing = new List<MissingInput>();
        if (!AnyModeHeld(competence, dossier, assessment, standard, served))
        {
            missing.Add(new("R15", Refusal.NoModeHeld, competence));
        }

        if (dossier.NeedsOpinionFor(standard, competence) && !dossier.HasOpinionFor(standard, competence))
        {
            missing.Add(new("R23", Refusal.OpinionMissing, competence));
        }

        if ((standard.InterviewInBasis || dossier.IsVae) && !Held(assessment, SittingKind.Interview, null, competence))
        {
            missing.Add(new("R31", Refusal.InterviewMissing, competence));
        }

        return missing;
    }

    /// <summary>Whether at least one planned mode was held with all its parts.</summary>
    public static bool AnyModeHeld(
        string competence, Dossier dossier, Assessment assessment, StandardContent standard, IReadOnlySet<string> served) =>
        (dossier.IsVae && dossier.Portfolio is not null && Held(assessment, SittingKind.Interview, null, competence))
        || dossier.ModesOf(competence).Any(mode => IsHeld(mode, competence, dossier, assessment, served));

    /// <summary>Whether one mode was held with all its parts for a competence.</summary>
    public static bool IsHeld(
        AssessmentMode mode, string competence, Dossier dossier, Assessment assessment, IReadOnlySet<string> served) => mode switch
        {
            // R16: observation and questioning, the latter with evidence brought by the candidate.
            AssessmentMode.RealWorkSituation => Held(assessment, SittingKind.Observation, mode, competence)
                && Held(assessment, SittingKind.Questioning, mode, competence)
                && served.Contains(competence),

            // R17: a report handed in, then presented before members who are named.
            AssessmentMode.ProjectPresentation => dossier.LastDeposit is not null
                && Held(assessment, SittingKind.Presentation, mode, competence),

            // R18: observation with questioning, or a restitution; either will do.
            AssessmentMode.ReconstructedSituation => Held(assessment, SittingKind.Restitution, mode, competence)
                || (Held(assessment, SittingKind.Observation, mode, competence) && Held(assessment, SittingKind.Questioning, mode, competence)),
            _ => false,
        };

    /// <summary>
    /// Competences that evidence speaks for. A standard without criteria cannot tie evidence to one: any evidence of
    /// the dossier serves its competences.
    /// </summary>
    public static IReadOnlySet<string> Served(StandardContent standard, IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return ServedBy(standard, evidence.Where(e => e.Counts).SelectMany(e => e.Criteria));
    }

    /// <summary>The same, from the criteria that evidence names.</summary>
    public static IReadOnlySet<string> ServedBy(StandardContent standard, IEnumerable<string> named)
    {
        ArgumentNullException.ThrowIfNull(standard);
        var criteria = named.ToHashSet(StringComparer.Ordinal);
        return standard.Competences
            .Where(c => c.Criteria.Count == 0 ? criteria.Count > 0 : c.Criteria.Any(k => criteria.Contains(k.Id)))
            .Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Held(Assessment assessment, SittingKind kind, AssessmentMode? mode, string competence) =>
        assessment.Sittings.Any(s => s.Kind == kind && s.Mode == mode && s.BearsOn(competence));
}
