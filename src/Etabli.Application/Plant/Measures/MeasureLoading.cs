using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>Finding a record of measures for this caller.</summary>
internal static class MeasureLoading
{
    /// <exception cref="NotFoundException">No such record for this caller.</exception>
    internal static async Task<MeasureTable> MustFind(this EtabliDb db, MeasureTableId id, CancellationToken stop) =>
        await db.MeasureTables.SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFoundException("measure-table", id);
}
