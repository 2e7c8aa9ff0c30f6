using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>Competences against headings: what is supported, by what, and what is missing.</summary>
public sealed record DossierMatrix(DossierPage Page, IReadOnlyList<DossierMatrix.Row> Rows, IReadOnlyList<DossierMatrix.Piece> Evidence, int Supported, int Evaluable)
{
    /// <summary>One competence. What the commission says is null for those who may not read it yet.</summary>
    public sealed record Row(
        Competence Competence, string Block, IReadOnlyList<Cell> Cells, IReadOnlyList<AssessmentMode> Modes, bool ModeHeld, bool OpinionNeeded, bool OpinionGiven, bool? Acquired, IReadOnlyList<MissingInput> Missing);

    /// <summary>The criteria of one competence under one heading; a standard without headings has one cell, heading null, unless we propose some.</summary>
    public sealed record Cell(Heading? Heading, IReadOnlyList<Mark> Criteria)
    {
        public int Evaluable => Criteria.Count(c => c.Criterion.Evaluable);

        public int Supported => Criteria.Count(c => c.Criterion.Evaluable && c.Evidence.Count > 0);
    }

    /// <summary>One criterion, the evidence that speaks for it, and what the commission sees.</summary>
    public sealed record Mark(Criterion Criterion, IReadOnlyList<EvidenceId> Evidence, FindingValue? Value, bool Diverges);

    /// <summary>A piece of evidence without its content.</summary>
    public sealed record Piece(
        EvidenceId Id, string Kind, Guid Source, string Title, int? Step, string Author, DateTimeOffset MadeAt, IReadOnlyList<string> Criteria, DateTimeOffset LinkedAt, DateTimeOffset? FrozenAt, string? Sha256);

    public sealed class Reader(EtabliDb db, DossierPage.Reader pages)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        public async Task<DossierMatrix> Find(DossierId id, CancellationToken stop)
        {
            var (page, pieces) = (await pages.Find(id, stop), await Pieces(db, id, stop));
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id, stop);
            return Of(page, pieces, assessment);
        }

        /// <summary>What evidence supports what, without what the commission held and said: enough to link evidence.</summary>
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        public async Task<DossierMatrix> Coverage(DossierId id, CancellationToken stop) => Of(await pages.Find(id, stop), await Pieces(db, id, stop), null);

        internal static Task<List<Piece>> Pieces(EtabliDb db, DossierId id, CancellationToken stop) => db.Evidence.AsNoTracking()
            .Where(e => e.Dossier == id && e.UnlinkedAt == null).OrderBy(e => e.LinkedAt)
            .Select(e => new Piece(e.Id, e.Source.Kind, e.Source.Id, e.Source.Title, e.Source.Step, e.Source.Author.Name, e.Source.MadeAt, e.Criteria, e.LinkedAt, e.FrozenAt, e.Sha256))
            .ToListAsync(stop);

        private static DossierMatrix Of(DossierPage page, IReadOnlyList<Piece> pieces, Assessment? assessment)
        {
            var (dossier, content) = (page.Dossier, page.Content);
            var shown = page.ShowsFindings ? assessment : null;
            var served = content.Competences.Where(c => pieces.Any(p => p.Criteria.Any(k => content.CompetenceOf(k) == c))).Select(c => c.Id).ToHashSet();
            var rows = dossier.Competences(content).Select(c => new Row(
                c,
                content.Blocks.First(b => b.Competences.Contains(c.Id)).Id,
                [.. c.Criteria.GroupBy(k => k.Column).OrderBy(g => g.Key).Select(g => new Cell(g.Key, [.. g.Select(k => Of(k, pieces, shown))]))],
                dossier.ModesOf(c.Id),
                assessment is not null && DecisionInputs.AnyModeHeld(c.Id, dossier, assessment, content, served),
                dossier.NeedsOpinionFor(content, c.Id),
                dossier.HasOpinionFor(content, c.Id),
                shown?.DecisionOn(c.Id)?.Acquired,
                assessment is null ? [] : DecisionInputs.Missing(c.Id, dossier, assessment, content, served))).ToList();
            var evaluable = rows.SelectMany(r => r.Cells).Sum(c => c.Evaluable);
            return new(page, rows, pieces, rows.SelectMany(r => r.Cells).Sum(c => c.Supported), evaluable);
        }

        private static Mark Of(Criterion criterion, IReadOnlyList<Piece> pieces, Assessment? assessment)
        {
            var heads = assessment?.Heads(criterion.Id) ?? [];
            return new(criterion, [.. pieces.Where(p => p.Criteria.Contains(criterion.Id)).Select(p => p.Id)], Findings.Value(heads), Findings.Diverge(heads));
        }
    }
}
