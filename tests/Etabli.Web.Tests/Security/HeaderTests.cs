using System.Net;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

[Collection(PublicSite.Name)]
public sealed class HeaderTests(PublicSite house)
{
    private Site Site => house.Site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("CLEAN")]
    [InlineData("UIMM")]
    public async Task Every_answer_carries_its_guards_whatever_its_status(string? who)
    {
        using var visitor = who is null ? new Visitor(Site) : await Visitor.As(Site, who);
        string[] others = ["/sante", "/nulle-part", "/erreur/500", $"/fichiers/{Guid.NewGuid()}", "/css/nulle-part.css", "/mark.svg", "/..%2f..%2fetc/passwd"];
        var statuses = new HashSet<HttpStatusCode>();
        foreach (var address in Routes.All.Select(r => r.Address()).Concat(others))
        {
            using var answer = await visitor.Get(address);
            statuses.Add(answer.StatusCode);
            MustBeGuarded(answer, address);
        }

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.True(statuses.Count > 1);
    }

    [Fact]
    public async Task Answers_to_wrong_requests_carry_them_too()
    {
        using var visitor = new Visitor(Site);
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options, HttpMethod.Trace })
        {
            foreach (var address in new[] { "/", "/connexion", "/fichiers", "/sante", "/nulle-part" })
            {
                using var request = new HttpRequestMessage(method, address);
                using var answer = await visitor.Send(request);
                Assert.False(answer.IsSuccessStatusCode && method != HttpMethod.Post && address != "/sante", $"{method} {address} answers {answer.StatusCode}");
                MustBeGuarded(answer, $"{method} {address}");
            }
        }
    }

    [Fact]
    public async Task No_page_has_anything_inline()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        foreach (var route in Routes.All)
        {
            var page = await visitor.Page(route.Address());
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/json']):not([type='application/ld+json'])"));
            Assert.Empty(page.QuerySelectorAll("style, [style]").Select(e => $"{route.Template}: {e.OuterHtml[..Math.Min(200, e.OuterHtml.Length)]}"));
            Assert.Empty(page.All.SelectMany(e => e.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).Select(a => $"{route.Template}: {e.LocalName} {a.Name}")));
            Assert.DoesNotContain(page.QuerySelectorAll("[src], [href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? ""), IsElsewhere);
        }
    }

    [Fact]
    public async Task Behind_TLS_the_browser_is_told_to_stay_there()
    {
        // In production; over plain HTTP the header would be a lie and is not sent.
        await using var production = await Site.Open(Stop, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" });
        using var visitor = new Visitor(production);
        using var plain = await visitor.Get("/erreur/404");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/erreur/404") { Headers = { { "X-Forwarded-Proto", "https" }, { "Host", "etabli.example" } } };
        using var secure = await visitor.Send(request);
        Assert.Contains("max-age=", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is_made_of()
    {
        using var visitor = new Visitor(Site);
        using var answer = await visitor.Get("/connexion");
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    private static bool IsElsewhere(string address) =>
        address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("//", StringComparison.Ordinal);

    internal static void MustBeGuarded(HttpResponseMessage answer, string address)
    {
        var policy = One("Content-Security-Policy");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Contains("geolocation=()", One("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Resource-Policy"));
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        }

        string One(string name) => answer.Headers.TryGetValues(name, out var values)
            ? Assert.Single(values)
            : throw new Xunit.Sdk.XunitException($"{address} ({(int)answer.StatusCode}) has no {name}");
    }
}
