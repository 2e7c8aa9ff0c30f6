using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>Cells of one row are put right, with the reason; what they said is kept with who changed it.</summary>
public sealed class CorrectMeasure(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Table">The record.</param>
    /// <param name="Row">Number of the row.</param>
    /// <param name="Cells">What each column should say, as the reader writes it.</param>
    /// <param name="Culture">"fr" or "en": how the reader writes numbers.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Order(MeasureTableId Table, long Row, IReadOnlyList<string> Cells, string Culture, string Reason);

    /// <returns>How many cells changed.</returns>
    /// <exception cref="RefusalException">No reason, a row that is gone, a cell its column cannot hold.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var table = await db.MustFind(order.Table, stop);
        rights.MustBe(table.Organisation, PlantLoading.Keepers);
        if (string.IsNullOrWhiteSpace(order.Reason))
        {
            throw new RefusalException(Refusal.ReasonMissing);
        }

        await using var whole = await db.Database.BeginTransactionAsync(stop);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var read = new NpgsqlCommand("select cells from plant.measure_row where \"table\" = $1 and number = $2 for update", connection);
        read.Parameters.AddWithValue(table.Id.Value);
        read.Parameters.AddWithValue(order.Row);
        var before = (string[]?)await read.ExecuteScalarAsync(stop) ?? throw new RefusalException(Refusal.RowGone);
        var after = table.Columns.Select((column, i) =>
            MeasureCell.Kept(column.Kind, i < order.Cells.Count ? order.Cells[i].Trim() : "", order.Culture) ?? throw new RefusalException(Refusal.ColumnHolds, column.Name, order.Cells[i])).ToArray();
        var changed = 0;
        for (var i = 0; i < after.Length; i++)
        {
            var was = i < before.Length ? before[i] : "";
            if (was != after[i])
            {
                changed++;
                db.MeasureCorrections.Add(new(Guid.CreateVersion7(), table.Id, table.Organisation, order.Row, i, was, after[i], order.Reason.Trim(), caller.Code, clock.GetUtcNow()));
            }
        }

        if (changed == 0)
        {
            return 0;
        }

        await using var write = new NpgsqlCommand("update plant.measure_row set cells = $3, key = $4 where \"table\" = $1 and number = $2", connection);
        write.Parameters.AddWithValue(table.Id.Value);
        write.Parameters.AddWithValue(order.Row);
        write.Parameters.AddWithValue(after);
        write.Parameters.AddWithValue(table.PlaceOf(table.Key) is var key and >= 0 && after[key].Length > 0 ? after[key] : DBNull.Value);
        try
        {
            await write.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new RefusalException(Refusal.KeyTwice, table.Key!, after[table.PlaceOf(table.Key)]);
        }

        journal.Note("measures.corrected", "measure-table", table.Id.Value, table.Organisation, detail: new { row = order.Row, cells = changed, reason = order.Reason.Trim() });
        await db.SaveChangesAsync(stop);
        await FeedRefresh.Run(db, caller, journal, clock, table.Organisation, f => f.Kind == FeedKind.Measures && f.Record == table.Id.Value, stop);
        await whole.CommitAsync(stop);
        return changed;
    }
}
