using Etabli.Certification;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The dossier that goes on from another, after a non-admission or an abandonment (fr: réinscription).</summary>
public sealed record DossierLineage(DossierId? Next)
{
    public sealed class Reader(EtabliDb db)
    {
        public async Task<DossierLineage> Of(DossierId id, CancellationToken stop)
        {
            var next = await db.Dossiers.AsNoTracking().Where(d => d.Previous == id).OrderByDescending(d => d.PreparedAt).Select(d => d.Id).Take(1).ToListAsync(stop);
            return new(next.Count > 0 ? next[0] : null);
        }
    }
}
