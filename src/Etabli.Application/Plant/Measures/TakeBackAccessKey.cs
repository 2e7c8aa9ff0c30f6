using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>A key is taken back: from the next request on it opens nothing. Whoever may make keys may take back any of the plant.</summary>
public sealed class TakeBackAccessKey(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(AccessKeyId Key);

    /// <exception cref="NotFoundException">No such key for this caller.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var key = await db.AccessKeys.SingleOrDefaultAsync(k => k.Id == order.Key, stop) ?? throw new NotFoundException("access-key", order.Key);
        rights.MustBe(key.Organisation, PlantLoading.Keepers);
        if (key.RevokedAt is not null)
        {
            return;
        }

        key.TakeBack(caller.Code, clock.GetUtcNow());
        journal.Note("access-key.taken-back", "access-key", key.Id.Value, key.Organisation, detail: new { label = key.Label });
        await db.SaveChangesAsync(stop);
    }
}
