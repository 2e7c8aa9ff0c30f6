using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>
/// A machine comes with the secret of a key: it becomes the person who made the key, in the key's plant alone, if that person
/// may still change its numbers.
/// </summary>
public sealed class ComeByAccessKey(EtabliDb db, Caller caller, Rights rights, TimeProvider clock)
{
    /// <summary>How exactly the last use is told: a machine that sends each second does not write each second.</summary>
    private static readonly TimeSpan Exactly = TimeSpan.FromMinutes(1);

    /// <returns>The key; null when there is none, it was taken back, its last day is past or its maker may no longer: a stranger is not told which.</returns>
    public async Task<AccessKey?> Run(string secret, CancellationToken stop)
    {
        rights.AnybodyMay();
        ArgumentNullException.ThrowIfNull(secret);
        if (AccessKeySecret.Hash(secret) is not { } hash)
        {
            return null;
        }

        await db.Database.OpenConnectionAsync(stop);
        var found = await db.Database.SqlQuery<Found>($"select id as \"Id\", organisation as \"Organisation\", person as \"Person\" from plant.access_key_of({hash})").ToListAsync(stop);
        if (found is not [var one] || !await caller.Become(new PersonId(one.Person), new OrganisationId(one.Organisation), stop))
        {
            return null;
        }

        var id = new AccessKeyId(one.Id);
        var key = await db.AccessKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, stop);
        if (key is null || !key.Stands(DateOnly.FromDateTime(clock.GetLocalNow().DateTime)) || !PlantLoading.Keepers.Any(role => caller.Is(role, key.Organisation)))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!(key.LastUsedAt > now - Exactly))
        {
            await db.AccessKeys.Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), stop);
        }

        return key;
    }

    private sealed record Found(Guid Id, Guid Organisation, Guid Person);
}
