using System.Globalization;
using Etabli.Application;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Files;
using Etabli.Application.Studies.Tallies;
using Etabli.Improvement.Diagnoses;
using Etabli.People;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Tallies;

/// <summary>Where the floor's screens send what they kept while the network was away; sending twice enters once.</summary>
internal static class FloorEndpoints
{
    public static void MapFloor(this IEndpointRouteBuilder app)
    {
        var floor = app.MapGroup("/api/terrain").RequireAuthorization();
        floor.MapGet("/jeton", Token);
        floor.MapPost("/observations", Observe);
        floor.MapPost("/batons/{study:guid}", Count);
    }

    /// <summary>A fresh proof that what follows comes from our own page, and who would send it.</summary>
    private static JsonHttpResult<TokenBody> Token(HttpContext http, IAntiforgery forgery, Caller caller)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new TokenBody(forgery.GetAndStoreTokens(http).RequestToken!, caller.Code));
    }

    private static async Task<Results<Ok<MadeBody>, JsonHttpResult<RefusedBody>>> Observe(HttpRequest request, NoteObservation note, IStringLocalizer<Refusals> sentences, IStringLocalizer<FloorWords> words, Tell tell, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        if (!Guid.TryParse(form["id"], out var id) || !Guid.TryParse(form["projet"], out var project) || !Enum.TryParse<Waste>(form["gaspillage"], out var waste)
            || !DateOnly.TryParseExact(form["jour"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Refused(words["Unreadable"]);
        }

        try
        {
            var measure = decimal.TryParse(form["valeur"], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? new Measure(value, form["unite"].ToString(), words["OnTheFloor"], 1)
                : null;
            await note.Run(
                new(new(project), new(day, null, form["lieu"].ToString(), form["constat"].ToString(), waste, measure), Uploads: [.. form.Files.Where(f => f.Length > 0).Select(f => new Upload(f.FileName, f.OpenReadStream()))], Id: new(id)), stop);
            return TypedResults.Ok(new MadeBody($"/projets/{project}/observations/{id}"));
        }
        catch (RefusalException no) when (no.Refusal is not Etabli.People.Refusal.NotAllowed)
        {
            return Refused(Refusals.Sentence(no, sentences, tell));
        }
        catch (NotFoundException)
        {
            return Refused(words["ProjectGone"]);
        }
    }

    private static async Task<Results<Ok<CountedBody>, JsonHttpResult<RefusedBody>>> Count(Guid study, IReadOnlyList<TakeMarks.Tap> taps, TakeMarks count, IStringLocalizer<Refusals> sentences, IStringLocalizer<FloorWords> words, Tell tell, CancellationToken stop)
    {
        try
        {
            return TypedResults.Ok(new CountedBody(await count.Run(new(new(study), taps), stop)));
        }
        catch (RefusalException no) when (no.Refusal is not Etabli.People.Refusal.NotAllowed)
        {
            return Refused(no.Refusal is Etabli.Studies.Refusal.CellRefused ? words["CauseGone"] : Refusals.Sentence(no, sentences, tell));
        }
        catch (NotFoundException)
        {
            return Refused(words["SheetGone"]);
        }
    }

    internal static JsonHttpResult<RefusedBody> Refused(string why) => TypedResults.Json(new RefusedBody(why), statusCode: StatusCodes.Status422UnprocessableEntity);

    internal sealed record TokenBody(string Token, string Who);

    internal sealed record MadeBody(string Href);

    internal sealed record CountedBody(int New);

    internal sealed record RefusedBody(string Why);
}
