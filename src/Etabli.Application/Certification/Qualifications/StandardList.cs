using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Qualifications;

/// <summary>The latest version of every standard, by title.</summary>
public sealed record StandardList(IReadOnlyList<StandardList.Row> Standards)
{
    public sealed record Row(
        StandardId Id, string Slug, string Version, string Title, string? RncpCode, Validity? Validity, bool OpenToday, int Blocks, int Competences, int Criteria, int Inherited, int Repairs, CriteriaStatus Status);

    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf, TimeProvider clock)
    {
        public async Task<StandardList> All(CancellationToken stop)
        {
            var ids = await db.Standards.AsNoTracking().GroupBy(s => s.Slug)
                .Select(g => g.OrderByDescending(s => s.ImportedAt).Select(s => s.Id).First()).ToListAsync(stop);
            var rows = new List<Row>();
            foreach (var id in ids)
            {
                var standard = await shelf.Get(id, stop);
                var content = standard.Content;
                bool[] inherited = [content.AccessRoutes.Inherited, content.AccessProcess.Inherited, content.Jury.Inherited, content.Admissibility.Inherited];
                rows.Add(new(id, standard.Slug, standard.Version, standard.Title, standard.RncpCode, content.Qualification.Validity,
                    content.Qualification.Validity?.Covers(clock.Today()) ?? true, content.Blocks.Count, content.Competences.Count,
                    content.Competences.Sum(c => c.Criteria.Count), inherited.Count(i => i), content.Repairs.Count, content.CriteriaStatus));
            }

            return new([.. rows.OrderBy(r => r.Title, StringComparer.CurrentCultureIgnoreCase)]);
        }
    }
}
