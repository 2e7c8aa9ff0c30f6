using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Etabli.Demo;
using Etabli.People;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>A browser without eyes: cookies, pages as trees, forms filled and sent, no redirect followed unseen.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient http;

    public Visitor(Site site)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = site.Address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        http.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.5");
        http.DefaultRequestHeaders.Add("Accept-Language", "fr");
    }

    public CookieContainer Cookies { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Comes in as one of the demonstration's people, with one click.</summary>
    public static Task<Visitor> As(Site site, string code) => As(site, DemoIds.Person(code));

    public static async Task<Visitor> As(Site site, PersonId person)
    {
        var visitor = new Visitor(site);
        using var answer = await visitor.Post("/connexion/demonstration", new() { ["person"] = person.ToString(), ["__RequestVerificationToken"] = await visitor.Token() });
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{person} could not come in: {answer.StatusCode}");
        return visitor;
    }

    /// <summary>A good antiforgery token of this visitor, from any page that has a form.</summary>
    public async Task<string> Token(string page = "/connexion") =>
        Field(await Page(page)) ?? Field(await Page("/erreur/404")) ?? throw new InvalidOperationException($"No form on {page}.");

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address, Stop);

    /// <summary>The beginning of an answer that may never end.</summary>
    public Task<HttpResponseMessage> Listen(string address) => http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Stop);

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request, Stop);

    public async Task<HttpResponseMessage> Post(string address, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(address, content, Stop);
    }

    public async Task<HttpResponseMessage> PostFile(string address, Dictionary<string, string> fields, string name, byte[] bytes, string field = "file")
    {
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in fields)
        {
            content.Add(new StringContent(value), key);
        }

        content.Add(new ByteArrayContent(bytes), field, name);
        return await http.PostAsync(address, content, Stop);
    }

    /// <summary>The page at an address, whatever its status.</summary>
    public async Task<IHtmlDocument> Page(string address)
    {
        using var answer = await Get(address);
        return await Parse(answer);
    }

    public static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

    public void Dispose() => http.Dispose();

    private static string? Field(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
}
