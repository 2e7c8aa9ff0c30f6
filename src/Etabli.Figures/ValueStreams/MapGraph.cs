namespace Etabli.Figures.ValueStreams;

/// <summary>The steps and stocks of a map with their flows, without the loops; positions by longest path.</summary>
internal sealed class MapGraph
{
    private readonly Dictionary<string, int> positions = [];

    internal MapGraph(ValueStreamMap map)
    {
        Nodes = [.. map.Nodes.Where(node => node is MapProcess or MapStock).DistinctBy(node => node.Id)];
        var known = Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        Next = Nodes.ToDictionary(node => node.Id, _ => new List<string>(), StringComparer.Ordinal);
        Previous = Nodes.ToDictionary(node => node.Id, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var flow in map.Flows.Where(flow => known.ContainsKey(flow.From) && known.ContainsKey(flow.To)).DistinctBy(flow => (flow.From, flow.To)))
        {
            // A flow back to an earlier step (rework) is drawn apart: it must not push that step to the right for ever.
            if (flow.From == flow.To || Reaches(flow.To, flow.From))
            {
                Returns.Add(flow);
            }
            else
            {
                Next[flow.From].Add(flow.To);
                Previous[flow.To].Add(flow.From);
                Forward.Add(flow);
            }
        }

        foreach (var node in Nodes)
        {
            Earliest(node);
        }
    }

    internal IReadOnlyList<MapNode> Nodes { get; }

    internal Dictionary<string, List<string>> Next { get; }

    internal Dictionary<string, List<string>> Previous { get; }

    internal List<MaterialFlow> Forward { get; } = [];

    internal List<MaterialFlow> Returns { get; } = [];

    /// <summary>Even places are gaps, where stocks stand; odd ones are boxes.</summary>
    internal int Earliest(string id) => positions[id];

    private int Earliest(MapNode node)
    {
        if (positions.TryGetValue(node.Id, out var known))
        {
            return known;
        }

        var after = Previous[node.Id].Select(id => Earliest(Nodes.First(other => other.Id == id))).DefaultIfEmpty(-1).Max() + 1;
        var parity = node is MapProcess ? 1 : 0;
        return positions[node.Id] = after % 2 == parity ? after : after + 1;
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var id))
        {
            if (id == to)
            {
                return true;
            }

            if (seen.Add(id))
            {
                foreach (var next in Next[id])
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }
}
