namespace Etabli.Plant.Tasks;

/// <summary>What must be done before what (fr: antériorités).</summary>
public static class Precedence
{
    /// <summary>Things that wait for themselves, in the order one waits for the next; empty when there are none. What waits for something unknown waits for nothing.</summary>
    public static IReadOnlyList<string> Cycle(IEnumerable<(string Code, IReadOnlyList<string> After)> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var after = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (code, before) in all)
        {
            after.TryAdd(code, before);
        }

        // Depth first without recursion: ten thousand tasks in a row must not end the stack.
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in after.Keys.Where(k => !done.Contains(k)))
        {
            var way = new List<(string Code, int Next)> { (root, 0) };
            var open = new HashSet<string>(StringComparer.Ordinal) { root };
            while (way.Count > 0)
            {
                var (code, next) = way[^1];
                if (next == after[code].Count)
                {
                    done.Add(code);
                    open.Remove(code);
                    way.RemoveAt(way.Count - 1);
                    continue;
                }

                way[^1] = (code, next + 1);
                var before = after[code][next];
                if (open.Contains(before))
                {
                    return [.. way.SkipWhile(w => w.Code != before).Select(w => w.Code)];
                }

                if (!done.Contains(before) && after.ContainsKey(before))
                {
                    open.Add(before);
                    way.Add((before, 0));
                }
            }
        }

        return [];
    }
}
