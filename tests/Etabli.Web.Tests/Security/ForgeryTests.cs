using System.Net;
using Etabli.Demo;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

[Collection(PublicSite.Name)]
public sealed class ForgeryTests(PublicSite house)
{
    private const string Field = "__RequestVerificationToken";

    private Site Site => house.Site;

    [Fact]
    public async Task A_form_without_its_token_is_refused_on_every_page()
    {
        using var visitor = await Visitor.As(Site, "UIMM");
        foreach (var route in Routes.All)
        {
            using var answer = await visitor.Post(route.Address(), new() { ["_handler"] = "x", ["Title"] = "forgé" });
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{route.Template} took a form without token: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/deconnexion")]
    [InlineData("/connexion/demonstration")]
    [InlineData("/preferences/langue")]
    public async Task An_address_that_acts_refuses_a_form_without_its_token(string address)
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        using var plain = await visitor.Post(address, new() { ["person"] = DemoIds.Person("UIMM").ToString() });
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        using var made = await visitor.Post(address, new() { ["person"] = DemoIds.Person("UIMM").ToString(), [Field] = "CfDJ8" + new string('A', 150) });
        Assert.Equal(HttpStatusCode.BadRequest, made.StatusCode);
    }

    [Fact]
    public async Task A_file_sent_from_another_site_is_not_kept()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        using var answer = await visitor.PostFile("/fichiers", new() { ["organisation"] = DemoIds.Organisation("vnp").ToString() }, "mesures.csv", "a;b\n1;2\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Another_persons_token_does_not_serve()
    {
        using var hers = await Visitor.As(Site, "CLEAN");
        using var his = await Visitor.As(Site, "PROD");
        using var answer = await hers.Post("/deconnexion", new() { [Field] = await his.Token("/style") });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_taken_before_signing_in_does_not_serve_after()
    {
        using var visitor = new Visitor(Site);
        var before = await visitor.Token();
        using (await visitor.Post("/connexion/demonstration", new() { ["person"] = DemoIds.Person("CLEAN").ToString(), [Field] = before }))
        {
            using var answer = await visitor.Post("/deconnexion", new() { [Field] = before });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_replayed_after_leaving_is_refused()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var token = await visitor.Token("/style");
        using (await visitor.Post("/deconnexion", new() { [Field] = token }))
        {
            using var answer = await visitor.Post("/fichiers", new() { [Field] = token });
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Found, $"{answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.Found)
            {
                Assert.Contains("/connexion", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
        }
    }
}
