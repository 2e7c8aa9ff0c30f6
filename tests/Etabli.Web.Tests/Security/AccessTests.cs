using System.Net;
using Etabli.Demo;
using Etabli.People.Persons;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>Every page, for every role, at home and elsewhere.</summary>
[Collection(PublicSite.Name)]
public sealed class AccessTests(PublicSite house)
{
    private Site Site => house.Site;

    public static TheoryData<string> People =>
        ["CLEAN", "METH", "CE-A", "PROD", "RH", "UIMM", "RES", "EV1", "EV2", "E1", "E2", "S1", "S2", "GTP"];

    [Fact]
    public async Task Nobody_opens_a_page_that_is_not_public_without_signing_in()
    {
        using var nobody = new Visitor(Site);
        foreach (var route in Routes.All)
        {
            using var answer = await nobody.Get(route.Address());
            if (route.Open)
            {
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{route.Template} answers {answer.StatusCode} to nobody");
            Assert.StartsWith("/connexion", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_a_few_pages_are_public()
    {
        string[] known = ["/connexion", "/connexion/code", "/erreur/{Code:int}", "/invitations/{Token}", "/style", "/verifier", "/verifier/{Code}"];
        Assert.Empty(Routes.All.Where(r => r.Open).Select(r => r.Template).Except(known));
        using var nobody = new Visitor(Site);
        foreach (var address in new[] { "/fichiers", $"/fichiers/{Guid.NewGuid()}", $"/en-direct/{Guid.NewGuid()}" })
        {
            using var answer = await nobody.Get(address);
            Assert.Contains((int)answer.StatusCode, new[] { 302, 401, 404, 405 });
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_page_opens_to_its_roles_and_to_no_other(string code)
    {
        var roles = await RolesOf(code);
        using var visitor = await Visitor.As(Site, code);
        foreach (var route in Routes.All.Where(r => !r.Open))
        {
            var allowed = route.Roles.Count == 0 || route.Roles.Any(roles.Contains);
            using var answer = await visitor.Get(route.Address());
            if (!allowed)
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{code} at {route.Template}: {answer.StatusCode}");
                var page = await Visitor.Parse(answer);
                Assert.NotEmpty(page.QuerySelectorAll(".erreur li, .erreur p"));
                continue;
            }

            Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError, $"{code} at {route.Template}: 500");
            if (route.Template.Contains(":guid", StringComparison.Ordinal))
            {
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{code} at {route.Template} with an identifier that exists nowhere: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task An_identifier_of_another_organisation_is_not_found_and_the_journal_keeps_the_attempt()
    {
        var standards = await Standards(Site);
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in People)
        {
            foreach (var address in (await house.Reached(code)).Addresses.Where(a => Crawl.Identifier().IsMatch(a) && !IsForEverybody(a, standards)))
            {
                shown.TryAdd(address, code);
            }
        }

        Assert.Contains(shown.Keys, a => a.Contains($"/dossiers/{house.Living.Written}/preuves/", StringComparison.Ordinal));
        using var visitor = await Visitor.As(Site, house.Stranger);
        foreach (var (address, owner) in shown)
        {
            var before = await Ledger.RefusedAccesses(Site, house.Stranger.Value);
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}, shown to {owner}, answers {answer.StatusCode} to a stranger");
            Assert.True(await Ledger.RefusedAccesses(Site, house.Stranger.Value) > before, $"{address}: the journal kept nothing");
        }
    }

    [Fact]
    public async Task A_form_of_another_organisation_sent_by_a_stranger_changes_nothing()
    {
        var standards = await Standards(Site);
        var forms = new Dictionary<string, Crawl.Form>(StringComparer.Ordinal);
        foreach (var code in People)
        {
            foreach (var form in (await house.Reached(code)).Forms.Where(f => Crawl.Identifier().IsMatch(f.Action) || f.Fields.Values.Any(v => Guid.TryParse(v, out _))))
            {
                forms.TryAdd(form.Action + string.Join('|', form.Fields.Select(f => $"{f.Key}={f.Value}")), form);
            }
        }

        using var visitor = await Visitor.As(Site, house.Stranger);
        var token = await visitor.Token("/style");
        var before = await Everything(Site);
        foreach (var form in forms.Values.Where(f => !IsForEverybody(f.Action, standards) && !f.Action.StartsWith("/connexion", StringComparison.Ordinal)))
        {
            var fields = new Dictionary<string, string>(form.Fields) { ["__RequestVerificationToken"] = token };
            using var answer = form.Multipart ? await visitor.PostFile(form.Action, fields, "a.csv", "a;b\n1;2\n"u8.ToArray()) : await visitor.Post(form.Action, fields);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{form.Action} ({form.Fields.GetValueOrDefault("_handler")}) answers {answer.StatusCode} to a stranger");
        }

        Assert.Equal(before, await Everything(Site));
    }

    /// <summary>Standards are public documents: every organisation reads them.</summary>
    private static bool IsForEverybody(string address, HashSet<string> standards) =>
        address.StartsWith("/verifier", StringComparison.Ordinal)
        || (Crawl.Identifier().IsMatch(address) && Crawl.Identifier().Matches(address).All(m => standards.Contains(m.Value)));

    private static async Task<HashSet<string>> Standards(Site site) =>
        [.. await Ledger.One<string[]>(site, "select coalesce(array_agg(id::text), '{}') from certification.standard")];

    private async Task<HashSet<Role>> RolesOf(string code)
    {
        var held = await Ledger.One<string[]>(Site, "select array_agg(distinct role) from people.role_held where person = $1", DemoIds.Person(code).Value);
        return [.. held.Select(Enum.Parse<Role>)];
    }

    /// <summary>A print of every row of every table but the journal and what signing in writes.</summary>
    private static async Task<string> Everything(Site site)
    {
        var tables = await Ledger.One<string[]>(site, """
            select array_agg(format('%I.%I', schemaname, tablename) order by 1) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema', 'journal', 'jobs', 'public') and tablename <> 'account'
            """);
        var prints = new List<string>();
        foreach (var table in tables)
        {
            prints.Add($"{table} {await Ledger.One<string>(site, $"select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') from {table} t")}");
        }

        return string.Join('\n', prints);
    }
}
