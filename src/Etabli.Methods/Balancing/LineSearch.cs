using System.Numerics;

namespace Etabli.Methods.Balancing;

/// <summary>How a search ended.</summary>
internal enum SearchEnd
{
    /// <summary>It was told to stop, or its budget ended.</summary>
    Stopped,

    /// <summary>A balance was found.</summary>
    Found,

    /// <summary>There is none.</summary>
    None,

    /// <summary>There is no more room for what must be remembered.</summary>
    Full,
}

/// <summary>
/// Branch, bound and remember: whether so many stations are enough in one direction of the line. A state is a set of done
/// tasks; its children are the maximal loads of the next station; a set met again in no fewer stations is dropped. The best
/// state of each station is followed in turn, at first along some of its loads only, along more when its turn comes again.
/// </summary>
/// <remarks>Sources: E. C. Sewell, S. H. Jacobson, INFORMS Journal on Computing 24(3), 2012; D. R. Morrison, E. C. Sewell, S. H. Jacobson, EJOR 236(2), 2014 (cyclic best first).</remarks>
internal sealed class LineSearch
{
    private const int FirstLoads = 64;
    private const int FewSteps = 400;
    private const int ShortStation = 200;
    private const long RelaxedWork = 4_000_000;
    private readonly LineGraph graph;
    private readonly LoadSearch loads;
    private readonly BinBounds bins;
    private readonly LineStates states;
    private readonly long[] tails;
    private readonly long[] keys;
    private readonly int[] followers;
    private readonly int[] byDue;
    private readonly int[] dues;
    private readonly ulong[] last;
    private readonly ulong[] other;
    private int cycle;
    private int stations;
    private long slack;
    private ulong[] due = [];
    private PriorityQueue<int, float>[] open = [];
    private int lastParent;
    private int lastDepth;
    private bool found;
    private bool full;
    private int at;
    private long asked;
    private long worth;
    private readonly Dictionary<int, int[]> packed = [];
    private long relaxed;
    private long beyond;

    public LineSearch(LineGraph graph, long ceiling)
    {
        (this.graph, loads, bins, states) = (graph, new(graph), new(graph), new(graph.Words, ceiling));
        (tails, keys, followers, byDue, dues) = (new long[graph.Count], new long[graph.Count], new int[graph.Count], new int[graph.Count], new int[graph.Count]);
        last = new ulong[graph.Words];
        other = new ulong[graph.Words];
    }

    public LineGraph Graph => graph;

    public LoadSearch Loads => loads;

    /// <summary>States followed since the search was made.</summary>
    public long Nodes { get; private set; }

    public long Bytes => states.Bytes;

    /// <summary>Fewest stations any balance needs, precedence looked at through what each task must wait for or is waited for by.</summary>
    public int Least(int cycleTime)
    {
        bins.Take(new ulong[graph.Words]);
        var least = Math.Max(1, bins.Least(cycleTime));
        SetTails(cycleTime);
        for (var i = 0; i < graph.Count; i++)
        {
            least = Math.Max(least, (int)((tails[i] + graph.Times[i] + cycleTime - 1) / cycleTime));
        }

        return least;
    }

    // Time that must lie behind the end of each task: of k of its followers the one with the longest tail comes last at the best;
    // a task that does not fit beside its tail leaves a station to it.
    // Source: R. V. Johnson, Optimally balancing large assembly lines with FABLE, Management Science 34(2), 1988.
    private void SetTails(int cycleTime)
    {
        for (var i = graph.Count - 1; i >= 0; i--)
        {
            var count = 0;
            var after = graph.After(i);
            for (var w = 0; w < after.Length; w++)
            {
                for (var bits = after[w]; bits != 0; bits &= bits - 1)
                {
                    var s = (w << 6) + BitOperations.TrailingZeroCount(bits);
                    (keys[count], followers[count]) = (-tails[s], s);
                    count++;
                }
            }

            Array.Sort(keys, followers, 0, count);
            var (sum, tail) = (0L, 0L);
            for (var k = 0; k < count; k++)
            {
                sum += graph.Times[followers[k]];
                tail = Math.Max(tail, sum + tails[followers[k]]);
            }

            var whole = (tail + cycleTime - 1) / cycleTime * cycleTime;
            tails[i] = tail + graph.Times[i] > whole ? whole : tail;
        }
    }

    /// <summary>Begins to look for a balance of so many stations.</summary>
    public void Begin(int cycleTime, int stationCount)
    {
        (cycle, stations, found, full, at) = (cycleTime, stationCount, false, false, 0);
        slack = ((long)cycle * stations) - graph.Total;
        due = new ulong[stations * graph.Words];
        SetTails(cycle);
        var needed = Packed();
        for (var i = 0; i < graph.Count; i++)
        {
            dues[i] = stations - Math.Max((int)((tails[i] + graph.Times[i] + cycle - 1) / cycle), needed.Length > 0 ? needed[i] : 0);
            byDue[i] = i;
            for (var k = Math.Max(0, dues[i]); k < stations; k++)
            {
                due[(k * graph.Words) + (i >> 6)] |= 1UL << i;
            }
        }

        Array.Sort((int[])dues.Clone(), byDue);
        states.Clear();
        open = new PriorityQueue<int, float>[stations];
        for (var k = 0; k < stations; k++)
        {
            open[k] = new();
        }

        if (slack >= 0 && IsInTime(new ulong[graph.Words], 0))
        {
            open[0].Enqueue(states.Add(new ulong[graph.Words], 0, 0, -1), 0);
        }
    }

    // A task and all that waits for it stand in no fewer stations than they need when packed; asked once a cycle.
    private int[] Packed()
    {
        if (cycle > ShortStation)
        {
            return [];
        }

        if (packed.TryGetValue(cycle, out var known))
        {
            return known;
        }

        var needed = new int[graph.Count];
        var done = new ulong[graph.Words];
        for (var i = 0; i < needed.Length; i++)
        {
            var after = graph.After(i);
            for (var w = 0; w < done.Length; w++)
            {
                done[w] = ~after[w];
            }

            done[i >> 6] &= ~(1UL << i);
            bins.Take(done);
            needed[i] = bins.Packed(cycle, RelaxedWork);
        }

        return packed[cycle] = needed;
    }

    /// <summary>Goes on for so many states.</summary>
    public SearchEnd Go(long nodes, Func<bool> stop)
    {
        loads.Stop = stop;
        for (var empty = 0; nodes > 0;)
        {
            if (!TryNext(at, out var state))
            {
                if (++empty > stations)
                {
                    return SearchEnd.None;
                }

                at = (at + 1) % stations;
                continue;
            }

            empty = 0;
            nodes--;
            Nodes++;
            Follow(state);
            if (found)
            {
                return SearchEnd.Found;
            }

            if (full)
            {
                return SearchEnd.Full;
            }

            at = (at + 1) % stations;
            if ((Nodes & 15) == 0 && stop())
            {
                return SearchEnd.Stopped;
            }
        }

        return SearchEnd.Stopped;
    }

    /// <summary>Station of each task, from 0, of the balance that was found.</summary>
    public int[] Found()
    {
        var balance = new int[graph.Count];
        balance.AsSpan().Fill(lastDepth);
        ReadOnlySpan<ulong> now = last;
        for (var (depth, state) = (lastDepth, lastParent); state >= 0; depth--, state = states.Parents[state])
        {
            var before = states.Set(state);
            for (var w = 0; w < now.Length; w++)
            {
                for (var bits = now[w] & ~before[w]; bits != 0; bits &= bits - 1)
                {
                    balance[(w << 6) + BitOperations.TrailingZeroCount(bits)] = depth - 1;
                }
            }

            now = before;
        }

        return balance;
    }

    private bool TryNext(int station, out int state)
    {
        while (open[station].TryDequeue(out state, out _))
        {
            if (states.Stations[state] == station && states.Followed[state] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Follow(int state)
    {
        var (depth, wide) = (states.Stations[state], states.Followed[state]);
        var set = states.Set(state);
        if (IsDominated(set, states.Name(state), depth))
        {
            states.Followed[state] = -1;
            return;
        }

        var done = graph.Sum(set);
        var children = new Children(this, state, depth + 1, done, Most(wide));
        var whole = loads.Run(set, states.Name(state), cycle, slack - (((long)cycle * depth) - done), Most(wide) * 150L, ref children);
        if (!whole && !found && !full)
        {
            states.Followed[state] = (sbyte)(wide + 1);
            open[depth].Enqueue(state, Key(depth, done, states.Set(state)) + wide + 1);
        }
        else
        {
            states.Followed[state] = -1;
        }
    }

    // A set met in no more stations that holds one task more, or one in the place of another it is better to have done.
    private bool IsDominated(ReadOnlySpan<ulong> set, ulong name, int depth)
    {
        set.CopyTo(other);
        for (var i = 0; i < graph.Count; i++)
        {
            var bit = 1UL << i;
            if ((set[i >> 6] & bit) == 0)
            {
                if (LineGraph.Within(graph.Before(i), set))
                {
                    other[i >> 6] |= bit;
                    if (states.Has(other, name ^ graph.Names[i], depth))
                    {
                        return true;
                    }

                    other[i >> 6] &= ~bit;
                }

                continue;
            }

            other[i >> 6] &= ~bit;
            foreach (var j in loads.Betters(i))
            {
                var instead = 1UL << j;
                if ((set[j >> 6] & instead) == 0)
                {
                    other[j >> 6] |= instead;
                    if (states.Has(other, name ^ graph.Names[i] ^ graph.Names[j], depth))
                    {
                        return true;
                    }

                    other[j >> 6] &= ~instead;
                }
            }

            other[i >> 6] |= bit;
        }

        return false;
    }

    private static int Most(int wide) => wide >= 6 ? int.MaxValue : FirstLoads << (3 * wide);

    private bool Child(int parent, int depth, ReadOnlySpan<ulong> set, long done, ulong name)
    {
        if (!LineGraph.Within(due.AsSpan((depth - 1) * graph.Words, graph.Words), set))
        {
            return true;
        }

        var left = stations - depth;
        if (graph.Total - done <= (left == 0 ? 0 : cycle))
        {
            set.CopyTo(last);
            (lastParent, lastDepth, found) = (parent, depth, true);
            return false;
        }

        if (states.Has(set, name, depth) || !IsInTime(set, depth))
        {
            return true;
        }

        bins.Take(set);
        var least = bins.Least(cycle);
        if (least > left || (least == left && IsTooMuch(left)))
        {
            return true;
        }

        var state = states.Add(set, name, depth, parent);
        if (state >= 0)
        {
            open[depth].Enqueue(state, Key(depth, done, set));
        }

        full |= state == -2;
        return state != -2;
    }

    // The smaller the better: little idle time for each station so far, many small tasks left.
    private float Key(int depth, long done, ReadOnlySpan<ulong> set)
    {
        if (depth == 0)
        {
            return 0;
        }

        var left = graph.Count;
        foreach (var word in set)
        {
            left -= BitOperations.PopCount(word);
        }

        return (float)((((long)cycle * depth) - done) * 1000.0 / ((double)cycle * depth)) - (0.02f * left);
    }

    // The packing search is asked as often as it has been worth it.
    private bool IsTooMuch(int left)
    {
        if (++asked > 1_000 && worth * 100L < asked && (asked & 31) != 0)
        {
            return false;
        }

        var fits = bins.Fits(cycle, left, FewSteps);
        worth += fits == false ? 1 : 0;
        return fits == false || (fits is null && IsBeyond(left));
    }

    // The relaxation costs many states: it is asked where a station is short, and as often as it has been worth it.
    private bool IsBeyond(int left)
    {
        if (cycle > ShortStation || (++relaxed > 300 && beyond * 20L < relaxed && (relaxed & 63) != 0))
        {
            return false;
        }

        var answer = bins.IsBeyond(cycle, left, RelaxedWork);
        beyond += answer ? 1 : 0;
        return answer;
    }

    // What must be done by a station fits into the stations until there.
    private bool IsInTime(ReadOnlySpan<ulong> set, int depth)
    {
        var (sum, big) = (0L, 0);
        foreach (var i in byDue)
        {
            if ((set[i >> 6] >> i & 1) == 0)
            {
                sum += graph.Times[i];
                big += 2L * graph.Times[i] > cycle ? 1 : 0;
                var left = dues[i] + 1 - depth;
                if (sum > (long)left * cycle || big > left)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private struct Children(LineSearch search, int parent, int depth, long done, int most) : ILoads
    {
        private int seen;

        public bool Take(ReadOnlySpan<int> load, ReadOnlySpan<ulong> set, int idle, ulong name)
        {
            // Loads that an earlier turn gave are met again: what came of them is remembered.
            return ++seen <= most && search.Child(parent, depth, set, done + search.cycle - idle, name);
        }
    }
}
