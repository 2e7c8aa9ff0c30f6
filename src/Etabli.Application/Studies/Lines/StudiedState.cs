using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Application.Studies.Lines;

/// <summary>One place of a station with what is done there: the station itself, or one of its operators, or of its sides (fr: place d’un poste).</summary>
/// <param name="Post">Name of the station.</param>
/// <param name="Hand">Operator from 0, or side: 0 is the left.</param>
/// <param name="Worker">Who; null when nobody is named.</param>
/// <param name="Copies">Copies of the station.</param>
/// <param name="Tasks">What is done in order, each with its time in seconds: the mean of the mix, by who does it.</param>
/// <param name="Busy">When it is ready for the next piece, in seconds: at least the sum of the times.</param>
/// <param name="ByModel">The same for each model.</param>
public sealed record StudiedPlace(string Post, int Hand, string? Worker, int Copies, IReadOnlyList<(StudiedTask Task, decimal Seconds)> Tasks, decimal Busy, IReadOnlyList<decimal> ByModel);

/// <summary>One state of a line, today's or the proposal, with who does what as well as its stations allow (fr: état de la ligne).</summary>
/// <param name="Posts">Its stations in the order of the flow.</param>
/// <param name="Places">Its places, station by station.</param>
/// <param name="Breaches">What it breaks besides the rules of the workshop; times in units of the line.</param>
/// <param name="Unable">Stations whose tasks no worker can do together.</param>
/// <param name="IsStaffed">Whether the named workers can hold all the stations at once; true without them.</param>
public sealed record StudiedState(IReadOnlyList<string> Posts, IReadOnlyList<StudiedPlace> Places, IReadOnlyList<RuleBreach> Breaches, IReadOnlyList<string> Unable, bool IsStaffed)
{
    /// <summary>How well its places are loaded; a copy of a station counts as one, with its part of the pieces.</summary>
    public LineLoads Loads(decimal? takt) => LineLoads.Of([.. Places.SelectMany(p => Enumerable.Repeat((double)p.Busy / p.Copies, p.Copies))], (double?)takt, (double)Places.Sum(p => p.Tasks.Sum(t => t.Seconds)));

    /// <summary>The state of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="posts">The stations, in the order of the flow.</param>
    /// <param name="station">Station of a task; empty: nowhere.</param>
    internal static StudiedState Of(StudiedLine line, IReadOnlyList<string> posts, Func<StudiedTask, string> station)
    {
        if (line.IsPlain)
        {
            return Plain(line, posts, station);
        }

        // Tasks that stand nowhere yet wait beyond the last station; a worker is not put there.
        int[] stations = [.. line.Tasks.Select(t => station(t).Length == 0 ? posts.Count : StudiedRules.IndexOf(posts, station(t)))];
        var isWhole = !stations.Contains(posts.Count);
        var count = posts.Count + (isWhole ? 0 : 1);
        var ruled = line.Ruled();
        int? cycle = line.Takt is { } takt ? line.Cycle(takt) : null;
        var staff = isWhole || ruled.Setting.Workers.Count == 0 ? StationStaff.Of(ruled, stations, cycle, count) : new(null, []);
        var isStaffed = staff.Balance is not null || !isWhole;
        if (staff.Balance is null)
        {
            ruled = RuledLine.Of(line.Line, ruled.Setting with { Workers = [] });
        }

        if ((staff.Balance ?? StationStaff.Of(ruled, stations, cycle, count).Balance) is not { } balance)
        {
            return Plain(line, posts, station) with { IsStaffed = false };
        }

        bool IsSaid(RuleBreach breach) => breach.Rule is null && breach.Station < posts.Count && (breach.Other is not { } other || stations[other] < posts.Count)
            && (cycle is not null || breach.Kind is not (RuleBreachKind.TooMuchWork or RuleBreachKind.TooMuchOfModel));
        return new(posts,
            [
                .. RuledLoads.Of(ruled, balance).Where(p => p.Station < posts.Count).Select(p => new StudiedPlace(
                    posts[p.Station], p.Operator, p.Worker < 0 ? null : ruled.Setting.Workers[p.Worker].Name, p.Copies,
                    [.. p.Tasks.Select(t => (line.Tasks[t.Task], Seconds(t.Time)))], Seconds(p.Busy), [.. p.ByModel.Select(Seconds)])),
            ],
            [.. RuledCheck.Of(ruled, balance).Where(IsSaid)], [.. staff.Unable.Where(s => s < posts.Count).Select(s => posts[s])], isStaffed);

        decimal Seconds(double units) => (decimal)Math.Round(units / line.Units, 6);
    }

    private static StudiedState Plain(StudiedLine line, IReadOnlyList<string> posts, Func<StudiedTask, string> station)
    {
        var order = line.InOrder;
        return new(posts, [.. posts.Select(p => order.Where(t => station(t) == p).Select(t => (t, t.Seconds)).ToList() is var tasks ? new StudiedPlace(p, 0, null, 1, tasks, tasks.Sum(t => t.Seconds), []) : null!)], [], [], true);
    }
}
