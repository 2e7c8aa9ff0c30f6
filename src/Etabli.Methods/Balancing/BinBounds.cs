namespace Etabli.Methods.Balancing;

/// <summary>
/// How many stations a set of tasks needs at least, its precedence forgotten: the bin-packing relaxation.
/// </summary>
/// <remarks>
/// Sources: S. Martello, P. Toth, Knapsack Problems, 1990, ch. 8 (bound L2); A. Scholl, Balancing and Sequencing of Assembly
/// Lines, 1999, § 2.2 (LM1 to LM3); bin completion: R. Korf, A new algorithm for optimal bin packing, AAAI 2002.
/// </remarks>
internal sealed class BinBounds(LineGraph graph)
{
    private readonly int[] times = new int[graph.Count];
    private readonly int[] rooms = new int[graph.Count];
    private readonly bool[] used = new bool[graph.Count];
    private int count;
    private long total;
    private int steps;

    /// <summary>Takes what is not done yet.</summary>
    public void Take(ReadOnlySpan<ulong> done)
    {
        (count, total) = (0, 0);
        foreach (var i in graph.ByTime)
        {
            if ((done[i >> 6] >> i & 1) == 0)
            {
                times[count++] = graph.Times[i];
                total += graph.Times[i];
            }
        }
    }

    /// <summary>A bound on the stations of what was taken; no less is possible.</summary>
    public int Least(int cycle)
    {
        var bound = (int)((total + cycle - 1) / cycle);
        return Math.Max(bound, Math.Max(Thresholds(cycle), Couples(cycle)));
    }

    /// <summary>Whether the linear relaxation over all fillings of a station shows that what was taken does not fit; false also where that costs too much to ask at every set.</summary>
    public bool IsBeyond(int cycle, int stations, long work) => PatternBound.Least(times.AsSpan(0, count), cycle, stations, stations + 1, work) > stations;

    /// <summary>The bound of the linear relaxation on the stations of what was taken.</summary>
    public int Packed(int cycle, long work) => PatternBound.Least(times.AsSpan(0, count), cycle, Least(cycle), int.MaxValue, work);

    /// <summary>Whether what was taken fits into so many stations; null when the steps ran out.</summary>
    public bool? Fits(int cycle, int stations, int most)
    {
        if (BestFit(cycle) <= stations)
        {
            return true;
        }

        steps = most;
        used.AsSpan(0, count).Clear();
        return Complete(0, stations, ((long)cycle * stations) - total, cycle);
    }

    // L2: for a threshold k, tasks above c - k stand alone, those above c/2 too; what they leave takes those of k and more.
    private int Thresholds(int cycle)
    {
        var (best, big) = (0, 0);
        while (big < count && 2L * times[big] > cycle)
        {
            big++;
        }

        // Tasks of c/2 and less join one value at a time; from "above" on, the big ones leave room for that value.
        var (above, lower) = (big, big);
        var (left, lowerSum) = (0L, 0L);
        while (lower < count)
        {
            var k = times[lower];
            while (lower < count && times[lower] == k)
            {
                lowerSum += times[lower++];
            }

            while (above > 0 && times[above - 1] <= cycle - k)
            {
                left += times[--above];
            }

            var room = ((long)(big - above) * cycle) - left;
            var more = lowerSum > room ? (int)((lowerSum - room + cycle - 1) / cycle) : 0;
            best = Math.Max(best, big + more);
        }

        return Math.Max(best, big);
    }

    // Of the tasks above a third of the cycle at most two share a station: the fewest are found by pairing the longest with the shortest.
    private int Couples(int cycle)
    {
        var last = count - 1;
        while (last >= 0 && 3L * times[last] <= cycle)
        {
            last--;
        }

        var stations = 0;
        for (var first = 0; first <= last; first++, stations++)
        {
            if (first < last && times[first] + times[last] <= cycle)
            {
                last--;
            }
        }

        return stations;
    }

    private int BestFit(int cycle)
    {
        var open = 0;
        for (var i = 0; i < count; i++)
        {
            var (best, room) = (-1, int.MaxValue);
            for (var b = 0; b < open; b++)
            {
                if (rooms[b] >= times[i] && rooms[b] < room)
                {
                    (best, room) = (b, rooms[b]);
                }
            }

            if (best < 0)
            {
                (best, rooms[open]) = (open, cycle);
                open++;
            }

            rooms[best] -= times[i];
        }

        return open;
    }

    // The longest task left gets its station, completed in every way that can matter and wastes no more than may be wasted.
    private bool? Complete(int first, int stations, long waste, int cycle)
    {
        while (first < count && used[first])
        {
            first++;
        }

        if (first == count)
        {
            return true;
        }

        if (stations == 0)
        {
            return false;
        }

        used[first] = true;
        var answer = Fill(first, first + 1, cycle - times[first], stations, waste, cycle);
        used[first] = false;
        return answer;
    }

    private bool? Fill(int first, int from, int room, int stations, long waste, int cycle)
    {
        if (--steps < 0)
        {
            return null;
        }

        var open = false;
        var unknown = false;
        var last = -1;
        for (var i = from; i < count; i++)
        {
            // Of equal tasks, the first that is free stands for all.
            if (used[i] || times[i] > room || times[i] == last)
            {
                continue;
            }

            last = times[i];
            open = true;
            used[i] = true;
            var answer = Fill(first, i + 1, room - times[i], stations, waste, cycle);
            used[i] = false;
            if (answer == true)
            {
                return true;
            }

            unknown |= answer is null;
            if (steps < 0)
            {
                return null;
            }

            // A task that fills the station to its end is as good as any other filling.
            if (times[i] == room)
            {
                return unknown ? null : false;
            }
        }

        // A station a free task still fits in is no worse when it takes it: only full ones are followed.
        if (!open && room <= waste && !Lacks(from, room))
        {
            var answer = Complete(first + 1, stations - 1, waste - room, cycle);
            return answer == true ? true : unknown || answer is null ? null : false;
        }

        return unknown ? null : false;
    }

    // Whether a free task passed over on the way here would still fit.
    private bool Lacks(int from, int room)
    {
        for (var i = from - 1; i >= 0; i--)
        {
            if (!used[i] && times[i] <= room)
            {
                return true;
            }
        }

        return false;
    }
}
