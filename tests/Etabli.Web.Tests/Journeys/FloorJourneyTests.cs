using Etabli.Demo;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Observing and counting on a tablet whose network goes and comes.</summary>
public sealed class FloorJourneyTests : Journey
{
    [Fact]
    public async Task Three_observations_noted_without_network_survive_a_closed_page_and_arrive_once()
    {
        var page = await Browsing.As(Site, "CLEAN", width: 1024, height: 768);
        await Ready(page, "/terrain?poste=ROD1");
        await Browsing.MustBeAccessible(page);
        Assert.Equal("ROD1", await page.Locator("#poste").InputValueAsync());
        var before = await Count("select count(*) from improvement.observation");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Note(page, "ROD1", "Régleur cherche les pierres dans 3 armoires", "Mouvement", "11");
        await Note(page, "P4", "Engager le piston : trois essais", "Défaut", "3");
        await Note(page, "QUAI", "Deux caisses attendent le chariot", "Attente", "");
        await Sees(page, "3 gardés ici");

        // The tablet is closed and opened again, still without network: nothing is lost.
        await page.GotoAsync("/terrain");
        await Sees(page, "3 gardés ici");
        await Assertions.Expect(page.Locator("[data-attente] li")).ToHaveCountAsync(3);
        Assert.Equal(before, await Count("select count(*) from improvement.observation"));

        // The first answer is lost on its way: the server has it, the tablet does not know.
        var lost = 0;
        await page.RouteAsync("**/api/terrain/observations", async route =>
        {
            if (lost++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "tout est envoyé");
        Assert.True(lost > 3, "The observation whose answer was lost was not sent again.");
        Assert.Equal(before + 3, await Count("select count(*) from improvement.observation"));
        Assert.Equal(3, await Count("select count(*) from improvement.observation where fact in ('Régleur cherche les pierres dans 3 armoires', 'Engager le piston : trois essais', 'Deux caisses attendent le chariot')"));
        Assert.Equal(11, await Ledger.One<decimal>(Site, "select measure_value from improvement.observation where fact like 'Régleur cherche les pierres dans 3 armoires'"));
    }

    [Fact]
    public async Task Strokes_counted_without_network_arrive_with_their_time_and_one_taken_back_does_not()
    {
        var page = await Browsing.As(Site, "CLEAN", width: 1024, height: 768);
        await Ready(page, $"/terrain?releve={DemoWorld.HoningCounts}");
        await Browsing.MustBeAccessible(page);
        await page.Context.SetOfflineAsync(true);
        var scratch = page.Locator(".baton", new() { HasText = "Rayure intérieure" }).Locator("button").First;
        for (var i = 0; i < 3; i++)
        {
            await scratch.ClickAsync();
            await Assertions.Expect(scratch.Locator("b")).ToHaveTextAsync((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer un bâton : Rayure intérieure" }).ClickAsync();
        await Assertions.Expect(scratch.Locator("b")).ToHaveTextAsync("2");
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "tout est envoyé");
        Assert.Equal(2, await Count("select count(*) from studies.mark where undone_at is null"));
        await page.GotoAsync($"/etudes/{DemoWorld.HoningCounts}");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("Bâtons");
        await Assertions.Expect(page.Locator("#vues svg").First).ToBeVisibleAsync();
        await Browsing.MustBeAccessible(page);
    }

    [Fact]
    public async Task A_stroke_taken_back_while_it_is_on_its_way_is_taken_back_on_the_server_too()
    {
        var page = await Browsing.As(Site, "CLEAN", width: 1024, height: 768);
        await Ready(page, $"/terrain?releve={DemoWorld.HoningCounts}");
        var (left, back) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/api/terrain/batons/**", async route =>
        {
            // The server has it; its answer waits until the finger has changed its mind.
            var answer = await route.FetchAsync();
            left.TrySetResult();
            await back.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        var scratch = page.Locator(".baton", new() { HasText = "Rayure intérieure" }).Locator("button").First;
        await scratch.ClickAsync();
        await Assertions.Expect(scratch.Locator("b")).ToHaveTextAsync("1");
        await left.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer un bâton : Rayure intérieure" }).ClickAsync();
        await Assertions.Expect(scratch.Locator("b")).ToHaveTextAsync("0");
        back.SetResult();
        await Sees(page, "tout est envoyé");
        await Assertions.Expect(scratch.Locator("b")).ToHaveTextAsync("0");
        Assert.Equal(1, await Count("select count(*) from studies.mark where undone_at is not null"));
        Assert.Equal(0, await Count("select count(*) from studies.mark where undone_at is null"));
    }

    [Fact]
    public async Task What_a_rule_refuses_is_said_and_stays_until_somebody_drops_it()
    {
        var page = await Browsing.As(Site, "CLEAN", width: 390, height: 844);
        await Ready(page, "/terrain");
        await page.Locator("button.principal").ClickAsync();
        await Sees(page, "Dites où");
        await page.EvaluateAsync("() => document.querySelector('#projet').append(new Option('parti', crypto.randomUUID(), true, true))");
        await Note(page, "ROD1", "Un fait", "Stock", "");
        await Sees(page, "refusé");
        await Sees(page, "n’existe plus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Effacer" }).ClickAsync();
        await Sees(page, "Rien pour l’instant");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The phone scrolls sideways.");
        await Browsing.MustBeAccessible(page);
    }

    private static async Task Ready(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        // Everything the page is made of is on the shelf: it would open without network.
        await page.WaitForFunctionAsync("async () => { const c = await caches.open('terrain'); const k = (await c.keys()).map(r => new URL(r.url).pathname); return k.includes('/terrain') && k.some(p => p.startsWith('/islands/')) && k.some(p => p.startsWith('/css/terrain')); }");
    }

    private static async Task Note(IPage page, string place, string fact, string waste, string value)
    {
        await page.Locator("#poste").FillAsync(place);
        await page.Locator("#constat").FillAsync(fact);
        await page.Locator("button[data-gaspillage]", new() { HasText = waste }).ClickAsync();
        await page.Locator("#valeur").FillAsync(value);
        await page.Locator("button.principal").ClickAsync();
        await Assertions.Expect(page.Locator("#constat")).ToHaveValueAsync("");
    }

    private static Task Sees(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    private Task<long> Count(string sql) => Ledger.One<long>(Site, sql);
}
