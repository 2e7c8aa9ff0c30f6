using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A technician writes down what the plant is made of: tasks from a file with mistakes in it, the calendar, the unit of time.</summary>
public sealed class RegisterJourneyTests : Journey
{
    private const string WithMistakes = "n;libellé;temps (cmin);prédécesseurs;poste\n1;Prendre le fût;100;;P1\n2;Souffler;130;1;P1\n3;Visser;80;4;P2\n4;Serrer;60;3;P2\n5;Contrôler;x;2;P2";

    [Fact]
    public async Task Tasks_with_a_circle_and_a_wrong_time_are_told_cell_by_cell_mended_in_the_table_and_add_up_in_the_plant_s_unit()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        await lean.Rail("Usine");
        await lean.Link("Données de l’usine");
        await lean.Accessible();
        await lean.Choose("Les temps de travail se disent en", "cmin");
        await lean.Press("Enregistrer l’unité");
        await lean.Link("Tâches");
        await lean.Link("OP110");
        var page = lean.Page;
        await page.GetByText("Lire un fichier").ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "taches.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(WithMistakes) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lire ce fichier" }).ClickAsync();
        await lean.Sees("3 → 4 → 3");
        await lean.Sees("ce n’est pas un nombre");
        await lean.Accessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les 2 bonnes lignes" }).ClickAsync();
        await lean.Sees("2 bonnes lignes enregistrées");

        // Mended where they stand: the text the grid shows is what is sent.
        await page.EvaluateAsync("""
            () => {
              const area = document.querySelector('textarea[data-grid]');
              area.value = area.value.replace('\t4\tP2', '\t2\tP2').replace('\tx\t', '\t50\t');
              area.form.dispatchEvent(new Event('etabli:restored'));
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await lean.Sees("420 cmin");
        await lean.Sees("Charge (cmin)");
        await lean.Trail("Données de l’usine");
        await lean.Link("Calendrier");
        await lean.Sees("840 min");
        await lean.Accessible();
        await page.GetByLabel("Jours fériés de France, année").FillAsync("2027");
        await lean.Press("Ajouter les jours fériés");
        await lean.Sees("Jours travaillés en 2027");
        await Assertions.Expect(page.Locator(".annee abbr[title='Ascension']")).ToHaveTextAsync("6");
        await lean.Accessible();
    }
}
