using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Flows;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Flows;

/// <summary>A product family is named, with what is asked of it in a day and the time there is.</summary>
public sealed class SetFamily(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Family">Which family; null for a new one.</param>
    /// <param name="Id">Identifier of a new one, so that sending twice makes one.</param>
    public sealed record Order(ProductFamilyId? Family, string Name, int Demand, int Shifts, decimal PresenceMinutes, decimal BreakMinutes, Guid? Id = null);

    /// <exception cref="RefusalException">The name says nothing, a number cannot be, or no time is left.</exception>
    public async Task<ProductFamilyId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        if (order is { Family: null, Id: { } sent } && await db.ProductFamilies.AnyAsync(f => f.Id == new ProductFamilyId(sent), stop))
        {
            // Sent twice: it is there.
            return new(sent);
        }

        var family = order.Family is { } known
            ? await db.MustFind(known, stop)
            : new ProductFamily(new(order.Id ?? Guid.CreateVersion7()), caller.Plant(PlantLoading.Keepers), order.Name);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        family.Rename(order.Name);
        family.Set(new(order.Demand, order.Shifts, order.PresenceMinutes, order.BreakMinutes, new(NumberOrigin.Typed, caller.Id, caller.Code, clock.GetUtcNow())));
        if (order.Family is null)
        {
            db.ProductFamilies.Add(family);
        }

        journal.Note("flow.family-set", "product-family", family.Id.Value, family.Organisation, detail: new { name = family.Name, demand = order.Demand });
        await db.SavePlant(stop);
        return family.Id;
    }
}
