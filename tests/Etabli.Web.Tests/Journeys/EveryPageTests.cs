using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;

namespace Etabli.Web.Tests.Journeys;

/// <summary>
/// Every kind of page that each of the demonstration's people reaches from the home page by links alone, dossiers and
/// juries in all their states among them, opened in Chromium in both languages by the first who comes to it.
/// </summary>
public sealed partial class EveryPageTests(EveryPageTests.Walk walk) : IClassFixture<EveryPageTests.Walk>
{
    public static TheoryData<string, string> People => [.. from locale in (string[])["fr-FR", "en-GB"] from person in AccessTests.People select (person.Data, locale)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_kind_of_page_answers_without_an_error_is_accessible_and_speaks_the_language_asked(string person, string locale)
    {
        var reached = await walk.Reached(person);
        Assert.True(reached.Count > 3, $"{person} reaches only {string.Join(", ", reached)}");
        var first = reached.Where(address => walk.IsFirst($"{locale} {Kind(address)}")).ToList();
        if (first.Count == 0)
        {
            return;
        }

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
        foreach (var address in first)
        {
            Stop.ThrowIfCancellationRequested();
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{person} {address}: {answer.Status}");
            Assert.Equal(locale[..2], await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.Locator("h1").CountAsync() == 1, $"{person} {address}: not one title");
            Assert.DoesNotMatch("blazor", await page.ContentAsync());
            Assert.DoesNotMatch(Unworded(), await page.Locator("body").InnerTextAsync());
            await Browsing.MustBeAccessible(page, wordsOnly: !locale.StartsWith("fr", StringComparison.Ordinal));
        }

        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    /// <summary>One page of each kind is enough: identifiers and choices are blanked.</summary>
    private static string Kind(string address) => Crawl.Kind(address);

    [GeneratedRegex(@"^/(fichiers|api)(/|$)|\.(csv|xlsx|pdf|svg|png|json)($|\?)|export")]
    private static partial Regex NotAPage();

    /// <summary>A key that found no sentence shows itself: two words glued in camel case, or a placeholder left open.</summary>
    [GeneratedRegex(@"\{\d\}|\b[A-Z][a-z]+[A-Z][a-z]+[A-Z][a-z]+\b")]
    private static partial Regex Unworded();

    public sealed class Walk : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public Browsing Browsing { get; private set; } = null!;

        private readonly Dictionary<string, IReadOnlyList<string>> reached = new(StringComparer.Ordinal);
        private readonly HashSet<string> opened = new(StringComparer.Ordinal);

        public async ValueTask InitializeAsync()
        {
            Site = await Site.Open(CancellationToken.None);
            await LivingDossiers.Settle(Site);
            Browsing = await Browsing.Open();
        }

        /// <summary>The pages this person reaches, asked for once.</summary>
        internal async Task<IReadOnlyList<string>> Reached(string person)
        {
            if (!reached.TryGetValue(person, out var known))
            {
                using var visitor = await Visitor.As(Site, person);
                known = reached[person] = [.. (await Crawl.From(visitor)).Addresses.Where(address => !NotAPage().IsMatch(address))];
            }

            return known;
        }

        internal bool IsFirst(string kind) => opened.Add(kind);

        public async ValueTask DisposeAsync()
        {
            await Browsing.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
