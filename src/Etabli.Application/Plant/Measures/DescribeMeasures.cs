using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>A record and its columns get names, units and kinds; rows stay as they are, or the change is refused with the first cell that stands against it.</summary>
public sealed class DescribeMeasures(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(MeasureTableId Table, string Name, IReadOnlyList<MeasureColumn> Columns, string? Key);

    /// <exception cref="RefusalException">A cell is not what its column should hold; the key is there twice; a name is missing or taken.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var table = await db.MustFind(order.Table, stop);
        rights.MustBe(table.Organisation, PlantLoading.Keepers);
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        var before = table.Columns;
        var keyBefore = table.PlaceOf(table.Key);
        table.Describe(order.Name, order.Columns, order.Key);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Kind != table.Columns[i].Kind)
            {
                await Turn(connection, table, i, before[i].Kind, stop);
            }
        }

        if (table.PlaceOf(table.Key) is var key && key != keyBefore)
        {
            await Tell(connection, table, key, stop);
        }

        journal.Note("measures.described", "measure-table", table.Id.Value, table.Organisation, detail: new { name = table.Name, columns = table.Columns.Select(c => $"{c.Name}:{c.Kind}:{c.Unit}") });
        await db.SavePlant(stop);
        await whole.CommitAsync(stop);
    }

    /// <summary>A column takes another kind: every cell must say something of it. The different texts of a column are few beside its rows.</summary>
    private static async Task Turn(NpgsqlConnection connection, MeasureTable table, int column, CellKind was, CancellationToken stop)
    {
        var kind = table.Columns[column].Kind;
        var (from, to) = (new List<string>(), new List<string>());
        await using (var read = new NpgsqlCommand("select distinct cells[$2] from plant.measure_row where \"table\" = $1 and cells[$2] <> ''", connection))
        {
            read.Parameters.AddWithValue(table.Id.Value);
            read.Parameters.AddWithValue(column + 1);
            await using var cells = await read.ExecuteReaderAsync(stop);
            while (await cells.ReadAsync(stop))
            {
                var text = cells.GetString(0);
                var kept = MeasureCell.Kept(kind, MeasureCell.Shown(was, text, "en"), "en") ?? throw new RefusalException(Refusal.ColumnHolds, table.Columns[column].Name, text);
                if (kept != text)
                {
                    from.Add(text);
                    to.Add(kept);
                }
            }
        }

        if (from.Count == 0)
        {
            return;
        }

        await using var write = new NpgsqlCommand(
            "update plant.measure_row r set cells[$2] = t.after from unnest($3::text[], $4::text[]) as t(before, after) where r.\"table\" = $1 and r.cells[$2] = t.before", connection);
        write.Parameters.AddWithValue(table.Id.Value);
        write.Parameters.AddWithValue(column + 1);
        write.Parameters.AddWithValue(from.ToArray());
        write.Parameters.AddWithValue(to.ToArray());
        await write.ExecuteNonQueryAsync(stop);
    }

    private static async Task Tell(NpgsqlConnection connection, MeasureTable table, int key, CancellationToken stop)
    {
        if (key >= 0)
        {
            await using var twice = new NpgsqlCommand("select cells[$2] from plant.measure_row where \"table\" = $1 and cells[$2] <> '' group by cells[$2] having count(*) > 1 limit 1", connection);
            twice.Parameters.AddWithValue(table.Id.Value);
            twice.Parameters.AddWithValue(key + 1);
            if (await twice.ExecuteScalarAsync(stop) is string value)
            {
                throw new RefusalException(Refusal.KeyTwice, table.Key!, value);
            }
        }

        await using var write = new NpgsqlCommand("update plant.measure_row set key = nullif(cells[$2], '') where \"table\" = $1", connection);
        write.Parameters.AddWithValue(table.Id.Value);
        write.Parameters.AddWithValue(key < 0 ? MeasureTable.MostColumns + 1 : key + 1);
        await write.ExecuteNonQueryAsync(stop);
    }
}
