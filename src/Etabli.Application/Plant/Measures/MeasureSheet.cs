using System.Runtime.CompilerServices;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Etabli.Application.Plant.Measures;

/// <summary>One record: what it is, some of its rows, what came and what was put right (fr: relevé de mesures).</summary>
/// <param name="Table">What it is.</param>
/// <param name="Rows">Rows of this page.</param>
/// <param name="HasMore">Whether rows follow.</param>
/// <param name="Imports">What came last.</param>
/// <param name="Corrections">What was put right last.</param>
/// <param name="MayKeep">Whether the caller may change it.</param>
public sealed record MeasureSheet(
    MeasureTable Table, IReadOnlyList<MeasureSheet.Row> Rows, bool HasMore, IReadOnlyList<MeasureImport> Imports, IReadOnlyList<MeasureCorrection> Corrections, bool MayKeep)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 100;

    /// <summary>One row: its number, and a cell for each column as it is kept.</summary>
    public sealed record Row(long Number, string[] Cells);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="id">Which.</param>
        /// <param name="after">Number of the last row of the page before; 0 for the first page.</param>
        /// <exception cref="NotFoundException">No such record for this caller.</exception>
        public async Task<MeasureSheet> Find(MeasureTableId id, long after, CancellationToken stop)
        {
            var table = await db.MustFind(id, stop);
            List<Row> rows = [];
            await foreach (var row in Stream(id, after, PageSize + 1, stop))
            {
                rows.Add(row);
            }

            var imports = await db.MeasureImports.AsNoTracking().Where(i => i.Table == id).OrderByDescending(i => i.At).Take(10).ToListAsync(stop);
            var corrections = await db.MeasureCorrections.AsNoTracking().Where(c => c.Table == id).OrderByDescending(c => c.At).Take(20).ToListAsync(stop);
            return new(table, [.. rows.Take(PageSize)], rows.Count > PageSize, imports, corrections, PlantLoading.Keepers.Any(role => caller.Is(role, table.Organisation)));
        }

        /// <summary>The record alone.</summary>
        /// <exception cref="NotFoundException">No such record for this caller.</exception>
        public Task<MeasureTable> Table(MeasureTableId id, CancellationToken stop) => db.MustFind(id, stop);

        /// <summary>Rows in their order, read as they are asked for: a long record is never held whole.</summary>
        /// <param name="id">Which.</param>
        /// <param name="after">Number of the row before the first.</param>
        /// <param name="most">Most rows.</param>
        public async IAsyncEnumerable<Row> Stream(MeasureTableId id, long after, long most, [EnumeratorCancellation] CancellationToken stop)
        {
            await db.Database.OpenConnectionAsync(stop);
            try
            {
                await using var command = new NpgsqlCommand("select number, cells from plant.measure_row where \"table\" = $1 and number > $2 order by number limit $3", (NpgsqlConnection)db.Database.GetDbConnection());
                command.Parameters.AddWithValue(id.Value);
                command.Parameters.AddWithValue(after);
                command.Parameters.AddWithValue(most);
                await using var rows = await command.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    yield return new(rows.GetInt64(0), rows.GetFieldValue<string[]>(1));
                }
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
