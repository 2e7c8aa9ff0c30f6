namespace Etabli.Methods.ValueStreams;

/// <summary>The links of a stream as indices, sorted along the flow.</summary>
internal sealed class StreamGraph
{
    private readonly List<int>[] next;
    private readonly int[] entering;

    public StreamGraph(ValueStream stream)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in stream.Steps)
        {
            index.Add(step.Code, index.Count);
        }

        next = [.. stream.Steps.Select(_ => new List<int>())];
        entering = new int[next.Length];
        foreach (var link in stream.Links)
        {
            var to = index[link.To];
            next[index[link.From]].Add(to);
            entering[to]++;
        }

        Order = Sort();
    }

    /// <summary>Steps along the flow; shorter than the steps when there is a cycle.</summary>
    public IReadOnlyList<int> Order { get; }

    public bool HasCycle => Order.Count < next.Length;

    public bool IsSource(int step) => entering[step] == 0;

    /// <summary>One cycle, in the order of its links; empty when there is none.</summary>
    public List<int> Cycle()
    {
        if (!HasCycle)
        {
            return [];
        }

        // Every step the sort left behind and that is not merely downstream of a cycle leads to another such step.
        var left = new HashSet<int>(Enumerable.Range(0, next.Length));
        left.ExceptWith(Order);
        while (left.RemoveWhere(s => !next[s].Exists(left.Contains)) > 0)
        {
        }

        var walk = new List<int>();
        var at = left.Min();
        while (!walk.Contains(at))
        {
            walk.Add(at);
            at = next[at].First(left.Contains);
        }

        return walk[walk.IndexOf(at)..];
    }

    /// <summary>The path of the largest sum; the first found among equals. O(steps + links).</summary>
    public List<int> Longest(double[] weights)
    {
        var tail = new double[next.Length];
        var then = new int[next.Length];
        for (var i = Order.Count - 1; i >= 0; i--)
        {
            var step = Order[i];
            then[step] = -1;
            foreach (var to in next[step])
            {
                if (then[step] < 0 || tail[to] > tail[then[step]])
                {
                    then[step] = to;
                }
            }

            tail[step] = weights[step] + (then[step] < 0 ? 0 : tail[then[step]]);
        }

        var best = -1;
        for (var step = 0; step < next.Length; step++)
        {
            if (IsSource(step) && (best < 0 || tail[step] > tail[best]))
            {
                best = step;
            }
        }

        var path = new List<int>();
        for (var at = best; at >= 0; at = then[at])
        {
            path.Add(at);
        }

        return path;
    }

    /// <summary>How many branches there are, from a step nothing enters to a step nothing leaves; a double, as it may be huge.</summary>
    public double CountPaths()
    {
        var paths = new double[next.Length];
        var total = 0d;
        for (var i = Order.Count - 1; i >= 0; i--)
        {
            var step = Order[i];
            paths[step] = next[step].Count == 0 ? 1 : next[step].Sum(to => paths[to]);
            total += IsSource(step) ? paths[step] : 0;
        }

        return total;
    }

    /// <summary>The first branches, depth first in the order of steps and links.</summary>
    public List<int[]> Paths(int most)
    {
        var found = new List<int[]>();
        var path = new List<int>();
        var turn = new List<int>();
        for (var source = 0; source < next.Length && found.Count < most; source++)
        {
            if (!IsSource(source))
            {
                continue;
            }

            path.Add(source);
            turn.Add(0);
            while (path.Count > 0 && found.Count < most)
            {
                Advance(path, turn, found);
            }

            path.Clear();
            turn.Clear();
        }

        return found;
    }

    private void Advance(List<int> path, List<int> turn, List<int[]> found)
    {
        var onward = next[path[^1]];
        if (onward.Count == 0)
        {
            found.Add([.. path]);
        }

        if (turn[^1] < onward.Count)
        {
            path.Add(onward[turn[^1]++]);
            turn.Add(0);
        }
        else
        {
            path.RemoveAt(path.Count - 1);
            turn.RemoveAt(turn.Count - 1);
        }
    }

    private List<int> Sort()
    {
        var waiting = entering.ToArray();
        var order = new List<int>(next.Length);
        for (var step = 0; step < next.Length; step++)
        {
            if (waiting[step] == 0)
            {
                order.Add(step);
            }
        }

        for (var i = 0; i < order.Count; i++)
        {
            foreach (var to in next[order[i]])
            {
                if (--waiting[to] == 0)
                {
                    order.Add(to);
                }
            }
        }

        return order;
    }
}
