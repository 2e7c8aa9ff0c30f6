using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Etabli.Figures.Ink;
using Etabli.Figures.Symbols;
using Etabli.Web.Methods;
using Etabli.Web.Shell.Frame;
using Etabli.Web.Tests.Security;

namespace Etabli.Web.Tests.Methods;

/// <summary>What the index says of the référentiels' methods is so: a tool that is said is there, with its page.</summary>
public sealed partial class MethodIndexTests
{
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>Tools whose pages are being built; each leaves this list the day it opens.</summary>
    private static readonly string[] BeingBuilt = [];

    public static TheoryData<string> Built => [.. MethodTools.Addresses.Keys];

    [Fact]
    public void The_index_holds_every_method_of_the_inventory_and_no_other()
    {
        using var inventory = JsonDocument.Parse(Repository("data/referentiels/methodes.json"));
        var named = inventory.RootElement.GetProperty("methods").EnumerateArray().Select(m => m.GetProperty("id").GetString()!).ToList();
        Assert.Equal(140, named.Count);
        Assert.Equal(named, MethodIndex.All.Select(m => m.Id));
        Assert.All(MethodIndex.All, m => Assert.NotEmpty(m.Mentions));
        Assert.All(MethodIndex.All, m => Assert.False(string.IsNullOrWhiteSpace(m.EnglishName), $"{m.Id} has no English name"));
        Assert.Equal(MethodIndex.Categories.Order(), MethodIndex.All.Select(m => m.Category).Distinct().Order());
    }

    [Fact]
    public void Every_tool_serves_a_method_the_standards_name() =>
        Assert.All(MethodTools.Addresses.Keys, id => Assert.NotNull(MethodIndex.Find(id)));

    [Fact]
    public void The_whole_diagnosis_and_the_Pareto_are_built()
    {
        Assert.Equal(18, MethodIndex.All.Count(m => m.Category == "diagnostic"));
        Assert.Empty(MethodIndex.All.Where(m => (m.Category == "diagnostic" || m.Id == "pareto") && !m.IsBuilt).Select(m => m.Id));
    }

    [Fact]
    public void Every_method_of_times_is_built() => Assert.Empty(MethodIndex.All.Where(m => m.Category == "temps" && !m.IsBuilt).Select(m => m.Id));

    [Fact]
    public void Every_method_of_indicators_is_built() => Assert.Empty(MethodIndex.All.Where(m => m.Category == "indicateurs" && !m.IsBuilt).Select(m => m.Id));

    [Fact]
    public void The_address_of_a_tool_is_that_of_a_page()
    {
        var asked = MethodTools.Addresses.Values.Select(a => a.Split('#', '?')[0]).Distinct().Where(a => !a.StartsWith("/methodes/", StringComparison.Ordinal)).ToList();
        Assert.Equal(BeingBuilt, asked.Where(a => !Routes.All.Any(r => r.Template == a || Takes(r.Template, a))).Order());
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void A_method_with_a_tool_has_its_page_in_both_languages_with_every_heading(string id)
    {
        string[][] headings =
        [
            ["La question", "Les données", "La lecture", "Les limites", "La source", "L’exemple"],
            ["The question", "The data", "How to read it", "Limits", "Source", "Example"],
        ];
        for (var n = 0; n < 2; n++)
        {
            var text = MethodPages.Source(id, Languages[n]);
            Assert.False(text is null, $"{id} has no page in {Languages[n]}");
            var own = Heading().Matches(text).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(headings[n], own.Where(h => h is not ("La formule" or "The formula")));
            Assert.InRange(Word().Count(text), 140, 360);
            Assert.Contains("<h2>", MethodPages.Html(id, Languages[n]), StringComparison.Ordinal);
        }

        Assert.Equal(MethodPages.Source(id, "fr")!.Contains("## La formule", StringComparison.Ordinal), MethodPages.Source(id, "en")!.Contains("## The formula", StringComparison.Ordinal));
    }

    [Fact]
    public void A_method_without_a_tool_has_no_page_of_ours()
    {
        Assert.Empty(MethodIndex.All.Where(m => !m.IsBuilt && Languages.Any(l => MethodPages.Source(m.Id, l) is not null)).Select(m => m.Id));
        var pages = typeof(MethodPages).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("pages/", StringComparison.Ordinal));
        Assert.Empty(pages.Except(MethodTools.Addresses.Keys.SelectMany(id => Languages.Select(l => $"pages/{id}.{l}.md"))));
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Every_number_of_an_example_stands_in_the_demonstration_plant(string id)
    {
        var plant = Numbers(Repository("data/demo/usine-demo.md") + " " + Repository("data/demo/csv/reponses.json"));
        foreach (var language in Languages)
        {
            var example = MethodPages.Source(id, language)!.Split(language == "fr" ? "## L’exemple" : "## Example")[1];
            Assert.Empty(Numbers(language == "fr" ? example : EnglishThousands().Replace(example, "")).Except(plant).Select(n => $"{id}.{language}: {n}"));
        }
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void French_pages_are_written_with_their_own_apostrophe_and_spaces(string id)
    {
        var text = Code().Replace(MethodPages.Source(id, "fr")!, "");
        Assert.DoesNotMatch(Straight(), text);
        Assert.DoesNotMatch(BareSign(), text);
    }

    [Fact]
    public void Markup_in_a_page_stays_text()
    {
        Assert.All(MethodTools.Addresses.Keys, id => Assert.DoesNotMatch("<(script|style|img|a)[ >]", MethodPages.Html(id, "fr")!));
        Assert.Null(MethodPages.Html("../appsettings", "fr"));
        Assert.Null(MethodPages.Html("swot", "fr"));
    }

    [Theory]
    [InlineData("deroulement", "analyse-deroulement")]
    [InlineData("Déroulement", "analyse-deroulement")]
    [InlineData("bâtonn", "batonnage")]
    [InlineData("BATONNADE", null)]
    [InlineData("plan d'actions", "plan-actions")]
    [InlineData("plan d’actions", "plan-actions")]
    [InlineData("mise en oeuvre", "facilite-mise-en-oeuvre")]
    [InlineData("value stream", "vsm")]
    [InlineData("muda", "gaspillages")]
    [InlineData("spaghetti", "implantation")]
    [InlineData("5-pourquoi", "5-pourquoi")]
    [InlineData("licorne quantique", null)]
    public void A_method_is_found_by_any_of_its_words_without_accents_nor_capitals(string sought, string? id)
    {
        var found = MethodSearch.Find(sought).Select(m => m.Id).ToList();
        if (id is not null)
        {
            Assert.Contains(id, found);
            Assert.InRange(found.Count, 1, 12);
        }
        else if (sought == "BATONNADE")
        {
            Assert.Equal(["batonnage"], found);
        }
        else
        {
            Assert.Empty(found);
        }
    }

    [Fact]
    public void The_way_to_the_index_is_shown_to_those_who_may_open_it()
    {
        var pages = Routes.All.Where(r => r.Template.StartsWith("/methodes", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, pages.Count);
        Assert.All(pages, p => Assert.Equal(RailEntry.Methods.For.Order(), p.Roles.Order()));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_symbol_of_the_map_and_of_the_chart_can_be_drawn_alone(string language) =>
        Assert.All(Enum.GetValues<FlowSymbol>(), symbol =>
        {
            var drawing = FlowSymbolDrawing.Draw(symbol, Language.Of(language), "Nom", "Sens");
            Assert.Matches("<(path|rect|circle|line|polyline|polygon)", drawing.Split("</defs>")[1]);
        });

    /// <summary>A page of studies takes the name of its tool; what that name must be is for the page to say (MethodPageTests opens it).</summary>
    // A page whose last part is a word takes the words that its own pattern takes.
    private static bool Takes(string template, string address) =>
        template.IndexOf("{Slug:regex(", StringComparison.Ordinal) is >= 0 and var at && address.StartsWith(template[..at], StringComparison.Ordinal)
        && Regex.IsMatch(address[at..], template[(at + "{Slug:regex(".Length)..^")}".Length]);

    private static HashSet<decimal> Numbers(string text)
    {
        var numbers = new HashSet<decimal>();
        foreach (Match number in Number().Matches(text))
        {
            numbers.Add(decimal.Parse(Blank().Replace(number.Value, "").Replace(',', '.'), CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    private static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Etabli.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    /// <summary>Not the digits of a code such as OP60 or X1.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,])\d+(?:[ \u00A0\u202F]\d{3}(?!\d))*(?:[.,]\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex EnglishThousands();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{L}'\p{L}")]
    private static partial Regex Straight();

    [GeneratedRegex(@" [:;?!»]|« ")]
    private static partial Regex BareSign();
}
