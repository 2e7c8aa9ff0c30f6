using System.Collections.Concurrent;
using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification;

/// <summary>Standards already read: a version never changes, so one reading serves for good.</summary>
public static class StandardShelf
{
    private static readonly ConcurrentDictionary<StandardId, CertificationStandard> Read = new();

    public sealed class Reader(EtabliDb db)
    {
        /// <exception cref="NotFoundException">No such standard.</exception>
        public async Task<CertificationStandard> Get(StandardId id, CancellationToken stop)
        {
            if (Read.TryGetValue(id, out var known))
            {
                return known;
            }

            var standard = await db.Standards.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("standard", id);
            _ = standard.Content;
            return Read.GetOrAdd(id, standard);
        }
    }
}
