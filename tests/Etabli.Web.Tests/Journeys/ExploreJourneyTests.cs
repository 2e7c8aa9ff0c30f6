using System.Text.RegularExpressions;
using Etabli.Studies.Analyses;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A technician explores the chart of the bore: closer, point by point, what is known of each, and on to noting it.</summary>
public sealed class ExploreJourneyTests : Journey
{
    [Fact]
    public async Task A_point_of_the_chart_says_which_rule_it_breaks_and_leads_to_its_note_and_paper_keeps_the_figure()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        var page = lean.Page;
        var refused = Complaints(page);
        await page.GotoAsync("/analyses");
        await lean.Link("Carte de contrôle de l’alésage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explorer" }).ClickAsync();
        var canvas = page.Locator(".graphe-toile");
        await Assertions.Expect(canvas.Locator("canvas").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("figure .corps svg").First).ToBeHiddenAsync();

        // The 53rd point is above its limit: arrows walk to it.
        await canvas.FocusAsync();
        for (var i = 0; i < 53; i++)
        {
            await canvas.PressAsync("ArrowRight");
        }

        var known = page.Locator(".graphe-point");
        await Assertions.Expect(known).ToContainTextAsync("53 (7 oct. 2025)");
        await Assertions.Expect(known.Locator(".dit").First).ToContainTextAsync("hors");
        await canvas.PressAsync("ArrowLeft");
        await Assertions.Expect(known).ToContainTextAsync("Rien à signaler");
        await canvas.PressAsync("ArrowRight");
        await Browsing.MustBeAccessible(page);

        // Somebody notes the point elsewhere: the open page takes itself anew, and is explored still, once.
        var other = await Browsing.As(Site, "METH");
        await other.GotoAsync($"{page.Url}?point=53");
        await other.GetByLabel("Ce qu’on en sait").FillAsync("pierres d’un autre lot");
        await other.GetByRole(AriaRole.Button, new() { Name = "Garder la note" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table).Last).ToContainTextAsync("pierres d’un autre lot", new() { Timeout = 20_000 });
        await Assertions.Expect(canvas.Locator("canvas")).ToHaveCountAsync(1);
        await canvas.FocusAsync();
        await canvas.PressAsync("ArrowLeft");
        await Assertions.Expect(known).ToContainTextAsync("128 (");
        for (var i = 0; i < 75; i++)
        {
            await canvas.PressAsync("ArrowLeft");
        }

        await Assertions.Expect(known).ToContainTextAsync("pierres d’un autre lot");

        // Paper has the drawn figure, whatever the screen shows.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        await Assertions.Expect(canvas).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GetByRole(AriaRole.Link, new() { Name = "Noter ou exclure ce point" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?point=53#point$"));
        await Assertions.Expect(page.GetByLabel("Ce qu’on en sait")).ToBeVisibleAsync();

        // What one chose stays: the next chart opens explored, and goes back to its figure on demand.
        await Assertions.Expect(page.Locator(".graphe-toile canvas").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Figure", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Every_kind_of_analysis_a_Pareto_a_trend_and_the_stops_of_a_day_can_be_explored_without_an_error()
    {
        var page = await Browsing.As(Site, "METH");
        var refused = Complaints(page);
        await page.GotoAsync("/analyses");
        var analyses = await page.Locator("main a[href*='/analyses/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href')).filter(h => /^\\/analyses\\/[0-9a-f-]{36}$/.test(h))");
        Assert.True(analyses.Length >= 7, $"{analyses.Length} analyses");
        var closer = 0;
        foreach (var address in analyses.Distinct().Concat(["/usine/pareto", "/usine/evenements/journal"]))
        {
            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Button, new() { Name = "Explorer" }).First.ClickAsync();
            await Assertions.Expect(page.Locator(".graphe-toile canvas").First).ToBeVisibleAsync();
            await page.Locator(".graphe-toile").First.HoverAsync();
            if (await page.GetByRole(AriaRole.Button, new() { Name = "Voir de plus près" }).First.IsVisibleAsync())
            {
                closer++;
                await page.GetByRole(AriaRole.Button, new() { Name = "Voir de plus près" }).First.ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Tout", Exact = true }).First.ClickAsync();
            }
        }

        Assert.True(closer >= 4, $"{closer} graphs can be seen closer");
        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_series_too_long_to_be_shown_whole_says_so_keeps_its_peak_and_comes_whole_from_near()
    {
        var page = await Browsing.As(Site, "METH");
        var refused = Complaints(page);
        var text = string.Join('\n', Enumerable.Range(0, 30_000).Select(i => i == 14_999 ? "99" : (i % 7).ToString(System.Globalization.CultureInfo.InvariantCulture)).Prepend("cote"));
        var id = await PlantQuestion.Ask(Site, AnalysisKind.ControlChart, text, new() { ["Value"] = 0 }, new() { ["Chart"] = "Individuals" });
        await page.GotoAsync($"/analyses/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explorer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphe-remarque")).ToContainTextAsync("chaque tronçon montre son plus petit et son plus grand");
        var near = page.WaitForResponseAsync(new Regex(@"/graphe\?de=\d+&a=\d+$"));
        for (var i = 0; i < 4; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Voir de plus près" }).ClickAsync();
        }

        Assert.Equal(200, (await near).Status);
        await Assertions.Expect(page.Locator(".graphe-remarque")).ToHaveTextAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tout", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphe-remarque")).ToContainTextAsync("chaque tronçon");
        Assert.Empty(refused);
    }

    [Fact]
    public async Task An_analysis_is_begun_from_the_project_found_there_and_linked_as_evidence_with_its_figure()
    {
        var living = await LivingDossiers.Settle(Site);
        var claire = await Walker.In(Browsing, Site, "CLEAN");
        var page = claire.Page;
        await claire.Rail("Projets");
        await claire.Link("Vérins 50/28");
        await page.GotoAsync($"{page.Url.Split('?')[0]}?etape=6");
        await claire.Link("Analyser des mesures");
        await claire.Choose("Analyse", "Carte de contrôle");
        await claire.Choose("Relevé", "Alésage ROD1, écarts au diamètre");
        await claire.Press("Continuer");
        await claire.Press("Commencer");
        await claire.Sees("est au-dessus de la limite supérieure");
        await claire.LinkTo("C6-METH-1");
        await claire.Rail("Projets");
        await claire.Link("Vérins 50/28");
        await page.GotoAsync($"{page.Url.Split('?')[0]}?etape=6");
        await claire.Link("Carte de contrôle, Alésage ROD1");
        var piece = await Ledger.One<Guid>(Site, "select id from certification.evidence where source = $1", Guid.Parse(page.Url[^36..]));
        await page.GotoAsync($"/dossiers/{living.Written}/preuves/{piece}");
        await claire.Sees("Analyse de mesures");
        await claire.Sees("C6-METH-1");
        await Assertions.Expect(page.Locator("figure svg[role=img]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("figure svg[role=img]")).ToContainTextAsync("Alésage ROD1, écarts au diamètre");
        await claire.Accessible();
    }

    [Fact]
    public async Task A_series_is_read_from_a_file_looked_over_then_recorded_and_its_variability_waits_for_enough_values()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        var page = lean.Page;
        await page.GotoAsync("/indicateurs/tableau");
        await lean.Link("Polyvalence");
        await lean.Link("Coller la série");
        await page.GetByLabel("Fichier CSV ou XLSX").SetInputFilesAsync(new FilePayload { Name = "polyvalence.csv", MimeType = "text/csv", Buffer = "mois;part\n2026-07;80,5\n2026-08;82"u8.ToArray() });
        await lean.Press("Voir l’aperçu");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("80,5");

        // What is mended in the box after the file was read is what counts.
        var box = page.Locator("textarea").First;
        await Assertions.Expect(box).ToHaveValueAsync("2026-07\t80,5\n2026-08\t82");
        await box.FillAsync("2026-07\t80,5\n2026-08\t83");
        await lean.Press("Voir l’aperçu");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("83");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).Not.ToContainTextAsync("82");
        await lean.Accessible();
        await lean.Press("Enregistrer les valeurs (2)");
        await lean.Sees("Il faut 8 valeurs pour dire ce que le hasard fait seul");
        await lean.Accessible();
    }

    [Fact]
    public async Task The_numbers_of_a_graph_are_nobody_elses()
    {
        var mine = await Browsing.As(Site, "METH");
        await mine.GotoAsync("/analyses");
        var address = await mine.GetByRole(AriaRole.Link, new() { Name = "Carte de contrôle de l’alésage" }).GetAttributeAsync("href");
        Assert.Equal(200, (await mine.APIRequest.GetAsync($"{address}/graphe")).Status);
        var nobody = await Browsing.Window(Site);
        var answer = await nobody.APIRequest.GetAsync($"{address}/graphe", new() { MaxRedirects = 0 });
        Assert.NotEqual(200, answer.Status);
    }

    /// <summary>What the browser complains of: a script that fails, a style our policy refuses.</summary>
    private static List<string> Complaints(IPage page)
    {
        var all = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                all.Add($"{page.Url}: {said.Text}");
            }
        };
        page.PageError += (_, said) => all.Add($"{page.Url}: {said}");
        return all;
    }
}
