using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
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
        var refused = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                refused.Add(said.Text);
            }
        };
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
        var refused = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                refused.Add($"{page.Url}: {said.Text}");
            }
        };
        page.PageError += (_, said) => refused.Add($"{page.Url}: {said}");
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
}
