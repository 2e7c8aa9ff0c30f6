namespace Etabli.Figures.ValueStreams;

/// <summary>
/// Finds a way for every line, along gutters and channels kept for them: first all ask for their tracks, then, once the plan
/// is settled, each says where it runs.
/// </summary>
internal sealed class MapRoutes
{
    private const double Word = 4.4;
    private const double Card = 9;
    private const double Bare = 2.4;
    private readonly MapPlan plan;
    private readonly MapHead head;
    private readonly List<Func<MapRoute>> planned = [];
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Band, int Lane), List<(Track Track, List<(double Low, double High)> Runs)>> cards = [];

    internal MapRoutes(MapPlan plan, MapHead head)
    {
        this.plan = plan;
        this.head = head;
        PlanInformation();
        PlanShipments();
        PlanMaterial();
    }

    internal static RouteKind KindOf(InformationFlowKind kind) => kind switch
    {
        InformationFlowKind.Electronic => RouteKind.Electronic,
        InformationFlowKind.ProductionKanban => RouteKind.ProductionKanban,
        InformationFlowKind.WithdrawalKanban => RouteKind.WithdrawalKanban,
        InformationFlowKind.SignalKanban => RouteKind.SignalKanban,
        InformationFlowKind.GoSee => RouteKind.GoSee,
        _ => RouteKind.Manual,
    };

    internal List<MapRoute> Trace() => [.. planned.Select(route => route())];

    private static double SizeOf(RouteKind kind, string label) =>
        kind is RouteKind.ProductionKanban or RouteKind.WithdrawalKanban or RouteKind.SignalKanban or RouteKind.GoSee ? Card : label.Length > 0 ? Word : Bare;

    private (int Band, int Lane) Channel(string id) => (plan.Band(id), plan.Slot(id).Lane);

    private int Drop(string id)
    {
        var drop = plan.Drops.GetValueOrDefault(id);
        plan.Drops[id] = drop + 1;
        return drop;
    }

    // Lines of one origin, kind and word are one tree: a trunk, and an arrow down to each.
    private void PlanInformation()
    {
        // A card that fetches leaves its step at the left of all lines that come down on it: none stands between the step and its shelves.
        var fetched = plan.Map.Information.Where(flow => IsCard(flow) && plan.Node(flow.From) is MapProcess).Distinct().ToDictionary(flow => flow, flow =>
        {
            plan.Drops[flow.From] = Math.Max(1, plan.Drops.GetValueOrDefault(flow.From));
            return Drop(flow.From);
        });
        var toSteps = plan.Map.Information.Where(flow => head.Has(flow.From) && plan.Has(flow.To)).GroupBy(flow => (flow.From, flow.Kind, flow.Label));
        foreach (var tree in toSteps)
        {
            PlanTree(tree.Key.From, [.. tree.Select(flow => flow.To).Distinct()], KindOf(tree.Key.Kind), tree.Key.Label, upwards: false);
        }

        var fromSteps = plan.Map.Information.Where(flow => plan.Has(flow.From) && head.Has(flow.To)).GroupBy(flow => (flow.To, flow.Kind, flow.Label));
        foreach (var tree in fromSteps)
        {
            PlanTree(tree.Key.To, [.. tree.Select(flow => flow.From).Distinct()], KindOf(tree.Key.Kind), tree.Key.Label, upwards: true);
        }

        foreach (var flow in plan.Map.Information.Where(flow => plan.Has(flow.From) && plan.Has(flow.To)))
        {
            if (fetched.TryGetValue(flow, out var drop))
            {
                PlanCard(flow, flow.To, flow.From, drop);
            }
            else if (IsCard(flow))
            {
                PlanCard(flow, flow.From, flow.To, Drop(flow.To));
            }
            else
            {
                PlanOver(flow.From, flow.To, KindOf(flow.Kind), flow.Label);
            }
        }
    }

    /// <summary>Whether a flow is a card between shelves and a step of the same line.</summary>
    private bool IsCard(InformationFlow flow) =>
        flow.Kind is InformationFlowKind.ProductionKanban or InformationFlowKind.WithdrawalKanban or InformationFlowKind.SignalKanban
        && plan.Has(flow.From) && plan.Has(flow.To) && Channel(flow.From) == Channel(flow.To)
        && ((IsShelf(flow.From) && plan.Node(flow.To) is MapProcess) || (plan.Node(flow.From) is MapProcess && IsShelf(flow.To)));

    private bool IsShelf(string id) => plan.Node(id) is MapStock { Kind: StockKind.Supermarket };

    /// <summary>Cards of loops that do not meet run on one track; those that order a production wait on a post at their shelves.</summary>
    private void PlanCard(InformationFlow flow, string shelf, string step, int drop)
    {
        var key = Channel(shelf);
        var left = plan.Slot(step).Position < plan.Slot(shelf).Position;
        var (a, b) = (plan.Slot(shelf).Position + (left ? -0.2 : 0.2), plan.Slot(step).Position - 0.4 + 0.1 * Math.Min(drop, 7));
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        if (!cards.TryGetValue(key, out var tracks))
        {
            cards[key] = tracks = [];
        }

        var place = tracks.FindIndex(track => !track.Runs.Exists(run => low < run.High && run.Low < high));
        if (place < 0)
        {
            tracks.Add((plan.Channel(key.Band, key.Lane).Reserve(Card), []));
            place = tracks.Count - 1;
        }

        tracks[place].Runs.Add((low, high));
        var at = tracks[place].Track;
        planned.Add(() =>
        {
            var (on, top) = (plan.TopOf(step, drop), plan.ShelfTop(shelf, left));
            if (flow.Kind == InformationFlowKind.ProductionKanban)
            {
                var half = MapArrows.PostWidth / 2 * (left ? -1 : 1);
                return new MapRoute(KindOf(flow.Kind), flow.Label, [[(top.X + half, at.At), (on.X, at.At), on]]) { Post = (top.X, at.At, top.Y) };
            }

            List<(double X, double Y)> path = [top, (top.X, at.At), (on.X, at.At), on];
            if (flow.To == shelf)
            {
                path.Reverse();
            }

            return new MapRoute(KindOf(flow.Kind), flow.Label, [path]);
        });
    }

    private void PlanTree(string root, List<string> leaves, RouteKind kind, string label, bool upwards)
    {
        var first = (Band: 0, Lane: 0);
        var groups = leaves.GroupBy(Channel).OrderBy(group => group.Key).Select(group => (group.Key, Leaves: group.Select(id => (Id: id, Drop: Drop(id))).ToList())).ToList();
        var tracks = groups.Select(group => group.Key).Append(first).Distinct().Order()
            .ToDictionary(key => key, key => plan.Channel(key.Band, key.Lane).Reserve(key == first ? SizeOf(kind, label) : Bare));
        var gutter = tracks.Count > 1 ? plan.Gutter.Reserve(Bare) : null;
        var order = starts[root] = starts.GetValueOrDefault(root) + 1;
        planned.Add(() =>
        {
            var place = head.Place(root);
            var reach = Math.Min(place.Width / 2, 3.5 * ((order + 1) / 2));
            var x = head.IsFactory(root) ? place.CentreX : order % 2 == 1 ? place.Left + reach : place.Right - reach;
            var y = tracks[first].At;
            List<IReadOnlyList<(double X, double Y)>> paths = [];
            foreach (var (key, ids) in groups)
            {
                foreach (var (id, drop) in ids)
                {
                    var end = plan.TopOf(id, drop);
                    List<(double X, double Y)> path = [(x, place.Bottom), (x, y)];
                    if (key != first)
                    {
                        path.AddRange([(gutter!.At, y), (gutter.At, tracks[key].At)]);
                    }

                    path.AddRange([(end.X, tracks[key].At), end]);
                    if (upwards)
                    {
                        path.Reverse();
                    }

                    paths.Add(path);
                }
            }

            return new MapRoute(kind, label, paths);
        });
    }

    /// <summary>From the top of one to the top of another, by the channel above; by the gutter if they are not on one line.</summary>
    private void PlanOver(string from, string to, RouteKind kind, string label)
    {
        var (fromKey, toKey) = (Channel(from), Channel(to));
        var (fromDrop, toDrop) = (Drop(from), Drop(to));
        var start = plan.Channel(fromKey.Band, fromKey.Lane).Reserve(SizeOf(kind, label));
        var end = fromKey == toKey ? start : plan.Channel(toKey.Band, toKey.Lane).Reserve(Bare);
        var gutter = fromKey == toKey ? null : plan.Gutter.Reserve(Bare);
        planned.Add(() =>
        {
            var (a, b) = (plan.TopOf(from, fromDrop), plan.TopOf(to, toDrop));
            List<(double X, double Y)> path = [a, (a.X, start.At)];
            if (gutter is not null)
            {
                path.AddRange([(gutter.At, start.At), (gutter.At, end.At)]);
            }

            path.AddRange([(b.X, end.At), b]);
            return new MapRoute(kind, label, [path]);
        });
    }

    private void PlanShipments()
    {
        foreach (var shipment in plan.Map.Shipments)
        {
            var supply = head.IsFactory(shipment.From) && plan.Has(shipment.To);
            if (!supply && !(head.IsFactory(shipment.To) && plan.Has(shipment.From)))
            {
                continue;
            }

            var (factory, id) = supply ? (shipment.From, shipment.To) : (shipment.To, shipment.From);
            var key = Channel(id);
            var drop = plan.Node(id) is MapProcess ? Drop(id) : 0;
            var top = plan.Channel(0, 0).Reserve(Bare);
            var other = key == (0, 0) ? null : plan.Channel(key.Band, key.Lane).Reserve(Bare);
            var side = other is null ? null : (supply ? plan.Gutter : plan.RightEdge).Reserve(Bare);
            planned.Add(() =>
            {
                var end = plan.TopOf(id, drop);
                var place = head.Place(factory);
                var x = head.ShipmentX(factory, side?.At ?? end.X);
                List<(double X, double Y)> path = [(x, place.Bottom), (x, top.At)];
                if (side is not null)
                {
                    path.AddRange([(side.At, top.At), (side.At, other!.At)]);
                }

                path.AddRange([(end.X, path[^1].Y), end]);
                if (!supply)
                {
                    path.Reverse();
                }

                return new MapRoute(RouteKind.Shipment, shipment.Frequency, [path]) { Factory = factory };
            });
        }
    }

    private void PlanMaterial()
    {
        foreach (var flow in plan.Graph.Forward)
        {
            var (from, to) = (plan.Slot(flow.From), plan.Slot(flow.To));
            var sameBand = plan.Band(flow.From) == plan.Band(flow.To);
            if (sameBand && from.Lane == to.Lane && to.Position - from.Position is 1 or 2 && from.Lane == to.Lane && sameBand)
            {
                continue;
            }

            if (sameBand && from.Lane > to.Lane && from.Position <= to.Position)
            {
                planned.Add(() => Joining(flow));
            }
            else if (sameBand && from.Lane < to.Lane && from.Position < to.Position)
            {
                planned.Add(() => Leaving(flow));
            }
            else if (plan.Band(flow.From) < plan.Band(flow.To))
            {
                PlanWrap(flow);
            }
            else
            {
                PlanOver(flow.From, flow.To, RouteKind.Material, string.Empty);
            }
        }

        foreach (var flow in plan.Graph.Returns.Where(flow => flow.From != flow.To))
        {
            PlanOver(flow.From, flow.To, RouteKind.Material, string.Empty);
        }
    }

    private MapRoute Joining(MaterialFlow flow)
    {
        var (from, to) = (plan.Place(flow.From), plan.Place(flow.To));
        var y = plan.FlowHeight(flow.From);
        var x = plan.Node(flow.To) is MapProcess ? to.Left + to.Width * 0.2 : to.CentreX;
        if (plan.Slot(flow.From).Position == plan.Slot(flow.To).Position)
        {
            return plan.LanesOf[plan.Band(flow.From)].IndexOf(plan.Slot(flow.From).Lane) == plan.LanesOf[plan.Band(flow.To)].IndexOf(plan.Slot(flow.To).Lane) + 1 && from.CentreX < to.Right
                ? new MapRoute(RouteKind.Material, string.Empty, [[(from.CentreX, from.Top), (from.CentreX, to.Bottom)]])
                : new MapRoute(RouteKind.Material, string.Empty, [[(from.CentreX - 3.4 * plan.Density.Scale, from.Top + 6 * plan.Density.Scale), (x, from.Top + 6 * plan.Density.Scale), (x, to.Bottom)]]);
        }

        return new MapRoute(RouteKind.Material, string.Empty, [[(plan.Node(flow.From) is MapProcess ? from.Right : from.Right - 0.6, y), (x, y), (x, to.Bottom)]]);
    }

    private MapRoute Leaving(MaterialFlow flow)
    {
        var (from, to) = (plan.Place(flow.From), plan.Place(flow.To));
        var y = plan.FlowHeight(flow.To);
        var x = plan.Node(flow.From) is MapProcess ? from.Right - from.Width * 0.2 : from.CentreX;
        return new MapRoute(RouteKind.Material, string.Empty, [[(x, from.Bottom), (x, y), (plan.Node(flow.To) is MapProcess ? to.Left : to.Left + 0.6, y)]]);
    }

    private void PlanWrap(MaterialFlow flow)
    {
        var key = Channel(flow.To);
        var first = (key.Band, Lane: plan.LanesOf[key.Band][0]);
        var drop = plan.Node(flow.To) is MapProcess ? Drop(flow.To) : 0;
        var right = plan.RightEdge.Reserve(Bare);
        var across = plan.Channel(first.Band, first.Lane).Reserve(Bare);
        var gutter = key == first ? null : plan.Gutter.Reserve(Bare);
        var last = key == first ? null : plan.Channel(key.Band, key.Lane).Reserve(Bare);
        planned.Add(() =>
        {
            var from = plan.Place(flow.From);
            var y = plan.FlowHeight(flow.From);
            var end = plan.TopOf(flow.To, drop);
            List<(double X, double Y)> path = [(from.Right, y), (right.At, y), (right.At, across.At)];
            if (gutter is not null)
            {
                path.AddRange([(gutter.At, across.At), (gutter.At, last!.At)]);
            }

            path.AddRange([(end.X, path[^1].Y), end]);
            return new MapRoute(RouteKind.Material, string.Empty, [path]);
        });
    }
}
