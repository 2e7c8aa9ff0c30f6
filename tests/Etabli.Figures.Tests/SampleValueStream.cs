using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;

namespace Etabli.Figures.Tests;

/// <summary>Value stream maps: the plant's own, its future state, and others that try the layout.</summary>
internal static class SampleValueStream
{
    internal static ValueStreamMap Current(Language language)
    {
        var french = language == Language.French;
        var operations = DemoPlant.Rows("02_operations");
        var stocks = DemoPlant.Rows("04_stocks_vsm");
        string day = french ? "j" : "d";
        List<MapNode> nodes =
        [
            new MapSupplier("barres", french ? "Fournisseur barres" : "Bar supplier"),
            new MapSupplier("tubes", french ? "Fournisseur tubes" : "Tube supplier"),
            new MapCustomer("A", french ? "Client A" : "Customer A", "60" + (french ? "\u202F%" : "%")),
            new MapCustomer("BC", french ? "Clients B et C" : "Customers B and C", "40" + (french ? "\u202F%" : "%")),
            new MapControl("GP", french ? "Gestion de production" : "Production control", french ? "ERP et tableur" : "ERP and spreadsheet"),
            new MapControl("CE", french ? "Chefs d’équipe" : "Team leaders", french ? "feuille imprimée" : "printed sheet"),
        ];
        foreach (var stock in stocks)
        {
            nodes.Add(new MapStock(stock["stock"], stock["libelle"], new Amount(DemoPlant.Number(stock["quantite"]), "p"), new Amount(DemoPlant.Number(stock["jours"]), day, 2)));
        }

        nodes.AddRange(operations.Select(operation => Process(operation, language)));
        List<MaterialFlow> flows = [];
        Chain("S50a OP50 S50 OP60 S60 OP70 S70 OP80 S80 OP90 S90 OP100 S100 OP110 S110 OP120 S120 OP130 S130");
        Chain("S00 OP10 S10 OP20 S20 OP30 S30 OP40 S40 OP100");
        Chain("S99 OP100");
        return new ValueStreamMap(french ? "Chaîne de valeur, vérins 50/28, état actuel" : "Value stream, 50/28 cylinders, current state", nodes, flows)
        {
            State = french ? "État actuel" : "Current state",
            Shipments =
            [
                new("tubes", "S50a", french ? "1 × par mois" : "once a month"),
                new("barres", "S00", french ? "1 × par mois" : "once a month"),
                new("S130", "A", french ? "1 × par jour" : "once a day"),
                new("S130", "BC", french ? "1 × par semaine" : "once a week"),
            ],
            Information =
            [
                new("A", "GP", InformationFlowKind.Electronic, french ? "EDI, prévisions 12 semaines, par semaine" : "EDI, 12-week forecast, weekly"),
                new("A", "GP", InformationFlowKind.Electronic, french ? "EDI, commandes fermes J+5, par jour" : "EDI, firm orders D+5, daily"),
                new("BC", "GP", InformationFlowKind.Manual, french ? "courriel, commandes, par semaine" : "email, orders, weekly"),
                new("GP", "tubes", InformationFlowKind.Electronic, french ? "ERP, commande 4 semaines, par mois" : "ERP, 4-week order, monthly"),
                new("GP", "barres", InformationFlowKind.Electronic, french ? "ERP, commande 4 semaines, par mois" : "ERP, 4-week order, monthly"),
                new("GP", "OP30", InformationFlowKind.Manual, french ? "bon de livraison, lots de 240, 2 × par semaine" : "delivery note, lots of 240, twice a week"),
                new("GP", "CE", InformationFlowKind.Manual, french ? "programme par poste, par semaine" : "schedule by station, weekly"),
                .. operations.Where(operation => operation["op"] != "OP30").Select(operation => new InformationFlow("CE", operation["op"], InformationFlowKind.Manual, french ? "ordre de passage, par jour" : "running order, daily")),
            ],
            Bursts =
            [
                new("OP60", "SMED 75 → 30", "X1"),
                new("OP100", french ? "6 → 5 postes" : "6 → 5 stations", "X3"),
                new("OP30", french ? "3 départs par semaine" : "3 departures a week", "X4"),
            ],
            Ladders =
            [
                Ladder(french ? "Fûts et montage" : "Barrels and assembly", flows.Take(18), french ? "32,5 j" : "32.5 d", french ? "3\u202F124\u00A0s" : "3,124\u00A0s", critical: false),
                Ladder(french ? "Tiges" : "Rods", flows.Skip(18).Take(9).Where(flow => flow.To != "OP100" || flow.From == "S40"), french ? "26,5 j + aval 7,25 j = 33,75 j" : "26.5 d + downstream 7.25 d = 33.75 d", null, critical: true),
            ],
            Takt = new MapTakt(new Amount(525, "s"), "840 min × 60 ÷ 96"),
            Totals = new ValueStreamTotals(new Amount(33.75m, french ? "jours" : "days", 2), new Amount(4489, "s"), new Amount(3124, "s"), new Amount(0.19m, "%", 2)),
            Notes = [french ? "Cycle effectif = (Tc ÷ (1 − rebut) + Tcs ÷ lot) ÷ dispo ; dispo hors changements de série. OP60 : 534,5 s pour un takt de 525 s." : "Effective cycle = (Tc ÷ (1 − scrap) + Tcs ÷ lot) ÷ avail.; availability without changeovers. OP60: 534.5 s against a takt of 525 s."],
        };

        void Chain(string ids)
        {
            var list = ids.Split(' ');
            flows.AddRange(list.Zip(list.Skip(1)).Select(pair => new MaterialFlow(pair.First, pair.Second)));
        }

        TimeLadder Ladder(string branch, IEnumerable<MaterialFlow> path, string lead, string? valueAdded, bool critical)
        {
            var taken = path.ToList();
            var ids = taken.Select(flow => flow.From).Append(taken[^1].To).Where(id => id != "OP30" && !(critical && id == "OP100"));
            return new TimeLadder(branch, [.. ids.Select(Step)], lead, valueAdded, critical);
        }

        LadderStep Step(string id)
        {
            var stock = stocks.FirstOrDefault(row => row["stock"] == id);
            if (stock is not null)
            {
                return new LadderStep(id, new Amount(DemoPlant.Number(stock["jours"]), day, 2), true);
            }

            var operation = operations.First(row => row["op"] == id);
            var time = id == "OP100" ? 2386 : DemoPlant.Number(operation["tc_poste_s"]);
            return new LadderStep(id, new Amount(time, "s"), false);
        }
    }

    private static MapProcess Process(IReadOnlyDictionary<string, string> operation, Language language)
    {
        var french = language == Language.French;
        var outsourced = operation["sous_traite"] == "1";
        var cycle = outsourced ? new MapDatum(french ? "délai" : "lead", french ? "5 j" : "5 d") : new MapDatum("Tc", Written("tc_poste_s", "s"));
        return new MapProcess(operation["op"], operation["op"], operation["libelle"], outsourced ? null : DemoPlant.Number(operation["operateurs_par_equipe"]),
        [
            cycle,
            new("Tcs", Written("temps_changement_min", "min")),
            new(french ? "Dispo" : "Avail.", Written("dispo_pct", "%")),
            new("Lot", Written("taille_lot", string.Empty)),
            new(french ? "Rebut" : "Scrap", Written("rebut_pct", "%", 1)),
        ])
        {
            IsOutsourced = outsourced,
            IsBottleneck = operation["op"] == "OP60",
        };

        string Written(string column, string unit, int decimals = 0) => new Amount(DemoPlant.Number(operation[column]), unit, decimals).In(language);
    }

    /// <summary>A future state with what the current one lacks: shelves, a lane, cards, a levelled control.</summary>
    internal static ValueStreamMap Future(Language language)
    {
        var french = language == Language.French;
        return new ValueStreamMap(french ? "Chaîne de valeur, montage, état futur" : "Value stream, assembly, future state",
        [
            new MapSupplier("tubes", french ? "Fournisseur tubes" : "Tube supplier", french ? "2 × par semaine" : "twice a week"),
            new MapCustomer("clients", french ? "Clients A, B, C" : "Customers A, B, C", french ? "96 par jour" : "96 a day"),
            new MapControl("GP", french ? "Gestion de production" : "Production control", "ERP") { IsLevelled = true },
            new MapStock("SM1", french ? "Fûts rodés" : "Honed barrels", new Amount(96, "p"), new Amount(1, french ? "j" : "d"), StockKind.Supermarket),
            new MapProcess("OP60", "OP60", french ? "Rodage-galetage fûts" : "Barrel honing", 1, [new("Tc", "300 s", "316 s"), new("Tcs", "30 min", "75 min"), new("Lot", "24", "48")]),
            new MapProcess("OP70", "OP70", french ? "Tournage CN fûts" : "Barrel turning", 1, [new("Tc", "412 s"), new("Tcs", "35 min"), new("Lot", "24", "48")]) { IsShared = true },
            new MapStock("F1", french ? "Fûts tournés" : "Turned barrels", new Amount(24, "max"), null, StockKind.FifoLane),
            new MapProcess("OP100", "OP100", french ? "Montage vérin, 5 postes" : "Cylinder assembly, 5 stations", 5, [new("Tc", "486 s", "445 s"), new("Tcs", "8 min"), new("Lot", "24")]),
            new MapStock("SS", french ? "Sécurité" : "Safety", new Amount(48, "p"), new Amount(0.5m, french ? "j" : "d", 1), StockKind.Safety),
            new MapProcess("OP130", "OP130", french ? "Contrôle, emballage, expédition" : "Check, packing, shipping", 1, [new("Tc", "210 s"), new("Lot", "24")]),
            new MapStock("PF", french ? "Produits finis" : "Finished goods", new Amount(192, "p"), new Amount(2, french ? "j" : "d")),
        ],
        [
            new("OP60", "SM1"), new("SM1", "OP70", MaterialFlowKind.Pull), new("OP70", "F1"), new("F1", "OP100", MaterialFlowKind.Continuous), new("OP100", "SS"), new("SS", "OP130"), new("OP130", "PF"),
        ])
        {
            State = french ? "État futur" : "Future state",
            Shipments = [new("tubes", "OP60", french ? "2 × par semaine" : "twice a week"), new("PF", "clients", french ? "1 × par jour" : "once a day")],
            Information =
            [
                new("clients", "GP", InformationFlowKind.Electronic, french ? "commandes J+5" : "orders D+5"),
                new("GP", "tubes", InformationFlowKind.Electronic, french ? "appels hebdomadaires" : "weekly calls"),
                new("GP", "OP100", InformationFlowKind.Manual, french ? "séquence nivelée" : "levelled sequence"),
                new("SM1", "OP60", InformationFlowKind.ProductionKanban, "kanban"),
                new("OP70", "SM1", InformationFlowKind.WithdrawalKanban, french ? "transfert" : "withdrawal"),
                new("OP130", "OP100", InformationFlowKind.GoSee, french ? "à vue" : "go see"),
            ],
            Bursts = [new("OP60", "SMED", "X1")],
            Ladders = [new TimeLadder(french ? "Fûts" : "Barrels", [new("OP60", new Amount(300, "s"), false), new("SM1", new Amount(1, french ? "j" : "d"), true), new("OP70", new Amount(412, "s"), false), new("OP100", new Amount(2386, "s"), false), new("SS", new Amount(0.5m, french ? "j" : "d", 1), true), new("OP130", new Amount(210, "s"), false), new("PF", new Amount(2, french ? "j" : "d"), true)], french ? "3,5 j" : "3.5 d", "2\u202F749 s", true)],
            Takt = new MapTakt(new Amount(525, "s")),
            Totals = new ValueStreamTotals(new Amount(3.5m, french ? "jours" : "days", 1), new Amount(3308, "s")),
        };
    }

    /// <summary>The plant's stream pulled: two loops that follow one another, one by batches, one without numbers, one at the joining of a branch.</summary>
    internal static ValueStreamMap Kanban(Language language)
    {
        var french = language == Language.French;
        var map = Current(language);
        string[] shelves = ["S60", "S70", "S110", "S10"];
        return map with
        {
            State = french ? "État futur" : "Future state",
            Nodes = [.. map.Nodes.Select(node => node is MapStock stock && shelves.Contains(node.Id) ? stock with { Kind = StockKind.Supermarket } : node)],
            Flows = [.. map.Flows.Select(flow => shelves.Contains(flow.From) ? flow with { Kind = MaterialFlowKind.Pull } : flow)],
            Information =
            [
                .. map.Information,
                new("S60", "OP60", InformationFlowKind.SignalKanban, "4 × 12\u00A0p"), new("OP70", "S60", InformationFlowKind.WithdrawalKanban, "12 p"),
                new("S70", "OP70", InformationFlowKind.ProductionKanban, "8 × 12\u00A0p calc."), new("OP80", "S70", InformationFlowKind.WithdrawalKanban, "12 p"),
                new("S110", "OP110", InformationFlowKind.ProductionKanban), new("OP120", "S110", InformationFlowKind.WithdrawalKanban),
                new("S10", "OP10", InformationFlowKind.ProductionKanban, "12 × 24 p"), new("OP20", "S10", InformationFlowKind.WithdrawalKanban, "24 p"),
            ],
        };
    }

    /// <summary>The plant's stream as it is above, pulled below.</summary>
    internal static ValueStreamPair Pair(Language language)
    {
        var french = language == Language.French;
        var day = french ? "j" : "d";
        var after = Kanban(language);
        return new(after.Title, Current(language), after with { Totals = after.Totals! with { LeadTime = new Amount(28.25m, french ? "jours" : "days", 2), Ratio = new Amount(0.23m, "%", 2) } },
        [
            new(french ? "Délai" : "Lead time", new Amount(33.75m, day, 2).In(language), new Amount(28.25m, day, 2).In(language), "−" + new Amount(5.5m, day, 1).In(language) + " (−" + new Amount(16.3m, "%", 1).In(language) + ")", true),
            new(french ? "Temps à valeur ajoutée" : "Value-adding time", new Amount(3124, "s").In(language), new Amount(3124, "s").In(language)),
            new(french ? "Ratio VA" : "VA ratio", new Amount(0.19m, "%", 2).In(language), new Amount(0.23m, "%", 2).In(language), "+" + new Amount(21.1m, "%", 1).In(language), true),
            new(french ? "Pièces en stock" : "Pieces in stock", new Amount(6459, "p").In(language), new Amount(5931, "p").In(language), "−" + new Amount(528, "p").In(language) + " (−" + new Amount(8.2m, "%", 1).In(language) + ")", true),
            new(french ? "Valeur du stock" : "Value of stock", new Amount(312456, "€").In(language), new Amount(318010, "€").In(language), "+" + new Amount(5554, "€").In(language) + " (+" + new Amount(1.8m, "%", 1).In(language) + ")", false),
            new(french ? "Charge du goulot" : "Load of the bottleneck", new Amount(101.8m, "%", 1).In(language), "–"),
        ]);
    }

    /// <summary>Two short streams that have not the same steps.</summary>
    internal static ValueStreamPair ShortPair(Language language)
    {
        var map = Future(language);
        return new(map.Title, map with { Nodes = [.. map.Nodes.Where(node => node.Id is not ("OP60" or "SM1"))], Bursts = [], State = language == Language.French ? "État actuel" : "Current state" }, map, Pair(language).Differences);
    }

    /// <summary>A main stream and branches of a given length, all with stocks, ladders and orders.</summary>
    internal static ValueStreamMap Many(int main, params (int Length, int Joins)[] branches)
    {
        List<MapNode> nodes = [new MapSupplier("f", "Fournisseur"), new MapCustomer("c", "Client"), new MapControl("gp", "Gestion de production")];
        List<MaterialFlow> flows = [];
        List<TimeLadder> ladders = [];
        var all = new[] { (Length: main, Joins: -1) }.Concat(branches).ToList();
        foreach (var (b, (length, joins)) in all.Index())
        {
            var steps = new List<LadderStep>();
            for (var i = 0; i < length; i++)
            {
                var (stock, process) = (Invariant($"s{b}-{i}"), Invariant($"o{b}-{i}"));
                nodes.Add(new MapStock(stock, "En-cours", new Amount(1440 - 7 * i, "p"), new Amount(15.25m, "j", 2)));
                nodes.Add(new MapProcess(process, Invariant($"OP{b + 1}{i + 1:00}"), "Tournage, ébavurage et contrôle", 1, [new("Tc", "316 s"), new("Tcs", "75 min"), new("Dispo", "79\u202F%"), new("Lot", "48"), new("Rebut", "3,8\u202F%")]) { IsBottleneck = b == 0 && i == main / 2 });
                steps.Add(new LadderStep(stock, new Amount(15.25m, "j", 2), true));
                steps.Add(new LadderStep(process, new Amount(316, "s"), false));
                flows.Add(new MaterialFlow(stock, process));
                if (i > 0)
                {
                    flows.Add(new MaterialFlow(Invariant($"o{b}-{i - 1}"), stock));
                }
            }

            if (b > 0)
            {
                flows.Add(new MaterialFlow(Invariant($"o{b}-{length - 1}"), Invariant($"o0-{joins}")));
            }

            ladders.Add(new TimeLadder(Invariant($"Branche {b + 1}"), steps, "152,5 j", null, b == 0));
        }

        nodes.Add(new MapStock("pf", "Produits finis", new Amount(480, "p"), new Amount(5, "j")));
        flows.Add(new MaterialFlow(Invariant($"o0-{main - 1}"), "pf"));
        return new ValueStreamMap("Grande chaîne", nodes, flows)
        {
            Ladders = ladders,
            Shipments = [new("f", "s0-0", "1 × par semaine"), new("pf", "c", "1 × par jour")],
            Information = [new("c", "gp", InformationFlowKind.Electronic, "commandes"), new("gp", "f", InformationFlowKind.Electronic, "appels"), new("gp", "o0-0", InformationFlowKind.Manual, "programme")],
            Bursts = [new("o0-1", "Réduire les changements", "X1")],
            Takt = new MapTakt(new Amount(525, "s"), "840 min × 60 ÷ 96"),
            Totals = new ValueStreamTotals(new Amount(152.5m, "j", 1), new Amount(3160, "s"), new Amount(1234, "s"), new Amount(0.1m, "%", 1)),
            Notes = ["Cycle effectif = (Tc ÷ (1 − rebut) + Tcs ÷ lot) ÷ dispo."],
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
