using Etabli.Demo;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Timing at a station with a tablet whose network is down, and a round of work sampling.</summary>
public sealed class StopwatchJourneyTests : Journey
{
    // Five cycles of the five elements of P3, in cmin; the tablet's clock is held by the test.
    private static readonly int[][] Cycles = [[95, 90, 260, 115, 130], [92, 90, 255, 118, 128], [97, 94, 260, 112, 131], [96, 92, 250, 240, 126], [90, 85, 240, 110, 120]];

    [Fact]
    public async Task Five_cycles_timed_without_network_survive_a_closed_page_and_are_in_the_study_once_with_its_numbers()
    {
        var page = await Browsing.As(Site, "CLEAN", width: 1024, height: 768);
        await page.GotoAsync($"/etudes/{DemoWorld.WatchAtP3}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Chronométrer sur le terrain" }).ClickAsync();
        await Kept(page);
        await Browsing.MustBeAccessible(page);
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime);
        await page.Context.SetOfflineAsync(true);
        Assert.Contains("Monter joints de piston", await page.Locator("#elements").InputValueAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Démarrer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "100", Exact = true }).ClickAsync();
        for (var cycle = 0; cycle < Cycles.Length; cycle++)
        {
            for (var element = 0; element < Cycles[cycle].Length; element++)
            {
                var left = Cycles[cycle][element];
                if ((cycle, element) == (1, 1))
                {
                    // Struck too early, and taken back: the element goes on as if nothing had been touched.
                    left -= await Passes(page, 40);
                    await page.Keyboard.PressAsync("Space");
                    left -= await Passes(page, 12);
                    await page.Keyboard.PressAsync("Backspace");
                }
                else if ((cycle, element) == (2, 2))
                {
                    // Something that is not the work comes in between, and its time is not the element's.
                    left -= await Passes(page, 100);
                    await page.Keyboard.PressAsync("e");
                    await Passes(page, 33);
                    await page.GetByRole(AriaRole.Button, new() { Name = "Outil tombé" }).ClickAsync();
                    await page.Keyboard.PressAsync("Enter");
                }
                else if ((cycle, element) == (4, 2))
                {
                    // The tablet is closed in the middle of a cycle and opened again, still without network: its clock went on.
                    left -= await Passes(page, 50);
                    await page.GotoAsync("/terrain/chrono");
                    left -= await Passes(page, 10);
                    await Sees(page, "Cycle 5, élément 3 sur 5");
                    await Assertions.Expect(page.Locator("[data-court]")).ToHaveTextAsync("60,0");
                    await page.GetByRole(AriaRole.Button, new() { Name = "110", Exact = true }).ClickAsync();
                }

                await Passes(page, left);
                await page.Keyboard.PressAsync("Space");
                if ((cycle, element) == (3, 3))
                {
                    await page.Keyboard.PressAsync("x");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Écarter ce temps" }).ClickAsync();
                    await Sees(page, "un temps ne sort pas sans motif");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Pièce ou outil défectueux" }).ClickAsync();
                    await page.GetByRole(AriaRole.Button, new() { Name = "Écarter ce temps" }).ClickAsync();
                }
            }
        }

        await Passes(page, 20);
        await page.Keyboard.PressAsync("s");
        await Sees(page, "5 cycles entiers, 25 temps\u00A0; étrangers\u00A0: 1, écartés\u00A0: 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).ClickAsync();
        await Sees(page, "1 gardés ici");

        // The first answer is lost on its way: the server has the session, the tablet does not know.
        var (sent, lost) = (0, new TaskCompletionSource());
        await page.RouteAsync("**/api/terrain/chronos/**", async route =>
        {
            if (sent++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                lost.TrySetResult();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await page.Context.SetOfflineAsync(false);
        await page.Clock.ResumeAsync();
        await page.Clock.FastForwardAsync(10_000);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Sees(page, "Hors ligne");
        await page.Clock.FastForwardAsync(15_000);
        await Sees(page, "tout est envoyé");
        Assert.Equal(2, sent);
        Assert.Equal(1, await Ledger.One<long>(Site, "select count(*) from studies.floor_receipt where study = $1 and rows = 26", DemoWorld.WatchAtP3.Value));
        Assert.Equal(60 + 26, await Rows(DemoWorld.WatchAtP3.Value));

        // A second session is looked at in all its states, and thrown away.
        await page.GetByRole(AriaRole.Button, new() { Name = "Démarrer" }).ClickAsync();
        await page.Keyboard.PressAsync("e");
        await Sees(page, "Puis retour à a");
        await Browsing.MustBeAccessible(page);
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[data-vus] button").ClickAsync();
        await Browsing.MustBeAccessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Fermer" }).ClickAsync();
        await page.Keyboard.PressAsync("s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Jeter la séance" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Jeter vraiment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Démarrer" })).ToBeVisibleAsync();

        // By hand: the means of a to e over 17, 17, 16, 16 and 17 normal times are 93.300, 88.388, 253.941, 123.088 and 135.906 cmin; with 11 %, 462.6 s.
        await page.GetByRole(AriaRole.Link, new() { Name = "Chronométrage du poste P3" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("694,62");
        await Assertions.Expect(page.Locator("dl.cartouche").First).ToContainTextAsync("462,6");
        await Sees(page, "d, cycle 16 (240 cmin), Pièce ou outil défectueux");

        // A round, without network either: a touch corrected by another is one sighting.
        await page.GotoAsync($"/terrain?tournee={DemoWorld.SeenAtHoning}");
        await Browsing.MustBeAccessible(page);
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Panne" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Marche" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Marche" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminer la tournée (1 sur 1)" }).ClickAsync();
        await Sees(page, "1 gardés ici");
        await page.Context.SetOfflineAsync(false);
        await Sees(page, "tout est envoyé");
        Assert.Equal(401, await Rows(DemoWorld.SeenAtHoning.Value));
        Assert.Equal("Marche", await Ledger.One<string>(Site, "select content #>> '{sheets,0,rows,-1,0}' from studies.study where id = $1", DemoWorld.SeenAtHoning.Value));

        // A film of the device: marked where its own time stands, and sent nowhere; only the times leave, in a study begun here.
        await page.GotoAsync("/terrain/chrono");
        await page.Locator("#etude").SelectOptionAsync("");
        await page.Locator("#titre").FillAsync("Film du P4");
        await page.Locator("#elements").FillAsync("Prendre\nPoser");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sur un film" }).ClickAsync();
        await page.EvaluateAsync(Filming);
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");
        var heaviest = 0;
        page.Request += (_, request) => heaviest = Math.Max(heaviest, request.PostDataBuffer?.Length ?? 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Démarrer" }).ClickAsync();
        foreach (var instant in (double[])[0.2, 0.5, 0.4, 0.6, 0.8])
        {
            // The third instant is before the last mark: it is said, and is none.
            await page.EvaluateAsync("s => new Promise(done => { const film = document.querySelector('video'); film.addEventListener('seeked', done, { once: true }); film.currentTime = s; })", instant);
            await page.Keyboard.PressAsync("Space");
        }

        await Assertions.Expect(page.Locator("[data-table] img")).ToHaveCountAsync(4);
        await page.Keyboard.PressAsync("s");
        await page.GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).ClickAsync();
        await Sees(page, "1 à envoyer");
        await page.Clock.FastForwardAsync(10_000);
        await Sees(page, "tout est envoyé");
        Assert.Equal("0.2 0.3 0.1 0.2", await Ledger.One<string>(Site, "select string_agg(r ->> 3, ' ' order by n) from studies.study, jsonb_array_elements(content #> '{sheets,0,rows}') with ordinality t(r, n) where content ->> 'title' = 'Film du P4'"));
        Assert.InRange(heaviest, 1, 2_000);
    }

    /// <summary>A second of film, made in the page and given to its file field as somebody would choose it.</summary>
    private const string Filming = """
        async () => {
            const canvas = document.createElement('canvas'), pen = canvas.getContext('2d'), parts = [];
            [canvas.width, canvas.height] = [160, 90];
            const camera = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
            camera.ondataavailable = e => parts.push(e.data);
            const over = new Promise(done => camera.onstop = done);
            camera.start();
            for (let i = 0; i < 30; i++) {
                pen.fillStyle = `hsl(${i * 12} 60% 50%)`;
                pen.fillRect(0, 0, 160, 90);
                await new Promise(next => setTimeout(next, 40));
            }
            camera.stop();
            await over;
            const chosen = new DataTransfer(), field = document.querySelector('#film');
            chosen.items.add(new File(parts, 'p4.webm', { type: 'video/webm' }));
            field.files = chosen.files;
            field.dispatchEvent(new Event('change'));
        }
        """;

    [Fact]
    public async Task A_time_that_surely_differs_from_the_routing_is_proposed_and_taken_with_the_study_as_its_source()
    {
        var page = await Browsing.As(Site, "METH");
        await page.GotoAsync($"/etudes/{DemoWorld.WatchAtP3}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Comparer à la gamme" }).ClickAsync();
        await Sees(page, "5 sur 25");
        await Browsing.MustBeAccessible(page);
        Assert.True(await page.GetByLabel("Prendre le temps mesuré de la tâche 11").IsCheckedAsync());
        Assert.False(await page.GetByLabel("Prendre le temps mesuré de la tâche 12").IsCheckedAsync());
        await page.GetByLabel("Prendre le temps mesuré de la tâche 10").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mettre à jour la gamme" }).ClickAsync();
        var row = page.Locator("#taches tr", new() { HasText = "Monter les joints de piston" });
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "mesuré" })).ToBeVisibleAsync();
        await Assertions.Expect(row).ToContainTextAsync("compatible avec la gamme");
        await page.GetByLabel("Tâche de l’élément a").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le rattachement" }).ClickAsync();
        await Sees(page, "4 sur 25");
        await page.GotoAsync($"/etudes/{DemoWorld.WatchAtP3}");
        await page.GetByText("Choisir dans la table du BIT").ClickAsync();
        await page.GetByLabel("Station debout").SelectOptionAsync("standing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Prendre ces majorations" }).ClickAsync();
        await Sees(page, "Travail debout 2");
        await Sees(page, "Besoins personnels 5");
    }

    private static async Task<int> Passes(IPage page, int centiminutes)
    {
        await page.Clock.FastForwardAsync(centiminutes * 600);
        return centiminutes;
    }

    /// <summary>Both pages of the floor and what they are made of are on the shelf: they would open without network.</summary>
    private static async Task Kept(IPage page) => await page.EvaluateAsync("""
        async () => {
            for (;;) {
                const held = (await (await caches.open('terrain')).keys()).map(r => new URL(r.url).pathname);
                if (['/terrain', '/terrain/chrono'].every(p => held.includes(p)) && ['/islands/main', '/css/chrono', '/css/kit'].every(p => held.some(h => h.startsWith(p)))) {
                    return;
                }
                await new Promise(r => setTimeout(r, 50));
            }
        }
        """);

    private static Task Sees(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    private Task<long> Rows(Guid study) => Ledger.One<long>(Site, "select jsonb_array_length(content #> '{sheets,0,rows}')::bigint from studies.study where id = $1", study);
}
