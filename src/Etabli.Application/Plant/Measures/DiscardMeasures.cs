using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>A record is thrown away with its rows; the journal keeps its name and how many there were.</summary>
public sealed class DiscardMeasures(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(MeasureTableId Table);

    /// <exception cref="RefusalException">Analyses read it.</exception>
    /// <exception cref="NotFoundException">No such record for this caller.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var table = await db.MustFind(order.Table, stop);
        rights.MustBe(table.Organisation, PlantLoading.Keepers);
        if (await db.Analyses.CountAsync(a => a.Table == table.Id, stop) is > 0 and var many)
        {
            throw new RefusalException(Refusal.RecordInUse, many);
        }

        db.MeasureTables.Remove(table);
        journal.Note("measures.discarded", "measure-table", table.Id.Value, table.Organisation, detail: new { name = table.Name, rows = table.Rows });
        await db.SaveChangesAsync(stop);
    }
}
