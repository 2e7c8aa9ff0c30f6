using Microsoft.AspNetCore.Localization;

namespace Etabli.Web.Shell;

/// <summary>Which language a page speaks: the reader's choice, then the person's own, then French.</summary>
public static class Languages
{
    public const string Cookie = "etabli-langue";

    /// <summary>Claim that carries the person's language, "fr" or "en".</summary>
    public const string Claim = "etabli:culture";

    public const string French = "fr-FR";

    public const string English = "en-GB";

    public static IReadOnlyList<string> All { get; } = [French, English];

    /// <summary>"fr" or "en" to the culture that formats dates and numbers.</summary>
    public static string CultureOf(string? language) => language == "en" ? English : French;

    internal static Task<ProviderCultureResult?> Read(HttpContext http)
    {
        var chosen = http.Request.Cookies[Cookie] ?? http.User.FindFirst(Claim)?.Value;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(CultureOf(chosen)));
    }
}
