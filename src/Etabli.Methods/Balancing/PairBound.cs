using System.Numerics;

namespace Etabli.Methods.Balancing;

/// <summary>
/// Stations that the tasks above a third of the cycle need: at most two of them share one, and only two whose times, whose
/// followers between them and whose stations still possible allow it. The most pairs are a maximum matching.
/// </summary>
/// <remarks>Source of the matching: J. Edmonds, Paths, trees, and flowers, Canadian Journal of Mathematics 17, 1965. O(tasks³).</remarks>
internal sealed class PairBound(LineGraph graph)
{
    private const int MostTasks = 256;
    private readonly ulong[] pairs = new ulong[graph.Count * graph.Words];
    private readonly int[] earliest = new int[graph.Count];
    private readonly int[] order = new int[graph.Count];
    private readonly int[] keys = new int[graph.Count];
    private readonly int[] heads = new int[graph.Count];
    private readonly int[] tasks = new int[graph.Count];
    private readonly int[] mates = new int[graph.Count];
    private readonly int[] parents = new int[graph.Count];
    private readonly int[] bases = new int[graph.Count];
    private readonly int[] queue = new int[graph.Count];
    private readonly bool[] reached = new bool[graph.Count];
    private readonly bool[] flower = new bool[graph.Count];
    private readonly bool[] path = new bool[graph.Count];
    private readonly ulong[] big = new ulong[graph.Words];
    private readonly ulong[] undone = new ulong[graph.Words];
    private ulong[] near = [];
    private int[] dues = [];
    private int[] byDue = [];
    private int cycle;
    private int rowWords;

    /// <summary>Takes the cycle and the last station of each task.</summary>
    public void Begin(int cycleTime, int[] latest, int[] sequence)
    {
        (cycle, dues, byDue) = (cycleTime, latest, sequence);
        Array.Clear(pairs);
        Array.Clear(big);
        for (var i = 0; i < graph.Count; i++)
        {
            if (3L * graph.Times[i] > cycle)
            {
                big[i >> 6] |= 1UL << i;
            }
        }

        for (var i = 0; i < graph.Count; i++)
        {
            for (var j = i + 1; j < graph.Count && 3L * graph.Times[i] > cycle; j++)
            {
                if (3L * graph.Times[j] > cycle && graph.Times[i] + graph.Times[j] + Between(i, j) <= cycle)
                {
                    pairs[(i * graph.Words) + (j >> 6)] |= 1UL << j;
                    pairs[(j * graph.Words) + (i >> 6)] |= 1UL << i;
                }
            }
        }
    }

    /// <summary>Whether what is not done needs more than the stations left.</summary>
    public bool IsBeyond(ReadOnlySpan<ulong> done, int depth, int left)
    {
        var count = 0;
        for (var w = 0; w < done.Length; w++)
        {
            undone[w] = ~done[w];
            count += BitOperations.PopCount(big[w] & undone[w]);
        }

        if (count > MostTasks)
        {
            return false;
        }

        if (!SetEarliest(done, depth))
        {
            return true;
        }

        rowWords = (count + 63) / 64;
        if (near.Length < count * rowWords)
        {
            near = new ulong[count * rowWords];
        }

        // Of those that must be done by a station, those that can be done from a station on: each needs its stations.
        return Overflows(byDue, count, i => dues[i] + 1 - depth) || Overflows(ByHead(), count, i => depth + left - earliest[i]);
    }

    private int[] ByHead()
    {
        for (var i = 0; i < graph.Count; i++)
        {
            (order[i], keys[i]) = (i, (undone[i >> 6] >> i & 1) != 0 ? -earliest[i] : int.MaxValue);
        }

        Array.Sort(keys, order);
        return order;
    }

    private bool Overflows(int[] sequence, int count, Func<int, int> room)
    {
        near.AsSpan(0, count * rowWords).Clear();
        var (size, found) = (0, 0);
        foreach (var i in sequence)
        {
            if ((big[i >> 6] & undone[i >> 6] & (1UL << i)) == 0)
            {
                continue;
            }

            (tasks[size], mates[size]) = (i, -1);
            for (var b = 0; b < size; b++)
            {
                var j = tasks[b];
                if ((pairs[(i * graph.Words) + (j >> 6)] >> j & 1) != 0 && earliest[i] <= dues[j] && earliest[j] <= dues[i])
                {
                    near[(size * rowWords) + (b >> 6)] |= 1UL << b;
                    near[(b * rowWords) + (size >> 6)] |= 1UL << size;
                }
            }

            size++;
            if (Augment(size - 1, size))
            {
                found++;
            }

            if (size - found > room(i))
            {
                return true;
            }
        }

        return false;
    }

    // The first station each task can stand in once these are done; false when one comes after its last.
    private bool SetEarliest(ReadOnlySpan<ulong> done, int depth)
    {
        for (var i = 0; i < graph.Count; i++)
        {
            heads[i] = depth;
        }

        for (var i = 0; i < graph.Count; i++)
        {
            if ((done[i >> 6] >> i & 1) != 0)
            {
                continue;
            }

            var sum = (long)graph.Times[i];
            var before = graph.Before(i);
            for (var w = 0; w < before.Length; w++)
            {
                for (var bits = before[w] & undone[w]; bits != 0; bits &= bits - 1)
                {
                    sum += graph.Times[(w << 6) + BitOperations.TrailingZeroCount(bits)];
                }
            }

            earliest[i] = Math.Max(heads[i], depth + (int)((sum + cycle - 1) / cycle) - 1);
            if (earliest[i] > dues[i])
            {
                return false;
            }

            foreach (var s in graph.Next[i])
            {
                heads[s] = Math.Max(heads[s], earliest[i] + (graph.Times[i] + graph.Times[s] > cycle ? 1 : 0));
            }
        }

        return true;
    }

    private long Between(int i, int j)
    {
        if (!graph.IsAfter(j, i))
        {
            return 0;
        }

        var after = graph.After(i);
        var before = graph.Before(j);
        var sum = 0L;
        for (var w = 0; w < after.Length; w++)
        {
            for (var bits = after[w] & before[w]; bits != 0; bits &= bits - 1)
            {
                sum += graph.Times[(w << 6) + BitOperations.TrailingZeroCount(bits)];
            }
        }

        return sum;
    }

    private bool Augment(int root, int count)
    {
        reached.AsSpan(0, count).Clear();
        parents.AsSpan(0, count).Fill(-1);
        for (var i = 0; i < count; i++)
        {
            bases[i] = i;
        }

        var (head, tail) = (0, 0);
        queue[tail++] = root;
        reached[root] = true;
        while (head < tail)
        {
            var v = queue[head++];
            for (var w = 0; w < rowWords; w++)
            {
                for (var bits = near[(v * rowWords) + w]; bits != 0; bits &= bits - 1)
                {
                    var to = (w << 6) + BitOperations.TrailingZeroCount(bits);
                    if (bases[v] == bases[to] || mates[v] == to)
                    {
                        continue;
                    }

                    if (to == root || (mates[to] >= 0 && parents[mates[to]] >= 0))
                    {
                        tail = Shrink(v, to, count, tail);
                    }
                    else if (parents[to] < 0)
                    {
                        parents[to] = v;
                        if (mates[to] < 0)
                        {
                            Flip(to);
                            return true;
                        }

                        reached[mates[to]] = true;
                        queue[tail++] = mates[to];
                    }
                }
            }
        }

        return false;
    }

    private int Shrink(int v, int to, int count, int tail)
    {
        var top = Meeting(v, to, count);
        flower.AsSpan(0, count).Clear();
        Mark(v, top, to);
        Mark(to, top, v);
        for (var i = 0; i < count; i++)
        {
            if (flower[bases[i]])
            {
                bases[i] = top;
                if (!reached[i])
                {
                    reached[i] = true;
                    queue[tail++] = i;
                }
            }
        }

        return tail;
    }

    private int Meeting(int a, int b, int count)
    {
        path.AsSpan(0, count).Clear();
        while (true)
        {
            a = bases[a];
            path[a] = true;
            if (mates[a] < 0)
            {
                break;
            }

            a = parents[mates[a]];
        }

        while (true)
        {
            b = bases[b];
            if (path[b])
            {
                return b;
            }

            b = parents[mates[b]];
        }
    }

    private void Mark(int v, int top, int child)
    {
        while (bases[v] != top)
        {
            flower[bases[v]] = flower[bases[mates[v]]] = true;
            parents[v] = child;
            child = mates[v];
            v = parents[mates[v]];
        }
    }

    private void Flip(int v)
    {
        while (v >= 0)
        {
            var (before, next) = (parents[v], mates[parents[v]]);
            (mates[v], mates[before]) = (before, v);
            v = next;
        }
    }
}
