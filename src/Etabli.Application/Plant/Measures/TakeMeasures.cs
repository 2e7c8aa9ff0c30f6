using System.Globalization;
using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>
/// A table of measures is taken as it is, however long, into a record it begins or into one that is there: the good rows come
/// in, the others come back with what is wrong in each cell; the whole can be taken back.
/// </summary>
public sealed class TakeMeasures(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    private const int Batch = 5_000;

    /// <summary>Between two cells of a row on its way: no cell holds a control character. Rows travel as one text each, as an element of a long array is slow to reach.</summary>
    private const char Between = '\u001f';

    /// <param name="Text">A CSV, or what was pasted.</param>
    /// <param name="Culture">"fr" or "en": how its reader writes numbers.</param>
    /// <param name="From">Name of the file; empty when it was pasted.</param>
    /// <param name="Table">The record it goes to; null for the one of that name with these columns, or a new one.</param>
    /// <param name="Name">Name of the record it begins; empty for the file's.</param>
    public sealed record Order(TextReader Text, string Culture, string From, MeasureTableId? Table = null, string Name = "");

    /// <param name="Table">The record.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Import">Identifies what came, to take it back; null when nothing was new.</param>
    /// <param name="New">Rows that came in.</param>
    /// <param name="Known">Good rows whose key was known: they are not taken again.</param>
    /// <param name="Lines">Lines that say something.</param>
    /// <param name="FaultyLines">Lines with a fault.</param>
    /// <param name="Faults">What is wrong, cell by cell.</param>
    /// <param name="Rejected">The lines to be mended, with their heading.</param>
    /// <param name="Strange">Columns of the table that the record does not have: they were left.</param>
    public sealed record Answer(
        MeasureTableId Table, string Name, Guid? Import, int New, int Known, int Lines, int FaultyLines, IReadOnlyList<MeasureFault> Faults, string Rejected, IReadOnlyList<string> Strange);

    /// <exception cref="NotFoundException">No such record for this caller.</exception>
    /// <exception cref="RefusalException">No row can be kept, or this very content was taken already: nothing changes.</exception>
    public async Task<Answer> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = caller.Plant(PlantLoading.Keepers);
        var known = order.Table is { } id ? await db.MustFind(id, stop) : null;
        if (known is not null)
        {
            rights.MustBe(known.Organisation, PlantLoading.Keepers);
        }

        using var reading = MeasureReading.Open(order.Text, order.Culture, known?.Columns);
        if (reading.Heading.Count == 0 || (known is not null && reading.Absent.Count == known.Columns.Count))
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        await using var whole = await db.Database.BeginTransactionAsync(stop);
        var (table, columns) = known is null ? await Begun(order, reading, plant, stop) : (known, known.Columns);
        var import = Guid.CreateVersion7();
        var (fresh, good) = (0, 0);
        var place = table.PlaceOf(table.Key);
        foreach (var some in reading.Read().Chunk(Batch))
        {
            good += some.Length;
            fresh += await Insert(db, table.Id, table.Organisation, import, some, place, stop);
        }

        if (good == 0)
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        var content = reading.Content();
        if (await db.MeasureImports.AsNoTracking().Where(i => i.Table == table.Id && i.Content == content).OrderByDescending(i => i.At).FirstOrDefaultAsync(stop) is { } before)
        {
            throw new RefusalException(Refusal.ContentTaken, before.ByCode, before.At);
        }

        if (fresh > 0)
        {
            db.MeasureImports.Add(new(import, table.Id, table.Organisation, order.From, content, fresh, caller.Code, clock.GetUtcNow()));
            journal.Note("measures.taken", "measure-table", table.Id.Value, table.Organisation, detail: new { name = table.Name, from = order.From, rows = fresh, faulty = reading.FaultyLines });
        }

        await db.SavePlant(stop);
        await FeedRefresh.Run(db, caller, journal, clock, table.Organisation, f => f.Kind == FeedKind.Measures && f.Record == table.Id.Value, stop);
        await whole.CommitAsync(stop);
        return new(table.Id, table.Name, fresh > 0 ? import : null, fresh, good - fresh, reading.Lines, reading.FaultyLines, reading.Faults, reading.Rejected, known is null ? [] : reading.Strange);
    }

    /// <summary>The record of that name with these columns, or a new one.</summary>
    private async Task<(MeasureTable Table, IReadOnlyList<MeasureColumn> Columns)> Begun(Order order, MeasureReading reading, OrganisationId plant, CancellationToken stop)
    {
        var name = (order.Name.Trim() is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(order.From).Trim()) is { Length: > 0 } said ? said : clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        name = name.Length > MeasureTable.Longest - 5 ? name[..(MeasureTable.Longest - 5)] : name;
        var alike = await db.MeasureTables.Where(t => t.Organisation == plant && t.Name.StartsWith(name)).ToListAsync(stop);
        if (order.Name.Length == 0 && alike.Find(t => t.Name == name) is { } same && same.Columns.Select(c => (c.Name, c.Kind)).SequenceEqual(reading.Columns.Select(c => (c.Name, c.Kind))))
        {
            return (same, same.Columns);
        }

        var free = name;
        for (var rank = 2; alike.Exists(t => t.Name == free); rank++)
        {
            free = $"{name} ({rank})";
        }

        var table = new MeasureTable(new(Guid.CreateVersion7()), plant, free, reading.Columns, reading.Key, caller.Code, clock.GetUtcNow());
        db.MeasureTables.Add(table);
        await db.SavePlant(stop);
        return (table, table.Columns);
    }

    /// <summary>Adds rows after the last; those whose key is there already are left.</summary>
    internal static async Task<int> Insert(EtabliDb db, MeasureTableId table, OrganisationId plant, Guid import, IReadOnlyList<string[]> rows, int key, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var reserve = new NpgsqlCommand("update plant.measure_table set next = next + $2, changed_at = now() where id = $1 returning next - $2", connection);
        reserve.Parameters.AddWithValue(table.Value);
        reserve.Parameters.AddWithValue(rows.Count);
        var first = (long)(await reserve.ExecuteScalarAsync(stop) ?? throw new NotFoundException("measure-table", table));
        await using var command = new NpgsqlCommand(
            """
            insert into plant.measure_row ("table", organisation, import, number, key, cells)
            select $1, $2, $3, $4 + at - 1, key, string_to_array(cells, $7)
            from unnest($5::text[], $6::text[]) with ordinality as t(key, cells, at)
            on conflict do nothing
            """, connection);
        command.Parameters.AddWithValue(table.Value);
        command.Parameters.AddWithValue(plant.Value);
        command.Parameters.AddWithValue(import);
        command.Parameters.AddWithValue(first);
        command.Parameters.Add(new() { Value = rows.Select(r => key < 0 || r[key].Length == 0 ? null : r[key]).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = rows.Select(r => string.Join(Between, r)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.AddWithValue(Between.ToString());
        var fresh = await command.ExecuteNonQueryAsync(stop);
        await using var count = new NpgsqlCommand("update plant.measure_table set rows = rows + $2 where id = $1", connection);
        count.Parameters.AddWithValue(table.Value);
        count.Parameters.AddWithValue(fresh);
        await count.ExecuteNonQueryAsync(stop);
        return fresh;
    }
}
