using System.Net;
using System.Text.RegularExpressions;
using Etabli.Web.Tests.Security;

namespace Etabli.Web.Tests.Shell;

/// <summary>What every page keeps: nothing inline, nothing of the absent script, its language, its landmarks, its icons.</summary>
[Collection(PublicSite.Name)]
public sealed partial class FrameTests(PublicSite house)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CLEAN")]
    [InlineData("RH")]
    [InlineData("UIMM")]
    public async Task No_page_holds_an_inline_style_or_script_nor_names_the_script_we_do_not_serve(string code)
    {
        using var visitor = await Visitor.As(house.Site, code);
        foreach (var route in Routes.All.Where(r => !r.HasBlanks))
        {
            using var answer = await visitor.Get(route.Template);
            var html = await answer.Content.ReadAsStringAsync(Stop);
            Assert.DoesNotContain("blazor.web.js", html, StringComparison.Ordinal);
            Assert.DoesNotContain("_blazor", html, StringComparison.Ordinal);
            var page = await Visitor.Parse(answer);
            Assert.Empty(page.QuerySelectorAll("[style]").Select(e => $"{route.Template}: {e.OuterHtml}"));
            Assert.Empty(page.QuerySelectorAll("style, script:not([src]):not([type='application/json'])").Select(e => $"{route.Template}: {e.OuterHtml}"));
            Assert.Empty(page.QuerySelectorAll("*").SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => $"{route.Template}: {a.Name}"));
        }
    }

    [Fact]
    public async Task A_page_of_a_dossier_stands_under_the_entry_its_reader_comes_by()
    {
        foreach (var (code, address, entry) in new[]
        {
            ("CLEAN", $"/dossiers/{house.Living.Written}/rapport", "/dossiers"),
            ("UIMM", $"/dossiers/{house.Living.Written}", "/inscriptions"),
            ("EV1", $"/dossiers/{house.Living.Assessed}/evaluation", "/commissions"),
            ("E1", $"/jurys/{house.Living.Sitting}", "/jurys"),
        })
        {
            using var visitor = await Visitor.As(house.Site, code);
            using var answer = await visitor.Get(address);
            var page = await Visitor.Parse(answer);
            Assert.Equal([entry], page.QuerySelectorAll(".rail a[aria-current=page]").Select(a => a.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("CLEAN")]
    [InlineData("UIMM")]
    public async Task Every_page_has_one_title_one_main_and_words_instead_of_keys(string code)
    {
        using var visitor = await Visitor.As(house.Site, code);
        foreach (var route in Routes.All.Where(r => !r.HasBlanks))
        {
            var address = $"{route.Template}?essai=1";
            using var answer = await visitor.Get(address);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var page = await Visitor.Parse(answer);
            Assert.True(page.QuerySelectorAll("h1").Length == 1, $"{route.Template}: {page.QuerySelectorAll("h1").Length} titles");
            Assert.True(page.QuerySelectorAll("main#contenu").Length == 1, $"{route.Template}: main");
            Assert.Equal($"{address}#contenu", page.QuerySelector("a.evitement")?.GetAttribute("href"));
            Assert.EndsWith(" · Établi", page.Title, StringComparison.Ordinal);
            Assert.DoesNotMatch(Key(), page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task Every_icon_a_page_names_is_drawn()
    {
        using var visitor = await Visitor.As(house.Site, "UIMM");
        foreach (var address in new[] { "/", "/style", "/administration", "/notifications" })
        {
            var page = await visitor.Page(address);
            Assert.NotEmpty(page.QuerySelectorAll("svg.ic"));
            Assert.All(page.QuerySelectorAll("svg.ic"), icon => Assert.NotEmpty(icon.Children));
        }
    }

    [Fact]
    public async Task A_form_that_comes_back_with_errors_answers_422_and_names_each_field()
    {
        using var visitor = await Visitor.As(house.Site, "RH");
        var form = (await visitor.Page("/administration/inviter")).QuerySelector("#f-inviter")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["Form.FirstName"] = "Noé";
        fields["Form.Email"] = "pas une adresse";
        using var answer = await visitor.Post("/administration/inviter", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Parse(answer);
        var links = page.QuerySelectorAll(".erreurs a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["Form-LastName", "Form-Role"], links);
        Assert.All(links, id =>
        {
            var control = page.GetElementById(id)!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.NotNull(page.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[0]));
        });
        Assert.Equal("Noé", page.GetElementById("Form-FirstName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Theme_and_language_are_kept_by_plain_forms_and_lead_only_to_our_own_pages()
    {
        using var visitor = new Visitor(house.Site);
        var token = await visitor.Token();
        using var theme = await visitor.Post("/preferences/theme", new() { ["theme"] = "dark", ["retour"] = "/style", ["__RequestVerificationToken"] = token });
        Assert.Equal("/style", theme.Headers.Location!.ToString());
        using var language = await visitor.Post("/preferences/langue", new() { ["langue"] = "en", ["retour"] = "//ailleurs.example/", ["__RequestVerificationToken"] = token });
        Assert.Equal("/", language.Headers.Location!.ToString());
        var page = await visitor.Page("/connexion");
        Assert.Equal(("dark", "en", "Sign in"), (page.DocumentElement.GetAttribute("data-bs-theme"), page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task Both_dark_themes_say_the_same_values()
    {
        using var visitor = new Visitor(house.Site);
        using var answer = await visitor.Get("/css/tokens.css");
        var css = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(Values(css, "[data-bs-theme=\"dark\"] {"), Values(css, ":root:not([data-bs-theme]) {"));
    }

    private static List<string> Values(string css, string selector)
    {
        var start = css.IndexOf(selector, StringComparison.Ordinal);
        var block = css[start..css.IndexOf('}', start)];
        var values = Value().Matches(block).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}").Order(StringComparer.Ordinal).ToList();
        Assert.True(values.Count > 20);
        return values;
    }

    [GeneratedRegex(@"(--[a-z0-9-]+):\s*([^;]+);")]
    private static partial Regex Value();

    [GeneratedRegex(@"^[A-Z][a-z]+[A-Z]\w+$")]
    private static partial Regex Key();
}
