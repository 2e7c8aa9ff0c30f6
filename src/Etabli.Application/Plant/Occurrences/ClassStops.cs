using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>The plant says which class each cause of stops has: the TRS of every analysis follows it.</summary>
public sealed class ClassStops(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(IReadOnlyDictionary<string, StopKind> Kinds);

    /// <returns>How many causes have another class than they had.</returns>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = caller.Plant(PlantLoading.Keepers);
        var known = await db.StopCauses.AsNoTracking().Where(c => c.Organisation == plant).ToDictionaryAsync(c => c.Cause, c => c.Kind, stop);
        var changed = order.Kinds.Where(k => k.Key.Length is > 0 and <= PlantEvent.Longest && !(known.TryGetValue(k.Key, out var before) && before == k.Value)).ToDictionary();
        if (changed.Count > 0)
        {
            await using var whole = await db.Database.BeginTransactionAsync(stop);
            await db.StopCauses.Where(c => c.Organisation == plant && changed.Keys.Contains(c.Cause)).ExecuteDeleteAsync(stop);
            db.StopCauses.AddRange(changed.Select(k => new StopCause(plant, k.Key, k.Value, caller.Code, clock.GetUtcNow())));
            journal.Note("stops.classed", "organisation", plant.Value, plant, detail: new { kinds = changed.ToDictionary(k => k.Key, k => k.Value.ToString()) });
            await db.SaveChangesAsync(stop);
            await whole.CommitAsync(stop);
        }

        return changed.Count;
    }
}
