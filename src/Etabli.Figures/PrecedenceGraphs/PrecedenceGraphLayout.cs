namespace Etabli.Figures.PrecedenceGraphs;

/// <summary>A place of a column: a task, or where an arc passes between tasks.</summary>
internal sealed class GraphPlace(int level, int task, double tall)
{
    internal int Level { get; } = level;

    /// <summary>Place of the task in the graph; below 0 where an arc passes.</summary>
    internal int Task { get; } = task;

    internal double Tall { get; } = tall;

    internal double Y { get; set; }

    internal List<GraphPlace> Before { get; } = [];

    internal List<GraphPlace> Next { get; } = [];
}

/// <summary>One arc: the places it goes through, its two tasks included.</summary>
internal sealed record GraphArc(int From, int To, IReadOnlyList<GraphPlace> Through);

/// <summary>
/// Columns by level, each task one column after the last it waits for. Inside a column, what is linked lies level: the order
/// by the middle of the neighbours, then heights as near to theirs as the distances allow.
/// </summary>
internal sealed class PrecedenceGraphLayout
{
    internal const double Tall = 13;
    private const double Thin = 2.4;
    private const double Gap = 3;
    private const int Sweeps = 12;

    private PrecedenceGraphLayout(IReadOnlyList<IReadOnlyList<GraphPlace>> levels, IReadOnlyList<GraphPlace> tasks, IReadOnlyList<GraphArc> arcs, double height, IReadOnlySet<(int From, int To)> chain, decimal chainTime) =>
        (Levels, Tasks, Arcs, Height, Chain, ChainTime) = (levels, tasks, arcs, height, chain, chainTime);

    internal IReadOnlyList<IReadOnlyList<GraphPlace>> Levels { get; }

    internal IReadOnlyList<GraphPlace> Tasks { get; }

    internal IReadOnlyList<GraphArc> Arcs { get; }

    internal double Height { get; }

    /// <summary>Arcs of the chain whose times add up to the most.</summary>
    internal IReadOnlySet<(int From, int To)> Chain { get; }

    internal decimal ChainTime { get; }

    internal static PrecedenceGraphLayout Of(PrecedenceGraph graph)
    {
        var (levels, order) = Level(graph);
        var arcs = Arc(graph);
        var tasks = graph.Tasks.Select((_, i) => new GraphPlace(levels[i], i, Tall)).ToArray();
        var columns = Enumerable.Range(0, levels.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<GraphPlace>()).ToArray();
        foreach (var i in order)
        {
            columns[levels[i]].Add(tasks[i]);
        }

        var drawn = new List<GraphArc>();
        foreach (var (from, to) in arcs)
        {
            List<GraphPlace> through = [tasks[from]];
            for (var level = levels[from] + 1; level < levels[to]; level++)
            {
                GraphPlace pass = new(level, -1, Thin);
                columns[level].Add(pass);
                through.Add(pass);
            }

            through.Add(tasks[to]);
            foreach (var (a, b) in through.Zip(through.Skip(1)))
            {
                a.Next.Add(b);
                b.Before.Add(a);
            }

            drawn.Add(new(from, to, through));
        }

        Sort(columns);
        var height = Settle(columns);
        var (chain, time) = Longest(graph, arcs, order);
        return new(columns, tasks, drawn, height, chain, time);
    }

    private static List<(int From, int To)> Arc(PrecedenceGraph graph)
    {
        var places = graph.Tasks.Index().ToDictionary(t => t.Item.Number, t => t.Index, StringComparer.OrdinalIgnoreCase);
        return [.. graph.Tasks.SelectMany((t, i) => t.After.Where(places.ContainsKey).Select(a => (places[a], i))).Distinct()];
    }

    private static (int[] Levels, List<int> Order) Level(PrecedenceGraph graph)
    {
        var arcs = Arc(graph);
        var next = arcs.ToLookup(a => a.From, a => a.To);
        var waits = new int[graph.Tasks.Count];
        foreach (var (_, to) in arcs)
        {
            waits[to]++;
        }

        var levels = new int[waits.Length];
        List<int> order = [.. Enumerable.Range(0, waits.Length).Where(i => waits[i] == 0)];
        for (var at = 0; at < order.Count; at++)
        {
            foreach (var to in next[order[at]])
            {
                levels[to] = Math.Max(levels[to], levels[order[at]] + 1);
                if (--waits[to] == 0)
                {
                    order.Add(to);
                }
            }
        }

        return order.Count == waits.Length ? (levels, order) : throw new ArgumentException("Tasks wait for each other.", nameof(graph));
    }

    private static (HashSet<(int, int)> Chain, decimal Time) Longest(PrecedenceGraph graph, List<(int From, int To)> arcs, List<int> order)
    {
        var before = arcs.ToLookup(a => a.To, a => a.From);
        var ends = new decimal[order.Count];
        var last = new int[order.Count];
        foreach (var i in order)
        {
            last[i] = before[i].OrderByDescending(b => ends[b]).FirstOrDefault(-1);
            ends[i] = graph.Tasks[i].Time + (last[i] < 0 ? 0 : ends[last[i]]);
        }

        HashSet<(int, int)> chain = [];
        var at = order.Count == 0 ? -1 : order.MaxBy(i => ends[i]);
        var time = at < 0 ? 0 : ends[at];
        for (; at >= 0 && last[at] >= 0; at = last[at])
        {
            chain.Add((last[at], at));
        }

        return (chain, time);
    }

    private static void Sort(List<GraphPlace>[] columns)
    {
        var rank = columns.SelectMany(c => c.Select((p, i) => (p, i))).ToDictionary(p => p.p, p => (double)p.i);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns : columns.Reverse())
            {
                List<GraphPlace> sorted = [.. column.OrderBy(p => (sweep % 2 == 0 ? p.Before : p.Next) is { Count: > 0 } near ? near.Average(n => rank[n]) : rank[p])];
                for (var i = 0; i < sorted.Count; i++)
                {
                    (column[i], rank[sorted[i]]) = (sorted[i], i);
                }
            }
        }
    }

    /// <summary>Heights: as near as can be to the middle of the neighbours, the order and the distances kept.</summary>
    private static double Settle(List<GraphPlace>[] columns)
    {
        foreach (var column in columns)
        {
            Stack(column, [.. column.Select((_, i) => i * (Tall + Gap))]);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns : columns.Reverse())
            {
                Stack(column, [.. column.Select(p => (sweep % 2 == 0 ? p.Before : p.Next) is { Count: > 0 } near ? near.Average(n => n.Y) : p.Y)]);
            }
        }

        var places = columns.SelectMany(c => c).ToList();
        var top = places.Count == 0 ? 0 : places.Min(p => p.Y - p.Tall / 2);
        places.ForEach(p => p.Y -= top);
        return places.Count == 0 ? 0 : places.Max(p => p.Y + p.Tall / 2);
    }

    // Least squares under least distances: the means of the groups that would cross, pooled (isotonic regression).
    private static void Stack(List<GraphPlace> column, double[] wanted)
    {
        var offsets = new double[column.Count];
        for (var i = 1; i < column.Count; i++)
        {
            offsets[i] = offsets[i - 1] + (column[i - 1].Tall + column[i].Tall) / 2 + Gap;
        }

        List<(double Sum, int Count)> pools = [];
        for (var i = 0; i < column.Count; i++)
        {
            pools.Add((wanted[i] - offsets[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        var at = 0;
        foreach (var (sum, count) in pools)
        {
            for (var k = 0; k < count; k++, at++)
            {
                column[at].Y = sum / count + offsets[at];
            }
        }
    }
}
