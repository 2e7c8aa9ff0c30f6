namespace Etabli.Methods.Balancing;

/// <summary>Finds tasks that wait for each other.</summary>
internal static class LineCircle
{
    /// <summary>One circle, its first task again at the end; null when there is none. O(tasks + arcs), without recursion.</summary>
    public static IReadOnlyList<int>? In(int count, IEnumerable<LineArc> arcs)
    {
        var next = new List<int>[count];
        foreach (var arc in arcs)
        {
            (next[arc.Before] ??= []).Add(arc.After);
        }

        var state = new byte[count];
        var (path, turn) = (new Stack<int>(), new int[count]);
        for (var start = 0; start < count; start++)
        {
            if (state[start] != 0)
            {
                continue;
            }

            path.Push(start);
            state[start] = 1;
            while (path.TryPeek(out var at))
            {
                if (next[at] is not { } list || turn[at] == list.Count)
                {
                    state[at] = 2;
                    path.Pop();
                    continue;
                }

                var to = list[turn[at]++];
                if (state[to] == 1)
                {
                    List<int> circle = [to, .. path.TakeWhile(i => i != to), to];
                    circle.Reverse();
                    return circle;
                }

                if (state[to] == 0)
                {
                    state[to] = 1;
                    path.Push(to);
                }
            }
        }

        return null;
    }
}
