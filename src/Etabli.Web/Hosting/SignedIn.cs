using System.Security.Claims;
using Etabli.Application;
using Etabli.Application.People.Accounts;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Web.Shell;
using Etabli.Web.Shell.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Etabli.Web.Hosting;

/// <summary>The cookie that says who is here, and the two gates behind it: still good, and allowed on this page.</summary>
internal static class SignedIn
{
    public const string PersonClaim = "etabli:person";

    public const string StampClaim = "etabli:stamp";

    public static void AddSignIn(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "etabli";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/connexion";
            cookie.ReturnUrlParameter = "retour";
            cookie.AccessDeniedPath = "/erreur/403";
        });

    /// <summary>Writes the cookie of a person whose account carries that stamp.</summary>
    public static Task Enter(HttpContext http, PersonId person, Guid stamp, string name, string culture)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(PersonClaim, person.ToString()),
                new Claim(StampClaim, stamp.ToString()),
                new Claim(ClaimTypes.Name, name),
                new Claim(Languages.Claim, culture),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return http.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>After routing: reads the cookie's person, checks the stamp, then the page's own roles.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            var endpoint = http.GetEndpoint();
            var open = endpoint is null || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
            var still = false;
            if (Guid.TryParse(http.User.FindFirstValue(PersonClaim), out var person) && Guid.TryParse(http.User.FindFirstValue(StampClaim), out var stamp)
                && endpoint?.Metadata.GetMetadata<WithoutCookie>() is null)
            {
                still = await http.RequestServices.GetRequiredService<StillSignedIn>().Run(new PersonId(person), stamp, http.RequestAborted);
                if (!still)
                {
                    await http.SignOutAsync();
                    http.User = new ClaimsPrincipal(new ClaimsIdentity());
                }
            }

            if (!still && !open)
            {
                if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                {
                    http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                }

                await http.ChallengeAsync();
                return;
            }

            if (still)
            {
                http.User = Named(http.RequestServices.GetRequiredService<Caller>(), http.User);
            }

            if (still && endpoint?.Metadata.GetMetadata<OpenToAttribute>() is { } to
                && !http.RequestServices.GetRequiredService<Caller>().Roles.Any(r => to.Roles.Contains(r.Role)))
            {
                throw new RefusalException(Refusal.NotAllowed, [.. to.Roles.Cast<object>()]);
            }

            await next(http);
        });
        app.UseAuthorization();
    }

    /// <summary>The cookie says who; name, roles and organisation are those of today.</summary>
    private static ClaimsPrincipal Named(Caller caller, ClaimsPrincipal cookie)
    {
        var identity = new ClaimsIdentity(cookie.Identity!.AuthenticationType);
        identity.AddClaim(cookie.FindFirst(PersonClaim)!);
        identity.AddClaim(cookie.FindFirst(StampClaim)!);
        identity.AddClaim(new Claim(ClaimTypes.Name, caller.Name));
        identity.AddClaim(new Claim(Reader.CodeClaim, caller.Code));
        identity.AddClaim(new Claim(Languages.Claim, caller.Culture));
        identity.AddClaims(caller.Roles.Select(r => r.Role).Distinct().Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        if (caller.Roles.FirstOrDefault(r => r.Role is not (Role.Candidate or Role.Assessor or Role.Juror)) is { } home)
        {
            identity.AddClaim(new Claim(Reader.OrganisationClaim, home.OrganisationName));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Marks endpoints at which the cookie counts for nothing: the static files, and what a machine opens with a key.</summary>
    internal sealed class WithoutCookie;
}
