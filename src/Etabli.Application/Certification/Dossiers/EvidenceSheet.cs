using Etabli.Application.Improvement;
using Etabli.Application.Printing.Pages;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People.Files;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>A piece of evidence with its content: the frozen copy once handed in, the picture of the day it was linked before.</summary>
/// <param name="Svg">Its picture; null when it has none.</param>
/// <param name="Json">What it says, frozen; null before.</param>
/// <param name="Intact">The copy is still the one that was frozen.</param>
/// <param name="IsDiagnosis">Whether it is a written diagnosis, which comes into the report as pages.</param>
public sealed record EvidenceSheet(
    EvidenceId Id, DossierId Dossier, string Kind, Guid Source, string Title, int? Step, string Author, DateTimeOffset MadeAt, IReadOnlyList<string> Criteria,
    DateTimeOffset LinkedAt, DateTimeOffset? UnlinkedAt, DateTimeOffset? FrozenAt, string? Json, string? Svg, IReadOnlyList<FileId> Files, string? Sha256, bool Intact, bool IsDiagnosis = false)
{
    public sealed class Reader(EtabliDb db, DossierPage.Reader pages)
    {
        /// <exception cref="NotFoundException">No such evidence for this caller.</exception>
        public async Task<(DossierPage Page, EvidenceSheet Evidence)> Find(EvidenceId id, CancellationToken stop)
        {
            var evidence = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) ?? throw new NotFoundException("evidence", id);
            var page = await pages.Find(evidence.Dossier, stop);
            return (page, (await Marked([Of(evidence)], stop))[0]);
        }

        /// <summary>All that counts on a dossier, with content, in one question; the caller has been shown the dossier.</summary>
        internal async Task<IReadOnlyList<EvidenceSheet>> Of(DossierId dossier, CancellationToken stop) =>
            await Marked([.. (await db.Evidence.AsNoTracking().Where(e => e.Dossier == dossier && e.UnlinkedAt == null).OrderBy(e => e.LinkedAt).ToListAsync(stop)).Select(Of)], stop);

        // What is frozen says it itself, to the commission too; before, the study is asked.
        private async Task<List<EvidenceSheet>> Marked(List<EvidenceSheet> pieces, CancellationToken stop)
        {
            var open = pieces.Where(p => p.Kind == ArtefactKinds.Study && p.Json is null).Select(p => new StudyId(p.Source)).ToList();
            var written = open.Count == 0 ? [] : await db.Studies.AsNoTracking().Where(s => open.Contains(s.Id) && s.Kind == StudyKind.Diagnosis).Select(s => s.Id).ToListAsync(stop);
            return [.. pieces.Select(p => p with { IsDiagnosis = p.Json is null ? written.Contains(new(p.Source)) : DiagnosisPages.Of(p.Kind, p.Json) is not null })];
        }

        private static EvidenceSheet Of(Evidence e) => new(
            e.Id, e.Dossier, e.Source.Kind, e.Source.Id, e.Source.Title, e.Source.Step, e.Source.Author.Name, e.Source.MadeAt, e.Criteria, e.LinkedAt, e.UnlinkedAt, e.FrozenAt,
            e.FrozenJson, e.FrozenSvg ?? e.PreviewSvg, e.FrozenAt is null ? e.PreviewFiles : [.. e.FrozenFiles.Select(f => f.File)], e.Sha256, e.IsIntact());
    }
}
