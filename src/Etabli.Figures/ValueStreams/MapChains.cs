namespace Etabli.Figures.ValueStreams;

/// <summary>Where a step or stock stands: lane from the top, place along the stream.</summary>
internal readonly record struct MapSlot(int Lane, int Position)
{
    internal int Column => Position / 2;

    internal bool IsGap => Position % 2 == 0;
}

/// <summary>
/// Cuts the graph in chains: the longest in the first lane, each other as late as it may be before the step it joins, in the
/// first lane where neither its boxes nor its way up meet another's.
/// </summary>
internal sealed class MapChains
{
    private readonly MapGraph graph;
    private readonly Dictionary<string, int> chainOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> position = new(StringComparer.Ordinal);
    private readonly List<List<string>> chains = [];
    private readonly Dictionary<int, int> lanes = [];
    private readonly List<(int Lane, int Low, int High, int Way)> taken = [];
    private readonly Dictionary<string, MapNode> nodes;

    internal MapChains(MapGraph graph)
    {
        this.graph = graph;
        nodes = graph.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        Cut();
        for (var i = 0; i < chains.Count; i++)
        {
            Place(chains[i], first: i == 0);
        }

        foreach (var chain in Enumerable.Range(0, chains.Count).OrderBy(Join).ThenBy(i => i))
        {
            Settle(chain);
        }

        Slots = position.ToDictionary(pair => pair.Key, pair => new MapSlot(lanes[chainOf[pair.Key]], pair.Value), StringComparer.Ordinal);
    }

    internal IReadOnlyDictionary<string, MapSlot> Slots { get; }

    internal bool SameChain(string one, string other) => chainOf[one] == chainOf[other];

    private void Cut()
    {
        var order = graph.Nodes.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        while (chainOf.Count < order.Count)
        {
            var last = order.Keys.Where(id => !chainOf.ContainsKey(id)).OrderByDescending(graph.Earliest).ThenBy(id => order[id]).First();
            var chain = new List<string>();
            for (var id = last; id is not null;)
            {
                chain.Add(id);
                chainOf[id] = chains.Count;
                id = graph.Previous[id].Where(other => !chainOf.ContainsKey(other)).OrderByDescending(graph.Earliest).FirstOrDefault();
            }

            chain.Reverse();
            chains.Add(chain);
        }
    }

    private void Place(List<string> chain, bool first)
    {
        var joins = graph.Next[chain[^1]].Where(position.ContainsKey).Select(id => position[id]).DefaultIfEmpty(-1).Min();
        var fixedHead = graph.Previous[chain[0]].Count > 0;
        if (first || joins < 0 || fixedHead)
        {
            foreach (var id in chain)
            {
                position[id] = graph.Earliest(id);
            }

            return;
        }

        if (chain.Count == 1 && nodes[chain[0]] is MapStock && joins % 2 == 1)
        {
            position[chain[0]] = joins;
            return;
        }

        var limit = joins;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var box = nodes[chain[i]] is MapProcess;
            limit = graph.Next[chain[i]].Where(position.ContainsKey).Select(id => position[id]).Append(limit).Min() - 1;
            limit = limit % 2 == (box ? 1 : 0) ? limit : limit - 1;
            position[chain[i]] = Math.Max(limit, graph.Earliest(chain[i]));
            limit = position[chain[i]];
        }
    }

    private int Join(int chain) => chain == 0 ? -1 : graph.Next[chains[chain][^1]].Select(id => position[id]).DefaultIfEmpty(int.MaxValue).Min();

    private int Settle(int chain)
    {
        if (lanes.TryGetValue(chain, out var known))
        {
            return known;
        }

        if (chain == 0)
        {
            Take(0, chains[0]);
            return lanes[0] = 0;
        }

        lanes[chain] = 1;
        var last = chains[chain][^1];
        var head = graph.Previous[chains[chain][0]].FirstOrDefault();
        var target = graph.Next[last].FirstOrDefault();
        var parent = target ?? head;
        var above = parent is null ? 0 : Settle(chainOf[parent]);
        int? way = target is null ? null : position[target] * 2;
        int? wayIn = head is null ? null : position[head] * 2 + 1;
        var low = position[chains[chain][0]] * 2;
        var high = position[last] * 2 + 1;
        if (target is not null)
        {
            low = position[last] == position[target] ? high : low;
            high = position[last] < position[target] - 2 ? Math.Max(high, way!.Value - 1) : high;
        }

        var lane = above + 1;
        while (!Fits(lane, low, high, null) || Enumerable.Range(above + 1, lane - above).Any(between => !Clear(between, way) || !Clear(between, wayIn)))
        {
            lane++;
        }

        for (var between = above + 1; between <= lane; between++)
        {
            Reserve(between, way);
            Reserve(between, wayIn);
        }

        taken.Add((lane, low, high, -1));
        return lanes[chain] = lane;
    }

    private bool Clear(int lane, int? way) => way is not { } at || Fits(lane, at, at, at);

    private bool Fits(int lane, int low, int high, int? way) =>
        !taken.Exists(place => place.Lane == lane && place.Low <= high && low <= place.High && (way is null || place.Way != way));

    private void Reserve(int lane, int? way)
    {
        if (way is { } at)
        {
            taken.Add((lane, at, at, at));
        }
    }

    private void Take(int lane, List<string> chain) => taken.Add((lane, position[chain[0]] * 2, position[chain[^1]] * 2 + 1, -1));
}
