using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Etabli.Load;

/// <summary>One of the demonstration's people at a browser of ours.</summary>
internal sealed partial class Guest : IDisposable
{
    private readonly HttpClient http;

    private Guest(Uri address, CookieContainer cookies)
    {
        Cookies = cookies;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public CookieContainer Cookies { get; }

    /// <summary>Everybody the sign-in page offers, with their names.</summary>
    public static async Task<IReadOnlyList<(string Person, string Name)>> Offered(Uri address)
    {
        using var nobody = new Guest(address, new CookieContainer());
        var page = new HtmlParser().ParseDocument(await nobody.http.GetStringAsync("/connexion"));
        return [.. page.QuerySelectorAll("[name=person]").Select(e => (e.GetAttribute("value")!, Blanks().Replace(e.Closest("form, li, button")!.TextContent, " ").Trim()))];
    }

    public static async Task<Guest> As(Uri address, string person)
    {
        var guest = new Guest(address, new CookieContainer());
        var page = new HtmlParser().ParseDocument(await guest.http.GetStringAsync("/connexion"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["person"] = person,
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var answer = await guest.http.PostAsync("/connexion/demonstration", form);
        return answer.StatusCode == HttpStatusCode.Found ? guest : throw new InvalidOperationException($"{person}: {answer.StatusCode}");
    }

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address);

    /// <summary>Pages reached by links from home, a few of each kind.</summary>
    public async Task<IReadOnlyList<string>> Pages()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var toSee = new Queue<string>(["/"]);
        var pages = new List<string>();
        while (toSee.TryDequeue(out var address) && pages.Count < 120)
        {
            using var answer = await http.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages.Add(address);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href^='/']:not([download])").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (!link.StartsWith("/fichiers", StringComparison.Ordinal) && !link.StartsWith("/en-direct", StringComparison.Ordinal) && seen.Add(link) && kinds.Add(Kind(link)))
                {
                    toSee.Enqueue(link);
                }
            }
        }

        return pages;
    }

    /// <summary>The address without its identifiers and choices.</summary>
    public static string Kind(string address) => Choice().Replace(Identifier().Replace(address, "{id}"), "=…");

    public void Dispose() => http.Dispose();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
