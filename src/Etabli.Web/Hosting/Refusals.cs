using Etabli.Application;
using Etabli.Application.Journal;
using Etabli.Application.People;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Web.Shell.Errors;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Hosting;

/// <summary>
/// What reaches the edge unworded: a refusal becomes 403 (or 409 for the API) with whom to ask, an object that is not the
/// caller's becomes 404 and stays in the journal.
/// </summary>
internal static class Refusals
{
    public static void UseRefusals(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (RefusalException refusal) when (!http.Response.HasStarted)
        {
            Restart(http);
            http.Features.Set(await Explain(http, refusal));
            http.Response.StatusCode = refusal.Refusal is Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                await http.Response.WriteAsJsonAsync(new { refusal = refusal.Key, about = refusal.About.Select(a => a.ToString()) }, http.RequestAborted);
            }
        }
        catch (NotFoundException missing) when (!http.Response.HasStarted)
        {
            Restart(http);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            if (http.RequestServices.GetRequiredService<Caller>().Person is not null)
            {
                await http.RequestServices.GetRequiredService<Journal>().KeepRefusedAccess(missing.Kind, missing.Id, http.Request.Path, http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader left: nobody to answer.
        }
    });

    /// <summary>What was wanted, in words, and whom to ask: the administrators of the caller's organisations.</summary>
    private static async Task<AccessRefused> Explain(HttpContext http, RefusalException refusal)
    {
        var roles = http.RequestServices.GetRequiredService<IStringLocalizer<RoleWords>>();
        var wanted = string.Join(", ", refusal.About.OfType<Role>().Select(r => roles[r.ToString()].Value));
        var ask = http.RequestServices.GetRequiredService<Caller>().Person is null
            ? new WhomToAsk([])
            : await http.RequestServices.GetRequiredService<WhomToAsk.Reader>().Find(http.RequestAborted);
        return new AccessRefused(wanted.Length == 0 ? null : wanted, [.. ask.People.Select(p => $"{p.Name} ({p.Organisation})")]);
    }

    private static void Restart(HttpContext http)
    {
        http.Response.Clear();
        http.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = null;
    }
}
