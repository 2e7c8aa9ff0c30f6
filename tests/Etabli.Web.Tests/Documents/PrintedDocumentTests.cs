using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using Etabli.Application.Printing;
using Etabli.People.Files;
using Etabli.Web.Certification.Documents;
using Etabli.Web.Printing;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Tests.Documents;

public sealed class PrintedDocumentTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("etabli-document-");
    private readonly ServiceProvider services;

    public PrintedDocumentTests()
    {
        var all = new ServiceCollection();
        all.AddLogging();
        all.AddLocalization();
        all.AddSingleton(TimeProvider.System);
        all.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new ConfigurationBuilder().Build());
        all.AddSingleton<IWebHostEnvironment>(new Site());
        all.AddSingleton<Tell>();
        all.AddScoped<DocumentPrinter>();
        services = all.BuildServiceProvider();
    }

    public static TheoryData<string, string> Documents { get; } = new(
        from document in new[] { "report", "summary", "minutes", "attestation", "certificate" }
        from culture in new[] { "fr", "en" }
        select (document, culture));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_needs_nothing_that_is_not_beside_it(string document, string culture)
    {
        var page = await Html(await Write(document, culture));
        var named = page.QuerySelectorAll("link[href], img[src], image[href]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(File.Exists(Path.Combine(folder.FullName, name)), name));
        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));
        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_word_of_a_document_is_in_its_language(string document, string culture)
    {
        // A key without a sentence would show itself: no sentence of ours looks like Kind.Presentation.
        var page = await Html(await Write(document, culture));
        Assert.DoesNotMatch(@"\b(Kind|Mode|Route|Branch|Status)\.[A-Z]\w+", page.Body!.TextContent);
    }

    [Fact]
    public async Task What_a_candidate_wrote_never_becomes_markup()
    {
        var page = await Html(await Write("report", "fr"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[onload]"));
    }

    [Fact]
    public async Task An_exhibit_linked_to_two_competences_is_shown_once_then_named()
    {
        var page = await Html(await Write("report", "fr"));
        Assert.Equal(5, page.QuerySelectorAll("figure.fig").Length);
        Assert.Contains("TRS de la rodeuse ROD1, déjà montrée, figure 1", page.QuerySelectorAll(".renvoi")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_diagnosis_comes_as_pages_whose_table_and_figures_have_numbers_of_the_report()
    {
        var page = await Html(await Write("report", "fr"));
        var pages = page.QuerySelector(".diagnostic")!;
        Assert.Equal(["Description du processus", "Sources", "Moyens utilisés", "Constats", "Conclusion"], pages.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Equal(18, pages.QuerySelectorAll(".constats tbody tr:not(.groupe)").Length);
        Assert.Contains("18 constats, dont 9 mesurés et 4 de gravité 3 ou 4", pages.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Figure 3. Constats, Diagnostic de la ligne de vérins", pages.QuerySelector(".sous-tableau")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Figure 4. Radar · Diagnostic de la ligne de vérins", "Figure 5. 7 · ROD1"], pages.QuerySelectorAll("figcaption b").Select(b => b.TextContent));
        Assert.Contains("TRS de la rodeuse ROD1, montrée figure 1", pages.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("pictures/", Assert.Single(pages.QuerySelectorAll("image")).GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Diagnostic écrit · Diagnostic de la ligne de vérins", page.QuerySelector(".sommaire")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_leave_the_rule_that_prints_it() =>
        Assert.Equal("\"\\000022\\00005c } \\00003c/style\\00003e\"", PrintStyle.Quoted("\"\\ } </style>"));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Chromium_makes_a_pdf_of_it_whose_pages_are_numbered(string document, string culture)
    {
        var chromium = new Chromium(ChromiumSettings.FromEnvironment());
        Assert.True(chromium.Program is not null, "Chromium is needed to print: apt-get install chromium");
        var pdf = Path.Combine(folder.FullName, "document.pdf");
        await chromium.Print(await Write(document, culture), pdf, TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), bytes[..4]);
        if (Environment.GetEnvironmentVariable("ETABLI_GOLDEN") is { Length: > 0 } look)
        {
            File.Copy(pdf, Path.Combine(look, $"{document}.{culture}.pdf"), overwrite: true);
        }
    }

    [Fact]
    public async Task Without_a_browser_the_failure_says_so()
    {
        var none = new Chromium(new ChromiumSettings("/nowhere/chromium", TimeSpan.FromSeconds(1)));
        var failed = await Assert.ThrowsAsync<PrintingException>(() => none.Print("/nowhere.html", "/nowhere.pdf", TestContext.Current.CancellationToken));
        Assert.Equal(PrintFailure.NoBrowser, failed.Failure);
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<string> Write(string document, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        await using var scope = services.CreateAsyncScope();
        var words = scope.ServiceProvider.GetRequiredService<IStringLocalizer<DocumentWords>>();
        var tell = scope.ServiceProvider.GetRequiredService<Tell>();
        var printer = scope.ServiceProvider.GetRequiredService<DocumentPrinter>();
        var (type, parameters, frame) = document switch
        {
            "report" => DocumentSheets.Of(DocumentSamples.Report(), words, tell),
            "summary" => DocumentSheets.Of(DocumentSamples.Summary(), words, tell),
            "minutes" => DocumentSheets.Of(DocumentSamples.MinutesOfJury(), words, tell),
            _ => DocumentSheets.Of(DocumentSamples.Award(document == "certificate"), "https://etabli.example/verifier/0123456789abcdef0123456789abcdef", words),
        };
        return await printer.Write(type, parameters, frame, folder.FullName, Open, TestContext.Current.CancellationToken);
    }

    private static Task<Stream?> Open(FileId file, CancellationToken stop) =>
        Task.FromResult<Stream?>(new MemoryStream(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));

    private static async Task<IDocument> Html(string path)
    {
        var html = await File.ReadAllTextAsync(path);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    private sealed class Site : IWebHostEnvironment
    {
        private static readonly string Root = Find();

        public string WebRootPath { get; set; } = Path.Combine(Root, "wwwroot");

        public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(Path.Combine(Root, "wwwroot"));

        public string ApplicationName { get; set; } = "Etabli.Web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = Root;

        public string EnvironmentName { get; set; } = "Test";

        private static string Find()
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Etabli.slnx")))
            {
                at = at.Parent;
            }

            return Path.Combine(at!.FullName, "src", "Etabli.Web");
        }
    }
}
