using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>Rows that came together are taken back, whole; the journal keeps that they were there.</summary>
public sealed class TakeBackMeasures(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(Guid Import);

    /// <returns>How many rows are gone.</returns>
    /// <exception cref="RefusalException">They were taken back already.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var import = await db.MeasureImports.SingleOrDefaultAsync(i => i.Id == order.Import, stop) ?? throw new RefusalException(Refusal.ImportGone);
        rights.MustBe(import.Organisation, PlantLoading.Keepers);
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        await using var command = new NpgsqlCommand(
            """
            with gone as (delete from plant.measure_row where import = $1 returning 1)
            update plant.measure_table set rows = rows - (select count(*) from gone), changed_at = now() where id = $2 returning (select count(*) from gone)
            """, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddWithValue(import.Id);
        command.Parameters.AddWithValue(import.Table.Value);
        var gone = (int)(long)(await command.ExecuteScalarAsync(stop) ?? 0L);
        db.MeasureImports.Remove(import);
        journal.Note("measures.taken-back", "measure-table", import.Table.Value, import.Organisation, detail: new { from = import.From, rows = gone });
        await db.SaveChangesAsync(stop);
        await FeedRefresh.Run(db, caller, journal, clock, import.Organisation, f => f.Kind == FeedKind.Measures && f.Record == import.Table.Value, stop);
        await whole.CommitAsync(stop);
        return gone;
    }
}
