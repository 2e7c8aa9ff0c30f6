using Etabli.Demo;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A newcomer builds the map of a plant from its tables, by what one reads on the pages.</summary>
public sealed class PlantJourneyTests : Journey
{
    [Fact]
    public async Task A_newcomer_builds_the_map_from_the_files_finds_the_bottleneck_and_prints_the_A3_on_one_page()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Sees("OP60 dépasse le takt");
        await lean.Accessible();
        await lean.Link("Décrire une famille");
        await lean.Accessible();
        await lean.Type("Nom de la famille", "Vérins 50/28, à nouveau");
        await lean.Type("Demande", "96");
        await lean.Type("Équipes par jour", "2");
        await lean.Type("Présence par équipe", "450");
        await lean.Type("Temps retiré par équipe", "30");
        await lean.Press("Enregistrer");
        await lean.Sees("Collez les opérations de la gamme");
        await lean.Link("Coller un tableau");
        await lean.Accessible();
        await Take(lean, "02_operations.csv", "nouvelles 13");
        await lean.Sees("OP60 dépasse le takt");
        await lean.Link("Coller un tableau");
        await Take(lean, "04_stocks_vsm.csv", "nouvelles 16");
        await lean.Sees("33,75 j");
        await lean.Link("Coller un tableau");
        await Take(lean, "05_flux_information.csv", "nouvelles 8");
        await lean.Sees("8 flux d’information");

        // Why is OP60 the bottleneck: its formula and what went in.
        await lean.Page.Locator("tr", new() { HasText = "Rodage-galetage" }).Locator("summary").ClickAsync();
        await lean.Sees("taille de lot");
        await lean.Accessible();
        await lean.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var pdf = await lean.Page.PdfAsync(new() { PreferCSSPageSize = true });
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, @"/MediaBox \[0 0 119[01]"));
    }

    [Fact]
    public async Task Wrong_cells_are_named_the_good_lines_kept_and_the_others_stay_to_be_mended()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Link("Coller un tableau");
        await lean.Type("Tableau collé", "stock;libellé;position;quantité\nS60;Fûts rodés;OP60-OP70;120\nS70;Fûts tournés;OP70-OP80;-3");
        await lean.Press("Aperçu");
        await lean.Sees("modifiées 1");
        await lean.Sees("un nombre entier entre 0 et");
        await lean.Press("Enregistrer les bonnes lignes");
        await lean.Sees("Lignes à corriger");
        await lean.Accessible();
        var left = await lean.Page.GetByLabel("Tableau collé").InputValueAsync();
        Assert.Equal("stock\tlibellé\tposition\tquantité\nS70\tFûts tournés\tOP70-OP80\t-3", left);
        await lean.Type("Tableau collé", left.Replace("-3", "3", StringComparison.Ordinal));
        await lean.Press("Aperçu");
        await lean.Press("Enregistrer les bonnes lignes");
        await lean.Sees("6 459 pièces");
    }

    [Fact]
    public async Task A_number_changed_on_trial_moves_the_map_at_once_and_the_future_state_shows_what_it_changes()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Link("Modifier les tableaux");
        await lean.Accessible();
        var page = lean.Page;
        var cell = page.Locator("#table-operations td[data-c='8']", new() { HasText = "75" });
        await cell.DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("30");
        await page.Keyboard.PressAsync("Enter");
        await lean.Sees("rien n’est enregistré");
        await Assertions.Expect(page.Locator("#ecarts")).ToContainTextAsync("4");
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("30");
        Assert.Equal(75, await Security.Ledger.One<decimal>(Site, "select (o ->> 'changeoverMinutes')::numeric from plant.product_family, jsonb_array_elements(operations) o where o ->> 'code' = 'OP60' limit 1"));

        await page.ReloadAsync();
        await lean.Link("État futur");
        await lean.Press("Dessiner l’état futur");
        await lean.Sees("L’état futur dit la même chose");
        await page.Locator("#table-operations td[data-c='8']", new() { HasText = "75" }).DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("30");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#table-operations").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("#ecarts")).ToContainTextAsync("OP60");
        await lean.Accessible();
        await page.Locator("#table-bursts td[data-r='0'][data-c='0']").ClickAsync();
        await page.Keyboard.TypeAsync("OP60");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("SMED 75 à 30");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#table-bursts").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vues svg")).ToContainTextAsync("SMED");
        await lean.Accessible();

        // Measured again since: the future state says so, and follows only what is ticked.
        var future = page.Url;
        await page.GotoAsync(future.Replace("/futur", "/tableaux", StringComparison.Ordinal));
        await page.Locator("#table-operations td[data-c='6']", new() { HasText = "95" }).First.DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("91");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#table-operations").GetByRole(AriaRole.Button, new() { Name = "Enregistrer le tableau" }).ClickAsync();
        await lean.Sees("plus récents que ceux de l’état futur");
        await page.GotoAsync(future);
        await lean.Accessible();
        await Assertions.Expect(page.Locator("#plus-recents tbody tr")).ToHaveCountAsync(1);
        await lean.Press("Reprendre les chiffres cochés");
        await Assertions.Expect(page.Locator("#plus-recents")).ToHaveCountAsync(0);
        Assert.Equal(91, await Security.Ledger.One<decimal>(Site, "select (o ->> 'cycleSeconds')::numeric from plant.product_family, jsonb_array_elements(future -> 'operations') o where o ->> 'code' = 'OP10' limit 1"));
    }

    [Fact]
    public async Task A_box_dragged_on_the_map_is_in_the_table_is_saved_and_stays_and_a_move_can_be_undone_or_given_up()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Link("Modifier les tableaux");
        var page = lean.Page;
        var box = page.Locator("#vues g[data-code='OP70']");
        var cells = page.Locator("#table-offsets tbody tr").First.Locator("td");
        var before = await FromNext(page);
        var left = (await box.Locator("rect").First.GetAttributeAsync("x"))!;
        await Drag(page, box, 60, 40);
        await Assertions.Expect(cells.Nth(0)).ToHaveTextAsync("OP70");
        await lean.Sees("rien n’est enregistré");
        await Assertions.Expect(box.Locator("rect").First).Not.ToHaveAttributeAsync("x", left);
        var after = await FromNext(page);
        Assert.InRange(after.X - before.X, 50, 70);
        Assert.InRange(after.Y - before.Y, 30, 50);
        await lean.Accessible();

        // Undone: the table is empty again and the box where it was.
        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler le déplacement" }).ClickAsync();
        await Assertions.Expect(cells.Nth(0)).ToHaveTextAsync("");
        await Assertions.Expect(box.Locator("rect").First).ToHaveAttributeAsync("x", left);

        // By the arrows, then given up before it is said.
        await box.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Escape");
        Assert.Null(await box.GetAttributeAsync("transform"));
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(cells.Nth(1)).ToHaveTextAsync("5");
        await Assertions.Expect(cells.Nth(2)).ToHaveTextAsync("-1");
        await page.Locator("#deplacer").GetByRole(AriaRole.Button, new() { Name = "Enregistrer les déplacements" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vues")).Not.ToContainTextAsync("rien n’est enregistré");
        Assert.Equal(5, await Security.Ledger.One<decimal>(Site, "select (o ->> 'x')::numeric from plant.product_family, jsonb_array_elements(offsets) o where o ->> 'at' = 'OP70' limit 1"));
        await page.ReloadAsync();
        await Assertions.Expect(cells.Nth(1)).ToHaveTextAsync("5");
        var kept = await FromNext(page);
        Assert.InRange(kept.X - before.X, 10, 30);
    }

    [Fact]
    public async Task Both_states_are_seen_on_one_sheet_and_print_on_one_A3()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Usine");
        await lean.Link("État futur");
        await lean.Press("Dessiner l’état futur");
        await lean.Link("Les deux états");
        await Assertions.Expect(lean.Page.Locator("#vues svg")).ToContainTextAsync("État actuel");
        await Assertions.Expect(lean.Page.Locator("#vues svg")).ToContainTextAsync("État futur");
        await lean.Accessible();
        var file = await lean.Page.APIRequest.GetAsync(new Uri(new Uri(lean.Page.Url), "etats.svg").ToString());
        Assert.Equal((200, "image/svg+xml"), (file.Status, file.Headers["content-type"]));
        await lean.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var pdf = System.Text.Encoding.Latin1.GetString(await lean.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox \["));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox \[0 0 84[12][.\d]* 119[01]"));
    }

    /// <summary>Where OP70 stands, seen from the box after it: the page may scroll meanwhile.</summary>
    private static async Task<(float X, float Y)> FromNext(IPage page)
    {
        var (box, next) = ((await page.Locator("#vues g[data-code='OP70']").BoundingBoxAsync())!, (await page.Locator("#vues g[data-code='OP80']").BoundingBoxAsync())!);
        return (box.X - next.X, box.Y - next.Y);
    }

    private static async Task Drag(IPage page, ILocator thing, float x, float y)
    {
        await thing.ScrollIntoViewIfNeededAsync();
        var place = (await thing.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(place.X + place.Width / 2, place.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + place.Width / 2 + x / 2, place.Y + 8 + y / 2);
        await page.Mouse.MoveAsync(place.X + place.Width / 2 + x, place.Y + 8 + y);
        await page.Mouse.UpAsync();
    }

    private static async Task Take(Walker lean, string name, string says)
    {
        await lean.Page.GetByLabel("Fichier CSV ou XLSX").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(DemoFiles.Text(name)) });
        await lean.Press("Aperçu");
        await lean.Sees(says);
        await lean.Press("Enregistrer");
    }
}
