using System.Net;
using AngleSharp.Html.Dom;
using Etabli.Web.Methods;
using Etabli.Web.Tests.Security;

namespace Etabli.Web.Tests.Methods;

/// <summary>The index as a visitor reads it, without script.</summary>
[Collection(PublicSite.Name)]
public sealed class MethodPageTests(PublicSite house)
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_method_is_on_the_index_with_its_name_and_its_state(string language)
    {
        using var visitor = await Reader("CLEAN", language);
        var page = await visitor.Page("/methodes");
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        var lines = page.QuerySelectorAll(".methodes > li").ToDictionary(l => l.QuerySelector("a")!.GetAttribute("href")!, l => l.TextContent);
        Assert.Equal(140, lines.Count);
        foreach (var method in MethodIndex.All)
        {
            Assert.Contains(method.NameIn(language), lines[method.Page], StringComparison.Ordinal);
            Assert.Contains(State(method, language), lines[method.Page], StringComparison.Ordinal);
        }

        Assert.Equal(16, page.QuerySelectorAll(".index-methodes h2").Length);
    }

    [Fact]
    public async Task A_search_says_how_many_it_found_and_what_to_do_when_it_found_nothing()
    {
        using var visitor = await Reader("CLEAN", "fr");
        Assert.Equal(["/methodes/analyse-deroulement"], Links(await visitor.Page("/methodes?q=analyse+deroulement")));
        Assert.Equal(["/methodes/batonnage"], Links(await visitor.Page("/methodes?q=b%C3%A2tonn")));
        var one = await visitor.Page("/methodes?q=b%C3%A2tonn");
        Assert.Contains("1 méthode trouvée", one.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var nothing = await visitor.Page("/methodes?q=licorne");
        Assert.Contains("Aucune méthode trouvée", nothing.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(nothing.QuerySelector(".rien a[href='/methodes']"));
        Assert.Empty(nothing.QuerySelectorAll(".methodes > li"));
        var typed = await visitor.Page("/methodes?q=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Empty(typed.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_filter_shows_what_is_built_and_what_is_not()
    {
        using var visitor = await Reader("CLEAN", "fr");
        Assert.Equal(MethodIndex.All.Where(m => m.IsBuilt).Select(m => m.Page).Order(), Links(await visitor.Page("/methodes?etat=disponible")).Order());
        Assert.Equal(MethodIndex.All.Where(m => !m.IsBuilt).Select(m => m.Page).Order(), Links(await visitor.Page("/methodes?etat=a-construire")).Order());
        Assert.Equal(140, Links(await visitor.Page("/methodes?etat=autre")).Count);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_page_of_a_method_quotes_the_standards_word_for_word_and_says_whether_it_is_built(string language)
    {
        using var visitor = await Reader("CLEAN", language);
        foreach (var method in MethodIndex.All)
        {
            using var answer = await visitor.Get(method.Page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method.Page}: {answer.StatusCode}");
            var page = await Visitor.Parse(answer);
            Assert.Equal(method.Mentions.Select(m => m.Quote), page.QuerySelectorAll(".cote blockquote").Select(q => q.TextContent));
            Assert.Contains(State(method, language), page.QuerySelector(".cartouche")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(method.IsBuilt, page.QuerySelector(".fiche-methode") is not null);
            Assert.True(method.IsBuilt || page.QuerySelector(".titre .btn-primary") is null, $"{method.Id} is not built and offers a tool");
        }

        using var nowhere = await visitor.Get("/methodes/licorne");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task The_legend_names_and_draws_every_symbol()
    {
        using var visitor = await Reader("CLEAN", "fr");
        var page = await visitor.Page("/methodes/symboles-flux");
        var lines = page.QuerySelectorAll(".legende-symboles > li");
        Assert.Equal(Enum.GetValues<Figures.Symbols.FlowSymbol>().Length, lines.Length);
        Assert.All(lines, l => Assert.NotNull(l.QuerySelector("svg")));
        Assert.Equal(lines.Length, lines.Select(l => l.QuerySelector("b")!.TextContent).Distinct().Count());
    }

    [Theory]
    [InlineData("CLEAN")]
    [InlineData("EV1")]
    [InlineData("E1")]
    public async Task A_tool_is_offered_to_those_who_may_open_it_and_to_nobody_else(string person)
    {
        using var visitor = await Reader(person, "fr");
        using var plant = await visitor.Get("/usine");
        var page = await visitor.Page("/methodes/vsm");
        Assert.Equal(plant.StatusCode == HttpStatusCode.OK, page.QuerySelector(".titre .btn-primary") is not null);
        Assert.NotNull(page.QuerySelector(".rail .bas a[href='/methodes']"));
        foreach (var address in (await visitor.Page("/methodes")).QuerySelectorAll(".outil a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{person} is offered {address}: {answer.StatusCode}");
        }
    }

    private static string State(MethodEntry method, string language) =>
        (language, method.IsBuilt) switch { ("fr", true) => "Outil disponible", ("fr", false) => "Pas encore construit", (_, true) => "Tool available", _ => "Not built yet" };

    private static List<string> Links(IHtmlDocument page) => [.. page.QuerySelectorAll(".methodes .q > a").Select(a => a.GetAttribute("href")!)];

    private async Task<Visitor> Reader(string person, string language)
    {
        var visitor = await Visitor.As(house.Site, person);
        visitor.Cookies.Add(house.Site.Address, new Cookie("etabli-langue", language));
        return visitor;
    }
}
