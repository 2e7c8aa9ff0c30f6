using Etabli.Persistence;
using Etabli.Plant.Measures;

namespace Etabli.Application.Plant.Measures;

/// <summary>Who may change the numbers of a plant makes a key for a machine that brings measures. Its secret is shown once.</summary>
public sealed class MakeAccessKey(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Label">What it is for: the machine, the program.</param>
    /// <param name="Table">The one record it opens; null for all of the plant.</param>
    /// <param name="Until">Its last day; null for none.</param>
    public sealed record Order(string Label, MeasureTableId? Table = null, DateOnly? Until = null);

    /// <returns>The secret.</returns>
    /// <exception cref="NotFoundException">No such record for this caller.</exception>
    /// <exception cref="Etabli.People.RefusalException">No label, or its last day is past.</exception>
    public async Task<string> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var table = order.Table is { } id ? await db.MustFind(id, stop) : null;
        var plant = table?.Organisation ?? caller.Plant(PlantLoading.Keepers);
        rights.MustBe(plant, PlantLoading.Keepers);
        var secret = AccessKeySecret.Draw();
        var key = new AccessKey(
            new(Guid.CreateVersion7()), plant, caller.Id, AccessKeySecret.Hash(secret)!, order.Label, table?.Id, order.Until, caller.Code, clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        db.AccessKeys.Add(key);
        journal.Note("access-key.made", "access-key", key.Id.Value, plant, detail: new { label = key.Label, record = table?.Name, until = key.Until });
        await db.SaveChangesAsync(stop);
        return secret;
    }
}
