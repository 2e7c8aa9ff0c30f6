using System.Globalization;
using System.Text;
using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>What each indicator serves, and the column of the weekly file that holds its series.</summary>
    private static readonly Dictionary<string, (string Use, string? Column)> Uses = new()
    {
        ["K01"] = ("Arrêter et traiter tout événement le jour même", null),
        ["K02"] = ("Traiter le danger avant l’accident", null),
        ["K03"] = ("Décider des essais sur l’alésage et vérifier leur effet", "rebut_fut_pct"),
        ["K04"] = ("Choisir la cause de fuite à traiter en premier", null),
        ["K05"] = ("Savoir si le client voit nos défauts", "reclamations"),
        ["K06"] = ("Dire au client ce que nous tenons, décider des priorités de la semaine", "taux_service_pct"),
        ["K07"] = ("Choisir les arrêts à attaquer au goulot et vérifier le gain", "trs_rod1_pct"),
        ["K08"] = ("Dimensionner les stocks et suivre la trésorerie", "delai_jours"),
        ["K09"] = ("Savoir quand le samedi peut être supprimé", "heures_sup"),
        ["K10"] = ("Vérifier que le passage à cinq postes tient", "verins_par_heure_operateur"),
        ["K11"] = ("Voir où le flux s’accumule", "encours_pieces"),
        ["K12"] = ("Prévoir l’effectif et voir la fatigue", "absenteisme_pct"),
        ["K13"] = ("Voir si les équipes proposent", "idees_proposees"),
        ["K14"] = ("Décider des formations, tenir la règle des deux personnes", null),
    };

    /// <summary>What is counted, where the file only says "nb".</summary>
    private static readonly Dictionary<string, string> Units = new()
    {
        ["K01"] = "événement",
        ["K02"] = "déclarations",
        ["K05"] = "réclamation",
        ["K10"] = "vérins/h",
        ["K13"] = "idées",
    };

    private static readonly Dictionary<string, string> Phases = new()
    {
        ["base"] = "base",
        ["deploiement"] = "déploiement",
        ["confirmation"] = "confirmation",
    };

    private Task LoadIndicators(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        var known = (await services.GetRequiredService<IndicatorList.Reader>().Of(Vérins, stop)).Indicators.Select(i => i.Code).ToHashSet();
        var weeks = DemoFiles.Rows("26_kpi_hebdo.csv").Where(w => calendar.Day(w["lundi"]) <= calendar.Today && calendar.Day(w["lundi"]) <= calendar.Day(2026, 1, 23)).ToList();
        foreach (var row in DemoFiles.Rows("27_kpi_catalogue.csv").Where(r => !known.Contains(r["code"])))
        {
            var (use, column) = Uses[row["code"]];
            var card = new IndicatorCard(
                Enum.Parse<BoardLetter>(row["lettre"]), DemoWords.Typeset(row["nom"]), DemoWords.Typeset(row["definition"]), use, DemoWords.Typeset(row["formule"]), Units.GetValueOrDefault(row["code"], row["unite"]),
                column is not null || row["frequence"] == "semaine" ? Frequency.Weekly : row["frequence"] == "mois" ? Frequency.Monthly : Frequency.Daily,
                decimal.Parse(row["objectif"].TrimStart('>', '=').Replace(',', '.'), CultureInfo.InvariantCulture),
                row["sens"] == "haut" ? TargetDirection.AtLeast : TargetDirection.AtMost,
                DemoWords.Sentence(Source(row["source"])), DemoIds.Person(row["responsable"] == "CE" ? "CE-A" : row["responsable"]), "");
            var id = await services.GetRequiredService<AddIndicator>().Run(new(Vérins, row["code"], card), stop);
            if (column is not null)
            {
                await Fill(services, id, column, weeks, calendar, stop);
            }
        }
    }, stop);

    private static async Task Fill(IServiceProvider services, Etabli.Improvement.IndicatorId id, string column, IReadOnlyList<IReadOnlyDictionary<string, string>> weeks, DemoCalendar calendar, CancellationToken stop)
    {
        var range = new StringBuilder();
        foreach (var week in weeks.Where(w => w[column].Length > 0))
        {
            range.Append(CultureInfo.InvariantCulture, $"{calendar.Day(week["lundi"]):yyyy-MM-dd}\t{week[column]}\n");
        }

        await services.GetRequiredService<RecordPastedPoints>().Run(new(id, range.ToString()), stop);
        foreach (var phase in weeks.GroupBy(w => w["phase"]))
        {
            await services.GetRequiredService<AnnotateIndicator>().Run(new(id, calendar.Day(phase.First()["lundi"]), Phases[phase.Key], IsPhase: true), stop);
        }

        if (weeks.FirstOrDefault(w => w["jours_ouvres"] == "0") is { } closed)
        {
            await services.GetRequiredService<AnnotateIndicator>().Run(new(id, calendar.Day(closed["lundi"]), "Usine fermée deux semaines", IsPhase: false), stop);
        }
    }

    private static string Source(string file) => file switch
    {
        "23_securite" => "registre de sécurité",
        "15_production_poste" => "relevé de production par poste",
        "15,16" => "relevés de production et d’arrêts de ROD1",
        "26_kpi_hebdo" => "tableau de bord de la semaine",
        "04_stocks_vsm" => "inventaire de la carte de flux",
        "22_competences" => "matrice de polyvalence",
        "35_idees" => "registre des idées",
        _ => file,
    };
}
