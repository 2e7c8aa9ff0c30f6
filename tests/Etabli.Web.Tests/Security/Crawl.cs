using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Etabli.Web.Tests.Security;

/// <summary>Everything one visitor can reach by links from the home page: addresses, and the forms on them.</summary>
internal static partial class Crawl
{
    /// <param name="Page">Where the form stands.</param>
    /// <param name="Action">Where it is sent.</param>
    /// <param name="Fields">Its fields as they stand, without the token.</param>
    /// <param name="Texts">Which of them take free text.</param>
    internal sealed record Form(string Page, string Action, bool Multipart, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Texts);

    internal sealed record Reached(IReadOnlyList<string> Addresses, IReadOnlyList<Form> Forms);

    /// <param name="visitor">Who walks.</param>
    /// <param name="read">Sees each page as it is reached.</param>
    /// <param name="most">Pages at most.</param>
    public static async Task<Reached> From(Visitor visitor, Action<string, IHtmlDocument>? read = null, int most = 250)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var toSee = new Queue<string>(["/"]);
        var answered = new List<string>();
        var forms = new List<Form>();
        while (toSee.TryDequeue(out var address) && answered.Count < most)
        {
            using var answer = await visitor.Get(address);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            answered.Add(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await Visitor.Parse(answer);
            read?.Invoke(address, page);
            forms.AddRange(page.Forms.Where(f => string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase)).Select(f => Read(address, f)));
            foreach (var link in page.QuerySelectorAll("a[href^='/'], img[src^='/'], video[src^='/']").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('#')[0]))
            {
                // A few of each kind are enough; live streams never end.
                var kind = Kind(link);
                if (!link.StartsWith("/en-direct", StringComparison.Ordinal) && !IsAsset().IsMatch(link) && seen.Add(link) && kinds.GetValueOrDefault(kind) < 3)
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    toSee.Enqueue(link);
                }
            }
        }

        return new Reached(answered, forms);
    }

    /// <summary>Pages that differ by an identifier, a choice or the method they document are of one kind.</summary>
    public static string Kind(string address) => Choice().Replace(Method().Replace(Identifier().Replace(address, "…"), "/methodes/…"), "=…");

    private static Form Read(string page, IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new List<string>();
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name], button[name]"))
        {
            var name = input.GetAttribute("name")!;
            var type = (input.GetAttribute("type") ?? "text").ToUpperInvariant();
            if (name == "__RequestVerificationToken" || type == "FILE" || (type is "CHECKBOX" or "RADIO" && !input.HasAttribute("checked") && fields.ContainsKey(name)))
            {
                continue;
            }

            fields[name] = input switch
            {
                IHtmlSelectElement select => select.Options.LastOrDefault(o => o.Value.Length > 0)?.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                _ => input.GetAttribute("value") ?? "",
            };
            if (input is IHtmlTextAreaElement || (input is IHtmlInputElement && type is "TEXT" or "SEARCH"))
            {
                texts.Add(name);
            }
        }

        var action = form.GetAttribute("action");
        return new Form(page, string.IsNullOrEmpty(action) ? page : action, form.Enctype == "multipart/form-data", fields, texts);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    public static partial Regex Identifier();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Choice();

    [GeneratedRegex("^/methodes/[^/?]+")]
    private static partial Regex Method();

    [GeneratedRegex(@"^/(css|vendor|islands|mark|_content)|\.(css|js|svg|woff2|ico)(\?|$)")]
    private static partial Regex IsAsset();
}
