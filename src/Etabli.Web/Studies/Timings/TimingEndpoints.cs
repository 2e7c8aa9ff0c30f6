using Etabli.Application;
using Etabli.Application.Studies.Timings;
using Etabli.People;
using Etabli.Plant.Calendars;
using Etabli.Studies.Timings;
using Etabli.Web.Shell;
using Etabli.Web.Studies.Tallies;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Timings;

/// <summary>Where the floor sends the sessions of its stopwatch and the states of its rounds; sending twice enters once.</summary>
internal static class TimingEndpoints
{
    public static void MapTimings(this IEndpointRouteBuilder app)
    {
        var floor = app.MapGroup("/api/terrain").RequireAuthorization();
        floor.MapPost("/chronos/{study:guid}", Time);
        floor.MapPost("/tournees/{study:guid}", See);
    }

    private static Task<Results<Ok<TakenBody>, JsonHttpResult<FloorEndpoints.RefusedBody>>> Time(Guid study, SessionBody body, TakeTimings take, IStringLocalizer<Refusals> sentences, IStringLocalizer<StopwatchWords> words, Tell tell, CancellationToken stop)
    {
        TakeTimings.NewStudy? begin = null;
        if (body.Begin is { } said)
        {
            if (!Enum.TryParse<TimeUnit>(said.Unit, out var unit) || !Enum.IsDefined(unit))
            {
                return Task.FromResult<Results<Ok<TakenBody>, JsonHttpResult<FloorEndpoints.RefusedBody>>>(FloorEndpoints.Refused(words["Unreadable"]));
            }

            begin = new(said.Title ?? "", said.Scope ?? "", unit, said.Scale ?? "");
        }

        return Take(() => take.Run(new(new(study), body.Session, body.Began, body.Marks ?? [], body.Film, begin), stop), sentences, words, tell);
    }

    private static Task<Results<Ok<TakenBody>, JsonHttpResult<FloorEndpoints.RefusedBody>>> See(Guid study, IReadOnlyList<TakeSightings.Seen> seen, TakeSightings take, IStringLocalizer<Refusals> sentences, IStringLocalizer<StopwatchWords> words, Tell tell, CancellationToken stop) =>
        Take(() => take.Run(new(new(study), seen), stop), sentences, words, tell);

    private static async Task<Results<Ok<TakenBody>, JsonHttpResult<FloorEndpoints.RefusedBody>>> Take(Func<Task<int>> take, IStringLocalizer<Refusals> sentences, IStringLocalizer<StopwatchWords> words, Tell tell)
    {
        try
        {
            return TypedResults.Ok(new TakenBody(await take()));
        }
        catch (RefusalException no) when (no.Refusal is not Refusal.NotAllowed)
        {
            return FloorEndpoints.Refused(Refusals.Sentence(no, sentences, tell));
        }
        catch (NotFoundException)
        {
            return FloorEndpoints.Refused(words["StudyGone"]);
        }
    }

    internal sealed record TakenBody(int New);

    internal sealed record BeginBody(string? Title, string? Scope, string? Unit, string? Scale);

    internal sealed record SessionBody(Guid Session, DateTimeOffset Began, bool Film, BeginBody? Begin, IReadOnlyList<TimedMark>? Marks);
}
