using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Plant.Occurrences;
using Etabli.Plant.Tables;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Improvement.Refusal;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>What the source of an automatic series says, period by period (fr: lecture de la source).</summary>
internal static class FeedReading
{
    /// <summary>Digits a value keeps after the mark: what a plant can use of a mean.</summary>
    private const int Digits = 4;

    /// <summary>The value of each period the source speaks of, by its first day.</summary>
    /// <exception cref="RefusalException">A column is not there, or not of the kind any more that is read from it.</exception>
    public static async Task<IReadOnlyDictionary<DateOnly, decimal>> Read(EtabliDb db, Indicator indicator, DateOnly today, CancellationToken stop)
    {
        var feed = indicator.Feed ?? throw new RefusalException(Refusal.FeedIncomplete);
        return feed.Kind switch
        {
            FeedKind.Measures => await Measures(db, indicator, feed, stop),
            FeedKind.LateActions or FeedKind.ClosedActions => await Actions(db, indicator, feed.Kind, today, stop),
            _ => await Events(db, indicator, feed, stop),
        };
    }

    /// <summary>Whether the columns that a feed names are there and of the kinds that are read.</summary>
    public static bool Fits(IndicatorFeed feed, IReadOnlyList<MeasureColumn> columns)
    {
        return Is(feed.Moment, CellKind.Day, CellKind.Moment) && (feed.Figure == FeedFigure.Count || Is(feed.Value, CellKind.Number)) && (feed.Figure != FeedFigure.Share || Is(feed.Over, CellKind.Number)) && (feed.Only is not { } only || (only >= 0 && only < columns.Count));

        bool Is(int? place, params ReadOnlySpan<CellKind> kinds) => place is { } at && at >= 0 && at < columns.Count && kinds.Contains(columns[at].Kind);
    }

    private static async Task<IReadOnlyDictionary<DateOnly, decimal>> Measures(EtabliDb db, Indicator indicator, IndicatorFeed feed, CancellationToken stop)
    {
        var id = new MeasureTableId(feed.Record ?? Guid.Empty);
        var columns = await db.MeasureTables.AsNoTracking().Where(t => t.Id == id && t.Organisation == indicator.Organisation).Select(t => t.Columns).SingleOrDefaultAsync(stop);
        if (columns is null || !Fits(feed, columns))
        {
            throw new RefusalException(Refusal.FeedIncomplete);
        }

        // The place of a column that nobody named is 0, where an array has nothing.
        var (moment, value, over, only) = (Place(feed.Moment), feed.Figure == FeedFigure.Count ? 0 : Place(feed.Value), feed.Figure == FeedFigure.Share ? Place(feed.Over) : 0, Place(feed.Only));
        var rows = await db.Database.SqlQuery<Day>($"""
            select left(cells[{moment}], 10)::date as "On", count(*) as "Rows", count(nullif(cells[{value}], ''))::bigint as "Count", sum(nullif(cells[{value}], '')::numeric) as "Sum", sum(nullif(cells[{over}], '')::numeric) as "Over",
              min(nullif(cells[{value}], '')::numeric) as "Least", max(nullif(cells[{value}], '')::numeric) as "Most"
            from plant.measure_row where "table" = {id.Value} and nullif(cells[{moment}], '') is not null and ({only} = 0 or cells[{only}] = {feed.OnlyIs ?? ""})
            group by 1
            """).ToListAsync(stop);
        return Periods(rows, indicator.Frequency, feed.Figure);

        static int Place(int? column) => column + 1 ?? 0;
    }

    private static async Task<IReadOnlyDictionary<DateOnly, decimal>> Events(EtabliDb db, Indicator indicator, IndicatorFeed feed, CancellationToken stop)
    {
        var kind = feed.Kind == FeedKind.ScrapPieces ? PlantEventKind.Scrap : PlantEventKind.Stop;
        var events = db.PlantEvents.AsNoTracking().Where(e => e.Organisation == indicator.Organisation && e.Kind == kind);
        var days = await (feed.Station is { Length: > 0 } station ? events.Where(e => e.Station == station) : events)
            .GroupBy(e => e.Day).Select(g => new { On = g.Key, Count = g.Count(), Minutes = g.Sum(e => e.Minutes ?? 0), Pieces = g.Sum(e => e.Quantity) }).ToListAsync(stop);
        if (days.Count == 0)
        {
            return new Dictionary<DateOnly, decimal>();
        }

        // A period without a stop is a period of none, between the first and the last that were recorded.
        var sums = days.GroupBy(d => Indicator.PeriodOf(d.On, indicator.Frequency)).ToDictionary(g => g.Key, g => feed.Kind switch { FeedKind.StopMinutes => g.Sum(d => d.Minutes), FeedKind.StopCount => g.Sum(d => d.Count), _ => (decimal)g.Sum(d => d.Pieces) });
        return From(sums.Keys.Min(), sums.Keys.Max(), indicator.Frequency).ToDictionary(p => p, p => sums.GetValueOrDefault(p));
    }

    private static async Task<IReadOnlyDictionary<DateOnly, decimal>> Actions(EtabliDb db, Indicator indicator, FeedKind kind, DateOnly today, CancellationToken stop)
    {
        var actions = await db.PlannedActions.AsNoTracking().Where(a => a.Project == indicator.Project).Select(a => new { a.PlannedAt, a.Due, a.ClosedOn }).ToListAsync(stop);
        if (actions.Count == 0)
        {
            return new Dictionary<DateOnly, decimal>();
        }

        var found = new Dictionary<DateOnly, decimal>();
        var first = Indicator.PeriodOf(DateOnly.FromDateTime(actions.Min(a => a.PlannedAt).UtcDateTime), indicator.Frequency);
        foreach (var period in From(first, today, indicator.Frequency))
        {
            var last = Next(period, indicator.Frequency).AddDays(-1);
            var there = actions.Where(a => DateOnly.FromDateTime(a.PlannedAt.UtcDateTime) <= last).ToList();
            found[period] = kind == FeedKind.LateActions
                ? there.Count(a => a.Due < last && (a.ClosedOn is not { } closed || closed > last))
                : there.Count == 0 ? 0 : Math.Round(100m * there.Count(a => a.ClosedOn <= last) / there.Count, Digits);
        }

        return found;
    }

    private static Dictionary<DateOnly, decimal> Periods(IReadOnlyList<Day> days, Frequency frequency, FeedFigure figure)
    {
        var found = new Dictionary<DateOnly, decimal>();
        foreach (var period in days.GroupBy(d => Indicator.PeriodOf(d.On, frequency)))
        {
            var count = period.Sum(d => d.Count);
            decimal? value = figure switch
            {
                FeedFigure.Count => period.Sum(d => d.Rows),
                FeedFigure.Mean => count == 0 ? null : period.Sum(d => d.Sum ?? 0) / count,
                FeedFigure.Sum => count == 0 ? null : period.Sum(d => d.Sum ?? 0),
                FeedFigure.Share => period.Sum(d => d.Over ?? 0) is var whole and not 0 ? 100 * period.Sum(d => d.Sum ?? 0) / whole : null,
                FeedFigure.Least => period.Min(d => d.Least),
                _ => period.Max(d => d.Most),
            };
            if (value is { } known)
            {
                found[period.Key] = Math.Round(known, Digits);
            }
        }

        return found;
    }

    private static IEnumerable<DateOnly> From(DateOnly first, DateOnly until, Frequency frequency)
    {
        for (var period = first; period <= until; period = Next(period, frequency))
        {
            yield return period;
        }
    }

    private static DateOnly Next(DateOnly period, Frequency frequency) => frequency switch
    {
        Frequency.Daily => period.AddDays(1),
        Frequency.Weekly => period.AddDays(7),
        _ => period.AddMonths(1),
    };

    private sealed record Day(DateOnly On, long Rows, long Count, decimal? Sum, decimal? Over, decimal? Least, decimal? Most);
}
