namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Who does what when the station of each task is known: operators, sides, copies, ways of a U line, named workers (fr: affectation aux postes).</summary>
/// <param name="Balance">The balance so staffed, as short as was found; null when it cannot be.</param>
/// <param name="Unable">Stations whose tasks nobody can do together, from 0; none when each can be held, but perhaps not all at once.</param>
public sealed record StationStaff(RuledBalance? Balance, IReadOnlyList<int> Unable)
{
    // Of one order looked for; the more crews there are, the fewer.
    private const long MostVisits = 3_000;
    private const long LeastVisits = 64;
    private const long AllVisits = 10_000_000;
    private const int Halvings = 30;
    private const int MostCrews = 2_000;
    private const int MostTries = 20_000;

    // Beyond, every way in and out of a U line in every order is too much.
    private const int MostEitherWay = 14;

    /// <summary>Stations that nobody can hold.</summary>
    public IReadOnlyList<int> Unable { get; } = Listed.Of(Unable);

    /// <summary>The stations given, staffed: as few copies and operators as keep the cycle, else as short as can be.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="stations">Station of each task, from 0.</param>
    /// <param name="cycle">c, in the line's unit; null when there is none: then each station is as short as can be.</param>
    /// <param name="count">Stations along the line, empty ones too.</param>
    /// <remarks>Rules, precedence and cycle are not asked here: <see cref="RuledCheck"/> says what the answer breaks. Orders are searched in within a bound of visits.</remarks>
    /// <example><code>StationStaff.Of(ruled, stations: [0, 0, 1], cycle: 60, count: 2).Balance;</code></example>
    public static StationStaff Of(RuledLine ruled, IReadOnlyList<int> stations, int? cycle, int count)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(stations);
        Argument.Positive(cycle, nameof(cycle));
        Argument.Positive(count, nameof(count));
        return new Office(ruled, stations, cycle, count).Staffed();
    }

    // One way to staff a station: how many operators, who, in how many copies, and the shortest cycle of that.
    private sealed record Crew(int Operators, int Copies, int[] Workers, int Cycle);

    private sealed class Office(RuledLine ruled, IReadOnlyList<int> stations, int? cycle, int count)
    {
        private readonly RuledModel model = new(ruled);
        private readonly List<int[]> loads = [];
        private int tries;
        private int hands;
        private long mostVisits = MostVisits;

        public StationStaff Staffed()
        {
            loads.AddRange(Enumerable.Range(0, count).Select(s => Enumerable.Range(0, model.Count).Where(p => stations[model.Graph.Origin[p]] == s).ToArray()));
            hands = model.Hands;
            while (hands > 1 && Crews(hands) > MostCrews)
            {
                hands--;
            }

            mostVisits = Math.Clamp(AllVisits / (Halvings * Crews(hands) * count), LeastVisits, MostVisits);
            List<List<Crew>> ways = [.. loads.Select((load, s) => load.Length == 0 ? [] : Ways(load, s))];
            List<int> unable = [.. Enumerable.Range(0, count).Where(s => loads[s].Length > 0 && ways[s].Count == 0)];

            // Larger crews than were tried may be able.
            unable = hands < model.Hands ? [] : unable;
            return ways.Index().Any(w => loads[w.Index].Length > 0 && w.Item.Count == 0) || Chosen(ways) is not { } chosen ? new(null, unable) : new(Told(chosen), []);
        }

        // How many ways there are to choose so many workers or fewer.
        private long Crews(int most)
        {
            if (model.Workers == 0)
            {
                return most;
            }

            var (all, of) = (0L, 1L);
            for (var o = 1; o <= most; o++)
            {
                of = of * Math.Max(0, model.Workers - o + 1) / (model.Setting.Sides.Count > 0 ? 1 : o);
                all += of;
            }

            return Math.Max(1, all);
        }

        private ulong[] Before(int station)
        {
            var done = new ulong[model.Words];
            foreach (var p in loads.Take(station).SelectMany(l => l))
            {
                Bits.Set(done, p);
            }

            return done;
        }

        private List<Crew> Ways(int[] load, int station)
        {
            var done = Before(station);
            List<Crew> ways = [];
            foreach (var (operators, workers) in People(load))
            {
                for (var copies = 1; copies <= model.Copies; copies++)
                {
                    if (Shortest(load, done, operators, copies, workers) is not { } shortest)
                    {
                        break;
                    }

                    ways.Add(new(operators, copies, workers, shortest));
                    if (shortest <= cycle)
                    {
                        break;
                    }
                }
            }

            // What keeps the cycle with the fewest copies, then hands, first; else the shortest.
            return [.. ways.OrderBy(w => w.Cycle <= cycle ? 0 : 1).ThenBy(w => w.Cycle <= cycle ? w.Copies : 0).ThenBy(w => w.Cycle <= cycle ? w.Operators : 0).ThenBy(w => w.Cycle).ThenBy(w => w.Copies * w.Operators)];
        }

        private List<(int Operators, int[] Workers)> People(int[] load)
        {
            List<(int, int[])> people = [];
            for (var operators = 1; operators <= Math.Min(hands, load.Length); operators++)
            {
                if (model.Workers == 0)
                {
                    people.Add((operators, []));
                    continue;
                }

                people.AddRange(Groups(operators, []).Where(g => Array.TrueForAll(load, p => Array.Exists(g, w => model.Times[0][w][p] < RuledModel.Never))).Select(g => (operators, g)));
            }

            return people;
        }

        // Sides differ, so does the order of workers; places alike do not.
        private IEnumerable<int[]> Groups(int operators, int[] chosen) => chosen.Length == operators ? [chosen]
            : Enumerable.Range(0, model.Workers).Where(w => !chosen.Contains(w) && (model.Setting.Sides.Count > 0 || chosen.Length == 0 || w > chosen[^1])).SelectMany(w => Groups(operators, [.. chosen, w]));

        private int? Shortest(int[] load, ulong[] done, int operators, int copies, int[] workers)
        {
            if (model.IsU && model.IsOrdered && load.Length > MostEitherWay)
            {
                return null;
            }

            var (low, high) = (1L, 1L);
            while (!new StationSchedule(model, (int)high, mostVisits).Fits(load, done, operators, copies, workers))
            {
                if (high > int.MaxValue / 8)
                {
                    return null;
                }

                (low, high) = (high + 1, high * 4);
            }

            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = new StationSchedule(model, (int)middle, mostVisits).Fits(load, done, operators, copies, workers) ? (low, middle) : (middle + 1, high);
            }

            return (int)high;
        }

        // Without named workers stations do not touch each other; with them the longest station is made as short as was found.
        private Crew?[]? Chosen(List<List<Crew>> ways)
        {
            if (model.Workers == 0)
            {
                return [.. ways.Select(w => w.Count == 0 ? null : w[0])];
            }

            int[] limits = [.. ways.SelectMany(w => w).Select(w => w.Cycle <= cycle ? cycle.Value : w.Cycle).Distinct().Order()];
            Crew?[]? best = null;
            for (var (low, high) = (0, limits.Length - 1); low <= high;)
            {
                var middle = (low + high) / 2;
                tries = 0;
                var chosen = model.Hands == 1 ? Matched(ways, limits[middle]) : Tried(ways, limits[middle]);
                (best, low, high) = chosen is null ? (best, middle + 1, high) : (chosen, low, middle - 1);
            }

            return best;
        }

        // One worker a station: each station in turn takes one, pushing others to theirs.
        private Crew?[]? Matched(List<List<Crew>> ways, int limit)
        {
            var (station, chosen) = (Enumerable.Repeat(-1, model.Workers).ToArray(), new Crew?[count]);
            bool Takes(int s, HashSet<int> asked)
            {
                foreach (var way in ways[s].Where(w => w.Cycle <= limit && asked.Add(w.Workers[0])))
                {
                    if (station[way.Workers[0]] is var held && (held < 0 || Takes(held, asked)))
                    {
                        (station[way.Workers[0]], chosen[s]) = (s, way);
                        return true;
                    }
                }

                return false;
            }

            return Enumerable.Range(0, count).Where(s => loads[s].Length > 0).All(s => Takes(s, [])) ? chosen : null;
        }

        private Crew?[]? Tried(List<List<Crew>> ways, int limit)
        {
            var (chosen, used) = (new Crew?[count], new HashSet<int>());
            int[] order = [.. Enumerable.Range(0, count).Where(s => loads[s].Length > 0).OrderBy(s => ways[s].Count(w => w.Cycle <= limit))];
            bool Next(int at)
            {
                if (at == order.Length)
                {
                    return true;
                }

                foreach (var way in ways[order[at]].Where(w => w.Cycle <= limit && !w.Workers.Any(used.Contains)))
                {
                    if (++tries > MostTries)
                    {
                        return false;
                    }

                    used.UnionWith(way.Workers);
                    chosen[order[at]] = way;
                    if (Next(at + 1))
                    {
                        return true;
                    }

                    used.ExceptWith(way.Workers);
                }

                return false;
            }

            return Next(0) ? chosen : null;
        }

        private RuledBalance Told(Crew?[] chosen)
        {
            var (tasks, posts) = (new TaskPlace[model.Count], new LineStation[count]);
            var goesIn = WayIn();
            for (var s = 0; s < count; s++)
            {
                int[] workers = model.Workers == 0 ? [] : [.. Enumerable.Repeat(-1, model.Hands)];
                if (chosen[s] is not { } crew)
                {
                    posts[s] = new(1, workers);
                    continue;
                }

                var schedule = new StationSchedule(model, crew.Cycle, mostVisits);
                if (!schedule.Fits(loads[s], Before(s), crew.Operators, crew.Copies, crew.Workers))
                {
                    throw new InvalidOperationException("a load that fitted does not");
                }

                for (var r = 0; r < schedule.Order.Length; r++)
                {
                    var (p, hand) = (schedule.Order[r], schedule.Hands[schedule.Order[r]]);
                    tasks[model.Graph.Origin[loads[s][p]]] = new(s, hand, r, model.IsU && (model.IsOrdered ? (schedule.OnReturn >> p & 1) != 0 : !goesIn[loads[s][p]]));
                    if (workers.Length > 0)
                    {
                        workers[hand] = crew.Workers[model.Setting.Sides.Count > 0 && crew.Operators == 1 ? 0 : hand];
                    }
                }

                posts[s] = new(crew.Copies, workers);
            }

            return new(tasks, posts, cycle ?? chosen.Max(c => c?.Cycle ?? 1));
        }

        // All that can go on the way in does: what it waits for goes in too, no later.
        private bool[] WayIn()
        {
            var (goesIn, at) = (new bool[model.Count], model.Graph.Origin);
            for (var p = 0; p < model.Count; p++)
            {
                goesIn[p] = true;
                foreach (var q in LineGraph.Members(model.Graph.Before(p)))
                {
                    goesIn[p] &= goesIn[q] && stations[at[q]] <= stations[at[p]];
                }
            }

            return goesIn;
        }
    }
}
