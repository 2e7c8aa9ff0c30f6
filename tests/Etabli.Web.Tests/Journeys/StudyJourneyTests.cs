using Etabli.Demo;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A newcomer types, pastes and imports what was seen, and reads its figure.</summary>
public sealed class StudyJourneyTests : Journey
{
    [Fact]
    public async Task A_newcomer_imports_the_stops_and_makes_the_Pareto_of_the_bottleneck()
    {
        await Ledger.Do(Site, "delete from plant.event; delete from plant.event_import");
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Link("Arrêts et rebuts");
        await lean.Sees("Aucun relevé");
        await lean.Accessible();
        await lean.Link("Importer des relevés");
        await lean.Page.Locator("input[type=file]").SetInputFilesAsync(Demo("16_arrets.csv"));
        await lean.Press("Enregistrer les relevés");
        await lean.Sees("100 relevés sur 1");
        await lean.Accessible();
        await lean.Choose("Poste", "ROD1");
        await lean.Press("Filtrer");
        await lean.Link("Pareto");
        await lean.Sees("4 barres sur 8 font 80,1");
        await lean.Accessible();
        await lean.Page.Locator("tr", new() { HasText = "Changement de série" }).GetByRole(AriaRole.Link, new() { Name = "ses postes" }).ClickAsync();
        await Assertions.Expect(lean.Page.Locator("figure svg text", new() { HasText = "ROD1" }).First).ToBeVisibleAsync();
        await lean.Accessible();
    }

    [Fact]
    public async Task A_process_chart_is_typed_by_keyboard_undone_pasted_in_another_order_and_its_figure_follows()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=deroulement");
        await page.GetByLabel("Titre").FillAsync("Déroulement de la tige");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("Le tableau est vide");
        await Browsing.MustBeAccessible(page);
        var grid = page.GetByRole(AriaRole.Grid);
        await grid.Locator("td[data-r='0'][data-c='0']").ClickAsync();
        await page.Keyboard.TypeAsync("Débit");
        await page.Keyboard.PressAsync("Tab");

        // One key for the symbol, then the next row.
        await page.Keyboard.TypeAsync("o");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Transfert");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("t");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("12,5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("Transfert");
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("12,5");

        await grid.Locator("td[data-r='1'][data-c='0']").ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(grid.Locator("td[data-r='1'][data-c='0']")).ToHaveTextAsync("");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(grid.Locator("td[data-r='1'][data-c='0']")).ToHaveTextAsync("Transfert");

        await grid.Locator("td[data-r='2'][data-c='0']").ClickAsync();
        await Paste(page, "distance (m)\ttype\tétape\n\tcontrole\tContrôle visuel\n-4\ttransport\tVers le chromage");
        await Assertions.Expect(grid.Locator("td[data-r='2'][data-c='0']")).ToHaveTextAsync("Contrôle visuel");
        await Assertions.Expect(grid.Locator("td[data-r='3'][data-c='2']")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("saisissez un nombre entre 0");

        // Nothing typed was lost; the cell is mended and the table kept.
        await page.GetByRole(AriaRole.Grid).Locator("td[data-r='3'][data-c='2']").DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("40");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("52,5 m");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("révision 2");
        await Browsing.MustBeAccessible(page);
        Assert.Equal(4, await Ledger.One<int>(Site, "select jsonb_array_length(content -> 'sheets' -> 0 -> 'rows') from studies.study where content ->> 'title' = 'Déroulement de la tige'"));

        // Copied out, the whole table carries its headings.
        await page.GetByRole(AriaRole.Grid).Locator("td[data-r='0'][data-c='0']").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        var copied = await page.EvaluateAsync<string>("""
            () => { const data = new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })); return data.getData('text/plain'); }
            """);
        Assert.StartsWith("Étape\tSymbole\tDistance (m)", copied, StringComparison.Ordinal);
        Assert.Equal(5, copied.Split('\n').Length);
    }

    [Fact]
    public async Task A_file_with_other_headings_asks_which_column_is_which_and_is_read()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=histogramme");
        await page.GetByLabel("Titre").FillAsync("Alésages de la semaine");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.GetByText("Lire un fichier").ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(Demo("18_spc_alesage.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lire ce fichier" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Des colonnes ne sont pas reconnues");
        await Browsing.MustBeAccessible(page);
        await page.Locator("select[name='Map.Value']").SelectOptionAsync("ecart_um");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aperçu" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("Histogramme");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("640");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("révision 2");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("640");
        var book = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "XLSX" }).First.ClickAsync());
        Assert.EndsWith(".xlsx", book.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_at_P3_is_read_in_its_own_unit_and_allows_464_seconds_and_the_value_left_out_says_why()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=chronometrage");
        await page.GetByLabel("Titre").FillAsync("Poste P3");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Réglages" }).ClickAsync();
        await page.GetByLabel("Unité des temps").SelectOptionAsync("Centiminute");
        await page.GetByLabel("Majoration (%)").FillAsync("11");
        await page.GetByLabel("Temps de la gamme (s)").FillAsync("445");
        await Browsing.MustBeAccessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        var times = page.Locator("#feuille-0");
        await times.GetByText("Lire un fichier").ClickAsync();
        await times.Locator("input[type=file]").SetInputFilesAsync(Demo("12_chrono_P3.csv"));
        await times.GetByRole(AriaRole.Button, new() { Name = "Lire ce fichier" }).ClickAsync();
        await Assertions.Expect(times.GetByRole(AriaRole.Grid).Locator("td[data-r='0'][data-c='3']")).ToHaveTextAsync("98");
        await times.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("464 s");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("696,73 cmin");
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("Écarté du calcul\u00A0: c, cycle 7");
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("joint pincé");
        await Browsing.MustBeAccessible(page);
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.ClickAsync());
        Assert.StartsWith("Élément;Cycle;Libellé;Temps observé (cmin);", (await File.ReadAllTextAsync((await sheet.PathAsync())!, TestContext.Current.CancellationToken)).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_sequence_says_its_place_and_what_could_stand_there_and_the_total_waits()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=temps-predetermines");
        await page.GetByLabel("Titre").FillAsync("Prendre un joint");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.GetByRole(AriaRole.Grid, new() { Name = "Gestes" }).Locator("td[data-r='0'][data-c='0']").ClickAsync();
        await Paste(page, "geste\tséquence\nPrendre le joint\tA6 B6 G2 A1 B0 P3 A0");
        await Assertions.Expect(page.Locator("#vues")).ToContainTextAsync("attendu\u00A0: G1 ou G3");
        await page.GetByRole(AriaRole.Grid, new() { Name = "Gestes" }).Locator("td[data-r='0'][data-c='2']").DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("A6 B6 G1 A1 B0 P3 A0");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("170");
        await page.Locator("#feuille-0").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("6,12 s");
        await Browsing.MustBeAccessible(page);
    }

    [Fact]
    public async Task Places_are_put_on_an_uploaded_plan_by_touching_it_and_the_plan_stands_behind_the_walks()
    {
        var page = await Browsing.As(Site, "CLEAN");
        await page.GotoAsync("/etudes/nouvelle?nature=deplacements");
        await page.GetByLabel("Titre").FillAsync("Pas du régleur");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Réglages" }).ClickAsync();
        await page.GetByLabel("Largeur de l’atelier (m)").FillAsync("60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await page.Locator("input[name=Plan]").SetInputFilesAsync(Pictures.Jpeg());
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’image" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-plan] .fond img")).ToBeVisibleAsync();
        await Browsing.MustBeAccessible(page);
        await page.GetByLabel("Lieu à placer").FillAsync("ROD1");
        var ground = (await page.Locator("[data-plan] .fond").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(ground.X + ground.Width / 2, ground.Y + ground.Height / 2);
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Lieux" });
        await Assertions.Expect(grid.Locator("td[data-r='0'][data-c='0']")).ToHaveTextAsync("ROD1");
        await Assertions.Expect(grid.Locator("td[data-r='0'][data-c='1']")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(29,9|30|30,1)$"));
        await Assertions.Expect(grid.Locator("td[data-r='0'][data-c='2']")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^22,[3-7]$"));
        await page.Locator("#feuille-1").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("ROD1");
        await Assertions.Expect(page.Locator("#vues svg image")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_walk_is_noted_by_touching_the_places_in_order_and_the_trips_fill_themselves()
    {
        await Ledger.Do(Site, $"update studies.study set content = jsonb_set(content, '{{sheets,0,rows}}', '[]') where id = '{DemoWorld.Walks}'");
        var page = await Browsing.As(Site, "CLEAN");
        await page.SetViewportSizeAsync(820, 1180);
        await page.GotoAsync($"/etudes/{DemoWorld.Walks}");
        await page.GetByText("Noter un parcours en touchant les lieux").ClickAsync();
        var walk = page.Locator("details.parcours");
        var trips = page.GetByRole(AriaRole.Grid, new() { Name = "Trajets" });
        ILocator Place(string name) => walk.Locator($"button[data-lieu='{name}']");
        ILocator Cell(int row, int column) => trips.Locator($"td[data-r='{row}'][data-c='{column}']");

        // Nobody walks yet: nothing is counted, and the field is asked for.
        await Place("ROD1").ClickAsync();
        await Assertions.Expect(walk.GetByRole(AriaRole.Status)).ToHaveTextAsync("Dites d’abord qui marche.");
        await Assertions.Expect(page.GetByLabel("Qui marche")).ToBeFocusedAsync();
        await page.GetByLabel("Qui marche").FillAsync("régleuse");
        await Place("ROD1").ClickAsync();
        await Place("OUTILLAGE").ClickAsync();

        // By keyboard as by touch.
        await Place("ROD1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Place("OUTILLAGE").PressAsync("Space");
        await Assertions.Expect(walk.GetByRole(AriaRole.Status)).ToContainTextAsync("3 pas, 72 m");
        Assert.Equal(["régleuse", "ROD1", "OUTILLAGE", "2"], await Task.WhenAll(Enumerable.Range(0, 4).Select(c => Cell(0, c).InnerTextAsync())));
        Assert.Equal(["régleuse", "OUTILLAGE", "ROD1", "1"], await Task.WhenAll(Enumerable.Range(0, 4).Select(c => Cell(1, c).InnerTextAsync())));
        await Assertions.Expect(Cell(0, 6)).ToHaveTextAsync("Non");
        await Assertions.Expect(Place("OUTILLAGE")).ToHaveAccessibleNameAsync("OUTILLAGE passage 2, 4");
        await Assertions.Expect(page.Locator("#vues svg").First).ToContainTextAsync("ROD1 → OUTILLAGE");
        await Browsing.MustBeAccessible(page);

        // The last step is taken back in both; the table's own undo takes the walk back too.
        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler le dernier pas" }).ClickAsync();
        await Assertions.Expect(Cell(0, 3)).ToHaveTextAsync("1");
        await Assertions.Expect(walk.GetByRole(AriaRole.Status)).ToContainTextAsync("2 pas, 48 m");
        await Cell(0, 0).ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Cell(0, 3)).ToHaveTextAsync("1");
        await Assertions.Expect(walk.GetByRole(AriaRole.Status)).ToContainTextAsync("2 pas, 48 m");
        await page.Locator("#feuille-0").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("48 m");
        Assert.Equal(2, await Ledger.One<int>(Site, $"select jsonb_array_length(content -> 'sheets' -> 0 -> 'rows') from studies.study where id = '{DemoWorld.Walks}'"));
    }

    [Fact]
    public async Task Without_script_a_table_is_typed_as_text_and_its_faults_are_listed()
    {
        var page = await Browsing.As(Site, "CLEAN", script: false);
        await page.GotoAsync($"/etudes/{DemoWorld.HoningCounts}");
        await page.Locator("textarea").First.FillAsync("Cause\tObservation\nRayure\tvue\n\tsans cause");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ligne 2, Cause");
        await page.Locator("textarea").First.FillAsync("Cause\tObservation\nRayure\tvue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rayure" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("Bâtons");
        Assert.Equal(1, await Ledger.One<long>(Site, "select count(*) from studies.mark"));
    }

    private static FilePayload Demo(string name) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(DemoFiles.Text(name)) };

    private static async Task Paste(IPage page, string text) => await page.EvaluateAsync(
        "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", text);
}
