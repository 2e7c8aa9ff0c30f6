using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A technician asks the bore of the honing machine whether it is stable, finds the bad stones, and asks the machines where their time goes.</summary>
public sealed class AnalysisJourneyTests : Journey
{
    [Fact]
    public async Task The_bad_stones_are_found_on_the_chart_of_the_bore_noted_left_out_with_their_cause_and_the_limits_frozen()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        var page = lean.Page;
        await lean.Rail("Usine");
        await lean.Link("Relevés de mesures");
        await lean.Link("Alésage ROD1, écarts au diamètre");
        await lean.Link("Analyser");
        await lean.Choose("Analyse", "Carte de contrôle");
        await lean.Press("Continuer");

        // The columns people would take are proposed: the value, the subgroup, the day.
        await Assertions.Expect(page.GetByLabel("Grandeur mesurée").Locator("option:checked")).ToHaveTextAsync("ecart_um");
        await Assertions.Expect(page.GetByLabel("Sous-groupe", new() { Exact = false }).First.Locator("option:checked")).ToHaveTextAsync("sous_groupe");
        await lean.Accessible();
        await lean.Press("Commencer");
        await lean.Sees("le point 53 (7 oct. 2025) est au-dessus de la limite supérieure");
        await lean.Sees("2 points au-dessus de la limite supérieure, de 59 (10 oct. 2025) à 60 (10 oct. 2025)");
        await lean.Sees("Le niveau a changé au point 53 (7 oct. 2025)");
        await lean.Sees("une fausse alerte tous les 370 points");
        await Assertions.Expect(page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        await lean.Accessible();

        await page.GetByRole(AriaRole.Link, new() { Name = "Point 53 (7 oct. 2025)" }).ClickAsync();
        await page.GetByLabel("Ce qu’on en sait").FillAsync("pierres d’un autre lot");
        await lean.Press("Garder la note");
        await lean.Sees("pierres d’un autre lot");
        await page.GetByRole(AriaRole.Link, new() { Name = "Point 53 (7 oct. 2025)" }).ClickAsync();
        await lean.Press("Exclure du calcul");
        await lean.Sees("Dites la cause trouvée");
        await page.GetByLabel("Cause trouvée").FillAsync("pierres hors spécification");
        await lean.Press("Exclure du calcul");
        await lean.Sees("pierres hors spécification");
        await lean.Accessible();
        await lean.Press("Figer les limites");
        await lean.Sees("Figées : les points sont jugés par elles.");

        var svg = await page.APIRequest.GetAsync($"{page.Url.Split('?')[0]}.svg");
        Assert.Contains("<svg", await svg.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Each answer with a sentence that would not be there if its numbers were others.</summary>
    private static readonly (string Locale, string Title, string Sentence)[] Answers =
    [
        ("fr-FR", "Capabilité de l’alésage 50 H8", "sa capabilité ne peut pas être énoncée. Ppk = 0,847"),
        ("fr-FR", "R&R de l’alésomètre", "R&R = 18,6\u202F% de la variation étudiée"),
        ("fr-FR", "Heures supplémentaires selon le TRS", "la courbe explique 81,5\u202F% de sa variation"),
        ("fr-FR", "Alésage\u00A0: équipe A contre équipe B", "Aucune différence de moyenne n’est prouvée"),
        ("en-GB", "Répartition de l’alésage par équipe", "Nothing speaks against a normal law (p 0.2676)"),
        ("en-GB", "Carte de contrôle de l’alésage", "The level changed at point 53 (7 Oct 2025)"),
        ("en-GB", "TRS des goulots", "Convention: changes of series are a loss"),
    ];

    [Fact]
    public async Task Each_question_of_the_plant_has_its_answer_in_words_its_figure_on_the_page_and_as_a_file()
    {
        foreach (var one in Answers.GroupBy(a => a.Locale))
        {
            var page = await Browsing.As(Site, "METH", one.Key);
            foreach (var (_, title, sentence) in one)
            {
                await page.GotoAsync("/analyses");
                await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
                await Assertions.Expect(page.Locator(".lectures").First).ToContainTextAsync(sentence);
                await Assertions.Expect(page.Locator("figure svg[role=img]")).ToHaveCountAsync(1);
                await Etabli.Web.Tests.House.Browsing.MustBeAccessible(page);
                var svg = await page.APIRequest.GetAsync($"{page.Url.Split('?')[0]}.svg");
                Assert.Equal("image/svg+xml", svg.Headers["content-type"]);
                Assert.Contains("<desc", await svg.TextAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_time_of_the_honing_machine_is_told_in_its_cascade_and_a_cause_that_is_given_another_class_changes_it()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        var page = lean.Page;
        await lean.Rail("Études");
        await lean.Link("Analyses de mesures");
        await lean.Accessible();
        await lean.Link("TRS des goulots");
        await lean.Choose("Machine", "ROD1");
        await lean.Press("Afficher");
        await lean.Sees("TRS 56,51 % = disponibilité 61,97 % × performance 94,93 % × qualité 96,06 %.");
        await lean.Sees("La plus grande perte : changements de série, 9 674 min");
        await lean.Accessible();
        await lean.Link("Classer les causes");
        await lean.Choose("Classe de « Changement de série »", "arrêt planifié");
        await lean.Press("Garder ces classes");
        await lean.Sees("choisie par METH");
        await lean.Accessible();
        await page.GoBackAsync();
        await page.GotoAsync("/analyses");
        await lean.Link("TRS des goulots");
        await lean.Choose("Machine", "ROD1");
        await lean.Press("Afficher");
        await Assertions.Expect(page.GetByText("La plus grande perte : changements de série")).ToHaveCountAsync(0);
    }
}
