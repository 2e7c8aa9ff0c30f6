using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate's report: one text per competence with its evidence and pictures, to write or to print.</summary>
public sealed record ReportSheet(DossierPage Page, IReadOnlyList<ReportSheet.Section> Sections)
{
    /// <param name="Number">Version of the text; 0 when nothing was written.</param>
    public sealed record Section(
        Competence Competence, string Text, int Number, DateTimeOffset? WrittenAt, IReadOnlyList<SectionVersion> Earlier, IReadOnlyList<EvidenceSheet> Evidence);

    public sealed class Reader(EtabliDb db, DossierPage.Reader pages, EvidenceSheet.Reader evidence)
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
            })]);
        }

        /// <summary>One section with its number, to write it.</summary>
        public async Task<(DossierPage Page, Section Section)> Find(DossierId id, string competence, CancellationToken stop)
        {
            var sheet = await Find(id, stop);
            return (sheet.Page, sheet.Sections.FirstOrDefault(s => s.Competence.Id == competence) ?? throw new NotFoundException("competence", competence));
        }
    }
}
