using System.Globalization;
using Etabli.Figures.CheckSheets;
using Etabli.Figures.Diagnoses;
using Etabli.Figures.Histograms;
using Etabli.Figures.Histories;
using Etabli.Figures.Ink;
using Etabli.Figures.Interviews;
using Etabli.Figures.Layouts;
using Etabli.Figures.Paretos;
using Etabli.Figures.ProcessCharts;

namespace Etabli.Figures.Tests;

/// <summary>What was found on the floor of the demonstration plant.</summary>
internal static class SampleDiagnosis
{
    internal static ProcessChart Barrel(bool compared)
    {
        var steps = DemoPlant.Rows("06_deroulement_fut").Select(row => new ProcessChartStep(row["etape"], Symbol(row["type"]), DemoPlant.Number(row["distance_m"]), DemoPlant.Number(row["duree_min"]), DemoPlant.Number(row["attente_min"]))
        {
            Idea = compared ? Idea(row["n"]) : null,
            Remark = compared && row["n"] == "21" ? "38 m de plus que par l’allée directe" : null,
            Quantity = compared && row["n"] == "23" ? "8" : null,
        }).ToList();
        var after = compared ? steps.Where(step => step.Idea != Ecrs.Eliminate).Select(step => step with { Wait = Math.Round(step.Wait * 0.55m), Idea = null, Remark = null }).ToList() : null;
        return new ProcessChart("Déroulement du fût 50/28", steps, after);

        static Ecrs? Idea(string number) => number switch { "6" or "7" or "20" => Ecrs.Eliminate, "3" => Ecrs.Combine, "21" => Ecrs.Rearrange, "15" => Ecrs.Simplify, _ => null };

        static ProcessSymbol Symbol(string type) => type switch
        {
            "operation" => ProcessSymbol.Operation,
            "transport" => ProcessSymbol.Transport,
            "controle" => ProcessSymbol.Inspection,
            "attente" => ProcessSymbol.Delay,
            _ => ProcessSymbol.Storage,
        };
    }

    internal static WorkshopLayout Workshop() => new("Implantation, atelier vérins", 72, 64, [.. DemoPlant.Rows("07_implantation").Select(row =>
    {
        var assembly = row["lieu"] is ['P', >= '1' and <= '6'];
        var (width, height) = assembly ? (2.6, 3.0) : (4.4, 3.4);
        return new LayoutStation(row["lieu"], (double)DemoPlant.Number(row["x_m"]), (double)DemoPlant.Number(row["y_m"]), width, height);
    })])
    {
        Zones = [new("Ligne M, montage", 22, 14, 26, 11), new("Usinage", 16, 34, 40, 22), new("Expédition", 2, 5, 10, 10)],
    };

    internal static Spaghetti Trips(Language language) => new(
        Workshop(),
        [.. DemoPlant.Rows("08_deplacements").Select(row => new SpaghettiTrip(row["acteur"], row["de"], row["vers"], int.Parse(row["allers_retours_par_equipe"], CultureInfo.InvariantCulture), DemoPlant.Number(row["distance_aller_m"]), row["motif"]))],
        language == Language.French ? "une équipe" : "one shift");

    internal static Pareto Stops(Language language)
    {
        var causes = DemoPlant.Rows("16_arrets").Where(row => row["poste"] == "ROD1").GroupBy(row => row["cause"]).Select(group => (group.Key, Value: group.Sum(row => DemoPlant.Number(row["duree_min"])))).ToList();
        var scrap = DemoPlant.Rows("17_rebuts").Where(row => row["poste"] == "ROD1").GroupBy(row => row["defaut"]).Select(group => (group.Key, Value: group.Sum(row => DemoPlant.Number(row["quantite"])))).ToList();
        return Ranked("Arrêts de ROD1", language == Language.French ? "Temps perdu par cause d’arrêt" : "Time lost by cause of stop", "min", causes) with
        {
            Count = DemoPlant.Rows("16_arrets").Count(row => row["poste"] == "ROD1"),
            Period = "01/09/2025 – 28/11/2025",
            Detail = new ParetoDetail("Reprise cote alésage", Ranked("Rebuts de ROD1", language == Language.French ? "Rebuts par défaut" : "Scrap by defect", "p", scrap)),
        };
    }

    internal static Pareto Ranked(string title, string measure, string unit, IReadOnlyList<(string Label, decimal Value)> causes)
    {
        var total = causes.Sum(cause => cause.Value);
        var bars = new List<ParetoBar>();
        var sum = 0m;
        foreach (var (label, value) in causes.OrderByDescending(cause => cause.Value).ThenBy(cause => cause.Label, StringComparer.Ordinal))
        {
            var heavy = total > 0 && sum / total < 0.8m;
            sum += value;
            bars.Add(new ParetoBar(label, value, total > 0 ? sum / total : 0, heavy));
        }

        return new Pareto(title, measure, unit, bars);
    }

    internal static Pareto ManyCauses() => Ranked("Beaucoup de causes", "Arrêts", "min", [.. Enumerable.Range(1, 200).Select(i => ($"Cause numéro {i} dont le libellé est beaucoup plus long que sa place", (decimal)(1 + 4000 / i)))]) with { Decimals = 1 };

    internal static History TwoShifts(Language language)
    {
        var weeks = Enumerable.Range(36, 13).Select(week => (language == Language.French ? "S" : "W") + week).ToList();
        return new("TRS de ROD1", language == Language.French ? "TRS de ROD1" : "OEE of ROD1", "%", weeks,
        [
            new(language == Language.French ? "équipe A" : "shift A", [55.1m, 56.3m, 54.8m, 57.0m, 56.2m, 55.9m, 58.1m, 57.4m, 56.6m, 58.3m, 57.9m, 59.0m, 58.4m]),
            new(language == Language.French ? "équipe B" : "shift B", [57.2m, 55.0m, 56.1m, null, 55.4m, 56.8m, 55.9m, 57.7m, 58.2m, 57.1m, 59.4m, 58.8m, 60.2m]),
        ])
        { Target = 72, Decimals = 1 };
    }

    internal static Histogram Bore(Language language)
    {
        var values = DemoPlant.Rows("18_spc_alesage").Select(row => DemoPlant.Number(row.Last().Value)).ToList();
        var low = Math.Floor(values.Min() / 3) * 3;
        var classes = Enumerable.Range(0, (int)((values.Max() - low) / 3) + 1).Select(i => (From: low + 3 * i, To: low + 3 * (i + 1))).Select(one => new HistogramClass(one.From, one.To, values.Count(value => value >= one.From && value < one.To))).ToList();
        return new Histogram("Alésage Ø50 H8", language == Language.French ? "Alésage Ø50 H8, écart à 50 mm" : "Bore Ø50 H8, deviation from 50 mm", "µm", classes) { LowerLimit = 0, Target = 19.5m, UpperLimit = 39, Mean = Math.Round(values.Average(), 1), Period = "01/09/2025 – 28/11/2025", Decimals = 1 };
    }

    internal static CheckSheet Scrap(Language language)
    {
        var rows = DemoPlant.Rows("17_rebuts").Where(row => row["poste"] == "ROD1").Select(row => (Defect: row["defaut"], Week: IsoWeek.Of(DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)), Count: int.Parse(row["quantite"], CultureInfo.InvariantCulture))).ToList();
        var weeks = rows.Select(row => row.Week).Distinct().Order().Take(6).ToList();
        return new CheckSheet("Rebuts de ROD1", [.. weeks.Select(language.Week)], [.. rows.GroupBy(row => row.Defect).Select(group => new CheckSheetRow(group.Key, [.. weeks.Select(week => group.Where(row => row.Week == week).Sum(row => row.Count))])).OrderByDescending(row => row.Total).ThenBy(row => row.Cause, StringComparer.Ordinal)]);
    }

    internal static DefectMap Located() => new("Défauts sur le fût", ["Rayure intérieure", "Choc", "Porosité de soudure"],
    [
        .. Enumerable.Range(0, 11).Select(i => new DefectMark(0.22 + i * 0.045, 0.42 + i * 7 % 5 * 0.05)),
        .. Enumerable.Range(0, 5).Select(i => new DefectMark(0.86 + i % 3 * 0.03, 0.4 + i * 0.06, 1)),
        .. Enumerable.Range(0, 7).Select(i => new DefectMark(0.06 + i % 2 * 0.03, 0.35 + i * 0.05, 2)),
    ])
    {
        Zones = [new("Fond soudé", 0.02, 0.25, 0.13, 0.5), new("Alésage", 0.17, 0.3, 0.62, 0.4), new("Nez", 0.81, 0.25, 0.17, 0.5)],
        Ratio = 0.42,
    };

    internal static DiagnosisGrid Grid()
    {
        var seen = DemoPlant.Rows("09_observations_terrain");
        return new DiagnosisGrid("Diagnostic, ligne vérins",
        [
            new("Flux", "Le rodage est le goulot : une pièce toutes les 534,5 s pour un takt de 525 s", "534,5 s", "relevé S36–S48", "+9,5 s", 4, "SMED au rodage"),
            new("Flux", seen[0]["constat"], "11 min", "observation du 07/10", null, 3, "Chariot de changement"),
            new("Stocks", seen[16]["constat"], "15 j", "inventaire du 14/10", "+10 j", 3, "Livraison par semaine"),
            new("Qualité", "Rebut d’alésage au-dessus de l’objectif", "3,8\u202F%", "17 rebuts, n = 11 620", "+2,3 pt", 4, "Carte de contrôle au poste"),
            new("Délais", "Délai de la branche tiges", "33,75 j", "carte du 14/10", "+13,75 j", 3, "Trois départs par semaine"),
            new("Sécurité", seen[4]["constat"], "146 s", null, null, 4, "Table basculante"),
            new("Information", seen[19]["constat"], null, null, null, 2, null),
        ]);
    }

    internal static Radar Maturity(Language language)
    {
        string[] axes = language == Language.French
            ? ["Flux", "Stocks", "Qualité", "Délais", "Coûts", "Sécurité", "Compétences", "Maintenance", "Information"]
            : ["Flow", "Stocks", "Quality", "Lead times", "Costs", "Safety", "Skills", "Maintenance", "Information"];
        decimal[] now = [2, 1.5m, 2, 1, 2.5m, 3, 2, 1.5m, 2];
        return new Radar("Maturité de la ligne", [.. axes.Select((axis, i) => new RadarAxis(axis, now[i], Math.Max(0, now[i] - (i % 3) * 0.5m)))]) { Name = "10/2025", PreviousName = "03/2025" };
    }

    internal static InterviewNote Talk()
    {
        var rows = DemoPlant.Rows("10_entretiens");
        return new InterviewNote(rows[0]["role"], new DateOnly(2025, 10, 9), [.. rows.Take(3).Select(row => new InterviewAnswer(row["question"], row["reponse_resumee"]))], "Je cherche l’outillage, et j’attends la mesure.", ["recherche d’outils", "attente de la mesure", "samedis", "une seule personne formée"], true);
    }
}
