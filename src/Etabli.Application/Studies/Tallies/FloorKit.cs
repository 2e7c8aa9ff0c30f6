using Etabli.Application.Studies.Sheets;
using Etabli.Improvement.Diagnoses;
using Etabli.Persistence;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Tallies;

/// <summary>All that one takes along to the floor, where the network may be down: projects, stations, check sheets, what was seen already (fr: trousse de terrain).</summary>
/// <param name="Projects">Projects one may observe for, the latest first.</param>
/// <param name="Stations">Stations of the plants.</param>
/// <param name="Sheets">Check sheets to count on, the latest first.</param>
/// <param name="Seen">How often each waste was seen at each place.</param>
/// <param name="Rounds">Work sampling studies to make a round for, the latest first.</param>
/// <param name="MayTime">Whether the caller may time at a station too.</param>
public sealed record FloorKit(
    IReadOnlyList<FloorKit.Project> Projects, IReadOnlyList<FloorKit.Station> Stations, IReadOnlyList<FloorKit.Sheet> Sheets, IReadOnlyList<FloorKit.Count> Seen, IReadOnlyList<FloorKit.Round> Rounds, bool MayTime)
{
    public sealed record Project(Guid Id, string Title);

    public sealed record Station(string Code, string Kind);

    /// <param name="Id">The study.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Causes">What is counted, with how often so far.</param>
    /// <param name="Zones">Zones of the drawing, in percent; none when strokes are not located.</param>
    public sealed record Sheet(Guid Id, string Title, IReadOnlyList<Cause> Causes, IReadOnlyList<Zone> Zones);

    public sealed record Cause(string Name, int Count);

    public sealed record Zone(string Name, decimal Left, decimal Top, decimal Width, decimal Height);

    public sealed record Count(string Place, Waste Waste, int Times);

    /// <param name="Id">The study.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Places">Whom and what to observe: seen before, else what the study is about.</param>
    /// <param name="States">States seen before, the most frequent first; the usual ones when none was.</param>
    /// <param name="Count">How many sightings it has.</param>
    /// <param name="Times">When the rounds of the day are, as the study drew them; none when it did not.</param>
    public sealed record Round(Guid Id, string Title, IReadOnlyList<string> Places, IReadOnlyList<string> States, int Count, IReadOnlyList<string> Times);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="usual">States to offer where none was seen yet.</param>
        /// <param name="stop">Stops the work.</param>
        public async Task<FloorKit> Find(IReadOnlyList<string> usual, CancellationToken stop)
        {
            if (!StudyRoles.Counters.Any(caller.Is))
            {
                return new([], [], [], [], [], false);
            }

            var projects = await db.Projects.AsNoTracking().OrderByDescending(p => p.Starts).Take(20).Select(p => new Project(p.Id.Value, p.Title)).ToListAsync(stop);
            var stations = await db.Workstations.AsNoTracking().OrderBy(w => w.Code).Take(500).Select(w => new Station(w.Code, w.Kind)).ToListAsync(stop);
            var studies = await db.Studies.AsNoTracking().Where(s => s.Kind == StudyKind.CheckSheet).OrderByDescending(s => s.ChangedAt).Take(20).ToListAsync(stop);
            var ids = studies.Select(s => s.Id).ToList();
            var counts = await db.TallyMarks.AsNoTracking().Where(m => ids.Contains(m.Study) && m.UndoneAt == null).GroupBy(m => new { m.Study, m.Cause }).Select(g => new { g.Key.Study, g.Key.Cause, Count = g.Count() }).ToListAsync(stop);
            var seen = await db.Observations.AsNoTracking().GroupBy(o => new { o.Place, o.Waste }).Select(g => new Count(g.Key.Place, g.Key.Waste, g.Count())).Take(2_000).ToListAsync(stop);
            var sampled = await db.Studies.AsNoTracking().Where(s => s.Kind == StudyKind.WorkSampling).OrderByDescending(s => s.ChangedAt).Take(20).ToListAsync(stop);
            return new(
                projects, stations,
                [.. studies.Select(s => new Sheet(
                    s.Id.Value, s.Content.Title,
                    [.. s.Rows(SheetKind.Causes).Select(r => r[0]).Distinct().Select(c => new Cause(c, counts.Where(x => x.Study == s.Id && x.Cause == c).Sum(x => x.Count)))],
                    [.. s.Rows(SheetKind.Zones).Select(r => new Zone(r[0], Part(r[1]), Part(r[2]), Part(r[3]), Part(r[4])))]))],
                seen, [.. sampled.Select(s => RoundOf(s, usual))], StudyRoles.Makers.Any(caller.Is));
        }

        private static Round RoundOf(Study study, IReadOnlyList<string> usual)
        {
            var form = SheetForm.Of(SheetKind.Sightings);
            var (state, place) = (form.At("Seen"), form.At("Place"));
            var rows = study.Rows(SheetKind.Sightings);
            var states = rows.GroupBy(r => r[state], StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(12).ToList();
            var places = rows.Select(r => r[place]).Where(p => p.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(40).ToList();
            var named = study.Content.Scope.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(
                study.Id.Value, study.Content.Title, places.Count > 0 ? places : [.. named.DefaultIfEmpty(study.Content.Title).Where(p => p.Length <= form.Columns[place].Longest)],
                states.Count > 0 ? states : usual, rows.Count, [.. StudyReading.RoundsOf(study.Content).Select(t => t.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))]);
        }

        private static decimal Part(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
