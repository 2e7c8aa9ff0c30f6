namespace Etabli.Methods.Balancing;

/// <summary>What a balance breaks (fr: écart d’un équilibrage).</summary>
public enum BalanceFault
{
    /// <summary>A task has no station, or there is a station for no task.</summary>
    NoStation,

    /// <summary>A task stands before one it waits for.</summary>
    TooEarly,

    /// <summary>A station has more work than the cycle.</summary>
    TooMuchWork,
}

/// <summary>One thing a balance breaks.</summary>
/// <param name="Fault">What.</param>
/// <param name="Task">The task it is about; null when it is about a station.</param>
/// <param name="Other">The task that should come first; null when it is about one thing.</param>
/// <param name="Station">The station, from 0; null when there is none.</param>
/// <param name="Work">Work of the station, when it is too much.</param>
public sealed record BalanceBreach(BalanceFault Fault, LineTask? Task = null, LineTask? Other = null, int? Station = null, long? Work = null);

/// <summary>Checks a balance without any of the searches' code.</summary>
public static class BalanceCheck
{
    /// <summary>All that a balance breaks; nothing when it is one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stations">Station of each task, from 0, in the order of the line's tasks.</param>
    /// <param name="cycle">c. Range: &gt; 0.</param>
    /// <remarks>O(tasks + arcs). Source: the definition of the problem, I. Baybars, A survey of exact algorithms for the simple assembly line balancing problem, Management Science 32(8), 1986.</remarks>
    public static IReadOnlyList<BalanceBreach> Of(AssemblyLine line, IReadOnlyList<int> stations, int cycle)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(stations);
        Argument.Positive(cycle, nameof(cycle));
        var breaches = new List<BalanceBreach>();
        for (var i = 0; i < line.Tasks.Count; i++)
        {
            if (i >= stations.Count || stations[i] < 0)
            {
                breaches.Add(new(BalanceFault.NoStation, line.Tasks[i]));
            }
        }

        if (stations.Count > line.Tasks.Count)
        {
            breaches.Add(new(BalanceFault.NoStation));
        }

        foreach (var arc in line.Arcs)
        {
            if (arc.Before < stations.Count && arc.After < stations.Count && stations[arc.Before] > stations[arc.After] && stations[arc.After] >= 0)
            {
                breaches.Add(new(BalanceFault.TooEarly, line.Tasks[arc.After], line.Tasks[arc.Before], stations[arc.After]));
            }
        }

        foreach (var load in line.Tasks.Take(stations.Count).Select((t, i) => (t.Time, Station: stations[i])).Where(t => t.Station >= 0).GroupBy(t => t.Station).OrderBy(g => g.Key))
        {
            var work = load.Sum(t => (long)t.Time);
            if (work > cycle)
            {
                breaches.Add(new(BalanceFault.TooMuchWork, Station: load.Key, Work: work));
            }
        }

        return breaches;
    }
}
