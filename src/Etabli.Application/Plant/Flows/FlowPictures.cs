using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;
using Etabli.Methods.ValueStreams;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>A family's flow, said as the value stream map wants it: the same on screen and on paper.</summary>
public static class FlowPictures
{
    private const string Control = "gp";

    /// <summary>The map of the current state (F01).</summary>
    /// <exception cref="ArgumentException">The sheet has no reading: nothing is asked or nothing is done yet.</exception>
    /// <param name="sheet">What is drawn.</param>
    /// <param name="language">Language of the reader.</param>
    /// <param name="before">The state it is compared with: a number that is another there is struck before the new one; null when it is compared with none.</param>
    /// <param name="isFuture">Whether it is the state that is meant to be; when not said, what is compared is.</param>
    public static ValueStreamMap Map(FlowSheet sheet, Language language, ProductFamily? before = null, bool? isFuture = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(language);
        var reading = sheet.Reading ?? throw new ArgumentException("The flow has no reading: say the day's rhythm and one operation first.", nameof(sheet));
        return new Drawing(sheet.Family, reading, language, before, isFuture ?? before is not null, sheet.Unit).Map();
    }

    private sealed class Drawing(ProductFamily family, StreamReading reading, Language language, ProductFamily? before, bool isFuture, TimeUnit unit)
    {
        private readonly bool french = language == Language.French;
        private readonly Dictionary<string, Role> actors = Actors(family);
        private readonly IReadOnlyList<KanbanLoop> loops = KanbanLoop.Of(family);

        private enum Role
        {
            Customer,
            Supplier,
            Control,
            Outside,
            Floor,
        }

        private DayRhythm Rhythm => family.Rhythm!;

        public ValueStreamMap Map() => new(family.Name, [.. Around(), .. family.Stocks.Select(Stock), .. family.Operations.Select(Process)], [.. FlowStream.Links(family).Select(l => new MaterialFlow(l.From, l.To, KindOf(l)))])
        {
            State = !isFuture ? french ? "État actuel" : "Current state" : french ? "État futur" : "Future state",
            Bursts = [.. family.Bursts.Where(b => family.Operations.Any(o => o.Code == b.At) || family.Stocks.Any(s => s.Code == b.At)).Select(b => new Figures.ValueStreams.KaizenBurst(b.At, b.Text, b.Axis.Length == 0 ? null : b.Axis))],
            Shipments = [.. Deliveries(), .. Departures()],
            Information = [.. family.Information.SelectMany(Said), .. loops.SelectMany(Cards)],
            Ladders = Ladders(),
            Takt = new(Time(reading.Takt.Time), unit == TimeUnit.Minute ? $"{Number(Rhythm.NetMinutes)} min ÷ {Number(Rhythm.Demand)}" : $"{Number(Rhythm.NetMinutes)} min × {Exact(60 / unit.Seconds())} ÷ {Number(Rhythm.Demand)}"),
            Totals = Totals(),
            Notes =
            [
                french ? "Cycle effectif = (Tc ÷ (1 − rebut) + Tcs ÷ lot) ÷ (dispo × machines) ; dispo hors changements de série." : "Effective cycle = (Tc ÷ (1 − scrap) + Tcs ÷ lot) ÷ (avail. × machines); availability without changeovers.",
                .. loops.Where(l => l.IsComputed).Select(Computed),
            ],
        };

        private IEnumerable<MapNode> Around()
        {
            var asked = french ? $"{Number(Rhythm.Demand)} par jour" : $"{Number(Rhythm.Demand)} a day";
            if (!actors.ContainsValue(Role.Customer))
            {
                yield return new MapCustomer("client", french ? "Clients" : "Customers", asked);
            }

            var first = true;
            foreach (var (name, role) in actors.Where(a => a.Value is Role.Customer or Role.Supplier or Role.Control).Select(a => (a.Key, a.Value)))
            {
                yield return role switch
                {
                    Role.Customer => new MapCustomer(name, name, first ? asked : null),
                    Role.Supplier => new MapSupplier(name, name),
                    _ => new MapControl(name, name),
                };
                first = first && role != Role.Customer;
            }

            if (!actors.ContainsValue(Role.Control))
            {
                yield return new MapControl(Control, french ? "Gestion de production" : "Production control");
            }
        }

        /// <summary>What leaves a supermarket is taken; what goes through a lane goes on in order; the rest is pushed.</summary>
        private MaterialFlowKind KindOf(StreamLink link) =>
            family.Stocks.FirstOrDefault(s => s.Code == link.From) is { Mode: StockMode.Supermarket } ? MaterialFlowKind.Pull
            : family.Stocks.Any(s => (s.Code == link.From || s.Code == link.To) && s.Mode == StockMode.FifoLane) ? MaterialFlowKind.Continuous : MaterialFlowKind.Push;

        private (double X, double Y) Moved(string code) => family.Offsets.LastOrDefault(o => o.At == code) is { } offset ? ((double)offset.X, (double)offset.Y) : (0, 0);

        private MapStock Stock(StockPoint stock)
        {
            var (x, y) = Moved(stock.Code);
            var days = stock.Last is { } last ? (decimal)last.Pieces / Rhythm.Demand : (decimal?)null;
            return new(stock.Code, stock.Label, stock.Last is { } count ? new Amount(count.Pieces, "p") : null, days is { } known ? new Amount(known, Day, 2) : null, Enum.Parse<StockKind>(stock.Mode.ToString())) { OffsetX = x, OffsetY = y };
        }

        private MapProcess Process(RoutingOperation operation)
        {
            var rows = new List<MapDatum>();
            var was = before?.Operations.FirstOrDefault(o => o.Code == operation.Code);
            Row("Tc", operation.IsOutsourced ? null : InUnit(operation.CycleSeconds), InUnit(was?.CycleSeconds), unit.Symbol(), unit.Decimals());
            Row("Tcs", operation.ChangeoverMinutes, was?.ChangeoverMinutes, "min", 1);
            Row(french ? "Dispo" : "Avail.", operation.AvailabilityPercent, was?.AvailabilityPercent, "%", 1);
            Row("Lot", operation.Lot, was?.Lot, "", 0);
            Row(french ? "Rebut" : "Scrap", operation.ScrapPercent, was?.ScrapPercent, "%", 1);
            var (x, y) = Moved(operation.Code);
            return new(operation.Code, operation.Code, operation.Label, operation.IsOutsourced ? null : operation.Operators, rows)
            {
                IsOutsourced = operation.IsOutsourced,
                OffsetX = x,
                OffsetY = y,
                IsBottleneck = reading.Loads.Any(l => l.Code == operation.Code && l.ExceedsTakt == true),
            };

            void Row(string label, decimal? value, decimal? old, string unit, int decimals)
            {
                if (value is { } known)
                {
                    rows.Add(new(label, new Amount(known, unit, decimals).In(language), old is { } changed && changed != known ? new Amount(changed, unit, decimals).Bare(language) : null));
                }
            }
        }

        private IEnumerable<InformationFlow> Said(InformationLink link)
        {
            var kind = link.Means == InformationMeans.Electronic ? InformationFlowKind.Electronic : InformationFlowKind.Manual;
            var label = string.Join(", ", new[] { link.Medium, link.Content, link.Frequency }.Where(w => w.Length > 0));
            return from origin in Ends(link.From) from end in Ends(link.To) where origin != end select new InformationFlow(origin, end, kind, label);
        }

        /// <summary>The card that orders what was taken to be made or delivered again, and the card that fetches: the customer fetches without one.</summary>
        private IEnumerable<InformationFlow> Cards(KanbanLoop loop)
        {
            var container = loop.Stock.Container is { } pieces ? $"{Number(pieces)}\u00A0p" : "";
            var cards = loop.Cards is not { } known ? container : (container.Length > 0 ? $"{Number(known)} × {container}" : $"{Number(known)} {(french ? "cartes" : "cards")}") + (loop.IsComputed ? " calc." : "");
            yield return loop.Supplier is { } maker
                ? new(loop.Stock.Code, maker.Code, loop.IsSignal ? InformationFlowKind.SignalKanban : InformationFlowKind.ProductionKanban, cards)
                : new(loop.Stock.Code, Fills(loop.Stock), InformationFlowKind.WithdrawalKanban, cards);
            if (loop.Consumer is { } taker)
            {
                yield return new(taker.Code, loop.Stock.Code, InformationFlowKind.WithdrawalKanban, container);
            }
        }

        /// <summary>Who delivers a head stock: the supplier named like it, or the only one; else whoever plans.</summary>
        private string Fills(StockPoint stock)
        {
            var suppliers = actors.Where(a => a.Value == Role.Supplier).Select(a => a.Key).ToList();
            return Deliveries().FirstOrDefault(d => d.To == stock.Code)?.From ?? (suppliers.Count == 1 ? suppliers[0] : actors.FirstOrDefault(a => a.Value == Role.Control).Key ?? Control);
        }

        /// <summary>How a number of cards that nobody typed was found.</summary>
        private string Computed(KanbanLoop loop)
        {
            var (days, safety) = (loop.Stock.ReplenishmentDays!.Value, 1 + (loop.Stock.LoopSafetyPercent ?? 0) / 100);
            var sum = $"{Number(Rhythm.Demand)} p/{Day} × {Exact(days)} {Day} × {Exact(safety)} ÷ {Number(loop.Stock.Container!.Value)} p";
            return french ? $"Cartes {loop.Stock.Code}, calculé\u00A0: {sum}, arrondi au-dessus = {loop.Cards}." : $"Cards {loop.Stock.Code}, computed: {sum}, rounded up = {loop.Cards}.";
        }

        private IEnumerable<string> Ends(string name) => actors[name] switch
        {
            Role.Outside => family.Operations.Where(o => o.IsOutsourced).Select(o => o.Code),
            Role.Floor => family.Operations.Where(o => !o.IsOutsourced).Select(o => o.Code),
            _ => [name],
        };

        /// <summary>A supplier delivers the head stock that carries a word of its name: « Fournisseur tubes », « Tubes (matière) ».</summary>
        private IEnumerable<Shipment> Deliveries() =>
            from supplier in actors.Where(a => a.Value == Role.Supplier).Select(a => a.Key)
            let words = supplier.Split(' ').Skip(1).Where(w => w.Length > 3).ToList()
            let stock = family.Stocks.FirstOrDefault(s => s.From is null && words.Exists(w => s.Label.Contains(w, StringComparison.OrdinalIgnoreCase)))
            where stock is not null
            select new Shipment(supplier, stock.Code, family.Information.FirstOrDefault(i => i.To == supplier)?.Frequency ?? "");

        private IEnumerable<Shipment> Departures()
        {
            var customers = actors.Where(a => a.Value == Role.Customer).Select(a => a.Key).DefaultIfEmpty("client").ToList();
            return from stock in family.Stocks where stock.To is null && stock.From is not null from customer in customers select new Shipment(stock.Code, customer, "");
        }

        /// <summary>The branch of most steps whole; of the others, their own steps with the sum they end in.</summary>
        private List<TimeLadder> Ladders()
        {
            var drawn = new HashSet<string>(StringComparer.Ordinal);
            var operations = family.Operations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
            var ladders = new List<TimeLadder>();
            foreach (var branch in reading.Branches.OrderByDescending(b => b.Steps.Count))
            {
                var own = branch.Ladder.Where(s => !drawn.Contains(s.Step) && !family.Operations.Any(o => o.Code == s.Step && o.IsOutsourced)).ToList();
                if (!own.Exists(s => operations.Contains(s.Step)) || own.Exists(s => s.IsMissing))
                {
                    continue;
                }

                var ownDays = own.Where(s => s.IsHigh).Sum(s => s.Days ?? 0);
                var whole = branch.LeadTime.Value ?? branch.AtLeastDays;
                var lead = own.Count >= branch.Ladder.Count - 1 && Math.Abs(ownDays - whole) < 1e-9
                    ? Days(whole)
                    : $"{Days(ownDays)} + {(french ? "aval" : "downstream")} {Days(whole - ownDays)} = {Days(whole)}";
                ladders.Add(new(Name(branch), [.. own.Select(Step)], lead, branch.ValueAddedTime.Value is { } added ? Whole(added).In(language) : null, branch.IsCritical));
                own.ForEach(s => drawn.Add(s.Step));
            }

            return ladders;
        }

        private string Name(StreamBranch branch) =>
            (family.Stocks.FirstOrDefault(s => s.Code == branch.Steps[0])?.Label ?? family.Operations.First(o => o.Code == branch.Steps[0]).Label).Split(" (")[0];

        private LadderStep Step(LadderSegment segment) => segment.IsHigh
            ? new(segment.Step, new Amount((decimal)(segment.Days ?? 0), Day, 2), true)
            : new(segment.Step, Time(segment.Time ?? TimeSpan.Zero), false);

        private ValueStreamTotals? Totals()
        {
            if (reading.LeadTime.Value is not { } lead || reading.Critical is not { } critical)
            {
                return null;
            }

            return new(
                new Amount((decimal)lead, french ? "jours" : "days", 2),
                null,
                critical.ValueAddedTime.Value is { } added ? Whole(added) : null,
                critical.Efficiency.Value is { } ratio ? new Amount((decimal)ratio * 100, "%", 2) : null);
        }

        private decimal? InUnit(decimal? seconds) => seconds is { } known ? unit.FromSeconds(known) : null;

        private Amount Time(TimeSpan time) => new(unit.FromSeconds((decimal)time.TotalSeconds), unit.Symbol(), unit.Decimals());

        /// <summary>A sum of times, to a decimal less.</summary>
        private Amount Whole(TimeSpan time) => new(unit.FromSeconds((decimal)time.TotalSeconds), unit.Symbol(), Math.Max(0, unit.Decimals() - 1));

        private string Day => french ? "j" : "d";

        private string Days(double days) => new Amount((decimal)days, Day, 2).In(language);

        private string Exact(decimal value) => new Amount(value, "", Math.Min(4, (int)value.Scale)).In(language);

        private string Number(decimal value) => new Amount(value, "", 1).In(language);

        /// <summary>Who is who in the information flows, by the words people use for them.</summary>
        private static Dictionary<string, Role> Actors(ProductFamily family) => family.Information
            .SelectMany(i => new[] { i.From, i.To })
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => name.ToUpper(CultureInfo.InvariantCulture) switch
            {
                var n when n.StartsWith("CLIENT", StringComparison.Ordinal) || n.StartsWith("CUSTOMER", StringComparison.Ordinal) => Role.Customer,
                var n when n.StartsWith("FOURNISSEUR", StringComparison.Ordinal) || n.StartsWith("SUPPLIER", StringComparison.Ordinal) => Role.Supplier,
                var n when n.StartsWith("SOUS-TRAITANT", StringComparison.Ordinal) || n.StartsWith("SUBCONTRACTOR", StringComparison.Ordinal) => Role.Outside,
                "POSTES" or "STATIONS" or "POSTS" => Role.Floor,
                _ => Role.Control,
            }, StringComparer.Ordinal);
    }
}
