using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>A map with all its parts in place, ready to be drawn.</summary>
internal sealed class MapScene
{
    private const double TotalsWidth = 92;
    private readonly MapPlan plan;
    private readonly MapHead head;
    private readonly MapRoutes routes;
    private readonly TimeLadderDrawing ladders;
    private readonly Sheet sheet;
    private readonly MapWords words;
    private readonly List<string> notes;
    private readonly List<(string Label, string Value)> totals;
    private readonly double stripTop;
    private readonly double totalsTop;

    private MapScene(MapPlan plan, MapHead head, MapRoutes routes, Sheet sheet, MapWords words, bool bare)
    {
        this.plan = plan;
        this.head = head;
        this.routes = routes;
        this.sheet = sheet;
        this.words = words;
        ladders = new TimeLadderDrawing(plan);
        plan.SettleDown(head.Bottom, ladders.RowsOf);
        totals = bare ? [] : Totals();
        notes = Notes(bare);
        stripTop = plan.Bottom + 2;
        var notesHeight = notes.Count * 3.6;
        var high = totals.Count == 0 ? 0 : totals.Count * TotalsRow + 7;
        var free = ladders.FreeBeside(sheet.Width - TotalsWidth);
        Height = bare && notes.Count == 0 ? plan.Bottom : Math.Max(stripTop + notesHeight, stripTop + Math.Max(0, high - free)) + 1;
        totalsTop = Height - high - 0.6;
    }

    private double TotalsRow => plan.Density.IsCompact ? 4.6 : 5.6;

    internal double Height { get; }

    /// <summary>Distance between two boxes.</summary>
    internal double Gap => plan.Gap;

    internal static MapScene Fit(ValueStreamMap map, MapGraph graph, Sheet sheet, MapWords words, double mostHeight)
    {
        var chains = new MapChains(graph);
        var steps = chains.Slots.Values.Max(slot => slot.Position + 1) / 2;
        MapScene? best = null;
        foreach (var density in MapDensity.All)
        {
            if (density.Scale > 1 && (steps > 6 || sheet.Width < 380))
            {
                continue;
            }

            best = Of(map, graph, chains, sheet, words, density) ?? best;
            if (best is not null && best.plan.Density == density && best.Height <= mostHeight)
            {
                return best;
            }
        }

        return best!;
    }

    /// <summary>The map at one density; null if its boxes do not fit.</summary>
    /// <param name="map">The map.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="chains">Its chains.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="words">Words of the sheet's language.</param>
    /// <param name="density">How tightly.</param>
    /// <param name="bare">Whether totals and sentences are written elsewhere.</param>
    internal static MapScene? Of(ValueStreamMap map, MapGraph graph, MapChains chains, Sheet sheet, MapWords words, MapDensity density, bool bare = false)
    {
        var widest = Math.Max(1, (int)((sheet.Width - 4 - density.Gap) / (density.Box + density.Gap)));
        for (; widest > 0; widest--)
        {
            var plan = new MapPlan(map, graph, chains, density, sheet.Width, widest);
            var head = new MapHead(map, density, sheet.Width, words);
            var routes = new MapRoutes(plan, head);
            if (plan.SettleAcross() || widest == 1)
            {
                return new MapScene(plan, head, routes, sheet, words, bare);
            }
        }

        return null;
    }

    internal void Draw(SvgPen pen)
    {
        var traced = routes.Trace();
        traced.AddRange(head.Routes(plan.Map));
        var taken = new TakenPlaces();
        foreach (var route in traced.Where(route => route.Kind == RouteKind.Shipment).Concat(traced.Where(route => route.Kind != RouteKind.Shipment)))
        {
            MapArrows.Draw(pen, route, plan.Density);
            foreach (var path in route.Paths)
            {
                taken.AddPath(path, route.Kind == RouteKind.Shipment ? 1 : 0.4);
            }
        }

        DrawHead(pen, taken, traced);
        DrawFlows(pen, taken);
        DrawNodes(pen, taken);
        DrawBursts(pen, taken);
        foreach (var route in traced.Where(route => route.Label.Length > 0 && route.Kind != RouteKind.Shipment))
        {
            DrawWord(pen, route, taken);
        }

        ladders.Draw(pen, sheet.Language, words);
        DrawTotals(pen);
        pen.Lines(0.3, stripTop + 2.6, notes, new TextStyle(TextStyle.Smallest, FontFace.Sans, Tone.Ink2), 3.6);
    }

    private void DrawHead(SvgPen pen, TakenPlaces taken, List<MapRoute> traced)
    {
        foreach (var node in head.Suppliers.Concat(head.Customers))
        {
            var detail = node switch { MapSupplier supplier => supplier.Detail, MapCustomer customer => customer.Detail, _ => null };
            MapSymbols.Factory(pen, head.Place(node.Id), node, detail, plan.Density);
            taken.Add(head.Place(node.Id));
        }

        foreach (var control in head.Controls)
        {
            MapSymbols.Control(pen, head.Place(control.Id), control, plan.Density);
            taken.Add(head.Place(control.Id));
        }

        var last = head.Customers.Count > 0 ? head.Customers[^1].Id : null;
        var trucks = traced.Where(route => route.Factory is not null).Select(route => (Id: route.Factory!, X: route.Paths[0][0].Y < route.Paths[0][^1].Y ? route.Paths[0][0].X : route.Paths[0][^1].X, route.Label)).ToList();
        if (head.TaktPlace(trucks.Where(truck => truck.Id == last).Select(truck => (double?)truck.X).FirstOrDefault()) is { } takt)
        {
            DrawTakt(pen, takt);
            taken.Add(takt);
        }

        foreach (var (_, x, frequency) in trucks)
        {
            DrawTruck(pen, x, frequency, taken);
        }
    }

    private void DrawTakt(SvgPen pen, Area takt)
    {
        var density = plan.Density;
        var value = words.Takt + " " + plan.Map.Takt!.Value.In(sheet.Language);
        pen.Begin(plan.Map.Takt.Computation);
        pen.Rect(takt.Left, takt.Top, takt.Width, takt.Height, new Paint(Tone.Paper, Tone.Ink, 0.5));
        var two = plan.Map.Takt.Computation is not null && !density.IsCompact;
        pen.Text(takt.CentreX, takt.Top + takt.Height * (two ? 0.42 : 0.68), value, density.Bold(Anchor.Middle), takt.Width - 1);
        pen.Text(takt.CentreX, takt.Top + takt.Height * 0.83, two ? plan.Map.Takt.Computation : null, density.Text(Tone.Ink2, Anchor.Middle), takt.Width - 0.8);
        pen.End();
    }

    private void DrawTruck(SvgPen pen, double x, string frequency, TakenPlaces taken)
    {
        var scale = plan.Density.IsCompact ? 0.7 : 1.0;
        var left = Math.Clamp(x - 7.2 * scale, 0.3, sheet.Width - 14.9 * scale);
        var style = plan.Density.Text();
        pen.Begin(frequency);
        MapArrows.Truck(pen, left, head.TruckTop, scale);
        pen.End();
        var foot = head.TruckTop + 8.4 * scale + 2.9 * plan.Density.Scale;
        var rightSide = x > sheet.Width / 2;
        var word = style with { Anchor = rightSide ? Anchor.End : Anchor.Start };
        var at = rightSide ? x - 1.6 : x + 1.6;
        pen.Text(at, foot, frequency, word, 34);
        taken.Add(new Area(left, head.TruckTop, 14.4 * scale, 8.4 * scale));
        taken.Add(Area.OfText(at, foot, TextFitting.Shorten(frequency, 34, style.Size), word));
    }

    private void DrawFlows(SvgPen pen, TakenPlaces taken)
    {
        foreach (var flow in plan.Graph.Forward)
        {
            var (from, to) = (plan.Slot(flow.From), plan.Slot(flow.To));
            var place = plan.Place(flow.From);
            var y = plan.FlowHeight(flow.From);
            if (plan.Node(flow.From) is MapStock stock)
            {
                if (stock.Kind == StockKind.FifoLane)
                {
                    MapStockSymbols.Fifo(pen, place, y, plan.Density);
                }
                else if (from.IsGap && to.Lane <= from.Lane)
                {
                    MapStockSymbols.Flow(pen, place.Left + 0.6, place.Right - 0.4, y, flow.Kind, plan.Density);
                }
            }
            else if (plan.Node(flow.To) is MapProcess && from.Lane == to.Lane && to.Position - from.Position == 2 && plan.Band(flow.From) == plan.Band(flow.To))
            {
                MapStockSymbols.Flow(pen, place.Right + 0.6, plan.Place(flow.To).Left - 0.4, y, flow.Kind, plan.Density);
                taken.Add(new Area(place.Right, y - 3, plan.Place(flow.To).Left - place.Right, 6));
            }
        }
    }

    private void DrawNodes(SvgPen pen, TakenPlaces taken)
    {
        foreach (var node in plan.Graph.Nodes)
        {
            var place = plan.Place(node.Id);
            if (node is MapProcess process)
            {
                MapSymbols.Process(pen, place, process, plan.Rows(process), plan.Density, sheet.Language, words);
            }
            else
            {
                MapStockSymbols.Draw(pen, place, (MapStock)node, !plan.Slot(node.Id).IsGap, plan.Density, sheet.Language);
            }

            taken.Add(place);
        }
    }

    private void DrawBursts(SvgPen pen, TakenPlaces taken)
    {
        var density = plan.Density;
        var rx = density.IsCompact ? 7.4 : 13.4 * density.Scale;
        foreach (var group in plan.Map.Bursts.Index().Where(pair => plan.Has(pair.Item.Node)).GroupBy(pair => pair.Item.Node))
        {
            var place = plan.Place(group.Key);
            var drops = plan.Drops.GetValueOrDefault(group.Key);
            var x = drops == 0 ? place.CentreX : Math.Max(place.CentreX, place.Left + 2.5 + 3 * (drops - 1) + 1 + rx);
            x = Math.Clamp(x, rx + 0.3, sheet.Width - rx - 0.3);
            foreach (var (level, (index, burst)) in group.Index())
            {
                var y = place.Top - 0.4 - density.BurstHeight * (level + 0.5);
                MapArrows.Burst(pen, x, y, burst, index + 1, density);
                taken.Add(new Area(x - rx, y - density.BurstHeight / 2, 2 * rx, density.BurstHeight));
            }
        }
    }

    /// <summary>Writes the word of a line where nothing is: along its longest part first, then along the others.</summary>
    private void DrawWord(SvgPen pen, MapRoute route, TakenPlaces taken)
    {
        var style = plan.Density.Text(Tone.Ink2);
        foreach (var (from, to) in Parts(route))
        {
            foreach (var (x, y, anchor) in Candidates(from, to, style.Measure(route.Label), route))
            {
                var word = style with { Anchor = anchor };
                var area = Area.OfText(x, y, route.Label, word);
                if (area.Left >= 0 && area.Right <= sheet.Width && area.Top >= 0 && taken.IsFree(area))
                {
                    pen.Text(x, y, route.Label, word);
                    taken.Add(area.Wider(0.2));
                    return;
                }
            }
        }

        if (route.IsDotted && MapArrows.Longest(route) is var (a, b) && Math.Abs(a.X - b.X) > 4)
        {
            DrawCardWord(pen, route.Label, (a.X + b.X) / 2, a.Y - 3.6, Math.Abs(a.X - b.X), taken);
        }
    }

    // Numbers of a card are never left out: on two lines, or cut to the room of their track and whole in the tip.
    private void DrawCardWord(SvgPen pen, string label, double x, double y, double room, TakenPlaces taken)
    {
        var style = plan.Density.Text(Tone.Ink2, Anchor.Middle);
        var lines = TextFitting.Wrap(label, room + 1.6, style.Size, style.Face, 2);
        var leading = style.Size * 1.15;
        var areas = lines.Select((line, i) => Area.OfText(x, y - (lines.Count - 1 - i) * leading, line, style)).ToList();
        if (lines.Count == 2 && string.Join(' ', lines) == label && areas.TrueForAll(taken.IsFree))
        {
            pen.Lines(x, y - leading, lines, style, leading);
            areas.ForEach(area => taken.Add(area.Wider(0.2)));
            return;
        }

        pen.Text(x, y, label, style, room);
        taken.Add(areas[^1]);
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Parts(MapRoute route) => route.Paths
        .SelectMany(path =>
        {
            var points = MapArrows.Simplified(path);
            return Enumerable.Range(1, points.Count - 1).Select(i => (points[i - 1], points[i]));
        })
        .Distinct()
        .Index()
        .OrderByDescending(part => (Math.Abs(part.Item.Item1.X - part.Item.Item2.X) + Math.Abs(part.Item.Item1.Y - part.Item.Item2.Y) * 0.4) * (part.Index < 3 ? 1.6 : 1))
        .Select(part => part.Item)
        .Take(12);

    private static List<(double X, double Y, Anchor Anchor)> Candidates((double X, double Y) from, (double X, double Y) to, double width, MapRoute route)
    {
        var lift = route.IsDotted || route.Kind == RouteKind.GoSee ? 3.6 : route.Kind == RouteKind.Electronic ? 1.9 : 1;
        var places = new List<(double X, double Y, Anchor Anchor)>();
        if (Math.Abs(from.Y - to.Y) < 0.01)
        {
            var (middle, half) = ((from.X + to.X) / 2, Math.Abs(from.X - to.X) / 2);
            foreach (var raise in new[] { -lift, lift + 2.2 })
            {
                for (var shift = 0.0; shift <= Math.Max(0, half - width / 2); shift += 3)
                {
                    places.Add((middle + shift, from.Y + raise, Anchor.Middle));
                    places.Add((middle - shift, from.Y + raise, Anchor.Middle));
                }
            }
        }
        else
        {
            var (top, bottom) = (Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
            for (var y = (top + bottom) / 2 + 0.9; y < bottom - 0.4; y += 3)
            {
                places.Add((from.X + 1.2, y, Anchor.Start));
                places.Add((from.X - 1.2, y, Anchor.End));
            }
        }

        return places;
    }

    private List<(string Label, string Value)> Totals()
    {
        var language = sheet.Language;
        var lines = new List<(string Label, string Value)>();
        if (plan.Map.Totals is { } sums)
        {
            Add(words.LeadTime, sums.LeadTime);
            Add(words.Processing, sums.Processing);
            Add(words.ValueAdded, sums.ValueAdded);
            Add(words.Ratio, sums.Ratio);
            Add(words.Takt, plan.Map.Takt?.Value);
        }

        return lines;

        void Add(string label, Amount? amount)
        {
            if (amount is { } written)
            {
                lines.Add((label, written.In(language)));
            }
        }
    }

    private List<string> Notes(bool bare)
    {
        var lines = bare ? [] : plan.Map.Notes.ToList();
        lines.AddRange(bare ? [] : plan.Map.Nodes.OfType<MapProcess>().Where(process => process.IsBottleneck).Take(3).Select(process => "R\u00A0 " + process.Code + "\u00A0 " + words.Bottleneck));
        if (plan.Density.IsCompact)
        {
            lines.AddRange(plan.Map.Bursts.Index().Where(pair => plan.Has(pair.Item.Node)).Take(6).Select(pair => (pair.Item.Axis ?? "K" + (pair.Index + 1).ToString(CultureInfo.InvariantCulture)) + "\u00A0 " + pair.Item.Text));
        }

        var room = sheet.Width - (totals.Count == 0 ? 0 : TotalsWidth + 8);
        return lines.Count == 0 ? [] : [.. (plan.Density.IsCompact ? [string.Join(" · ", lines)] : lines).SelectMany(line => TextFitting.Wrap(line, room, TextStyle.Smallest))];
    }

    private void DrawTotals(SvgPen pen)
    {
        if (totals.Count == 0)
        {
            return;
        }

        var left = sheet.Width - TotalsWidth - 0.3;
        pen.Rect(left, totalsTop, TotalsWidth, totals.Count * TotalsRow + 7, new Paint(Tone.Paper, Tone.Ink, 0.5));
        pen.Rect(left, totalsTop, TotalsWidth, 5.6, new Paint(Tone.Sheet, Tone.Ink, 0.5));
        pen.Text(left + 2.4, totalsTop + 4, string.IsNullOrEmpty(plan.Map.State) ? plan.Map.Title : plan.Map.State, new TextStyle(3.1, FontFace.Semibold), TotalsWidth - 5);
        for (var i = 0; i < totals.Count; i++)
        {
            var y = totalsTop + 10 + i * TotalsRow;
            pen.Text(left + 2.4, y, totals[i].Label, new TextStyle(3.1), TotalsWidth - 34);
            pen.Text(left + TotalsWidth - 2.4, y, totals[i].Value, new TextStyle(3.4, FontFace.Semibold, Tone.Ink, Anchor.End), 30);
        }
    }
}
