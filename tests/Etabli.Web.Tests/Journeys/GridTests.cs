using System.Text.RegularExpressions;
using Etabli.Application;
using Etabli.Application.Certification.Assessments;
using Etabli.Application.Hosting;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Demo;
using Etabli.Persistence;
using Etabli.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Two members of a commission on the grid of one candidate, each in a window of their own.</summary>
public sealed class GridTests : IAsyncLifetime
{
    private Site site = null!;
    private Browsing browsing = null!;
    private Storehouse storehouse = null!;
    private ServiceProvider provider = null!;
    private Guid dossier;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.Open(Stop);
        browsing = await Browsing.Open();
        storehouse = await Storehouse.Open(site.Settings, Stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        provider = services.BuildServiceProvider();
        await As("UIMM", async s =>
        {
            var db = s.GetRequiredService<EtabliDb>();
            var (one, assessment) = HeldDossier.Of(await db.Standards.FirstAsync(x => x.Slug == "coordonnateur-lean-amelioration-continue", Stop), "Claire");
            await HeldDossier.Save(db, one, assessment, Stop);
            dossier = one.Id.Value;
            return 0;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await storehouse.DisposeAsync();
        await browsing.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Wherever_the_automatic_saving_is_one_goes_to_the_next_criterion_and_says_each_thing_once()
    {
        var eva = await Grid("EV1");
        var codes = new List<string>();
        foreach (var hesitation in new[] { 0, 45, 70, 150 })
        {
            var code = Open(eva);
            codes.Add(code);
            await eva.Page.Locator("label:has(input[value=Met])").ClickAsync();
            await eva.Page.WaitForFunctionAsync("ms => new Promise(done => setTimeout(() => done(true), ms))", hesitation);
            await eva.Page.Locator("button[value=suivant]").ClickAsync();
            await eva.Page.WaitForURLAsync(url => !url.Contains($"critere={code}", StringComparison.Ordinal));
        }

        foreach (var code in codes)
        {
            Assert.Equal(FindingValue.Met, Assert.Single(await Heads(code)).Value);
        }
    }

    [Fact]
    public async Task What_one_is_writing_is_kept_when_one_leaves_by_a_link()
    {
        var eva = await Grid("EV1");
        var code = Open(eva);
        await eva.Page.Locator("label:has(input[value=Met])").ClickAsync();
        await eva.Page.Locator("textarea[name='Form.Comment']").FillAsync("Vu au poste ROD1.");
        await eva.Page.Locator("a.crit").First.ClickAsync();
        await eva.Page.WaitForURLAsync(url => !url.Contains($"critere={code}", StringComparison.Ordinal));
        Assert.Equal("Vu au poste ROD1.", Assert.Single(await Heads(code)).Comment);
    }

    [Fact]
    public async Task What_the_other_member_says_appears_by_itself_and_moves_nothing_under_the_hand()
    {
        var eva = await Grid("EV1");
        var yvon = await Grid("EV2");
        await yvon.Click(yvon.Page.Locator("a.crit").Nth(2));
        var elsewhere = Open(yvon);
        await eva.Page.Locator("textarea[name='Form.Comment']").FillAsync("Une phrase");
        await yvon.Page.Locator("label:has(input[value=Met])").ClickAsync();
        await Assertions.Expect(eva.Page.Locator($"[id='c-{elsewhere}'] .st-v")).ToHaveCountAsync(1);
        Assert.Equal("Une phrase", await eva.Page.Locator("textarea[name='Form.Comment']").InputValueAsync());
        await Assertions.Expect(eva.Page.Locator("[data-page-changed]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_who_say_otherwise_of_one_criterion_both_see_both_and_unite_them()
    {
        var eva = await Grid("EV1");
        var yvon = await Grid("EV2");
        var code = Open(eva);
        Assert.Equal(code, Open(yvon));
        await eva.Page.RouteAsync("**/en-direct/**", route => route.AbortAsync());
        await yvon.Page.RouteAsync("**/en-direct/**", route => route.AbortAsync());
        await eva.Page.ReloadAsync();
        await yvon.Page.ReloadAsync();
        await eva.Page.Locator("label:has(input[value=Met])").ClickAsync();
        await Assertions.Expect(eva.Page.Locator("#enreg")).ToContainTextAsync("Enregistré");
        await yvon.Page.Locator("textarea[name='Form.Comment']").FillAsync("Aucune mesure ne l’appuie.");
        await yvon.Page.Locator("label:has(input[value=NotMet])").ClickAsync();
        await yvon.Sees("Aucune mesure ne l’appuie.");
        await yvon.Press("Garder");
        await Assertions.Expect(yvon.Page.Locator("form.constat")).ToBeVisibleAsync();
        Assert.Single(await Heads(code));
    }

    [Fact]
    public async Task Not_met_without_its_reason_waits_for_it_without_an_alarm()
    {
        var eva = await Grid("EV1");
        var code = Open(eva);
        await eva.Page.Locator("label:has(input[value=NotMet])").ClickAsync();
        await Assertions.Expect(eva.Page.Locator("#enreg")).ToContainTextAsync("Pas encore enregistré");
        await Assertions.Expect(eva.Page.Locator("[role=alert]")).ToHaveCountAsync(0);
        await eva.Page.Locator("textarea[name='Form.Comment']").FillAsync("Rien ne le montre.");
        await eva.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(eva.Page.Locator("#enreg")).ToContainTextAsync("Enregistré à");
        Assert.Equal(FindingValue.NotMet, Assert.Single(await Heads(code)).Value);
    }

    private async Task<Walker> Grid(string code)
    {
        var walker = await Walker.In(browsing, site, code);
        await walker.Rail("Commissions");
        await walker.Link("Claire");
        await walker.Click(walker.Page.Locator("main a").Filter(new() { HasTextRegex = new Regex(@"\bC1(?!\d)") }).First);
        await walker.Page.WaitForURLAsync("**/evaluation/C1?critere=*");
        return walker;
    }

    /// <summary>The criterion that is open, as the address says.</summary>
    private static string Open(Walker walker) => Regex.Match(walker.Page.Url, "critere=([A-Z0-9-]+)").Groups[1].Value;

    private Task<IReadOnlyList<FindingEntry>> Heads(string criterion) => As("EV1", async s =>
        (await s.GetRequiredService<CompetenceGrid.Reader>().Find(new DossierId(dossier), "C1", Stop)).Criteria.Single(c => c.Code == criterion).Heads);

    private async Task<T> As<T>(string code, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = provider.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person(code), Stop));
        return await what(scope.ServiceProvider);
    }
}
