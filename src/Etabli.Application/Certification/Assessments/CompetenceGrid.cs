using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Assessments;

/// <summary>One competence before the commission: its criteria with what was said, and beside them what the candidate brought (fr: grille d'évaluation).</summary>
/// <param name="Report">What the candidate wrote of it.</param>
public sealed record CompetenceGrid(
    DossierId Dossier,
    string Candidate,
    string Competence,
    string CompetenceTitle,
    string? Previous,
    string? Next,
    IReadOnlyList<string> Members,
    CompetenceGrid.Presented? Presentation,
    IReadOnlyList<CompetenceGrid.Line> Criteria,
    IReadOnlyList<CompetenceGrid.Proof> Evidence,
    string? Report,
    DateTimeOffset? ReportAt,
    IReadOnlyList<CompetenceGrid.Opinion> Opinions,
    IReadOnlyList<MissingInput> Missing,
    bool? Acquired,
    string? Reason,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? ClosedAt,
    bool IAssess)
{
    public sealed record Presented(SittingKind Kind, DateOnly HeldOn);

    /// <param name="Heads">What stands: one saying, or two that were saved at once.</param>
    /// <param name="Evidence">What was linked to it.</param>
    public sealed record Line(
        string Code, Heading? Heading, string? HeadingLabel, string Text, IReadOnlyList<CriterionItem> Items, bool Evaluable, string? Suspect, IReadOnlyList<FindingEntry> Heads, IReadOnlyList<EvidenceId> Evidence)
    {
        public FindingValue? Value => Findings.Value(Heads);

        public bool Disputed => Findings.Diverge(Heads);
    }

    /// <param name="Content">The frozen words, as one JSON object; null before the deposit.</param>
    public sealed record Proof(
        EvidenceId Id, string Kind, string Title, string Author, DateTimeOffset MadeAt, IReadOnlyList<string> Criteria, DateTimeOffset? FrozenAt, string? Sha256, bool Intact, string? Svg, string? Content, IReadOnlyList<Guid> Files);

    public sealed record Opinion(OpinionSubject Subject, string Target, bool Favourable, string Comment, string Author, DateTimeOffset At);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf, DossierSight.Reader sight)
    {
        /// <exception cref="NotFoundException">The caller neither sits in the commission nor keeps the centre, or the competence is not aimed at.</exception>
        public async Task<CompetenceGrid> Find(DossierId id, string competence, CancellationToken stop)
        {
            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);
            if (!(await sight.Of(dossier, stop)).Is(Hat.Member, Hat.Officer))
            {
                throw new NotFoundException("assessment", id);
            }

            var standard = (await shelf.Get(dossier.Standard, stop)).Content;
            var all = dossier.Competences(standard).ToList();
            var at = all.FindIndex(c => c.Id == competence);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id, stop);
            if (at < 0 || assessment is null)
            {
                throw new NotFoundException("competence", competence);
            }

            var one = all[at];
            var codes = one.Criteria.Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
            var everything = await db.Evidence.AsNoTracking().Where(e => e.Dossier == id && e.UnlinkedAt == null).Select(e => new { e.Id, e.Criteria }).ToListAsync(stop);
            var mine = everything.Where(e => e.Criteria.Any(codes.Contains)).Select(e => e.Id).ToList();
            var evidence = mine.Count == 0 ? [] : await db.Evidence.AsNoTracking().Where(e => mine.Contains(e.Id)).OrderBy(e => e.LinkedAt).ToListAsync(stop);
            var report = await db.ReportSections.AsNoTracking().Where(s => s.Dossier == id && s.Competence == competence).Select(s => s.Text).SingleOrDefaultAsync(stop);
            var decision = assessment.DecisionOn(competence);
            var held = assessment.Sittings.Where(s => s.BearsOn(competence)).OrderBy(s => s.Kind).ThenBy(s => s.HeldOn).FirstOrDefault();
            return new(
                id, dossier.Candidate.Name, competence, one.Title, at > 0 ? all[at - 1].Id : null, at < all.Count - 1 ? all[at + 1].Id : null,
                [.. assessment.Members.Select(m => m.Person.Name)], held is null ? null : new(held.Kind, held.HeldOn),
                [.. one.Criteria.Select(k => new Line(
                    k.Id, k.Column, standard.Headings.FirstOrDefault(h => h.Id == k.Column)?.Label, k.Text, k.Items, k.Evaluable, k.Suspect, assessment.Heads(k.Id),
                    [.. evidence.Where(e => e.Criteria.Contains(k.Id)).Select(e => e.Id)]))],
                [.. evidence.Select(Of)], report, dossier.LastDeposit?.At,
                [.. dossier.CompanyOpinions.Where(o => o.Subject == OpinionSubject.Activity || o.Target == competence || codes.Contains(o.Target)).OrderByDescending(o => o.At)
                    .DistinctBy(o => (o.Subject, o.Target)).OrderBy(o => o.Target, StringComparer.Ordinal).Select(o => new Opinion(o.Subject, o.Target, o.Favourable, o.Comment, o.Author.Name, o.At))],
                DecisionInputs.Missing(competence, dossier, assessment, standard, DecisionInputs.ServedBy(standard, everything.SelectMany(e => e.Criteria))), decision?.Acquired, decision?.Reason, decision?.By.Name, decision?.At, assessment.ClosedAt,
                assessment.Members.Any(m => m.Person.Id == caller.Person));
        }

        private static Proof Of(Evidence e) => new(
            e.Id, e.Source.Kind, e.Source.Title, e.Source.Author.Name, e.Source.MadeAt, e.Criteria, e.FrozenAt, e.Sha256, e.IsIntact(), e.FrozenSvg, e.FrozenJson, [.. e.FrozenFiles.Select(f => f.File.Value)]);
    }
}
