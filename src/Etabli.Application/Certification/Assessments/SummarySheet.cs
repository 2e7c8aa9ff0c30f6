using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The frozen summary, as the jury reads it and as it prints.</summary>
/// <param name="Results">Which blocks are acquired.</param>
/// <param name="Intact">The frozen text is still the one that was frozen.</param>
public sealed record SummarySheet(DossierPage Page, Assessment Assessment, IReadOnlyList<BlockResult> Results, bool Intact)
{
    public sealed class Reader(EtabliDb db, DossierPage.Reader pages)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller, or the commission has not closed.</exception>
        public async Task<SummarySheet> Find(DossierId id, CancellationToken stop)
        {
            var page = await pages.Find(id, stop);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id && a.ClosedAt != null, stop) ?? throw new NotFoundException("summary", id);
            return new(page, assessment, BlockResult.Of(page.Dossier, assessment, page.Content), assessment.Summary!.IsIntact());
        }
    }
}
