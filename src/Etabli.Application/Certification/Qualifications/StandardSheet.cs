using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Qualifications;

/// <summary>One version of a standard, as its page shows it.</summary>
/// <param name="OpenToday">Enrolment is possible today without a waiver.</param>
/// <param name="Versions">Every version of it, latest first.</param>
public sealed record StandardSheet(
    StandardId Id, string Slug, string Version, string Sha256, DateTimeOffset ImportedAt, StandardContent Content, bool OpenToday, IReadOnlyList<StandardSheet.OtherVersion> Versions)
{
    public sealed record OtherVersion(StandardId Id, string Version, DateTimeOffset ImportedAt);

    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf, TimeProvider clock)
    {
        /// <exception cref="NotFoundException">No such standard.</exception>
        public async Task<StandardSheet> Find(StandardId id, CancellationToken stop)
        {
            var standard = await shelf.Get(id, stop);
            var versions = await db.Standards.AsNoTracking().Where(s => s.Slug == standard.Slug)
                .OrderByDescending(s => s.ImportedAt).Select(s => new OtherVersion(s.Id, s.Version, s.ImportedAt)).ToListAsync(stop);
            return new(standard.Id, standard.Slug, standard.Version, standard.Sha256, standard.ImportedAt, standard.Content,
                standard.Content.Qualification.Validity?.Covers(clock.Today()) ?? true, versions);
        }

        /// <summary>The latest version of a standard by its short name.</summary>
        public async Task<StandardSheet> Latest(string slug, CancellationToken stop)
        {
            var id = await db.Standards.AsNoTracking().Where(s => s.Slug == slug).OrderByDescending(s => s.ImportedAt).Select(s => (StandardId?)s.Id).FirstOrDefaultAsync(stop);
            return await Find(id ?? throw new NotFoundException("standard", slug), stop);
        }
    }
}
