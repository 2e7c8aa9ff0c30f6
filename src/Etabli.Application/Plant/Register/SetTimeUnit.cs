using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Register;

/// <summary>The plant says in which unit the times of its work are shown and typed; what is kept does not change.</summary>
public sealed class SetTimeUnit(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal)
{
    public sealed record Order(TimeUnit Unit);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = caller.Plant(PlantLoading.Keepers);
        var settings = await db.PlantSettings.SingleOrDefaultAsync(s => s.Organisation == plant, stop);
        if (settings is null)
        {
            db.PlantSettings.Add(settings = new(plant, order.Unit));
        }

        settings.Say(order.Unit);
        journal.Note("register.unit-set", "organisation", plant.Value, plant, detail: new { unit = order.Unit.ToString() });
        await db.SavePlant(stop);
    }
}
