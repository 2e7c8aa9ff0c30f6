using Etabli.Persistence;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>The flow as it is meant to be is begun, as a copy of the current one.</summary>
public sealed class DrawFutureState(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ProductFamilyId Family);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        if (family.Future is not null)
        {
            // Asked twice: it is there.
            return;
        }

        family.DrawFuture();
        journal.Note("flow.future-drawn", "product-family", family.Id.Value, family.Organisation);
        await db.SavePlant(stop);
    }
}
