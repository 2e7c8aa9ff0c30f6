namespace Etabli.Methods.Balancing;

/// <summary>The fewest stations of a cycle, the shortest cycle of so many stations: proved, or with what is still possible.</summary>
public static class LineBalancer
{
    private const int Slice = 64;

    /// <summary>The fewest stations that keep the cycle (SALBP-1).</summary>
    /// <param name="line">The line.</param>
    /// <param name="cycle">c, in the line's unit. Range: the longest task or more.</param>
    /// <param name="budget">What may be spent; nothing given: until it is proved.</param>
    /// <param name="progress">Told each time the answer or the bound is better.</param>
    /// <param name="stop">Ends the search; the best so far is the answer.</param>
    /// <exception cref="LineException">A task is longer than the cycle.</exception>
    /// <remarks>
    /// Worst case exponential in the tasks. Sources: branch, bound and remember, see <see cref="LineSearch"/>; the bounds, see
    /// <see cref="BinBounds"/>; Hoffmann's loads for a first answer.
    /// </remarks>
    /// <example><code>LineBalancer.Fewest(line, cycle: 525).Count;</code></example>
    public static LineBalance Fewest(AssemblyLine line, int cycle, BalanceBudget? budget = null, IProgress<BalanceProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        Argument.Positive(cycle, nameof(cycle));
        if (line.Longest > cycle)
        {
            throw new LineException(LineFault.TaskTooLong, [line.Tasks.First(t => t.Time > cycle).Id]);
        }

        var pair = new SearchPair(line, budget ?? new(), stop);
        var (best, count) = pair.First(cycle, pair.Least(cycle), rounds: 6);
        int[] times = [.. line.Tasks.Select(t => t.Time)];
        var bound = Math.Min(PatternBound.Least(times, cycle, pair.Least(cycle), count), count);
        progress?.Report(new(count, cycle, bound, 0));
        while (bound < count)
        {
            var (end, found) = pair.Decide(cycle, count - 1, long.MaxValue);
            if (end == SearchEnd.Found)
            {
                best = found!;
                count = best.Max() + 1;
            }
            else if (end == SearchEnd.None)
            {
                bound = count;
            }
            else
            {
                return new(best, count, cycle, bound, end == SearchEnd.Full ? BalanceEnd.Memory : BalanceEnd.Budget, pair.Nodes, pair.Bytes);
            }

            progress?.Report(new(count, cycle, bound, pair.Nodes));
        }

        return new(best, count, cycle, bound, BalanceEnd.Proved, pair.Nodes, pair.Bytes);
    }

    /// <summary>The shortest cycle of so many stations (SALBP-2).</summary>
    /// <param name="line">The line.</param>
    /// <param name="stations">m. Range: &gt; 0.</param>
    /// <param name="budget">What may be spent; nothing given: until it is proved.</param>
    /// <param name="progress">Told each time the answer or the bound is better.</param>
    /// <param name="stop">Ends the search; the best so far is the answer.</param>
    /// <remarks>Cycles are tried with the search of <see cref="Fewest"/>: halving what lies between bound and answer, then both ends in turn with more patience each time.</remarks>
    /// <example><code>LineBalancer.Fastest(line, stations: 5).Cycle;</code></example>
    public static LineBalance Fastest(AssemblyLine line, int stations, BalanceBudget? budget = null, IProgress<BalanceProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        Argument.Positive(stations, nameof(stations));
        var pair = new SearchPair(line, budget ?? new(), stop);
        var bound = CycleBound(line, stations);
        for (var high = Math.Max(bound, line.Total); bound < high;)
        {
            var middle = bound + ((high - bound) / 2);
            (bound, high) = pair.Least(middle) > stations ? (middle + 1, high) : (bound, middle);
        }

        // A first answer: the smallest cycle the quick balances keep within the stations.
        var (low, most) = (bound, Math.Max(bound, line.Total));
        var best = new int[line.Tasks.Count];
        while (low < most)
        {
            var middle = low + ((most - low) / 2);
            var (quick, count) = pair.First(middle, stations, rounds: 4);
            if (count <= stations)
            {
                best = quick;
                most = Math.Min(middle, Longest(line, quick));
            }
            else
            {
                low = middle + 1;
            }
        }

        var cycle = Longest(line, best);
        bound = PackedBound(line, stations, bound, cycle, stop);
        progress?.Report(new(stations, cycle, bound, 0));
        var (patience, full) = (2_000L, false);
        for (var turn = 0; bound < cycle; turn++)
        {
            var aim = (turn % 3) switch { 0 => bound + ((cycle - bound) / 2), 1 => cycle - 1, _ => bound };
            var (end, found) = pair.Decide(aim, stations, patience);
            if (end == SearchEnd.Found)
            {
                (best, turn) = (found!, -1);
                cycle = Longest(line, best);
            }
            else if (end == SearchEnd.None)
            {
                (bound, turn) = (aim + 1, -1);
            }
            else if (pair.IsSpent || (end == SearchEnd.Full && full && turn % 3 == 2))
            {
                return new(best, stations, cycle, bound, pair.IsSpent ? BalanceEnd.Budget : BalanceEnd.Memory, pair.Nodes, pair.Bytes);
            }
            else
            {
                full |= end == SearchEnd.Full;
                patience += patience / 2;
                continue;
            }

            progress?.Report(new(stations, cycle, bound, pair.Nodes));
        }

        return new(best, stations, cycle, cycle, BalanceEnd.Proved, pair.Nodes, pair.Bytes);
    }

    // Σt/m rounded up; the longest task; of the k·m + 1 longest tasks the k + 1 shortest stand somewhere together.
    private static int CycleBound(AssemblyLine line, int stations)
    {
        var bound = Math.Max(Math.Max(1, line.Longest), (line.Total + stations - 1) / stations);
        int[] times = [.. line.Tasks.Select(t => t.Time).OrderDescending()];
        for (var k = 1; (k * (long)stations) < times.Length; k++)
        {
            bound = Math.Max(bound, times.AsSpan((k * stations) - k, k + 1).ToArray().Sum());
        }

        return bound;
    }

    // A cycle whose packing needs more stations is too short, and so are all below it.
    private static int PackedBound(AssemblyLine line, int stations, int bound, int cycle, CancellationToken stop)
    {
        int[] times = [.. line.Tasks.Select(t => t.Time)];
        for (var high = cycle; bound < high && !stop.IsCancellationRequested;)
        {
            var middle = bound + ((high - bound) / 2);
            (bound, high) = PatternBound.Least(times, middle, stations, stations + 1, 50_000_000) > stations ? (middle + 1, high) : (bound, middle);
        }

        return bound;
    }

    private static int Longest(AssemblyLine line, int[] stations)
    {
        var loads = new int[stations.Max() + 1];
        for (var i = 0; i < stations.Length; i++)
        {
            loads[stations[i]] += line.Tasks[i].Time;
        }

        return Math.Max(1, loads.Max());
    }

    /// <summary>A line searched from its beginning and from its end, on one thread in turn or on two at once.</summary>
    private sealed class SearchPair(AssemblyLine line, BalanceBudget budget, CancellationToken stop)
    {
        private readonly LineSearch forward = new(LineGraph.Of(line), budget.Memory / 2);
        private readonly LineSearch backward = new(LineGraph.Of(line, backward: true), budget.Memory / 2);

        public long Nodes => forward.Nodes + backward.Nodes;

        public long Bytes => forward.Bytes + backward.Bytes;

        public bool IsSpent => stop.IsCancellationRequested || Nodes >= budget.Nodes;

        public int Least(int cycle) => Math.Max(forward.Least(cycle), backward.Least(cycle));

        public (int[] Stations, int Count) First(int cycle, int enough, int rounds)
        {
            var (there, few) = new FirstBalance(forward.Graph, forward.Loads).Fewest(cycle, enough, rounds, stop);
            if (few <= enough)
            {
                return (Back(there, few, forward), few);
            }

            var (back, less) = new FirstBalance(backward.Graph, backward.Loads).Fewest(cycle, enough, rounds, stop);
            return less < few ? (Back(back, less, backward), less) : (Back(there, few, forward), few);
        }

        /// <summary>Whether so many stations keep the cycle; undecided when the patience, the budget or the memory ends.</summary>
        public (SearchEnd End, int[]? Stations) Decide(int cycle, int stations, long patience)
        {
            forward.Begin(cycle, stations);
            backward.Begin(cycle, stations);
            var until = patience > long.MaxValue - Nodes ? long.MaxValue : Nodes + patience;
            var (winner, end) = budget.Threads > 1 ? AtOnce(until) : InTurn(until);
            return (end, end == SearchEnd.Found ? Back(winner.Found(), stations, winner) : null);
        }

        private (LineSearch Winner, SearchEnd End) InTurn(long until)
        {
            var bothFull = (false, false);
            while (!IsSpent && Nodes < until)
            {
                foreach (var search in new[] { forward, backward })
                {
                    if (search == forward ? bothFull.Item1 : bothFull.Item2)
                    {
                        continue;
                    }

                    var end = search.Go(Slice, () => IsSpent);
                    if (end is SearchEnd.Found or SearchEnd.None)
                    {
                        return (search, end);
                    }

                    if (end == SearchEnd.Full)
                    {
                        bothFull = search == forward ? (true, bothFull.Item2) : (bothFull.Item1, true);
                    }
                }

                if (bothFull == (true, true))
                {
                    return (forward, SearchEnd.Full);
                }
            }

            return (forward, SearchEnd.Stopped);
        }

        private (LineSearch Winner, SearchEnd End) AtOnce(long until)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var limit = until;
            SearchEnd Run(LineSearch search)
            {
                var end = SearchEnd.Stopped;
                while (!over.IsCancellationRequested && Nodes < Math.Min(limit, budget.Nodes) && end == SearchEnd.Stopped)
                {
                    end = search.Go(Slice, () => over.IsCancellationRequested);
                }

                if (end is SearchEnd.Found or SearchEnd.None)
                {
                    over.Cancel();
                }

                return end;
            }

            var other = Task.Factory.StartNew(() => Run(backward), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var there = Run(forward);
            var back = other.GetAwaiter().GetResult();
            return there is SearchEnd.Found or SearchEnd.None ? (forward, there)
                : back is SearchEnd.Found or SearchEnd.None ? (backward, back)
                : (forward, there == SearchEnd.Full && back == SearchEnd.Full ? SearchEnd.Full : SearchEnd.Stopped);
        }

        // In the order of the line's tasks, the first station first.
        private int[] Back(int[] found, int count, LineSearch search)
        {
            var stations = new int[found.Length];
            for (var i = 0; i < found.Length; i++)
            {
                stations[search.Graph.Origin[i]] = search == backward ? count - 1 - found[i] : found[i];
            }

            var first = stations.Min();
            for (var i = 0; i < stations.Length; i++)
            {
                stations[i] -= first;
            }

            return stations;
        }
    }
}
