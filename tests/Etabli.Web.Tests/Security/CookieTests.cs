using System.Net;
using Etabli.Demo;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

[Collection(PublicSite.Name)]
public sealed class CookieTests(PublicSite house)
{
    private Site Site => house.Site;

    [Fact]
    public async Task No_script_and_no_other_site_can_use_the_cookie_of_a_person()
    {
        using var visitor = new Visitor(Site);
        using var answer = await visitor.Post("/connexion/demonstration", new() { ["person"] = DemoIds.Person("CLEAN").ToString(), ["__RequestVerificationToken"] = await visitor.Token() });
        var said = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("etabli=", StringComparison.Ordinal));
        Assert.Contains("httponly", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_cookie_the_house_sets_is_guarded()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        foreach (var address in Routes.All.Where(r => !r.HasBlanks).Select(r => r.Template))
        {
            using var answer = await visitor.Get(address);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task A_cookie_changed_by_one_sign_is_nobody()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var cookie = visitor.Cookies.GetAllCookies().Single(c => c.Name == "etabli");
        cookie.Value = cookie.Value[..20] + (cookie.Value[20] == 'A' ? 'B' : 'A') + cookie.Value[21..];
        using var answer = await visitor.Get($"/fichiers/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/connexion", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_ends_it_and_the_old_cookie_sent_again_after_signing_out_everywhere_is_nobody()
    {
        using var visitor = await Visitor.As(Site, "PROD");
        using (var left = await visitor.Post("/deconnexion", new() { ["__RequestVerificationToken"] = await visitor.Token("/style") }))
        {
            Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        }

        using var answer = await visitor.Get($"/fichiers/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    public async Task Signing_in_never_sends_a_person_to_another_site(string to)
    {
        using var visitor = new Visitor(Site);
        using var answer = await visitor.Post($"/connexion/demonstration?retour={Uri.EscapeDataString(to)}", new() { ["person"] = DemoIds.Person("CLEAN").ToString(), ["retour"] = to, ["__RequestVerificationToken"] = await visitor.Token() });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain("ailleurs", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
