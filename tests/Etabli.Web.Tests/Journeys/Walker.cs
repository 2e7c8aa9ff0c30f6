using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>One person at their window: follows links and fills forms by what they read, never by an address.</summary>
internal sealed class Walker(IPage page, bool english = false)
{
    public IPage Page { get; } = page;

    public static async Task<Walker> In(Browsing browsing, Site site, string code, string locale = "fr-FR") =>
        new(await browsing.As(site, code, locale), locale.StartsWith("en", StringComparison.Ordinal));

    /// <summary>By the menu at the left; from a document, which has none, home comes first.</summary>
    public async Task Rail(string entry)
    {
        if (await Page.Locator(".rail").CountAsync() == 0)
        {
            await Click(Page.Locator("a.marque").First);
        }

        await Click(Page.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = Said(entry), Exact = true }));
    }

    public Task Link(string name) => Click(Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = Words(name) }).Locator("visible=true").First);

    /// <summary>One step up, by the trail above the page.</summary>
    public Task Trail(string name) => Click(Page.Locator(".fil").GetByRole(AriaRole.Link, new() { NameRegex = Words(name) }).First);

    public Task Press(string button) => Click(Page.GetByRole(AriaRole.Button, new() { NameRegex = Words(button) }).Locator("visible=true").First);

    /// <summary>Clicks what asks for a page, and waits until that page is there: not one that came by itself meanwhile.</summary>
    public async Task Click(ILocator what)
    {
        await Assertions.Expect(what).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Page.EvaluateAsync("""
            () => {
              let asked = false;
              window.arrived = false;
              const ask = () => { asked = true; };
              const arrive = () => { window.arrived ||= asked; };
              addEventListener('turbo:click', ask);
              addEventListener('turbo:submit-end', ask);
              addEventListener('turbo:load', arrive);
              addEventListener('turbo:render', arrive);
            }
            """);
        await what.ClickAsync();
        await Settle();
    }

    public Task Type(string label, string text) => Field(label).FillAsync(text);

    public async Task Choose(string label, string option)
    {
        var field = Field(label);
        var value = await field.Locator("option").Filter(new() { HasText = option }).First.GetAttributeAsync("value");
        await field.SelectOptionAsync(value!);
    }

    public async Task Tick(string label)
    {
        var box = Page.GetByLabel(Words(label)).First;
        await Assertions.Expect(box).ToBeAttachedAsync();
        await box.CheckAsync(new() { Force = true });
    }

    /// <summary>Fills a field known by its name in the form.</summary>
    public async Task Fill(string name, string text)
    {
        var field = Page.Locator($"[name='{name}']").Locator("visible=true").First;
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(await field.Locator("option").Filter(new() { HasText = text }).First.GetAttributeAsync("value") ?? "");
        }
        else
        {
            await field.FillAsync(text);
        }
    }

    /// <summary>Links what is on the page to criteria of the dossier, by the button that every artefact carries.</summary>
    public async Task LinkTo(params string[] criteria)
    {
        await Link("Relier à un critère");
        foreach (var criterion in criteria)
        {
            var box = Page.Locator($"[id='k-{criterion}']");
            if (!await box.IsVisibleAsync())
            {
                await Page.Locator($"details:has([id='k-{criterion}']) > summary").ClickAsync();
            }

            await box.CheckAsync();
        }

        await Press("Relier à ces critères|Enregistrer les critères");
    }

    public ILocator Field(string label) => Page.GetByLabel(Words(label)).Locator("visible=true").First;

    /// <summary>The page shows these words.</summary>
    public Task Sees(string words) => Assertions.Expect(Page.Locator("main").GetByText(Words(words)).Locator("visible=true").First).ToBeVisibleAsync(new() { Timeout = 20_000 });

    public async Task Accessible()
    {
        await Settle();
        await Browsing.MustBeAccessible(Page);
    }

    /// <summary>Waits for the page the last click asked for: taken in place, or anew.</summary>
    public async Task Settle()
    {
        await Page.WaitForFunctionAsync("() => window.arrived !== false && document.readyState === 'complete' && !document.documentElement.hasAttribute('aria-busy') && !document.querySelector('form[aria-busy=true]')");
    }

    /// <summary>The same words in this walker's language.</summary>
    public string Said(string french) => english ? EnglishWords.Of(french) : french;

    /// <summary>Words as they are read: any space for any space, any apostrophe for any apostrophe.</summary>
    private Regex Words(string text) => new(string.Join('|', text.Split('|').Select(t => Pattern(Said(t)))));

    private static string Pattern(string text) => string.Join(@"[\s\u00A0\u202F]*", Regex.Split(text.Trim(), @"[\s\u00A0\u202F]+")
        .Select(w => Regex.Escape(w).Replace("/", "\\/", StringComparison.Ordinal).Replace("'", "['’]", StringComparison.Ordinal).Replace("’", "['’]", StringComparison.Ordinal)));
}
