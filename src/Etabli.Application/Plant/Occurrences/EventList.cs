using Etabli.Application.Improvement;
using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>What is asked of the events: of one kind, perhaps of a station, a cause, a period (fr: filtre d’événements).</summary>
public sealed record EventFilter(PlantEventKind Kind, string? Station = null, DateOnly? From = null, DateOnly? Until = null, string? Cause = null)
{
    /// <summary>The events asked for, and the stations that have some of this kind.</summary>
    internal async Task<(IQueryable<PlantEvent> Events, IReadOnlyList<string> Stations)> Of(EtabliDb db, CancellationToken stop)
    {
        var stations = await db.EventStations.AsNoTracking().Where(s => s.Kind == Kind).OrderBy(s => s.Station).Take(500).ToListAsync(stop);
        var events = db.PlantEvents.AsNoTracking().Where(e => e.Kind == Kind);
        if (stations.Select(s => s.Organisation).Distinct().ToList() is [var only])
        {
            // The policies say it too, but as a list: named alone, its index gives the events in their order.
            events = events.Where(e => e.Organisation == only);
        }

        return (Narrowed(events), [.. stations.Select(s => s.Station).Distinct()]);
    }

    private IQueryable<PlantEvent> Narrowed(IQueryable<PlantEvent> events)
    {
        if (Station is { Length: > 0 })
        {
            events = events.Where(e => e.Station == Station);
        }

        if (Cause is { Length: > 0 })
        {
            events = events.Where(e => e.Cause == Cause);
        }

        if (From is { } from)
        {
            events = events.Where(e => e.Day >= from);
        }

        return Until is { } until ? events.Where(e => e.Day <= until) : events;
    }
}

/// <summary>Events of the plant, the latest first, a page at a time, with what they come to (fr: liste d’événements).</summary>
/// <param name="Events">Those of this page.</param>
/// <param name="Count">How many there are of the filter.</param>
/// <param name="Minutes">How long they last together.</param>
/// <param name="Pieces">How many pieces or stops.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Stations">Stations that have events of this kind, to choose from.</param>
/// <param name="Imports">The last imports, the latest first.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="MayTake">Whether the caller may bring a table.</param>
public sealed record EventList(
    IReadOnlyList<PlantEvent> Events, long Count, decimal Minutes, long Pieces, DateOnly? First, DateOnly? Last, IReadOnlyList<string> Stations, IReadOnlyList<EventImport> Imports, bool HasMore, bool MayTake)
{
    /// <summary>Events on one page.</summary>
    public const int PageSize = 100;

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="filter">What is asked.</param>
        /// <param name="after">The last event of the page before: its day and code; null for the first page.</param>
        /// <param name="stop">Stops the reading.</param>
        public async Task<EventList> Find(EventFilter filter, (DateOnly Day, string Code)? after, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(filter);
            var (events, stations) = await filter.Of(db, stop);
            var sums = await events.GroupBy(_ => 1).Select(g => new
            {
                Count = g.LongCount(),
                Minutes = g.Sum(e => e.Minutes ?? 0),
                Pieces = g.Sum(e => (long)e.Quantity),
                First = (DateOnly?)g.Min(e => e.Day),
                Last = (DateOnly?)g.Max(e => e.Day),
            }).FirstOrDefaultAsync(stop);
            var imports = await db.EventImports.AsNoTracking().OrderByDescending(i => i.At).Take(10).ToListAsync(stop);
            if (after is var (day, code))
            {
                events = events.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.Day, e.Code), ValueTuple.Create(day, code)));
            }

            var rows = await events.OrderByDescending(e => e.Day).ThenByDescending(e => e.Code).Take(PageSize + 1).ToListAsync(stop);
            return new(
                [.. rows.Take(PageSize)], sums?.Count ?? 0, sums?.Minutes ?? 0, sums?.Pieces ?? 0, sums?.First, sums?.Last, stations, imports,
                rows.Count > PageSize, ProjectRoles.Contributors.Any(caller.Is));
        }
    }
}
