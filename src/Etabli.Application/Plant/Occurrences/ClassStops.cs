using Etabli.People;
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
        var known = await db.StopCauses.Where(c => c.Organisation == plant).ToDictionaryAsync(c => c.Cause, stop);
        var changed = 0;
        foreach (var (cause, kind) in order.Kinds.Where(k => k.Key.Length is > 0 and <= PlantEvent.Longest))
        {
            var before = known.GetValueOrDefault(cause);
            if (before?.Kind == kind)
            {
                continue;
            }

            if (before is not null)
            {
                db.StopCauses.Remove(before);
                await db.SaveChangesAsync(stop);
            }

            db.StopCauses.Add(new(plant, cause, kind, caller.Code, clock.GetUtcNow()));
            changed++;
        }

        if (changed > 0)
        {
            journal.Note("stops.classed", "organisation", plant.Value, plant, detail: new { kinds = order.Kinds.ToDictionary(k => k.Key, k => k.Value.ToString()) });
            await db.SaveChangesAsync(stop);
        }

        return changed;
    }
}
