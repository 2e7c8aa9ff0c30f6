using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The commission's grid: criterion by criterion with the evidence beside it.</summary>
/// <param name="Assessment">Null while no commission is named.</param>
public sealed record CommissionGrid(DossierPage Page, Assessment? Assessment, IReadOnlyList<CommissionGrid.Row> Rows, IReadOnlyList<CommissionGrid.ToAssess> Waiting)
{
    /// <param name="Conditions">What had to be given to the candidate, and whether it was.</param>
    /// <param name="Missing">What a decision still lacks.</param>
    /// <param name="Opinions">What the company said of this competence or its criteria; of every activity when that is the basis.</param>
    public sealed record Row(
        Competence Competence, string Block, IReadOnlyList<AssessmentMode> Modes, IReadOnlyList<ConditionRow> Conditions, IReadOnlyList<CriterionRow> Criteria,
        IReadOnlyList<CompanyOpinion> Opinions, IReadOnlyList<MissingInput> Missing, CompetenceDecision? Decision, string ReportText);

    public sealed record ConditionRow(int Index, string Text, ConditionAnswer? Answer);

    /// <param name="Heads">The sayings that stand, oldest first; two that differ are a disagreement.</param>
    public sealed record CriterionRow(Criterion Criterion, IReadOnlyList<EvidenceSheet> Evidence, IReadOnlyList<FindingEntry> Heads, bool Diverges);

    /// <summary>A dossier the caller assesses.</summary>
    public sealed record ToAssess(DossierId Id, string Candidate, string StandardSlug, Stage Stage, int Decided, int Competences);

    public sealed class Reader(EtabliDb db, Caller caller, Rights rights, DossierPage.Reader pages, EvidenceSheet.Reader evidence, StandardShelf.Reader shelf)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        /// <exception cref="RefusalException">The caller may not read the grid before the commission has closed.</exception>
        public async Task<CommissionGrid> Find(DossierId id, CancellationToken stop)
        {
            var page = await pages.Find(id, stop);
            if (!page.ShowsFindings)
            {
                throw new RefusalException(Etabli.People.Refusal.NotAllowed, Role.Assessor);
            }

            var pieces = page.Dossier.LastDeposit is null && !page.Dossier.IsVae ? [] : await evidence.Of(id, stop);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id, stop);
            var texts = page.Dossier.LastDeposit is null ? [] : await db.ReportSections.AsNoTracking().Where(s => s.Dossier == id).ToDictionaryAsync(s => s.Competence, s => s.Text, stop);
            return new(page, assessment, [.. page.Dossier.Competences(page.Content).Select(c => Of(c, page, assessment, pieces, texts))], []);
        }

        /// <summary>The dossiers the caller assesses, those still open first.</summary>
        public async Task<IReadOnlyList<ToAssess>> Mine(CancellationToken stop)
        {
            var me = rights.MustBeSomebody();
            var shown = await db.Grants.AsNoTracking().Where(g => g.Person == me && g.Purpose == Etabli.People.Grants.GrantPurpose.Commission && g.RevokedAt == null).Select(g => g.Dossier).ToListAsync(stop);
            var ids = shown.Select(g => new DossierId(g)).ToList();
            var dossiers = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.AssessmentClosedAt != null).ThenBy(d => d.ReportDeadline).ToListAsync(stop);
            var decisions = await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Dossier)).Select(a => new { a.Dossier, a.Decisions }).ToListAsync(stop);
            var rows = new List<ToAssess>();
            foreach (var dossier in dossiers)
            {
                var content = (await shelf.Get(dossier.Standard, stop)).Content;
                var decided = decisions.Find(d => d.Dossier == dossier.Id)?.Decisions.Select(d => d.Competence).Distinct().Count() ?? 0;
                rows.Add(new(dossier.Id, dossier.Candidate.Name, dossier.StandardSlug, dossier.Stage, decided, dossier.Competences(content).Count));
            }

            return rows;
        }

        /// <summary>Whether the caller is a member of this commission.</summary>
        public bool IsMember(CommissionGrid grid) => grid?.Assessment?.Members.Any(m => m.Person.Id == caller.Person) ?? false;

        private static Row Of(Competence competence, DossierPage page, Assessment? assessment, IReadOnlyList<EvidenceSheet> pieces, Dictionary<string, string> texts)
        {
            var (dossier, content) = (page.Dossier, page.Content);
            var served = content.Competences.Where(c => c.Criteria.Any(k => pieces.Any(p => p.Criteria.Contains(k.Id)))).Select(c => c.Id).ToHashSet();
            return new(
                competence,
                content.Blocks.First(b => b.Competences.Contains(competence.Id)).Id,
                dossier.ModesOf(competence.Id),
                [.. competence.EvaluationConditions.Select((text, i) => new ConditionRow(i, text, dossier.Condition(competence.Id, i)))],
                [.. competence.Criteria.Select(k =>
                {
                    var heads = assessment?.Heads(k.Id) ?? [];
                    return new CriterionRow(k, [.. pieces.Where(p => p.Criteria.Contains(k.Id))], heads, Findings.Diverge(heads));
                })],
                [.. dossier.CompanyOpinions.Where(o => o.Subject == OpinionSubject.Activity || o.Target == competence.Id || competence.Criteria.Any(k => k.Id == o.Target)).OrderBy(o => o.At)],
                assessment is null ? [] : DecisionInputs.Missing(competence.Id, dossier, assessment, content, served),
                assessment?.DecisionOn(competence.Id),
                texts.GetValueOrDefault(competence.Id, ""));
        }
    }
}
