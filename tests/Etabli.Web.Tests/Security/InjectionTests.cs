using AngleSharp.Dom;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>What people type is shown as they typed it, and never becomes a page.</summary>
[Collection(PublicSite.Name)]
public sealed class InjectionTests(PublicSite house)
{
    private const string Mark = "poison-5028";
    private const string Poison = Mark + "<script>alert(1)</script>\"'><img src=x onerror=alert(1)><svg onload=alert(1)></textarea></title><poison-tag>{{7*7}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_typed_in_every_field_of_every_form_runs_on_no_page()
    {
        await using var site = await Site.Open(Stop);
        string[] people = ["CLEAN", "METH", "CE-A", "PROD", "RH", "UIMM", "RES", "EV1", "E1", "GTP"];
        var typed = 0;
        foreach (var code in people)
        {
            using var visitor = await Visitor.As(site, code);
            var token = await visitor.Token("/style");
            var kinds = new HashSet<string>(StringComparer.Ordinal);
            foreach (var form in (await Crawl.From(visitor)).Forms.Where(f => f.Texts.Count > 0))
            {
                if (IsAboutTheAccount(form.Action) || !kinds.Add($"{Crawl.Identifier().Replace(form.Action, "…")} {form.Fields.GetValueOrDefault("_handler")}"))
                {
                    continue;
                }

                // First every text at once; when a number or a date refused that, each text alone.
                foreach (var poisoned in form.Texts.Select(t => new[] { t }).Prepend([.. form.Texts]))
                {
                    var fields = new Dictionary<string, string>(form.Fields) { ["__RequestVerificationToken"] = token };
                    foreach (var name in form.Texts)
                    {
                        fields[name] = poisoned.Contains(name) ? Poison : fields[name].Length > 0 ? fields[name] : "12";
                    }

                    using var answer = form.Multipart ? await visitor.PostFile(form.Action, fields, "a.csv", "a;b\n1;2\n"u8.ToArray()) : await visitor.Post(form.Action, fields);
                    Assert.True((int)answer.StatusCode < 500, $"{code} {form.Action}: {answer.StatusCode}");
                    MustBeHarmless(await Visitor.Parse(answer), $"answer to {form.Action}");
                    typed++;
                    if ((int)answer.StatusCode is >= 300 and < 400)
                    {
                        break;
                    }
                }
            }
        }

        var shown = 0;
        foreach (var code in people)
        {
            using var visitor = await Visitor.As(site, code);
            await Crawl.From(visitor, (address, page) =>
            {
                MustBeHarmless(page, $"{code} {address}");
                shown += page.DocumentElement.TextContent.Contains(Mark, StringComparison.Ordinal) ? 1 : 0;
            });
        }

        // Else the test would prove nothing: the poison was swallowed somewhere, and is read somewhere.
        Assert.True(typed > 10, $"Only {typed} forms were filled.");
        Assert.True(shown > 3, $"The poison is read on {shown} pages only.");
    }

    [Theory]
    [InlineData("/erreur/404?retour=")]
    [InlineData("/recherche?q=")]
    [InlineData("/connexion?retour=")]
    [InlineData("/verifier?numero=")]
    [InlineData("/verifier/")]
    [InlineData("/nulle-part/")]
    public async Task A_script_in_an_address_runs_nowhere(string address)
    {
        using var visitor = await Visitor.As(house.Site, "CLEAN");
        MustBeHarmless(await visitor.Page(address + Uri.EscapeDataString(Poison)), address);
    }

    private static bool IsAboutTheAccount(string action) =>
        action.StartsWith("/connexion", StringComparison.Ordinal) || action.StartsWith("/deconnexion", StringComparison.Ordinal)
        || action.StartsWith("/preferences", StringComparison.Ordinal) || action.StartsWith("/compte", StringComparison.Ordinal);

    private static void MustBeHarmless(IDocument page, string where)
    {
        var alive = page.QuerySelectorAll("script:not([src]):not([type='application/json']), img[src='x'], svg[onload], poison-tag")
            .Concat(page.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))));
        Assert.True(!alive.Any(), $"{where}: {string.Join('\n', alive.Select(e => e.OuterHtml[..Math.Min(300, e.OuterHtml.Length)]))}");
    }
}
