using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate's report: one text per competence with its evidence and pictures, to write or to print.</summary>
public sealed record ReportSheet(DossierPage Page, IReadOnlyList<ReportSheet.Section> Sections)
{
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
            })]);
        }

        /// <summary>One section with its number, to write it.</summary>
        public async Task<(DossierPage Page, Section Section)> Find(DossierId id, string competence, CancellationToken stop)
        {
            var sheet = await Find(id, stop);
            return (sheet.Page, sheet.Sections.FirstOrDefault(s => s.Competence.Id == competence) ?? throw new NotFoundException("competence", competence));
        }

        /// <summary>Diagnoses written for the candidate's projects that no evidence of the report carries yet: they can be taken in as pages.</summary>
        public async Task<IReadOnlyList<Written>> Diagnoses(ReportSheet report, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(report);
            if (!report.Page.Sight.Is(Hat.Candidate))
            {
                return [];
            }

            var me = caller.Id;
            var linked = report.Sections.SelectMany(s => s.Evidence).Select(e => new StudyId(e.Source)).Distinct().ToList();
            var found = await db.Studies.AsNoTracking().Where(s => s.Kind == StudyKind.Diagnosis && !linked.Contains(s.Id))
                .SelectMany(s => db.Projects.Where(p => (Guid)(object)p.Id == s.Project && (p.Pilot == me || p.Team.Any(m => m.Person == me))), (s, p) => new { s.Id, Title = EF.Property<string>(s, "Title"), s.ChangedAt, Project = p.Title })
                .OrderByDescending(s => s.ChangedAt).Take(20).ToListAsync(stop);
            return [.. found.Select(s => new Written(s.Id.Value, s.Title, s.Project))];
        }
    }
}
