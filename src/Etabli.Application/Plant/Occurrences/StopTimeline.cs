using Etabli.Figures.DowntimeTimelines;
using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>The stops of one day as they followed each other, station by station (fr: journal d’arrêts).</summary>
/// <param name="Day">Which day; null when no stop was ever recorded.</param>
/// <param name="Before">The day with stops before it; null when there is none.</param>
/// <param name="After">The day with stops after it; null when there is none.</param>
/// <param name="Stops">Its stops in their order, those without a time of the day at the end.</param>
/// <param name="Stations">Stations with stops, to choose from.</param>
/// <param name="Repairs">Mean minutes of a breakdown over the 30 days that end that day, station by station.</param>
public sealed record StopTimeline(DateOnly? Day, DateOnly? Before, DateOnly? After, IReadOnlyList<StopTimeline.Stop> Stops, IReadOnlyList<string> Stations, IReadOnlyDictionary<string, decimal> Repairs)
{
    /// <summary>Most stops shown of one day.</summary>
    public const int Most = 1_000;

    /// <summary>Days over which repairs are averaged.</summary>
    public const int Window = 30;

    /// <param name="Station">Where.</param>
    /// <param name="Begun">Time of the day; null when not recorded.</param>
    /// <param name="Minutes">How long; null when not recorded.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Kind">Its class, said or suggested by its words; null while nothing tells it.</param>
    /// <param name="Code">Its number where it was recorded.</param>
    public sealed record Stop(string Station, TimeOnly? Begun, decimal? Minutes, string Cause, StopKind? Kind, string Code);

    /// <summary>The figure (F44): stops with a time and a length.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="letter">Letter of a class.</param>
    /// <param name="name">Name of a class.</param>
    /// <exception cref="InvalidOperationException">There is no day.</exception>
    public DowntimeTimeline Picture(string title, Func<StopKind, string> letter, Func<StopKind, string> name)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(name);
        var day = Day ?? throw new InvalidOperationException("No stop was ever recorded: there is no day to draw.");
        var drawn = Stops.Where(s => s is { Begun: not null, Minutes: > 0 }).ToList();

        // From the hour of the first stop to the hour after the last, eight hours at least.
        var first = drawn.Select(s => s.Begun!.Value.Hour).DefaultIfEmpty(6).Min();
        var from = day.ToDateTime(new TimeOnly(Math.Min(first, 16), 0));
        var last = drawn.Select(s => day.ToDateTime(s.Begun!.Value).AddMinutes((double)s.Minutes!)).DefaultIfEmpty(from).Max();
        var hours = Math.Clamp((int)Math.Ceiling((last - from).TotalHours), 8, 24);
        return new(
            title, from, from.AddHours(hours), [.. drawn.Select(s => s.Kind).OfType<StopKind>().Distinct().Order().Select(k => new DowntimeClass(letter(k), name(k)))],
            [.. drawn.GroupBy(s => s.Station).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new DowntimeLane(g.Key, [.. g.Select(s => new Downtime(day.ToDateTime(s.Begun!.Value), s.Minutes!.Value, s.Kind is { } kind ? letter(kind) : null, s.Cause, s.Code))]) { Mttr = Repairs.TryGetValue(g.Key, out var mean) ? mean : null })]);
    }

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="day">Which day; the last with stops when none is asked.</param>
        /// <param name="station">One station only; all when empty.</param>
        public async Task<StopTimeline> Find(DateOnly? day, string? station, CancellationToken stop)
        {
            var plant = caller.Plant(PlantLoading.Residents);
            var (kept, stations) = await new EventFilter(PlantEventKind.Stop, station).Of(db, stop);
            var events = kept.Where(e => e.Organisation == plant);
            var shown = day ?? await events.MaxAsync(e => (DateOnly?)e.Day, stop);
            if (shown is not { } on)
            {
                return new(null, null, null, [], stations, new Dictionary<string, decimal>());
            }

            var stops = await events.Where(e => e.Day == on).OrderBy(e => e.Begun).ThenBy(e => e.Code).Take(Most).Select(e => new { e.Station, e.Begun, e.Minutes, e.Cause, e.Class, e.Code }).ToListAsync(stop);
            var before = await events.Where(e => e.Day < on).MaxAsync(e => (DateOnly?)e.Day, stop);
            var after = await events.Where(e => e.Day > on).MinAsync(e => (DateOnly?)e.Day, stop);
            var said = await db.StopCauses.AsNoTracking().Where(c => c.Organisation == plant).ToDictionaryAsync(c => c.Cause, c => c.Kind, stop);
            var since = on.AddDays(1 - Window);
            var recent = await events.Where(e => e.Day >= since && e.Day <= on && e.Minutes > 0).GroupBy(e => new { e.Station, e.Cause, e.Class }).Select(g => new { g.Key.Station, g.Key.Cause, g.Key.Class, Count = g.Count(), Minutes = g.Sum(e => e.Minutes ?? 0) }).ToListAsync(stop);
            return new(
                on, before, after, [.. stops.Select(s => new Stop(s.Station, s.Begun, s.Minutes, s.Cause, KindOf(s.Cause, s.Class), s.Code))], stations,
                recent.Where(r => KindOf(r.Cause, r.Class) == StopKind.Breakdown).GroupBy(r => r.Station).ToDictionary(g => g.Key, g => Math.Round(g.Sum(r => r.Minutes) / g.Sum(r => r.Count), 1), StringComparer.Ordinal));

            // What no word tells is left to be said by somebody.
            StopKind? KindOf(string cause, string its) =>
                said.TryGetValue(cause, out var kind) ? kind : StopCause.Suggested(TypedTable.Plain(cause), TypedTable.Plain(its)) is var guessed && guessed != StopKind.OtherOwn ? guessed : null;
        }
    }
}
