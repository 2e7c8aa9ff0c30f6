using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>A dossier with its standard and in what quality the caller looks at it. Read only: nothing of it is tracked.</summary>
public sealed record DossierPage(Dossier Dossier, CertificationStandard Standard, DossierSight Sight)
{
    public StandardContent Content => Standard.Content;

    /// <summary>Whether the caller may read what the commission says before it has closed.</summary>
    public bool ShowsFindings => Dossier.AssessmentClosedAt is not null || Sight.Is(Hat.Member, Hat.Officer);

    public sealed class Reader(EtabliDb db, DossierSight.Reader sight, StandardShelf.Reader shelf, TimeProvider clock)
    {
        private readonly Dictionary<DossierId, DossierPage> read = [];

        /// <summary>Reads a dossier, and keeps that it was read; once for all that one request shows of it.</summary>
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        public async Task<DossierPage> Find(DossierId id, CancellationToken stop)
        {
            if (read.TryGetValue(id, out var known))
            {
                return known;
            }

            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);
            var seen = await sight.Of(dossier, stop);
            await db.Database.ExecuteSqlAsync($"select journal.note_reading({id.Value}, {clock.GetUtcNow()})", stop);
            return read[id] = new(dossier, await shelf.Get(dossier.Standard, stop), seen);
        }
    }
}
