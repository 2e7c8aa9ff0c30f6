using System.Text;
using Etabli.Demo;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A line is balanced: its tasks come from the file, are moved by hand, and the server finds what no hand finds.</summary>
public sealed class LineJourneyTests : Journey
{
    [Fact]
    public async Task A_task_moved_before_what_it_waits_for_is_refused_in_words_a_good_move_is_taken_and_five_stations_are_proved_at_486_seconds()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=equilibrage");
        await page.GetByLabel("Titre").FillAsync("Ligne M");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Réglages" }).ClickAsync();
        await page.GetByLabel("Takt (s)").FillAsync("525");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        var tasks = page.Locator("#feuille-0");
        await Import(tasks, "11_taches_montage.csv", DemoFiles.Text("11_taches_montage.csv"));
        await Assertions.Expect(tasks.GetByRole(AriaRole.Grid).Locator("td[data-r='0'][data-c='2']")).ToHaveTextAsync("62");
        await tasks.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("445 s");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("75,7");
        await Browsing.MustBeAccessible(page);

        // 6 waits for 5, and is done at P3: 5 cannot go beyond.
        var said = page.Locator("#empiler-dit");
        await Drag(page, "5", "P4");
        await Assertions.Expect(said).ToHaveTextAsync("Refusé\u00A0: 5 doit précéder 6, qui se fait au poste P3.");
        await Assertions.Expect(page.Locator("#taches-a-deplacer")).ToHaveCountAsync(0);
        await Drag(page, "5", "P1");
        await Assertions.Expect(said).ToHaveTextAsync("Tâche 5\u00A0: de P2 à P1.");
        await Assertions.Expect(page.Locator("#taches-a-deplacer")).ToContainTextAsync("1 tâche à déplacer");
        await Assertions.Expect(tasks.GetByRole(AriaRole.Grid).Locator("td[data-r='4'][data-c='6']")).ToHaveTextAsync("P1");

        // A rule of the workshop refuses too, in its own words.
        var rules = page.Locator("#feuille-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la proposition" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("révision 4");
        await Import(rules, "regles.csv", "regle;taches;postes;valeur;nom\nSéparées;7 11;;;\n");
        await Assertions.Expect(rules.GetByRole(AriaRole.Grid).Locator("td[data-r='0'][data-c='1']")).ToHaveTextAsync("7 11");
        await rules.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("révision 5");
        await Drag(page, "11", "P2");
        await Assertions.Expect(said).ToHaveTextAsync("Refusé\u00A0: règle d’atelier\u00A0: 7, 11 jamais deux au même poste.");

        // By keyboard, with what it costs: P1 would be above the takt; then back, and one more back with the button.
        await page.Locator("#vues g[data-code='7']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(said).ToHaveTextAsync("Tâche 7\u00A0: de P2 à P1. P1 passe à 663 s, au-dessus du takt de 525 s.");
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("Au-dessus du takt dans la proposition\u00A0: P1 (663 s)");
        await Assertions.Expect(page.Locator("#vues g[data-code='7']")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler le dernier déplacement" }).ClickAsync();
        await Assertions.Expect(page.Locator("#taches-a-deplacer")).ToContainTextAsync("1 tâche à déplacer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la proposition" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("révision 6");
        Assert.Equal("P1", await Ledger.One<string>(Site, "select content -> 'sheets' -> 0 -> 'rows' -> 4 ->> 6 from studies.study where content ->> 'title' = 'Ligne M'"));
        await Browsing.MustBeAccessible(page);

        await page.GetByLabel("Chercher", new() { Exact = true }).SelectOptionAsync("ShortestCycle");
        await page.GetByLabel("Postes", new() { Exact = true }).FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Optimiser" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Aucune répartition n’est meilleure. 5 postes, 486 s (prouvé)");
        await Browsing.MustBeAccessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Garder comme proposition" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("486 s");
        await Assertions.Expect(page.Locator("#optimiser")).ToContainTextAsync("Gardé comme proposition, révision 7");
        await Assertions.Expect(page.Locator("#taches-a-deplacer")).ToContainTextAsync("11 tâches à déplacer");

        // A second model weighs in the stacks and stands beside them.
        await page.GetByText("Modèles, opérateurs nommés, déplacements").ClickAsync();
        var models = page.Locator("#feuille-2");
        await Import(models, "modeles.csv", "modele;part;maximum\n50/28;3;\n63/36;1;100\n");
        await Assertions.Expect(models.GetByRole(AriaRole.Grid).Locator("td[data-r='1'][data-c='0']")).ToHaveTextAsync("63/36");
        await models.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("révision 8");
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("63/36, 25\u202F% du mix");

        // The stacks print on one lying A3.
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Matches(@"/MediaBox \[0 0 119\d(\.\d+)? 84[12](\.\d+)?\]", pdf);
    }

    private static async Task Import(ILocator sheet, string name, string text)
    {
        await sheet.GetByText("Lire un fichier").ClickAsync();
        await sheet.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Lire ce fichier" }).ClickAsync();
    }

    private static async Task Drag(IPage page, string task, string station)
    {
        var block = page.Locator($"#vues g[data-code='{task}']");
        await block.ScrollIntoViewIfNeededAsync();
        var from = (await block.BoundingBoxAsync())!;
        var to = (await page.Locator($"#vues g[data-place='{station}']").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + to.Width / 2, from.Y + from.Height / 2, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}
