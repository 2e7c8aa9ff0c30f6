using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>Where everything of a map stands, at one density: bands of columns, lanes, gutters and channels.</summary>
internal sealed class MapPlan
{
    private readonly Dictionary<(int Band, int Lane), TrackZone> channels = [];
    private readonly Dictionary<(int Band, int Lane), double> rowTops = [];
    private readonly Dictionary<string, MapNode> nodes;
    private readonly int columns;
    private double gap;

    internal MapPlan(ValueStreamMap map, MapGraph graph, MapChains chains, MapDensity density, double width, int widest)
    {
        Map = map;
        Graph = graph;
        Chains = chains;
        Density = density;
        Width = width;
        nodes = graph.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        columns = Math.Max(1, (chains.Slots.Values.Select(slot => slot.Position).DefaultIfEmpty(1).Max() + 1) / 2);
        Bands = (columns + widest - 1) / widest;
        Columns = (columns + Bands - 1) / Bands;
        Bands = (columns + Columns - 1) / Columns;
        LanesOf = [.. Enumerable.Range(0, Bands).Select(band => chains.Slots.Where(pair => Band(pair.Key) == band).Select(pair => pair.Value.Lane).Append(0).Distinct().Order().ToList())];
        foreach (var burst in map.Bursts.Where(burst => nodes.ContainsKey(burst.Node)))
        {
            BurstsOn[burst.Node] = BurstsOn.GetValueOrDefault(burst.Node) + 1;
        }
    }

    internal ValueStreamMap Map { get; }

    internal MapGraph Graph { get; }

    internal MapChains Chains { get; }

    internal MapDensity Density { get; }

    internal double Width { get; }

    internal int Bands { get; }

    internal int Columns { get; }

    internal IReadOnlyList<List<int>> LanesOf { get; }

    internal TrackZone Gutter { get; } = new();

    internal TrackZone RightEdge { get; } = new();

    internal Dictionary<string, int> BurstsOn { get; } = new(StringComparer.Ordinal);

    /// <summary>How many lines come down on the top of a step: its burst makes room for them.</summary>
    internal Dictionary<string, int> Drops { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyList<double> LadderTops { get; private set; } = [];

    internal double Bottom { get; private set; }

    internal double Gap => gap;

    internal bool Has(string id) => nodes.ContainsKey(id);

    internal MapNode Node(string id) => nodes[id];

    internal MapSlot Slot(string id) => Chains.Slots[id];

    // A last stock after the last box of a band stays there rather than alone on a new line.
    internal int Band(string id) => Math.Min(Slot(id).Column / Columns, (columns - 1) / Columns);

    internal TrackZone Channel(int band, int lane)
    {
        if (!channels.TryGetValue((band, lane), out var zone))
        {
            channels[(band, lane)] = zone = new TrackZone();
        }

        return zone;
    }

    /// <summary>Gives widths once all lines have asked for their tracks; false if the boxes do not fit.</summary>
    internal bool SettleAcross()
    {
        var left = Gutter.Thickness > 0 ? Gutter.Thickness + 2 : 0;
        var right = RightEdge.Thickness > 0 ? RightEdge.Thickness + 1 : 0;
        gap = Math.Min(Density.WidestGap, (Width - left - right - Columns * Density.Box) / (Columns + 1));
        var used = left + right + Columns * Density.Box + (Columns + 1) * gap;
        Start = left + (Width - used) / 2;
        Gutter.Settle(Start - left - 1);
        RightEdge.Settle(Width - RightEdge.Thickness - 0.6);
        return gap >= Density.Gap - 0.01;
    }

    /// <summary>Gives heights below the head of the map, ladders packed under each band.</summary>
    internal void SettleDown(double top, IReadOnlyList<int> ladderRows)
    {
        var ladders = new List<double>();
        var y = top;
        for (var band = 0; band < Bands; band++)
        {
            foreach (var lane in LanesOf[band])
            {
                var channel = Channel(band, lane);
                channel.Settle(y);
                y += channel.Thickness + (channel.Thickness > 0 ? ChannelFoot : 0) + (lane > 0 ? Density.IsCompact ? 1.4 : 3 : 1);
                var here = Chains.Slots.Where(pair => pair.Value.Lane == lane && Band(pair.Key) == band).Select(pair => pair.Key).ToList();
                y += here.Select(id => BurstsOn.GetValueOrDefault(id)).DefaultIfEmpty(0).Max() * Density.BurstHeight;
                rowTops[(band, lane)] = y;
                y += here.Select(Height).DefaultIfEmpty(0).Max() + (Density.IsCompact ? 0.6 : 1.5);
            }

            y += ladderRows[band] > 0 ? 2 * Density.Scale : 0;
            ladders.Add(y);
            y += ladderRows[band] * Density.LadderHeight;
        }

        LadderTops = ladders;
        Bottom = y;
    }

    internal double Start { get; private set; }

    /// <summary>A step with its data box, or the room of a stock, moved as the user moved it.</summary>
    internal Area Place(string id) => PlaceOf(id, moved: true);

    internal Area LadderPlace(string id) => PlaceOf(id, moved: false);

    internal double RowTop(string id) => rowTops[(Band(id), Slot(id).Lane)];

    internal IReadOnlyList<MapDatum> Rows(MapProcess process) => [.. process.Rows.Take(Density.MostRows)];

    internal (double X, double Y) TopOf(string id, int drop)
    {
        var place = Place(id);
        if (nodes[id] is MapProcess)
        {
            return (place.Left + (Density.IsCompact ? 2 : 2.5) + 3 * drop, place.Top);
        }

        var slope = ((MapStock)nodes[id]).Kind == StockKind.Inventory ? 5.4 : 0;
        return (place.CentreX + 3 * Density.Scale * drop, place.Top + slope * Density.Scale * Math.Min(1, drop));
    }

    /// <summary>Where a card leaves or reaches shelves: at their left towards who fills them, at their right towards who takes.</summary>
    internal (double X, double Y) ShelfTop(string id, bool left)
    {
        var place = Place(id);
        return (place.CentreX + (left ? -3.4 : 1.2) * (Density.IsCompact ? 0.72 : Density.Scale), place.Top);
    }

    /// <summary>Height at which parts flow in a gap: the middle of the push arrow.</summary>
    internal double FlowHeight(string id) => Place(id).Top + (nodes[id] is MapStock ? StockFlow : Density.ProcessHeight / 2);

    internal double StockFlow => Density.IsCompact ? 15.8 : 20 * Density.Scale;

    private double ChannelFoot => Density.IsCompact ? 1.6 : 2.2;

    private double Height(string id) => nodes[id] is MapProcess process ? Density.ProcessHeight + Rows(process).Count * Density.RowHeight : StockFlow + 3 * Density.Scale;

    private Area PlaceOf(string id, bool moved)
    {
        var slot = Slot(id);
        var band = Band(id);
        var column = slot.Column - band * Columns;
        var left = Start + column * (Density.Box + gap);
        Area place;
        if (nodes[id] is MapProcess)
        {
            place = new Area(left + gap, rowTops[(band, slot.Lane)], Density.Box, Height(id));
        }
        else if (slot.IsGap)
        {
            place = new Area(left, rowTops[(band, slot.Lane)], gap, Height(id));
        }
        else
        {
            place = new Area(left + gap + Density.Box * 0.68 - Density.Gap / 2, rowTops[(band, slot.Lane)], Density.Gap, Height(id));
        }

        return moved ? place.Moved(nodes[id].OffsetX, nodes[id].OffsetY) : place;
    }
}
