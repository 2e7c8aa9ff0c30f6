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
    private readonly LineGraph graph;
    private readonly int[][] betters;
    private readonly int[] waits;
    private readonly int[] list;
    private readonly int[] load;
    private readonly ulong[] done;
    private readonly bool[] taken;
    private int cycle;
    private int worst;
    private int size;
    private bool ended;

    public LoadSearch(LineGraph graph)
    {
        this.graph = graph;
        (waits, list, load, taken) = (new int[graph.Count], new int[graph.Count], new int[graph.Count], new bool[graph.Count]);
        done = new ulong[graph.Words];
        betters = new int[graph.Count][];
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
        }
    }

    /// <summary>Tasks it is better to have done than this one: as long at least, waited for by no less.</summary>
    public ReadOnlySpan<int> Betters(int task) => betters[task];

    /// <summary>Gives the loads that may follow what is done.</summary>
    /// <param name="before">What is done.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cycleTime">c.</param>
    /// <param name="mostIdle">Loads that leave more than this lead nowhere.</param>
    /// <param name="taker">Who takes them.</param>
    public void Run<T>(ReadOnlySpan<ulong> before, ulong name, int cycleTime, long mostIdle, ref T taker)
        where T : struct, ILoads
    {
        (cycle, worst, size, ended) = (cycleTime, (int)Math.Min(mostIdle, int.MaxValue), 0, false);
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

        var (count, free, follows) = (0, 0L, false);
        foreach (var i in graph.ByTime)
        {
            if ((done[i >> 6] >> i & 1) == 0)
            {
                free += graph.Times[i];
                if (waits[i] == 0)
                {
                    list[count++] = i;
                    follows |= graph.Next[i].Length > 0;
                }
            }
        }

        Extend(0, count, cycle, int.MaxValue, free, name, follows, ref taker);
    }

    // "smallest": of the tasks passed over; "free": time of the tasks that are neither taken nor passed over, reachable or not.
    private void Extend<T>(int from, int count, int room, int smallest, long free, ulong name, bool follows, ref T taker)
        where T : struct, ILoads
    {
        var full = true;
        for (var p = from; p < count && !ended; p++)
        {
            var i = list[p];
            var time = graph.Times[i];
            if (time <= room)
            {
                // What can still come in must close the gap to the most idle time allowed and to the smallest task passed over.
                if (room - free > Math.Min(worst, smallest - 1L))
                {
                    return;
                }

                full = false;
                load[size++] = i;
                taken[i] = true;
                done[i >> 6] |= 1UL << i;
                var grown = count;
                foreach (var s in graph.Next[i])
                {
                    if (--waits[s] == 0)
                    {
                        list[grown++] = s;
                    }
                }

                Extend(p + 1, grown, room - time, smallest, free - time, name ^ graph.Names[i], follows, ref taker);
                foreach (var s in graph.Next[i])
                {
                    waits[s]++;
                }

                done[i >> 6] &= ~(1UL << i);
                taken[i] = false;
                size--;
                smallest = Math.Min(smallest, time);
            }

            free -= time;
        }

        if (full && !ended && room < smallest && room <= worst && size > 0 && !IsDominated(room, follows))
        {
            ended = !taker.Take(load.AsSpan(0, size), done, room, name);
        }
    }

    private bool IsDominated(int room, bool follows)
    {
        var ends = true;
        for (var at = 0; at < size; at++)
        {
            var i = load[at];
            ends &= graph.Next[i].Length == 0;
            foreach (var j in betters[i])
            {
                if (!taken[j] && waits[j] == 0 && (done[j >> 6] >> j & 1) == 0 && graph.Times[j] - graph.Times[i] <= room)
                {
                    return true;
                }
            }
        }

        // Tasks nothing waits for can wait as long as another station has some that are waited for.
        return ends && follows;
    }
}
