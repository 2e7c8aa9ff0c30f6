using System.Security.Cryptography;
using Etabli.People;
using Microsoft.AspNetCore.DataProtection;

namespace Etabli.Web.People.Accounts;

/// <summary>Between the password and the code: a sealed cookie says who gave the right password, for five minutes.</summary>
internal sealed class PendingSignIn(IDataProtectionProvider protection)
{
    private const string Cookie = "etabli-code";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("pending-sign-in").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, PersonId person, Guid stamp) =>
        http.Response.Cookies.Append(Cookie, protector.Protect($"{person}|{stamp}", Life), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Life,
            Path = "/connexion",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });

    public (PersonId Person, Guid Stamp)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } value)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(value).Split('|');
            return (new PersonId(Guid.Parse(parts[0])), Guid.Parse(parts[1]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/connexion" });
}
