using System.Numerics;

namespace Etabli.Methods.Balancing;

/// <summary>Takes the loads of a station one after another.</summary>
internal interface ILoads
{
    /// <summary>One load; false ends the search.</summary>
    /// <param name="load">The tasks, in the order they were taken.</param>
    /// <param name="set">What is done when they are.</param>
    /// <param name="idle">What the load leaves of the cycle.</param>
    /// <param name="name">Name of <paramref name="set"/>.</param>
    bool Take(ReadOnlySpan<int> load, ReadOnlySpan<ulong> set, int idle, ulong name);
}

/// <summary>
/// The loads of one station worth following: no task that could be added is left out, and none could be exchanged for one at
/// least as long that more waits for.
/// </summary>
/// <remarks>Sources: J. R. Jackson, A computing procedure for a line balancing problem, Management Science 2(3), 1956 (dominance); A. Scholl 1999, § 4.</remarks>
internal sealed class LoadSearch
{
    private const int MostSums = 1 << 16;
    private readonly LineGraph graph;
    private readonly int[][] betters;
    private readonly int[][] equals;
    private readonly int[] waits;
    private readonly int[] load;
    private readonly ulong[] done;
    private readonly bool[] taken;
    private readonly List<Level> levels = [];
    private readonly int[] credit;
    private bool tight;
    private int row;
    private int cycle;
    private int worst;
    private int size;
    private long visits;
    private bool ended;

    public LoadSearch(LineGraph graph)
    {
        this.graph = graph;
        (waits, credit, load, taken) = (new int[graph.Count], new int[graph.Count], new int[graph.Count], new bool[graph.Count]);
        done = new ulong[graph.Words];
        betters = new int[graph.Count][];
        equals = new int[graph.Count][];
        for (var i = 0; i < graph.Count; i++)
        {
            var found = new List<int>();
            for (var j = 0; j < graph.Count; j++)
            {
                // Of two that are equal in everything the first stands for both; two that are related are never exchanged.
                if (j != i && graph.Times[j] >= graph.Times[i] && LineGraph.Within(graph.After(i), graph.After(j)) && !graph.IsAfter(i, j)
                    && (graph.Times[j] > graph.Times[i] || j < i || !LineGraph.Within(graph.After(j), graph.After(i))))
                {
                    found.Add(j);
                }
            }

            betters[i] = [.. found];
            equals[i] = [.. found.Where(j => j < i && graph.Times[j] == graph.Times[i])];
        }
    }

    /// <summary>Asked now and then whether to give up: one state of a long line has more loads than anybody waits for.</summary>
    public Func<bool>? Stop { get; set; }

    /// <summary>Tasks it is better to have done than this one: as long at least, waited for by no less.</summary>
    public ReadOnlySpan<int> Betters(int task) => betters[task];

    /// <summary>Gives the loads that may follow what is done.</summary>
    /// <param name="before">What is done.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cycleTime">c.</param>
    /// <param name="mostIdle">Loads that leave more than this lead nowhere.</param>
    /// <param name="mostVisits">Parts of loads looked at before the search gives up.</param>
    /// <param name="taker">Who takes them.</param>
    /// <returns>Whether all loads were given.</returns>
    public bool Run<T>(ReadOnlySpan<ulong> before, ulong name, int cycleTime, long mostIdle, long mostVisits, ref T taker)
        where T : struct, ILoads
    {
        (cycle, worst, size, visits, ended) = (cycleTime, (int)Math.Min(mostIdle, int.MaxValue), 0, mostVisits, false);
        before.CopyTo(done);
        graph.Waits.CopyTo(waits, 0);
        for (var w = 0; w < done.Length; w++)
        {
            for (var bits = done[w]; bits != 0; bits &= bits - 1)
            {
                foreach (var s in graph.Next[(w << 6) + BitOperations.TrailingZeroCount(bits)])
                {
                    waits[s]--;
                }
            }
        }

        row = cycle <= MostSums ? (cycle / 64) + 1 : 0;
        tight = worst < cycle / 16;
        var follows = false;
        var level = At(0);
        for (var i = 0; i < graph.Count; i++)
        {
            if ((done[i >> 6] >> i & 1) == 0)
            {
                follows |= waits[i] == 0 && graph.Next[i].Length > 0;
                if (IsNear(i))
                {
                    level.Tasks[level.Count++] = i;
                }
            }
        }

        SetSums(level);
        Extend(level, 0, 0, cycle, int.MaxValue, name, follows, ref taker);
        return !ended;
    }

    private Level At(int depth)
    {
        if (depth == levels.Count)
        {
            levels.Add(new(graph.Count));
        }

        levels[depth].Count = 0;
        return levels[depth];
    }

    // What of a list can still come in: all it waits for is done, taken or in the list itself.
    private Level Narrowed(Level from, int at, int depth, int room)
    {
        var level = At(depth);
        for (var p = at; p < from.Count; p++)
        {
            var i = from.Tasks[p];
            if (graph.Times[i] <= room && waits[i] == credit[i])
            {
                level.Tasks[level.Count++] = i;
                foreach (var s in graph.Next[i])
                {
                    credit[s]++;
                }
            }
        }

        for (var p = 0; p < level.Count; p++)
        {
            foreach (var s in graph.Next[level.Tasks[p]])
            {
                credit[s] = 0;
            }
        }

        SetSums(level);
        return level;
    }

    // Whether a task and all it still waits for fit into one station.
    private bool IsNear(int task)
    {
        var sum = graph.Times[task];
        var before = graph.Before(task);
        for (var w = 0; w < done.Length && sum <= cycle; w++)
        {
            for (var bits = before[w] & ~done[w]; bits != 0; bits &= bits - 1)
            {
                sum += graph.Times[(w << 6) + BitOperations.TrailingZeroCount(bits)];
            }
        }

        return sum <= cycle;
    }

    // For each place of the list, the sums that tasks from there on can have, whatever waits for what: bit s of its row.
    private void SetSums(Level level)
    {
        if (row == 0)
        {
            return;
        }

        if (level.Sums.Length < (level.Count + 1) * row)
        {
            level.Sums = new ulong[(level.Count + 8) * row];
        }

        var next = level.Sums.AsSpan(level.Count * row, row);
        next.Clear();
        next[0] = 1;
        for (var p = level.Count - 1; p >= 0; p--)
        {
            var mine = level.Sums.AsSpan(p * row, row);
            var time = graph.Times[level.Tasks[p]];
            var (words, bits) = (time >> 6, time & 63);
            next.CopyTo(mine);
            for (var w = words; w < row; w++)
            {
                var shifted = next[w - words] << bits;
                if (bits != 0 && w > words)
                {
                    shifted |= next[w - words - 1] >> (64 - bits);
                }

                mine[w] |= shifted;
            }

            next = mine;
        }
    }

    // Whether tasks of the list from a place on can fill a room so that no more than so much of it is left.
    private bool CanFill(Level level, int from, int room, int left)
    {
        var least = room - left;
        if (least <= 0 || row == 0)
        {
            return true;
        }

        var sum = level.Sums.AsSpan(from * row, row);
        for (var w = room >> 6; w >= least >> 6; w--)
        {
            var bits = sum[w];
            if (w == room >> 6)
            {
                bits &= ulong.MaxValue >> (63 - (room & 63));
            }

            if (w == least >> 6)
            {
                bits &= ulong.MaxValue << (least & 63);
            }

            if (bits != 0)
            {
                return true;
            }
        }

        return false;
    }

    // In the order of the numbers a task's turn comes after all it waits for: passed over, it is out of this load for good.
    private void Extend<T>(Level level, int depth, int from, int room, int smallest, ulong name, bool follows, ref T taker)
        where T : struct, ILoads
    {
        ended |= --visits < 0 || ((visits & 4095) == 0 && Stop is { } stop && stop());
        var full = true;
        for (var p = from; p < level.Count && !ended; p++)
        {
            var i = level.Tasks[p];
            var time = graph.Times[i];
            if (waits[i] > 0 || time > room)
            {
                continue;
            }

            // What can still come in must close the gap to the most idle time allowed and to the smallest task passed over.
            if (!CanFill(level, p, room, Math.Min(worst, smallest - 1)))
            {
                return;
            }

            full = false;
            if (HasEqual(i))
            {
                continue;
            }

            load[size++] = i;
            taken[i] = true;
            done[i >> 6] |= 1UL << i;
            foreach (var s in graph.Next[i])
            {
                waits[s]--;
            }

            if (tight)
            {
                Extend(Narrowed(level, p + 1, depth + 1, room - time), depth + 1, 0, room - time, smallest, name ^ graph.Names[i], follows, ref taker);
            }
            else
            {
                Extend(level, depth, p + 1, room - time, smallest, name ^ graph.Names[i], follows, ref taker);
            }

            foreach (var s in graph.Next[i])
            {
                waits[s]++;
            }

            done[i >> 6] &= ~(1UL << i);
            taken[i] = false;
            size--;
            smallest = Math.Min(smallest, time);
        }

        if (full && !ended && room < smallest && room <= worst && size > 0 && !IsDominated(room, follows))
        {
            ended = !taker.Take(load.AsSpan(0, size), done, room, name);
        }
    }

    // Passed over before it: a task as long that no less waits for.
    private bool HasEqual(int task)
    {
        foreach (var j in equals[task])
        {
            if (!taken[j] && waits[j] == 0 && (done[j >> 6] >> j & 1) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDominated(int room, bool follows)
    {
        var last = true;
        for (var at = 0; at < size; at++)
        {
            var i = load[at];
            last &= graph.Next[i].Length == 0;
            foreach (var j in betters[i])
            {
                if (!taken[j] && waits[j] == 0 && (done[j >> 6] >> j & 1) == 0 && graph.Times[j] - graph.Times[i] <= room)
                {
                    return true;
                }
            }
        }

        // Tasks nothing waits for can wait as long as another station has some that are waited for.
        return last && follows;
    }

    private sealed class Level(int most)
    {
        public readonly int[] Tasks = new int[most];
        public ulong[] Sums = [];
        public int Count;
    }
}
