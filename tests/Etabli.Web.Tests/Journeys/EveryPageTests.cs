using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Walks from the home page by the links alone, as each of the demonstration's people.</summary>
/// <remarks>Run on demand: it asks axe of every kind of page for each reader, which takes longer than all other tests together.</remarks>
public sealed partial class EveryPageTests(EveryPageTests.Walk walk) : IClassFixture<EveryPageTests.Walk>
{
    public static TheoryData<string, string> People =>
    [
        ("CLEAN", "fr-FR"), ("CLEAN", "en-GB"), ("METH", "fr-FR"), ("CE-A", "fr-FR"), ("PROD", "fr-FR"), ("RH", "fr-FR"), ("UIMM", "fr-FR"),
        ("UIMM", "en-GB"), ("RES", "fr-FR"), ("EV1", "fr-FR"), ("E1", "fr-FR"), ("S1", "fr-FR"), ("GTP", "fr-FR"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [MemberData(nameof(People))]
    public async Task Every_page_one_can_reach_answers_is_accessible_and_speaks_the_language_asked(string person, string locale)
    {
        var page = await walk.Browsing.As(walk.Site, person, locale);
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var toSee = new Queue<string>(["/"]);
        while (toSee.TryDequeue(out var address) && seen.Count < 60)
        {
            Stop.ThrowIfCancellationRequested();
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{person} {address}: {answer.Status}");
            Assert.Equal(locale[..2], await page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.DoesNotMatch("blazor", await page.ContentAsync());
            var words = await page.Locator("body").InnerTextAsync();
            Assert.DoesNotMatch(Unworded(), words);
            await Browsing.MustBeAccessible(page);
            foreach (var link in await page.Locator("a[href^='/']:not([download])").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            {
                var clean = link.Split('#')[0];
                if (!NotAPage().IsMatch(clean) && seen.Add(Kind(clean)))
                {
                    toSee.Enqueue(clean);
                }
            }
        }

        Assert.Empty(errors);
        Assert.True(seen.Count > 3, $"{person} reaches only {string.Join(", ", seen)}");
    }

    /// <summary>One page of each kind is enough: identifiers and choices are blanked.</summary>
    private static string Kind(string address) => Choice().Replace(Identifier().Replace(address, "{id}"), "=…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Choice();

    [GeneratedRegex(@"^/(fichiers|api|en-direct|sante|css|vendor|islands)(/|$)|\.(csv|xlsx|pdf|svg|png|json)($|\?)|export")]
    private static partial Regex NotAPage();

    /// <summary>A key that found no sentence shows itself: two words glued in camel case, or a placeholder left open.</summary>
    [GeneratedRegex(@"\{\d\}|\b[A-Z][a-z]+[A-Z][a-z]+[A-Z][a-z]+\b")]
    private static partial Regex Unworded();

    public sealed class Walk : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public Browsing Browsing { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await Site.Open(CancellationToken.None);
            Browsing = await Browsing.Open();
        }

        public async ValueTask DisposeAsync()
        {
            await Browsing.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
