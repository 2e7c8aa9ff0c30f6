using System.Globalization;
using Etabli.Application.Plant;
using Etabli.Methods.WorkMeasurement;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Register;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Timings;

/// <summary>All that one takes along to time at a station, where the network may be down (fr: trousse du chronométreur).</summary>
/// <param name="Studies">Time studies to add cycles to, the latest first.</param>
/// <param name="Stations">Stations of the plant, with the tasks done there as the plant's data say.</param>
/// <param name="Units">The units a new study can say its times in, the plant's own first.</param>
/// <param name="Scales">The scales a pace is judged on.</param>
public sealed record StopwatchKit(IReadOnlyList<StopwatchKit.Watched> Studies, IReadOnlyList<StopwatchKit.Station> Stations, IReadOnlyList<StopwatchKit.Measure> Units, IReadOnlyList<StopwatchKit.Pace> Scales)
{
    /// <summary>Most studies taken along.</summary>
    public const int Most = 30;

    /// <summary>Longest code of an element.</summary>
    private static readonly int Longest = SheetForm.Of(SheetKind.Timings).Columns[0].Longest;

    /// <param name="Id">The study.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Scope">The station, mostly.</param>
    /// <param name="Unit">Key of the unit its times are shown in.</param>
    /// <param name="Scale">Key of the scale its ratings are on.</param>
    /// <param name="Cycles">How many cycles it has.</param>
    /// <param name="Elements">Its elements, in the order they first came.</param>
    /// <param name="Foreign">What happened before that was not the work.</param>
    public sealed record Watched(Guid Id, string Title, string Scope, string Unit, string Scale, int Cycles, IReadOnlyList<Element> Elements, IReadOnlyList<string> Foreign);

    public sealed record Element(string Code, string Label, decimal? PerCycle);

    public sealed record Station(string Code, string Kind, IReadOnlyList<Element> Tasks);

    /// <param name="Key">Its key.</param>
    /// <param name="Symbol">As it is written behind a number.</param>
    /// <param name="Seconds">Seconds in one.</param>
    /// <param name="Decimals">Decimals that show a tenth of a second.</param>
    public sealed record Measure(string Key, string Symbol, decimal Seconds, int Decimals);

    /// <param name="Key">Its key.</param>
    /// <param name="Normal">The rating it counts as normal.</param>
    public sealed record Pace(string Key, double Normal);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="asked">A study that comes along however old it is; null when none was asked for.</param>
        /// <param name="stop">Stops the work.</param>
        /// <exception cref="NotFoundException">The study asked for is not there, or is no time study.</exception>
        public async Task<StopwatchKit> Find(StudyId? asked, CancellationToken stop)
        {
            IReadOnlyList<Pace> scales = [.. Enum.GetValues<RatingScale>().Select(s => new Pace(s.ToString(), PerformanceRating.Normal(s)))];
            if (!StudyRoles.Makers.Any(caller.Is))
            {
                return new([], [], [], scales);
            }

            var studies = await db.Studies.AsNoTracking().Where(s => s.Kind == StudyKind.TimeStudy).OrderByDescending(s => s.Id == asked).ThenByDescending(s => s.ChangedAt).Take(Most).ToListAsync(stop);
            if (asked is { } one && !studies.Exists(s => s.Id == one))
            {
                throw new NotFoundException("study", one);
            }

            var plant = caller.Plant(StudyRoles.Makers);
            var own = await db.UnitOf(plant, stop);
            var stations = await db.Workstations.AsNoTracking().Where(w => w.Organisation == plant).OrderBy(w => w.Code).Take(500).Select(w => new { w.Code, w.Kind }).ToListAsync(stop);
            var tasks = (await db.PlantRegisters.AsNoTracking().Where(r => r.Organisation == plant && r.Kind == RegisterKind.Tasks).ToListAsync(stop)).SelectMany(r => r.Objects).ToLookup(o => o["Station"], StringComparer.OrdinalIgnoreCase);
            var named = stations.Select(s => s.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return new(
                [.. studies.Select(Of)],
                [
                    .. stations.Select(s => new Station(s.Code, s.Kind, Tasks(s.Code))),
                    .. tasks.Select(t => t.Key).Where(k => k.Length > 0 && !named.Contains(k)).Order(StringComparer.Ordinal).Select(k => new Station(k, "", Tasks(k))),
                ],
                [.. TimeUnits.InOrder.OrderByDescending(u => u == own).Select(u => new Measure(u.ToString(), u.Symbol(), u.Seconds(), u.Decimals()))],
                scales);

            IReadOnlyList<Element> Tasks(string station) => [.. tasks[station].Where(t => t["Code"].Length <= Longest).DistinctBy(t => t["Code"]).Select(t => new Element(t["Code"], t["Label"], null))];
        }

        private static Watched Of(Study study)
        {
            var form = SheetForm.Of(SheetKind.Timings);
            var (code, label, cycle, foreign, often) = (form.At("Element"), form.At("ElementLabel"), form.At("Cycle"), form.At("ForeignElement"), form.At("PerCycle"));
            var rows = study.Rows(SheetKind.Timings);
            var strange = rows.Where(r => r[foreign] == "Yes").Select(r => r[code]).ToHashSet(StringComparer.Ordinal);
            return new(
                study.Id.Value, study.Content.Title, study.Content.Scope, StudyForm.UnitOf(study.Content).ToString(), study.Content.Settings.GetValueOrDefault("RatingScale") ?? nameof(RatingScale.Hundred),
                rows.Select(r => r[cycle]).Distinct().Count(),
                [
                    .. rows.Where(r => !strange.Contains(r[code])).GroupBy(r => r[code], StringComparer.Ordinal).Select(g => new Element(
                        g.Key, g.Select(r => r[label]).FirstOrDefault(l => l.Length > 0) ?? "", g.Select(r => r[often]).Where(o => o.Length > 0).Select(o => (decimal?)decimal.Parse(o, CultureInfo.InvariantCulture)).FirstOrDefault())),
                ],
                [.. rows.Where(r => r[foreign] == "Yes").Select(r => r[label]).Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(12)]);
        }
    }
}
