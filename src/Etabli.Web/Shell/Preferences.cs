using Etabli.Application;
using Etabli.Application.People.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Etabli.Web.Shell;

/// <summary>How a reader likes the pages: theme, language, rail. Three plain forms, kept in cookies.</summary>
internal static class Preferences
{
    public const string ThemeCookie = "etabli-theme";

    public const string RailCookie = "etabli-rail";

    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        var preferences = app.MapGroup("/preferences").AllowAnonymous();
        preferences.MapPost("/theme", (HttpContext http, [FromForm] string? theme, [FromForm] string? retour) =>
            Keep(http, ThemeCookie, theme is "light" or "dark" ? theme : null, retour));
        preferences.MapPost("/langue", async (HttpContext http, [FromForm] string? langue, [FromForm] string? retour, Caller caller, ChooseLanguage choose, CancellationToken stop) =>
        {
            if (langue is "fr" or "en" && caller.Person is not null)
            {
                await choose.Run(langue, stop);
            }

            return Keep(http, Languages.Cookie, langue is "fr" or "en" ? langue : null, retour);
        });
        preferences.MapPost("/rail", (HttpContext http, [FromForm] string? rail, [FromForm] string? retour) =>
            Keep(http, RailCookie, rail == "ferme" ? rail : null, retour));
    }

    private static RedirectHttpResult Keep(HttpContext http, string cookie, string? value, string? back)
    {
        Remember(http, cookie, value);
        return TypedResults.LocalRedirect(LocalPath(back));
    }

    /// <summary>Keeps a choice for a year; null forgets it.</summary>
    public static void Remember(HttpContext http, string cookie, string? value)
    {
        if (value is null)
        {
            http.Response.Cookies.Delete(cookie);
        }
        else
        {
            http.Response.Cookies.Append(cookie, value, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }
    }

    /// <summary>Only our own addresses: what could leave the site becomes the home page.</summary>
    public static string LocalPath(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
