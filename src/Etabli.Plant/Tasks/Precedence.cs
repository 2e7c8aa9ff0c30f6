namespace Etabli.Plant.Tasks;

/// <summary>What must be done before what (fr: antériorités).</summary>
public static class Precedence
{
    /// <summary>Things that wait for themselves, in the order one waits for the next; empty when there are none. What waits for something unknown waits for nothing.</summary>
    public static IReadOnlyList<string> Cycle(IEnumerable<(string Code, IReadOnlyList<string> After)> all) => Cycles(all) is [var first, ..] ? first : [];

    /// <summary>
    /// Circles that share nothing, each in the order one waits for the next: without the things in them, everything can be followed.
    /// Time grows with the number of things and of waits.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cycles(IEnumerable<(string Code, IReadOnlyList<string> After)> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var circles = new List<IReadOnlyList<string>>();
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
                    var from = way.FindLastIndex(w => w.Code == before);
                    List<string> circle = [.. way.Skip(from).Select(w => w.Code)];
                    circles.Add(circle);
                    done.UnionWith(circle);
                    open.ExceptWith(circle);
                    way.RemoveRange(from, way.Count - from);
                }
                else if (!done.Contains(before) && after.ContainsKey(before))
                {
                    open.Add(before);
                    way.Add((before, 0));
                }
            }
        }

        return circles;
    }
}
