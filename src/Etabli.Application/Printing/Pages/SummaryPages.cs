using Etabli.Application.Certification.Assessments;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People;

namespace Etabli.Application.Printing.Pages;

/// <summary>What the jury reads of a candidate, as it is frozen when the commission closes (fr: récapitulatif des évaluations).</summary>
/// <param name="Opinions">What the company says of the activities of the occupation; the rest is with each competence.</param>
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
    IReadOnlyList<SummaryOpinion> Opinions,
    DateTimeOffset? FrozenAt,
    string? Sha256,
    OrganisationId CentreId)
{
    public sealed class Reader(SummarySheet.Reader summaries, EvidenceSheet.Reader evidence)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller, or the commission has not closed.</exception>
        public async Task<SummaryPages> Find(DossierId id, CancellationToken stop)
        {
            var sheet = await summaries.Find(id, stop);
            var (dossier, content, assessment) = (sheet.Page.Dossier, sheet.Page.Content, sheet.Assessment);
            var spoken = (await evidence.Of(id, stop)).SelectMany(e => e.Criteria).CountBy(c => c).ToDictionary();
            return new(
                id.Value,
                content.Qualification.ShortTitle,
                dossier.Candidate.Name,
                dossier.Company?.Name,
                dossier.Centre.Name,
                dossier.Route.ToString(),
                dossier.EnrolledOn ?? DateOnly.FromDateTime(dossier.PreparedAt.UtcDateTime),
                dossier.LastDeposit?.At,
                dossier.LastDeposit?.Late ?? false,
                [.. assessment.Members.Select(m => $"{m.Person.Name}, {m.Organisation.Name}")],
                [.. assessment.Sittings.OrderBy(s => s.HeldOn).Select(s => new SummarySitting(s.HeldOn, s.Kind, s.Place, s.Competences, s.CandidateAbsent))],
                [.. sheet.Results.Where(r => r.CarriedOver || dossier.Blocks.Contains(r.Block)).Select(r => Of(r, content.FindBlock(r.Block)!, dossier, content, assessment, spoken))],
                [.. NotProvided(dossier, content)],
                [.. dossier.CompanyOpinions.Where(o => o.Subject == OpinionSubject.Activity).OrderBy(o => o.At).Select(Of)],
                assessment.Summary!.FrozenAt,
                assessment.Summary.Sha256,
                dossier.Centre.Id);
        }

        private static SummaryBlock Of(BlockResult result, CompetenceBlock block, Dossier dossier, StandardContent content, Assessment assessment, Dictionary<string, int> spoken) => new(
            block.OfficialLabel ?? block.Id,
            block.Title,
            result.CarriedOver,
            result.Acquired,
            result.CarriedOver ? [] : [.. content.CompetencesOf([block.Id]).Select(c => Of(c, dossier, assessment, spoken))]);

        private static SummaryCompetence Of(Competence competence, Dossier dossier, Assessment assessment, Dictionary<string, int> spoken)
        {
            var decision = assessment.DecisionOn(competence.Id);
            var opinions = dossier.CompanyOpinions.Where(o => o.Subject switch
            {
                OpinionSubject.Competence => o.Target == competence.Id,
                OpinionSubject.Criterion => competence.Criteria.Any(c => c.Id == o.Target),
                _ => false,
            });
            return new(
                competence.Id,
                competence.Title,
                [.. dossier.Modes.Where(m => m.Competence == competence.Id).SelectMany(m => m.Modes).Distinct().Select(m => m.ToString())],
                [.. competence.Criteria.Select(c => Of(c, assessment, spoken))],
                [.. opinions.OrderBy(o => o.At).Select(Of)],
                decision?.Acquired,
                decision?.Reason,
                decision?.By.Name,
                decision?.At);
        }

        private static SummaryCriterion Of(Criterion criterion, Assessment assessment, Dictionary<string, int> spoken)
        {
            var heads = assessment.Heads(criterion.Id);
            return new(
                criterion.Id,
                criterion.Column?.ToString(),
                criterion.Text,
                criterion.Evaluable,
                Findings.Value(heads),
                [.. heads.Where(h => !string.IsNullOrWhiteSpace(h.Comment)).Select(h => h.Comment!)],
                spoken.GetValueOrDefault(criterion.Id));
        }

        private static SummaryOpinion Of(CompanyOpinion opinion) => new(opinion.Target, opinion.Favourable, opinion.Comment, opinion.Author.Name, opinion.At);

        private static IEnumerable<string> NotProvided(Dossier dossier, StandardContent content) =>
            from competence in dossier.Competences(content)
            from index in Enumerable.Range(0, competence.EvaluationConditions.Count)
            where dossier.Condition(competence.Id, index) == ConditionAnswer.NotProvided
            select $"{competence.Id} · {competence.EvaluationConditions[index]}";
    }
}

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
