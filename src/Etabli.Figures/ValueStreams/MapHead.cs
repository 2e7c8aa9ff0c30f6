using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>The head of a map: suppliers at the left, customers at the right, control between, trucks below.</summary>
internal sealed class MapHead
{
    private const double TrackPitch = 5;
    private readonly MapDensity density;
    private readonly double width;
    private string? taktCustomer;
    private double? taktTop;
    private readonly Dictionary<string, Area> places = new(StringComparer.Ordinal);

    internal MapHead(ValueStreamMap map, MapDensity density, double width, MapWords words)
    {
        this.density = density;
        this.width = width;
        var side = (width - ControlWidth) / 2 - 24;
        var most = Math.Max(1, (int)(side / (density.FactoryWidth + 3)));
        Suppliers = Shown(map.Nodes.OfType<MapSupplier>(), most, (id, name) => new MapSupplier(id, name), words);
        Customers = Shown(map.Nodes.OfType<MapCustomer>(), most, (id, name) => new MapCustomer(id, name), words);
        Controls = [.. map.Nodes.OfType<MapControl>()];
        FarFlows = [.. map.Information.Where(IsFar)];
        var upper = new[] { Suppliers.Cast<MapNode>(), Customers }.Max(group => FarFlows.Count(flow => group.Any(node => node.Id == flow.From || node.Id == flow.To))) * TrackPitch;
        Top = Controls.Count + Suppliers.Count + Customers.Count == 0 ? 0 : upper + 0.4;
        Lay(map);
    }

    internal IReadOnlyList<MapNode> Suppliers { get; }

    internal IReadOnlyList<MapNode> Customers { get; }

    internal IReadOnlyList<MapControl> Controls { get; }

    internal IReadOnlyList<InformationFlow> FarFlows { get; }

    internal double Top { get; }

    internal double TruckTop { get; private set; }

    internal double Bottom { get; private set; }

    internal double ControlWidth => (density.IsCompact ? 42 : 48) * density.Scale;

    internal bool Has(string id) => places.ContainsKey(id);

    internal Area Place(string id) => places[id];

    internal bool IsFactory(string id) => Has(id) && !Controls.Any(control => control.Id == id);

    /// <summary>Where the truck's line leaves a plant; straight above its stock if it can.</summary>
    internal double ShipmentX(string id, double wanted)
    {
        var place = places[id];
        if (id == taktCustomer)
        {
            return wanted > place.CentreX ? place.Right - 4 : place.Left + 4;
        }

        return Math.Clamp(wanted, place.Left + 4, place.Right - 4);
    }

    internal List<MapRoute> Routes(ValueStreamMap map)
    {
        var routes = new List<MapRoute>();
        var lanes = new Dictionary<string, int>(StringComparer.Ordinal);
        var fars = new Dictionary<bool, int>();
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var flow in map.Information.Where(flow => Has(flow.From) && Has(flow.To)).OrderBy(Distance))
        {
            var from = places[flow.From];
            var to = places[flow.To];
            if (!IsFactory(flow.From) && !IsFactory(flow.To))
            {
                routes.Add(Route(flow, [(from.CentreX, from.Bottom), (from.CentreX, (from.Bottom + to.Top) / 2), (to.CentreX, (from.Bottom + to.Top) / 2), (to.CentreX, to.Top)]));
                continue;
            }

            var told = IsFactory(flow.From);
            var factory = told ? from : to;
            var control = told ? to : from;
            var id = told ? flow.From : flow.To;
            List<(double X, double Y)> path;
            if (IsFar(flow))
            {
                var right = factory.CentreX > control.CentreX;
                var order = fars[right] = fars.GetValueOrDefault(right) + 1;
                var end = ends[id] = ends.GetValueOrDefault(id) + 1;
                var y = Top - 1.4 - (order - 1) * TrackPitch;
                var x = right ? control.Right - 3 * order : control.Left + 3 * order;
                var at = factory.Left + factory.Width / 3 * Math.Min(2, end - 1);
                path = [(at + 0.6, factory.Top + 0.4), (at + 0.6, y), (x, y), (x, control.Top)];
            }
            else
            {
                var order = lanes[id] = lanes.GetValueOrDefault(id) + 1;
                var y = factory.Top + factory.Height * (0.2 + 0.24 * order);
                path = factory.CentreX > control.CentreX ? [(factory.Left, y), (control.Right, y)] : [(factory.Right, y), (control.Left, y)];
            }

            if (!told)
            {
                path.Reverse();
            }

            routes.Add(Route(flow, path));
        }

        return routes;
    }

    private static MapRoute Route(InformationFlow flow, List<(double X, double Y)> path) => new(MapRoutes.KindOf(flow.Kind), flow.Label, [path]);

    private static List<MapNode> Shown(IEnumerable<MapNode> group, int most, Func<string, string, MapNode> make, MapWords words)
    {
        var all = group.ToList();
        if (all.Count > most)
        {
            var rest = all.Count - most + 1;
            all.RemoveRange(most - 1, rest);
            all.Add(make("\u0001rest", string.Format(CultureInfo.InvariantCulture, words.More, rest)));
        }

        return all;
    }

    private double Distance(InformationFlow flow) => Math.Abs(places[flow.From].CentreX - places[flow.To].CentreX);

    // Far: another plant stands between it and the control, or its side has no line left.
    private bool IsFar(InformationFlow flow)
    {
        var id = Suppliers.Concat(Customers).Select(node => node.Id).FirstOrDefault(id => id == flow.From || id == flow.To);
        return id is not null && (Suppliers.Count == 0 || id != Suppliers[^1].Id) && (Customers.Count == 0 || id != Customers[0].Id);
    }

    private void Lay(ValueStreamMap map)
    {
        var (w, h) = (density.FactoryWidth, density.FactoryHeight);
        for (var i = 0; i < Suppliers.Count; i++)
        {
            Put(Suppliers[i], new Area(0.3 + i * (w + 4), Top, w, h));
        }

        for (var i = 0; i < Customers.Count; i++)
        {
            Put(Customers[i], new Area(width - 0.3 - w - (Customers.Count - 1 - i) * (w + 4), Top, w, h));
        }

        var below = Top + (Suppliers.Count + Customers.Count > 0 ? h : 16);
        if (Controls.Count > 0)
        {
            Put(Controls[0], new Area((width - ControlWidth) / 2, Top + 1, ControlWidth, below - Top - 1));
        }

        var others = Controls.Skip(1).ToList();
        var otherWidth = ControlWidth - 14;
        var left = (width - others.Count * otherWidth - Math.Max(0, others.Count - 1) * 6) / 2;
        for (var i = 0; i < others.Count; i++)
        {
            Put(others[i], new Area(left + i * (otherWidth + 6), below + 8 * density.Scale, otherWidth, 9.6 * density.Scale));
        }

        Bottom = Controls.Count + Suppliers.Count + Customers.Count == 0 ? 0 : others.Count > 0 ? below + 18.6 * density.Scale : below + 2;
        TruckTop = below + 2;
        if (map.Takt is not null)
        {
            taktCustomer = Customers.Count > 0 ? Customers[^1].Id : null;
            TruckTop = below + (density.IsCompact ? 7.6 : 12 * density.Scale);
            Bottom = Math.Max(Bottom, TruckTop);
        }

        if (map.Shipments.Any(shipment => Has(shipment.From) || Has(shipment.To)))
        {
            Bottom = Math.Max(Bottom, TruckTop + (density.IsCompact ? 9.4 : 14.4));
        }

        taktTop = map.Takt is null ? null : below + 1.6;
    }

    /// <summary>Under the last customer, on the side that its truck leaves free.</summary>
    internal Area? TaktPlace(double? truck)
    {
        if (taktTop is not { } top)
        {
            return null;
        }

        var customer = Customers.Count > 0 ? places[Customers[^1].Id] : new Area(width - density.FactoryWidth - 0.3, 0, density.FactoryWidth, 0);
        var room = density.FactoryWidth - (truck is null ? 0 : 6.8);
        return new Area(truck < customer.CentreX ? customer.Right - room : customer.Left, top, room, density.IsCompact ? 5 : 8.6 * density.Scale);
    }

    private void Put(MapNode node, Area area) => places[node.Id] = area.Moved(node.OffsetX, node.OffsetY);
}
