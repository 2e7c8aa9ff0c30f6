using Etabli.Application.Improvement.Communication;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Improvement.Communication;
using Etabli.Improvement.Diagnoses;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>What was measured with each fact, by the number of the observation.</summary>
    private static readonly Dictionary<string, Measure> Measures = new()
    {
        ["1"] = new(11, "min", "chronomètre", 1),
        ["2"] = new(18, "min", "chronomètre", 1),
        ["3"] = new(48, "tubes", "comptage", 1),
        ["5"] = new(146, "s", "chronomètre", 5),
        ["7"] = new(9, "min", "chronomètre", 1),
        ["8"] = new(2, "fûts sur 24", "comptage", 24),
        ["9"] = new(12, "fûts", "comptage", 3),
        ["10"] = new(38, "m", "roue de mesure", 2),
        ["11"] = new(3, "essais", "relevé du banc", 1),
        ["12"] = new(96, "vérins", "comptage", 1),
        ["13"] = new(480, "vérins", "comptage", 1),
        ["14"] = new(384, "tiges", "comptage", 1),
        ["16"] = new(2, "fois par heure", "bâtonnage", 1),
        ["17"] = new(15, "j", "stock ÷ demande", 5),
    };

    private static readonly Dictionary<string, string> Places = new()
    {
        ["QUAI_CHROMAGE"] = "Quai chromage",
        ["RACK"] = "Rack à tubes",
        ["BUREAU_EQUIPE"] = "Bureau d’équipe",
    };

    private Task LoadObservations(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        var known = (await services.GetRequiredService<ObservationList.Reader>().Of(Vérins, stop)).Observations.Count;
        foreach (var row in DemoFiles.Rows("09_observations_terrain.csv").Skip(known))
        {
            var seen = new ObservedFact(
                calendar.Day(row["date"]), null, Places.GetValueOrDefault(row["lieu"], row["lieu"]), DemoWords.Typeset(row["constat"]), WasteOf(row["gaspillage"]), Measures.GetValueOrDefault(row["n"]));
            await services.GetRequiredService<NoteObservation>().Run(new(Vérins, seen), stop);
        }
    }, stop);

    private static Waste WasteOf(string word) => word switch
    {
        "surproduction" => Waste.Overproduction,
        "attente" => Waste.Waiting,
        "transport" => Waste.Transport,
        "surtraitement" => Waste.Overprocessing,
        "stock" => Waste.Inventory,
        "mouvement" => Waste.Motion,
        "défaut" => Waste.Defect,
        "compétence inutilisée" => Waste.UnusedTalent,
        _ => Waste.Other,
    };

    /// <summary>Two sessions: what people said at the stations, and a working session on the changeover.</summary>
    private Task LoadMinutes(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        if ((await services.GetRequiredService<MinutesSheet.Reader>().Of(Vérins, stop)).Count > 0)
        {
            return;
        }

        var said = string.Join("\n\n", DemoFiles.Rows("10_entretiens.csv").Select(r =>
            $"{DemoWords.Sentence(r["role"])} – {DemoWords.Typeset(r["question"])}\n{DemoWords.Typeset(r["reponse_resumee"])}"));
        await services.GetRequiredService<WriteMinutes>().Run(
            new(Vérins, new SessionAccount(
                calendar.Day(2025, 10, 16), "Entretiens au poste\u00A0: ce qui fait perdre du temps", "Ligne vérins, postes ROD1 et P4, bureau d’équipe",
                ["CLEAN", "CE-A", "Deux opérateurs du rodage (équipes A et B)", "Un opérateur du P4", "Gestion de production", "MAINT", "QUAL", "Sous-traitant chromage"],
                "Huit entretiens de 20 minutes, au poste, avec la même trame de questions.\n\n" + said,
                [
                    "Filmer trois changements de série au rodage avant toute solution",
                    "Vérifier la date d’étalonnage des deux alésomètres dans la semaine",
                    "Mesurer l’effort d’engagement du piston au P4 avec l’HSE",
                    "Demander au sous-traitant une offre pour trois départs par semaine",
                ])),
            stop);
        await services.GetRequiredService<WriteMinutes>().Run(
            new(Vérins, new SessionAccount(
                calendar.Day(2026, 1, 21), "Changement de série au rodage, séance 3", "Salle obeya",
                ["CLEAN", "METH", "CE-A", "MAINT", "A03", "B04"],
                "Le chariot est en service depuis le 12. Les recherches d’outil passent de 14 à 3 par équipe, relevées sur cinq changements. "
                + "L’équipe B demande que les pierres soient rangées par référence et non par taille\u00A0: essai cette semaine. "
                + "Les brides rapides tiennent sur deux références\u00A0; la troisième se desserre au bout de 40 pièces.\n\n"
                + "Objection de B04\u00A0: « on ne tiendra pas le standard quand on est seul le samedi ». Le standard est écrit pour une personne.",
                [
                    "METH refait la bride de la troisième référence avec un frein, essai vendredi",
                    "CE-A écrit le standard à partir du film du dernier changement",
                    "A03 présente le chariot à l’équipe B à la prise de poste",
                ])),
            stop);
    }, stop);
}
