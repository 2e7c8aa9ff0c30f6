using Etabli.Application.Improvement;
using Etabli.Figures.Ink;
using Etabli.Methods.Quality;
using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;
using Figure = Etabli.Figures.Paretos.Pareto;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>What the bars of a Pareto of events are.</summary>
public enum EventLevel
{
    Cause,
    Station,
    Shift,
    Class,
}

/// <summary>
/// Pareto of a plant's events, counted by the database: by one measure, with the rank by the others, and the second level of
/// one bar (fr: Pareto d’événements).
/// </summary>
/// <param name="Table">Bars by the measure asked.</param>
/// <param name="Rows">Each bar with all its measures and its rank in each.</param>
/// <param name="Within">The second level: the causes of the bar asked, or its stations when bars are causes; null when none was asked.</param>
/// <param name="Stations">Stations to choose from.</param>
/// <param name="Count">Events counted.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Unmeasured">Events that do not say the measure: they are not weighed.</param>
public sealed record EventPareto(
    ParetoTable Table, IReadOnlyList<EventPareto.Row> Rows, ParetoTable? Within, IReadOnlyList<string> Stations, long Count, DateOnly? First, DateOnly? Last, long Unmeasured)
{
    public sealed record Row(string Bar, long Count, long Pieces, decimal Minutes, decimal Cost, int RankByCount, int RankByDuration, int RankByCost);

    /// <param name="Filter">Which events.</param>
    /// <param name="Level">What the bars are.</param>
    /// <param name="Measure">What weighs.</param>
    /// <param name="Bar">The bar whose second level is asked.</param>
    public sealed record Question(EventFilter Filter, EventLevel Level, ParetoMeasure Measure, string? Bar = null);

    /// <summary>The figure (F04), its second level under it when there is one.</summary>
    public Figure Picture(string title, string measure, string unit, EventLevel level, string? bar, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var drawn = Of(Table, title, measure, unit, language) with { BarsAre = Are(level) };
        return Within is { IsEmpty: false } within && bar is not null ? drawn with { Detail = new(bar, Of(within, bar, measure, unit, language) with { Count = null, BarsAre = Are(level == EventLevel.Cause ? EventLevel.Station : EventLevel.Cause) }) } : drawn;
    }

    /// <summary>What the bars of a level are, for the figure to say.</summary>
    public static Figures.Paretos.ParetoBarsAre Are(EventLevel level) => level switch
    {
        EventLevel.Station => Figures.Paretos.ParetoBarsAre.Stations,
        EventLevel.Shift => Figures.Paretos.ParetoBarsAre.Shifts,
        EventLevel.Class => Figures.Paretos.ParetoBarsAre.Classes,
        _ => Figures.Paretos.ParetoBarsAre.Causes,
    };

    private Figure Of(ParetoTable table, string title, string measure, string unit, Language language) =>
        new(title, measure, unit, [.. table.Bars.Select(b => new Figures.Paretos.ParetoBar(b.IsOthers ? (language.Code == "en" ? "others" : "autres") : b.Cause, b.Amount, b.Cumulated, b.Class == AbcClass.A))])
        {
            Count = (int)Math.Min(int.MaxValue, Count),
            Decimals = Pictures.Decimals(table.Bars.Select(b => b.Amount)),
            Period = First is { } from && Last is { } until ? $"{language.Date(from)} – {language.Date(until)}" : null,
        };

    public sealed class Reader(EtabliDb db)
    {
        public async Task<EventPareto> Find(Question question, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(question);
            var (events, stations) = await question.Filter.Of(db, stop);
            var groups = await Grouped(events, question.Level, stop);
            var span = await events.GroupBy(_ => 1).Select(g => new { First = (DateOnly?)g.Min(e => e.Day), Last = (DateOnly?)g.Max(e => e.Day), Count = g.LongCount(), Unmeasured = g.LongCount(e => question.Measure == ParetoMeasure.Duration ? e.Minutes == null : question.Measure == ParetoMeasure.Cost && e.Cost == null) }).FirstOrDefaultAsync(stop);
            ParetoTable? within = null;
            if (question.Bar is { Length: > 0 } bar)
            {
                var inside = question.Level switch
                {
                    EventLevel.Cause => events.Where(e => e.Cause == bar),
                    EventLevel.Station => events.Where(e => e.Station == bar),
                    EventLevel.Shift => events.Where(e => e.Shift == bar),
                    _ => events.Where(e => e.Class == bar),
                };
                within = Table(await Grouped(inside, question.Level == EventLevel.Cause ? EventLevel.Station : EventLevel.Cause, stop), question.Measure);
            }

            var (byCount, byDuration, byCost) = (Ranks(groups, g => g.Pieces), Ranks(groups, g => g.Minutes), Ranks(groups, g => g.Cost));
            var table = Table(groups, question.Measure);
            var rows = groups.Select(g => new Row(g.Key, g.Count, g.Pieces, g.Minutes, g.Cost, byCount[g.Key], byDuration[g.Key], byCost[g.Key]))
                .OrderBy(r => table.RankOf(r.Bar) ?? int.MaxValue).ThenBy(r => r.Bar, StringComparer.Ordinal).ToList();
            return new(table, rows, within, stations, span?.Count ?? 0, span?.First, span?.Last, span?.Unmeasured ?? 0);
        }

        private static ParetoTable Table(List<Group> groups, ParetoMeasure measure) => Pareto.Of(groups.Select(g => (g.Key.Length == 0 ? "–" : g.Key, measure switch
        {
            ParetoMeasure.Duration => g.Minutes,
            ParetoMeasure.Cost => g.Cost,
            _ => g.Pieces,
        })), measure, new() { KeepFirst = 12, Others = "…" });

        private static Dictionary<string, int> Ranks(List<Group> groups, Func<Group, decimal> weight) =>
            groups.OrderByDescending(weight).ThenBy(g => g.Key, StringComparer.Ordinal).Select((g, i) => (g.Key, Rank: i + 1)).ToDictionary(g => g.Key, g => g.Rank, StringComparer.Ordinal);

        private static async Task<List<Group>> Grouped(IQueryable<PlantEvent> events, EventLevel level, CancellationToken stop)
        {
            var keyed = level switch
            {
                EventLevel.Cause => events.GroupBy(e => e.Cause),
                EventLevel.Station => events.GroupBy(e => e.Station),
                EventLevel.Shift => events.GroupBy(e => e.Shift),
                _ => events.GroupBy(e => e.Class),
            };
            return await keyed.Select(g => new Group(g.Key, g.LongCount(), g.Sum(e => (long)e.Quantity), g.Sum(e => e.Minutes ?? 0), g.Sum(e => e.Cost ?? 0))).Take(5_000).ToListAsync(stop);
        }

        private sealed record Group(string Key, long Count, long Pieces, decimal Minutes, decimal Cost);
    }
}
