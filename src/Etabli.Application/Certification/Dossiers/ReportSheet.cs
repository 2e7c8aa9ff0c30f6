using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate's report: one text per competence with its evidence and pictures, to write or to print.</summary>
public sealed record ReportSheet(DossierPage Page, IReadOnlyList<ReportSheet.Section> Sections)
{
    /// <summary>Diagnoses written for the candidate's projects that no evidence carries yet: they can be taken in as pages.</summary>
    public IReadOnlyList<Written> Diagnoses { get; init; } = [];

    /// <summary>A written diagnosis that can be taken in.</summary>
    public sealed record Written(Guid Study, string Title, string Project);

    /// <param name="Number">Version of the text; 0 when nothing was written.</param>
    public sealed record Section(
        Competence Competence, string Text, int Number, DateTimeOffset? WrittenAt, IReadOnlyList<SectionVersion> Earlier, IReadOnlyList<EvidenceSheet> Evidence);

    public sealed class Reader(EtabliDb db, Caller caller, DossierPage.Reader pages, EvidenceSheet.Reader evidence)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        public async Task<ReportSheet> Find(DossierId id, CancellationToken stop)
        {
            var page = await pages.Find(id, stop);

            // A text that was not handed in belongs to the candidate alone.
            var mayRead = page.Dossier.LastDeposit is not null || page.Sight.Is(Hat.Candidate);
            var written = mayRead ? await db.ReportSections.AsNoTracking().Where(s => s.Dossier == id).ToListAsync(stop) : [];
            var pieces = await evidence.Of(id, stop);
            return new(page, [.. page.Dossier.Competences(page.Content).Select(c =>
            {
                var section = written.Find(s => s.Competence == c.Id);
                return new Section(c, section?.Text ?? "", section?.Number ?? 0, section?.WrittenAt, section?.Earlier ?? [],
                    [.. pieces.Where(p => p.Criteria.Any(k => page.Content.CompetenceOf(k)?.Id == c.Id))]);
            })])
            {
                Diagnoses = page.Sight.Is(Hat.Candidate) ? await Unlinked(pieces, stop) : [],
            };
        }

        /// <summary>One section with its number, to write it.</summary>
        public async Task<(DossierPage Page, Section Section)> Find(DossierId id, string competence, CancellationToken stop)
        {
            var sheet = await Find(id, stop);
            return (sheet.Page, sheet.Sections.FirstOrDefault(s => s.Competence.Id == competence) ?? throw new NotFoundException("competence", competence));
        }

        private async Task<IReadOnlyList<Written>> Unlinked(IReadOnlyList<EvidenceSheet> pieces, CancellationToken stop)
        {
            var me = caller.Id;
            var linked = pieces.Select(p => p.Source).ToList();
            var mine = await db.Projects.AsNoTracking().Where(p => p.Pilot == me || p.Team.Any(m => m.Person == me)).Select(p => new { p.Id, p.Title }).ToListAsync(stop);
            var ids = mine.Select(p => (Guid?)p.Id.Value).ToList();
            var studies = await db.Studies.AsNoTracking().Where(s => s.Kind == StudyKind.Diagnosis && ids.Contains(s.Project)).OrderByDescending(s => s.ChangedAt).Take(20)
                .Select(s => new { s.Id, Title = EF.Property<string>(s, "Title"), s.Project }).ToListAsync(stop);
            return [.. studies.Where(s => !linked.Contains(s.Id.Value)).Select(s => new Written(s.Id.Value, s.Title, mine.First(p => p.Id.Value == s.Project).Title))];
        }
    }
}
