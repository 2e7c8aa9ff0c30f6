namespace Etabli.Methods.Balancing;

/// <summary>The oldest rule for a first balance: the task that most work waits for comes first (fr: poids positionnels).</summary>
/// <remarks>
/// A starting proposal, without a bound: nobody knows what is left; <see cref="LineBalancer"/> says it.
/// Source: W. B. Helgeson, D. P. Birnie, Assembly line balancing using the ranked positional weight technique, Journal of
/// Industrial Engineering 12(6), 1961.
/// </remarks>
public static class RankedWeights
{
    /// <summary>Weight of each task: its time and that of all that waits for it, in the order of the line's tasks.</summary>
    /// <param name="line">The line.</param>
    /// <remarks>O(tasks²) bits.</remarks>
    /// <example><code>RankedWeights.Of(AssemblyLine.Of([new("a", 4), new("b", 5), new("c", 3)], [new(0, 2)])); // 7, 5, 3</code></example>
    public static IReadOnlyList<long> Of(AssemblyLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var graph = LineGraph.Of(line);
        var weights = new long[graph.Count];
        for (var i = 0; i < graph.Count; i++)
        {
            weights[graph.Origin[i]] = graph.Weights[i];
        }

        return Listed.Of(weights);
    }

    /// <summary>Station of each task, from 0: stations are filled one after the other, each time with the heaviest task that may be done and still fits.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cycle">c. Range: the longest task or more.</param>
    /// <exception cref="LineException">A task is longer than the cycle.</exception>
    /// <remarks>O(tasks² + arcs). Of two tasks of one weight, the first of the list.</remarks>
    /// <example><code>RankedWeights.Balance(line, cycle: 525).Max() + 1; // stations</code></example>
    public static IReadOnlyList<int> Balance(AssemblyLine line, int cycle)
    {
        ArgumentNullException.ThrowIfNull(line);
        Argument.Positive(cycle, nameof(cycle));
        if (line.Longest > cycle)
        {
            throw new LineException(LineFault.TaskTooLong, [line.Tasks.First(t => t.Time > cycle).Id]);
        }

        var weights = Of(line);
        var next = line.Arcs.ToLookup(a => a.Before, a => a.After);
        var waits = new int[line.Tasks.Count];
        foreach (var arc in line.Arcs)
        {
            waits[arc.After]++;
        }

        List<int> ranked = [.. Enumerable.Range(0, line.Tasks.Count).OrderByDescending(i => weights[i]).ThenBy(i => i)];
        var stations = new int[line.Tasks.Count];
        for (var (station, left) = (0, cycle); ranked.Count > 0;)
        {
            var at = ranked.FindIndex(i => waits[i] == 0 && line.Tasks[i].Time <= left);
            if (at < 0)
            {
                (station, left) = (station + 1, cycle);
                continue;
            }

            var task = ranked[at];
            ranked.RemoveAt(at);
            stations[task] = station;
            left -= line.Tasks[task].Time;
            foreach (var after in next[task])
            {
                waits[after]--;
            }
        }

        return Listed.Of(stations);
    }
}
