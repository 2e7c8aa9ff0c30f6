using Etabli.Application;
using Etabli.Application.People;
using Etabli.Application.People.Accounts;
using Etabli.People;
using Etabli.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Etabli.Web.Hosting;

/// <summary>Leaving, and entering the demonstration with one click.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/connexion/demonstration", EnterDemonstration).AllowAnonymous();
        app.MapPost("/deconnexion", (Delegate)Leave).AllowAnonymous();
    }

    private static async Task<IResult> EnterDemonstration([FromForm] Guid person, HttpContext http, DemoPeople.Reader people, StillSignedIn signedIn, Caller caller, CancellationToken stop)
    {
        // Only people listed as demonstration people have a stamp that may be read.
        var found = (await people.Find("fr", stop)).People.SingleOrDefault(p => p.Person == person);
        if (found is null || !await signedIn.Run(new PersonId(person), found.Stamp, stop))
        {
            return TypedResults.NotFound();
        }

        await SignedIn.Enter(http, caller.Id, found.Stamp, caller.Name, caller.Culture);
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync();

        // The next person at this workstation is spoken to in their own language.
        http.Response.Cookies.Delete(Languages.Cookie);
        return TypedResults.LocalRedirect("/connexion");
    }
}
