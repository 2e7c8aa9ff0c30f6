using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>The records an access key opens, by name (fr: relevés ouverts par une clé).</summary>
/// <param name="Tables">What they are.</param>
public sealed record RecordsOfKey(IReadOnlyList<MeasureTable> Tables)
{
    public sealed class Reader(EtabliDb db)
    {
        public async Task<RecordsOfKey> Find(AccessKey key, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(key);
            return new(await db.MeasureTables.AsNoTracking().Where(t => t.Organisation == key.Organisation && (key.Table == null || t.Id == key.Table)).OrderBy(t => t.Name).ToListAsync(stop));
        }
    }
}
