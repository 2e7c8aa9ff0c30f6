using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>
/// A table of stops or scrap is taken, however long: the good lines come in, those that are there already are left, the
/// others come back with what is wrong. The whole import can be taken back.
/// </summary>
public sealed class TakeEvents(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    private const int Batch = 5_000;

    /// <param name="Text">A CSV, or what was pasted.</param>
    /// <param name="Culture">"fr" or "en": how its reader writes numbers.</param>
    /// <param name="From">Name of the file; null when it was pasted.</param>
    public sealed record Order(TextReader Text, string Culture, string? From);

    /// <param name="Import">Identifies the import, to take it back; null when nothing was new.</param>
    /// <param name="Reading">What was read, and what was wrong.</param>
    /// <param name="New">Events that came in.</param>
    public sealed record Answer(Guid? Import, EventReading Reading, int New);

    /// <exception cref="RefusalException">No line can be kept: nothing changes.</exception>
    public async Task<Answer> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = caller.Plant(PlantLoading.Keepers);
        var reading = EventReading.Open(order.Text, order.Culture, clock.Today());
        if (reading.Missing.Count > 0)
        {
            return new(null, reading, 0);
        }

        var import = Guid.CreateVersion7();
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        var fresh = 0;
        var read = 0;
        foreach (var some in reading.Read().Chunk(Batch))
        {
            read += some.Length;
            fresh += await Insert(some, reading.Kind, plant, import, stop);
        }

        if (read == 0)
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        if (fresh > 0)
        {
            await db.Database.ExecuteSqlAsync($"insert into plant.event_station select distinct organisation, kind, station from plant.event where import = {import} on conflict do nothing", stop);
            db.EventImports.Add(new(import, plant, reading.Kind, order.From ?? "", fresh, caller.Code, clock.GetUtcNow()));
            journal.Note("events.taken", "event-import", import, plant, detail: new { kind = reading.Kind.ToString(), from = order.From, events = fresh, faulty = reading.FaultyLines });
            await db.SaveChangesAsync(stop);
            await FeedRefresh.Run(db, caller, journal, clock, plant, f => f.Kind is FeedKind.StopMinutes or FeedKind.StopCount or FeedKind.ScrapPieces, stop);
        }

        await whole.CommitAsync(stop);
        return new(fresh > 0 ? import : null, reading, fresh);
    }

    private async Task<int> Insert(ReadEvent[] some, PlantEventKind kind, OrganisationId plant, Guid import, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(
            """
            insert into plant.event (organisation, kind, code, day, begun, shift, station, cause, class, quantity, minutes, cost, import)
            select $1, $2, code, day, begun, shift, station, cause, class, quantity, minutes, cost, $3
            from unnest($4::text[], $5::date[], $6::time[], $7::text[], $8::text[], $9::text[], $10::text[], $11::integer[], $12::numeric[], $13::numeric[])
              as t(code, day, begun, shift, station, cause, class, quantity, minutes, cost)
            on conflict do nothing
            """, connection);
        command.Parameters.AddWithValue(plant.Value);
        command.Parameters.AddWithValue(kind.ToString());
        command.Parameters.AddWithValue(import);
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Code));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Day));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Begun));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Shift));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Station));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Cause));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Class));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Quantity));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Minutes));
        command.Parameters.AddWithValue(Array.ConvertAll(some, e => e.Cost));
        return await command.ExecuteNonQueryAsync(stop);
    }
}
