using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Flows;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Flows;

/// <summary>
/// A table of operations, stocks or information flows is taken into a product family: the good lines are kept, the
/// others come back with what is wrong in each cell.
/// </summary>
public sealed class TakeFlowTable(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Family">Which family.</param>
    /// <param name="Table">What was pasted or read in a file.</param>
    /// <param name="From">Name of the file; null when it was pasted.</param>
    public sealed record Order(ProductFamilyId Family, TypedTable Table, string? From);

    /// <summary>What the table says, line by line; nothing is kept.</summary>
    public async Task<FlowImport> Preview(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        return Read(order, family);
    }

    /// <returns>What was taken, and what was not.</returns>
    /// <exception cref="RefusalException">No line can be kept: nothing changes.</exception>
    public async Task<FlowImport> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        var read = Read(order, family);
        if (read.Good == 0)
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        var source = Source(order);
        switch (read.Kind)
        {
            case FlowTableKind.Operations:
                family.Take(read.Operations, source);
                break;
            case FlowTableKind.Stocks:
                family.Take(read.Stocks, source);
                break;
            default:
                family.Take(read.Information);
                break;
        }

        journal.Note("flow.table-taken", "product-family", family.Id.Value, family.Organisation, detail: new { kind = read.Kind.ToString(), from = order.From, kept = read.Good, faulty = read.Lines.Count - read.Good });
        await db.SavePlant(stop);
        return read;
    }

    private FlowImport Read(Order order, ProductFamily family) => FlowImport.Read(order.Table, family, Source(order), clock.Today());

    private NumberSource Source(Order order) => new(NumberOrigin.Imported, caller.Id, caller.Code, clock.GetUtcNow(), order.From);
}
