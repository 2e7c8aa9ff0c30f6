using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Etabli.Demo;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.House;

/// <summary>Chromium, as people use it: each person has a window of their own with their own cookies, in the one browser that all tests share.</summary>
public sealed class Browsing : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What a language could break: names, titles and the language itself.</summary>
    private static readonly string[] Worded =
    [
        "document-title", "html-has-lang", "html-lang-valid", "valid-lang", "label", "select-name", "button-name", "input-button-name", "link-name", "image-alt", "input-image-alt", "svg-img-alt", "role-img-alt",
        "aria-input-field-name", "aria-toggle-field-name", "aria-command-name", "aria-dialog-name", "aria-meter-name", "aria-progressbar-name", "summary-name", "frame-title", "area-alt",
    ];

    private readonly ConcurrentBag<IBrowserContext> contexts = [];
    private readonly IBrowser browser;

    private Browsing(IBrowser browser) => this.browser = browser;

    public static async Task<Browsing> Open() => new(await Chromium.Running());

    /// <summary>A window where nobody is signed in.</summary>
    public async Task<IPage> Window(Site site, string locale = "fr-FR", int width = 1440, int height = 900, bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            TimezoneId = "Europe/Paris",
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        contexts.Add(context);
        context.SetDefaultTimeout(40_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window where one of the demonstration's people came in through the sign-in page, with one click.</summary>
    public async Task<IPage> As(Site site, string code, string locale = "fr-FR", int width = 1440, int height = 900, bool script = true)
    {
        var page = await Window(site, locale, width, height, script);
        await AtTheDoor(page, locale);
        await page.Locator($"button[name=person][value='{DemoIds.Person(code)}'], form:has(input[name=person][value='{DemoIds.Person(code)}']) button").First.ClickAsync();
        await page.WaitForURLAsync("**/");
        return page;
    }

    /// <summary>The sign-in page, in the language asked for with its button: pages begin in French.</summary>
    public static async Task AtTheDoor(IPage page, string locale)
    {
        await page.GotoAsync("/connexion");
        if (locale.StartsWith("en", StringComparison.Ordinal))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "English" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        }
    }

    /// <summary>
    /// No accessibility fault (WCAG 2.2 A and AA) on the page as it stands. <paramref name="wordsOnly"/> where the same page
    /// was judged in its other language: what does not change with words, contrast above all, is most of the time.
    /// </summary>
    public static async Task MustBeAccessible(IPage page, bool wordsOnly = false)
    {
        ArgumentNullException.ThrowIfNull(page);
        // The rows of one table are alike: its first 25 are judged, for the others would be half of the time of all tests.
        // The script itself, in the page: the package's own way opens and closes a second page for each judgement.
        await page.EvaluateAsync(Axe);
        var faults = await page.EvaluateAsync<string[]>("""
            async ([type, ...values]) => (await axe.run({ include: [document], exclude: [['tbody tr:nth-child(n+26)']] }, { runOnly: { type, values }, resultTypes: ['violations'] })).violations
                .map(v => [`${v.id}: ${v.help}`, ...v.nodes.slice(0, 4).map(n => `   ${n.html}`)].join('\n'))
            """, (string[])(wordsOnly ? ["rule", .. Worded] : ["tag", .. Tags]));
        Assert.True(faults.Length == 0, $"{page.Url}\n" + string.Join('\n', faults));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }
    }
}
