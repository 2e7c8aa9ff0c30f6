using System.Globalization;
using Etabli.Application.Plant;
using Etabli.Methods.Performance;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Plant.Occurrences;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Where the time of the machines goes, from a record of production and the plant's stops (fr: lecture de TRS).</summary>
/// <param name="Whole">All that was asked, weighted by required time.</param>
/// <param name="Machines">Machine by machine.</param>
/// <param name="Weeks">Week by week, in time.</param>
/// <param name="Reliability">MTBF, MTTR of one machine; null without a breakdown, or for several machines: their failures are not of one kind.</param>
/// <param name="Causes">Causes of the stops counted, with their class and how long, the longest first.</param>
/// <param name="Names">Machines to choose from.</param>
/// <param name="First">First day read.</param>
/// <param name="Last">Last day read.</param>
/// <param name="Unmatched">Minutes of stops in shifts the record does not have: they are not counted.</param>
/// <param name="Records">Rows read.</param>
public sealed record TrsReading(
    TrsCascade Whole, IReadOnlyList<TrsCascade> Machines, IReadOnlyList<TrsReading.Week> Weeks, Reliability? Reliability, IReadOnlyList<TrsReading.Cause> Causes, IReadOnlyList<string> Names, DateOnly First, DateOnly Last,
    decimal Unmatched, int Records)
{
    /// <summary>Only a machine, a period.</summary>
    public sealed record Narrowed(string? Machine = null, DateOnly? From = null, DateOnly? Until = null);

    public sealed record Week(int Year, int Number, double? Trs);

    public sealed record Cause(string Name, StopKind Kind, decimal Minutes, bool IsSaid);

    private sealed record Stopped(string Station, DateOnly Day, string Shift, string Cause, string Class, decimal Minutes);

    internal static async Task<TrsReading> Of(EtabliDb db, Analysis analysis, MeasureTable table, MeasuredSeries series, Narrowed? narrow, CancellationToken stop)
    {
        var (machines, days) = (series.Texts["Machine"], series.Texts["Moment"].Select(Day).ToArray());
        var shifts = series.Texts.GetValueOrDefault("Shift");
        if (series.Values.Length == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        if (Array.IndexOf(days, default) is >= 0 and var dayless)
        {
            throw new NoAnswerException(AnalysisProblem.DayMissing, series.Rows[dayless]);
        }

        var names = machines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var kept = Enumerable.Range(0, machines.Length).Where(i => (narrow?.Machine is null || machines[i] == narrow.Machine) && !(days[i] < narrow?.From) && !(days[i] > narrow?.Until)).ToList();
        if (kept.Count == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        var (first, last) = (kept.Min(i => days[i]), kept.Max(i => days[i]));
        var wanted = kept.Select(i => machines[i]).Distinct(StringComparer.Ordinal).ToList();
        var stops = await db.PlantEvents.AsNoTracking()
            .Where(e => e.Organisation == analysis.Organisation && e.Kind == PlantEventKind.Stop && e.Day >= first && e.Day <= last && wanted.Contains(e.Station))
            .GroupBy(e => new { e.Station, e.Day, e.Shift, e.Cause, e.Class })
            .Select(g => new { g.Key.Station, g.Key.Day, g.Key.Shift, g.Key.Cause, g.Key.Class, Minutes = g.Sum(e => e.Minutes ?? 0), Each = g.Select(e => e.Minutes ?? 0).ToArray() }).ToListAsync(stop);
        var said = await db.StopCauses.AsNoTracking().Where(c => c.Organisation == analysis.Organisation).ToDictionaryAsync(c => c.Cause, c => c.Kind, stop);
        StopKind KindOf(string cause, string its) => said.TryGetValue(cause, out var kind) ? kind : StopCause.Suggested(TypedTable.Plain(cause), TypedTable.Plain(its));

        // A row with a shift takes the stops of its shift; one without takes those of its day.
        string Key(string machine, DateOnly day, string shift) => string.Create(CultureInfo.InvariantCulture, $"{machine}\u001f{day.DayNumber}\u001f{(shifts is null ? "" : shift)}");
        var lookup = stops.ToLookup(s => Key(s.Station, s.Day, s.Shift));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var (minutes, cycles) = (Seconds(table, analysis, "Required", 60), Seconds(table, analysis, "Cycle", 1));
        var openings = series.Numbers.GetValueOrDefault("Opening");
        var (made, good, cycle) = (series.Numbers["Made"], series.Numbers["Good"], series.Numbers["Cycle"]);
        var periods = new List<(MachinePeriod Period, DateOnly Day)>(kept.Count);
        foreach (var i in kept)
        {
            if (made[i] < 0 || made[i] != Math.Floor(made[i]) || good[i] < 0 || good[i] != Math.Floor(good[i]))
            {
                throw new NoAnswerException(AnalysisProblem.NotACount, series.Rows[i], made[i] < 0 || made[i] != Math.Floor(made[i]) ? made[i] : good[i]);
            }

            if (good[i] > made[i])
            {
                throw new NoAnswerException(AnalysisProblem.MoreThanSize, series.Rows[i]);
            }

            if (series.Values[i] < 0 || cycle[i] <= 0 || openings?[i] < 0)
            {
                throw new NoAnswerException(AnalysisProblem.SizeNotPositive, series.Rows[i]);
            }

            var key = Key(machines[i], days[i], shifts?[i] ?? "");
            var its = taken.Add(key) ? lookup[key] : [];
            periods.Add((new MachinePeriod
            {
                Machine = machines[i].Length == 0 ? "–" : machines[i],
                Period = days[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (shifts is null ? "" : " " + shifts[i]),
                Opening = openings is null ? null : TimeSpan.FromSeconds(openings[i] * Seconds(table, analysis, "Opening", 60)),
                Required = TimeSpan.FromSeconds(series.Values[i] * minutes),
                Stops = [.. its.SelectMany(s => s.Each.Select(m => new Stop(Enum.Parse<StopClass>(KindOf(s.Cause, s.Class).ToString()), TimeSpan.FromMinutes((double)m), s.Cause)))],
                Pieces = [new(TimeSpan.FromSeconds(cycle[i] * cycles), (long)made[i], (long)good[i])],
            }, days[i]));
        }

        var reading = Enum.Parse<ChangeoverReading>(analysis.Content.Choices.GetValueOrDefault("Changeovers", nameof(ChangeoverReading.WithinRequired)));
        List<MachinePeriod> all = [.. periods.Select(p => p.Period)];
        return new(
            Trs.RollUp(narrow?.Machine ?? table.Name, all, reading), Trs.ByMachine(all, reading),
            [.. periods.GroupBy(p => (ISOWeek.GetYear(p.Day.ToDateTime(default)), ISOWeek.GetWeekOfYear(p.Day.ToDateTime(default)))).OrderBy(g => g.Key).Select(g => new Week(g.Key.Item1, g.Key.Item2, Trs.RollUp("S", g.Select(p => p.Period), reading).Trs.Value))],
            wanted.Count == 1 && all.Exists(p => p.Stops.Any(s => s.Class == StopClass.Breakdown)) ? Methods.Performance.Reliability.Of(all) : null,
            [.. stops.Where(s => taken.Contains(Key(s.Station, s.Day, s.Shift))).GroupBy(s => s.Cause).Select(g => new Cause(g.Key, KindOf(g.Key, g.First().Class), g.Sum(s => s.Minutes), said.ContainsKey(g.Key))).OrderByDescending(c => c.Minutes).ThenBy(c => c.Name, StringComparer.Ordinal)],
            names, first, last, stops.Where(s => !taken.Contains(Key(s.Station, s.Day, s.Shift))).Sum(s => s.Minutes), kept.Count);
    }

    private static DateOnly Day(string moment) => moment.Length >= 10 && DateOnly.TryParseExact(moment[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    /// <summary>Seconds of one unit of a column; its usual unit when it names none.</summary>
    private static double Seconds(MeasureTable table, Analysis analysis, string role, double usual) => table.Columns[analysis.Content.Columns[role]].Unit switch
    {
        "s" => 1,
        "min" => 60,
        "h" => 3600,
        "cmin" => 0.6,
        "ch" => 36,
        "dmh" => 0.36,
        "TMU" => 0.036,
        _ => usual,
    };
}
