using System.Numerics;

namespace Etabli.Methods.Balancing;

/// <summary>
/// A line as the searches read it: tasks numbered so that a task comes before all that wait for it, the heavier of two first
/// (weight: its time and that of all that waits for it), sets of tasks as bits.
/// </summary>
internal sealed class LineGraph
{
    public readonly int Count;

    /// <summary>64-bit words of a set of tasks.</summary>
    public readonly int Words;

    public readonly int[] Times;
    public readonly int Total;

    /// <summary>Place of each task in the line it was made from.</summary>
    public readonly int[] Origin;

    /// <summary>Tasks that wait directly.</summary>
    public readonly int[][] Next;

    /// <summary>Count of tasks directly waited for.</summary>
    public readonly int[] Waits;

    /// <summary>Time of a task and of all that waits for it.</summary>
    public readonly long[] Weights;

    /// <summary>Tasks from the longest to the shortest.</summary>
    public readonly int[] ByTime;

    /// <summary>Random bits that name each task in the name of a set.</summary>
    public readonly ulong[] Names;

    private readonly ulong[] after;
    private readonly ulong[] before;

    private LineGraph(int[] times, int[] origin, int[][] next)
    {
        (Count, Times, Origin, Next) = (times.Length, times, origin, next);
        Words = (Count + 63) / 64;
        after = new ulong[Count * Words];
        before = new ulong[Count * Words];
        Waits = new int[Count];
        Weights = new long[Count];
        Names = new ulong[Count];
        var seed = 0x9E3779B97F4A7C15UL;
        for (var i = Count - 1; i >= 0; i--)
        {
            var row = after.AsSpan(i * Words, Words);
            foreach (var s in next[i])
            {
                Waits[s]++;
                row[s >> 6] |= 1UL << s;
                Union(row, After(s));
            }

            Weights[i] = times[i] + Sum(row);
            Total += times[i];
            Names[i] = Next64(ref seed);
        }

        for (var i = 0; i < Count; i++)
        {
            foreach (var s in Members(After(i)))
            {
                before[(s * Words) + (i >> 6)] |= 1UL << i;
            }
        }

        ByTime = [.. Enumerable.Range(0, Count).OrderByDescending(i => times[i]).ThenBy(i => i)];
    }

    public static LineGraph Of(AssemblyLine line, bool backward = false)
    {
        var count = line.Tasks.Count;
        var next = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            next[i] = [];
        }

        foreach (var arc in line.Arcs)
        {
            next[backward ? arc.After : arc.Before].Add(backward ? arc.Before : arc.After);
        }

        // Weight needs the closure, the closure an order: a first order by levels, then the order by weight.
        var levels = Levels(next);
        var place = new int[count];
        for (var i = 0; i < count; i++)
        {
            place[levels[i]] = i;
        }

        var first = new LineGraph([.. levels.Select(i => line.Tasks[i].Time)], levels, [.. levels.Select(i => next[i].Select(s => place[s]).ToArray())]);
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(i => first.Weights[i]).ThenBy(i => i)];
        for (var i = 0; i < count; i++)
        {
            place[order[i]] = i;
        }

        return new([.. order.Select(i => first.Times[i])], [.. order.Select(i => levels[i])], [.. order.Select(i => first.Next[i].Select(s => place[s]).ToArray())]);
    }

    /// <summary>All that waits for a task, near and far.</summary>
    public ReadOnlySpan<ulong> After(int task) => after.AsSpan(task * Words, Words);

    /// <summary>All a task waits for, near and far.</summary>
    public ReadOnlySpan<ulong> Before(int task) => before.AsSpan(task * Words, Words);

    public bool IsAfter(int task, int other) => (after[(other * Words) + (task >> 6)] >> task & 1) != 0;

    public long Sum(ReadOnlySpan<ulong> set)
    {
        var sum = 0L;
        for (var w = 0; w < set.Length; w++)
        {
            for (var bits = set[w]; bits != 0; bits &= bits - 1)
            {
                sum += Times[(w << 6) + BitOperations.TrailingZeroCount(bits)];
            }
        }

        return sum;
    }

    public static bool Within(ReadOnlySpan<ulong> inner, ReadOnlySpan<ulong> outer)
    {
        for (var w = 0; w < inner.Length; w++)
        {
            if ((inner[w] & ~outer[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public static IEnumerable<int> Members(ReadOnlySpan<ulong> set)
    {
        var members = new List<int>();
        for (var w = 0; w < set.Length; w++)
        {
            for (var bits = set[w]; bits != 0; bits &= bits - 1)
            {
                members.Add((w << 6) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return members;
    }

    private static void Union(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var w = 0; w < set.Length; w++)
        {
            set[w] |= other[w];
        }
    }

    private static int[] Levels(List<int>[] next)
    {
        var waits = new int[next.Length];
        foreach (var s in next.SelectMany(s => s))
        {
            waits[s]++;
        }

        var order = new List<int>(next.Length);
        order.AddRange(Enumerable.Range(0, next.Length).Where(i => waits[i] == 0));
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var s in next[order[i]])
            {
                if (--waits[s] == 0)
                {
                    order.Add(s);
                }
            }
        }

        return [.. order];
    }

    // SplitMix64: S. Vigna, public domain description.
    private static ulong Next64(ref ulong seed)
    {
        unchecked
        {
            seed += 0x9E3779B97F4A7C15UL;
            var z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
