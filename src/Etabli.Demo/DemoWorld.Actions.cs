using Etabli.Application.Improvement.Actions;
using Etabli.Improvement.Actions;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>Dates that moved once, with the reason that was given: code, day first promised, reason.</summary>
    private static readonly Dictionary<string, ((int Year, int Month, int Day) First, string Reason)> Moved = new()
    {
        ["AC15"] = ((2025, 12, 19), "Réunion du CSE reportée après la fermeture"),
        ["AC17"] = ((2026, 1, 16), "Livraison du vérin de levage décalée de dix jours"),
    };

    private Task LoadActions(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        var known = (await services.GetRequiredService<ActionList.Reader>().Of(Vérins, stop)).Actions.Select(a => a.Code).ToHashSet();
        foreach (var row in DemoFiles.Rows("30_actions.csv").Where(r => !known.Contains(r["id"])))
        {
            var due = calendar.Day(row["echeance"]);
            var moved = Moved.TryGetValue(row["id"], out var move);
            var id = await services.GetRequiredService<PlanAction>().Run(
                new(Vérins, row["id"], row["axe"], DemoWords.Typeset(row["libelle"]), DemoWords.Typeset(row["livrable"]), DemoIds.Person(row["responsable"]),
                    moved ? calendar.Day(move.First.Year, move.First.Month, move.First.Day) : due, Wheel(row["etape_pdca"])),
                stop);
            if (moved)
            {
                await services.GetRequiredService<PostponeAction>().Run(new(id, due, move.Reason), stop);
            }

            if (row["statut"] is "en cours" or "soldée")
            {
                await services.GetRequiredService<StartAction>().Run(new(id, row["statut"] == "soldée" ? due.AddDays(-10) : calendar.Today.AddDays(-9)), stop);
            }

            if (row["statut"] == "soldée")
            {
                var measure = row["id"] == "AC08" ? "R&R 19,0\u202F% de la tolérance, ndc 7\u00A0: acceptable sous condition" : DemoWords.Typeset(row["mesure_efficacite"]);
                await services.GetRequiredService<CloseAction>().Run(new(id, Measured: true, measure, due.AddDays(-1)), stop);
            }
        }
    }, stop);

    private static PdcaStep Wheel(string letter) => letter switch
    {
        "D" => PdcaStep.Do,
        "C" => PdcaStep.Check,
        "A" => PdcaStep.Act,
        _ => PdcaStep.Plan,
    };
}
