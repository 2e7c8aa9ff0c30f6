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
    /// <param name="Kind">Which table it is; found by its headings when null.</param>
    /// <param name="Future">Whether it is of the flow as it is meant to be.</param>
    /// <param name="Whole">Whether what the table leaves out is gone, instead of staying.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Order(ProductFamilyId Family, TypedTable Table, string? From, FlowTableKind? Kind = null, bool Future = false, bool Whole = false, uint? Version = null);

    /// <summary>What the table says, line by line; nothing is kept.</summary>
    public async Task<FlowImport> Preview(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        return await Read(order, family, stop);
    }

    /// <returns>What was taken, and what was not.</returns>
    /// <exception cref="RefusalException">No line can be kept: nothing changes.</exception>
    public async Task<FlowImport> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        db.Expect(family, order.Version);
        var read = await Read(order, family, stop);
        if (read.Good == 0 && !(order.Whole && read.Faults.Count == 0 && read.ColumnsMissing.Count == 0))
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        var source = Source(order);
        if (read.Kind == FlowTableKind.Information)
        {
            family.Take(read.Information);
        }
        else
        {
            family.Take(read.Into(State(order, family), source, order.Whole), order.Future);
        }

        journal.Note("flow.table-taken", "product-family", family.Id.Value, family.Organisation, detail: new { kind = read.Kind.ToString(), from = order.From, future = order.Future, kept = read.Good, faulty = read.Lines.Count - read.Good });
        await db.SavePlant(stop);
        return read;
    }

    private async Task<FlowImport> Read(Order order, ProductFamily family, CancellationToken stop) =>
        FlowImport.Read(order.Table, family.Showing(State(order, family)), Source(order), clock.Today(), order.Kind, await db.UnitOf(family.Organisation, stop));

    private static FlowState State(Order order, ProductFamily family) => !order.Future ? family.Current : family.Future ?? throw new RefusalException(Refusal.NoFutureYet);

    private NumberSource Source(Order order) => new(NumberOrigin.Imported, caller.Id, caller.Code, clock.GetUtcNow(), order.From);
}
