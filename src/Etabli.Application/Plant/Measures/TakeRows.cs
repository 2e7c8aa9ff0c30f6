using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>
/// Rows that a machine sends come into a record: the good ones are kept and the others named, or all or none. A request that is
/// sent again is answered the same and takes nothing twice.
/// </summary>
public sealed class TakeRows(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Longest name of a request.</summary>
    public const int LongestRequest = 100;

    /// <param name="Key">The key the machine came with.</param>
    /// <param name="Table">The record they go to.</param>
    /// <param name="Request">Name the machine gives its request.</param>
    /// <param name="Body">JSON: one object, or a list of objects.</param>
    /// <param name="All">Whether one fault keeps all out.</param>
    public sealed record Order(AccessKey Key, MeasureTableId Table, string Request, ReadOnlyMemory<byte> Body, bool All = false);

    /// <param name="Record">Name of the record.</param>
    /// <param name="Taken">Rows that came in.</param>
    /// <param name="Known">Good rows whose key was known: they are not taken again.</param>
    /// <param name="Faulty">Rows with a fault.</param>
    /// <param name="Faults">What is wrong, cell by cell.</param>
    /// <param name="Kept">False when nothing was kept, because of the faults.</param>
    public sealed record Answer(string Record, int Taken, int Known, int Faulty, IReadOnlyList<MeasureFault> Faults, bool Kept);

    /// <exception cref="NotFoundException">The key opens no such record.</exception>
    /// <exception cref="RefusalException">The request has no name, or that of another; it is no list of rows of this record.</exception>
    public async Task<Answer> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Key.Organisation, PlantLoading.Keepers);
        if (order.Request.Length is 0 or > LongestRequest)
        {
            throw new RefusalException(Refusal.RequestUnnamed, LongestRequest);
        }

        var table = await db.MustFind(order.Table, stop);
        if (!order.Key.Opens(table))
        {
            throw new NotFoundException("measure-table", order.Table);
        }

        var content = Fingerprint(order);
        await using var whole = await db.Database.BeginTransactionAsync(stop);

        // The same request on its way twice: the second waits for what the first is answered.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({order.Request}, hashtext({order.Key.Id.ToString()})))", stop);
        if (await db.MeasureReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.AccessKey == order.Key.Id && r.Request == order.Request, stop) is { } before)
        {
            return before.Content == content ? JsonSerializer.Deserialize<Answer>(before.Answer)! : throw new RefusalException(Refusal.RequestNameTaken, order.Request);
        }

        var reading = RowsReading.Of(order.Body, table, caller.Culture, clock.LocalTimeZone);
        if (reading.Rows.Count == 0 || (order.All && reading.FaultyRows > 0))
        {
            return new(table.Name, 0, 0, reading.FaultyRows, reading.Faults, Kept: false);
        }

        var import = Guid.CreateVersion7();
        var fresh = await TakeMeasures.Insert(db, table.Id, table.Organisation, import, reading.Rows, table.PlaceOf(table.Key), stop);
        var answer = new Answer(table.Name, fresh, reading.Rows.Count - fresh, reading.FaultyRows, reading.Faults, Kept: true);
        if (fresh > 0)
        {
            db.MeasureImports.Add(new(import, table.Id, table.Organisation, order.Key.Label, content, fresh, caller.Code, clock.GetUtcNow()));
            journal.Note("measures.taken", "measure-table", table.Id.Value, table.Organisation, detail: new { name = table.Name, from = order.Key.Label, rows = fresh, faulty = reading.FaultyRows });
        }

        db.MeasureReceipts.Add(new(order.Key.Id, order.Request, table.Organisation, table.Id, content, JsonSerializer.Serialize(answer), clock.GetUtcNow()));
        await db.SavePlant(stop);
        await whole.CommitAsync(stop);
        return answer;
    }

    /// <summary>Of all that is asked, the name of the request with it: two parts of one size are two measures, and come with two names.</summary>
    private static string Fingerprint(Order order)
    {
        using var said = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        said.AppendData(Encoding.UTF8.GetBytes($"{order.Key.Id}\u001f{order.Request}\u001f{order.Table}\u001f{order.All}\u001f"));
        said.AppendData(order.Body.Span);
        return Convert.ToHexStringLower(said.GetHashAndReset());
    }
}
