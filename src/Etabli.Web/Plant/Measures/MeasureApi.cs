using System.Globalization;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Etabli.Application;
using Etabli.Application.Journal;
using Etabli.Application.Plant.Measures;
using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Web.Hosting;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Web.Plant.Measures;

/// <summary>
/// Machines bring measures by themselves: with an access key, never with a cookie; answers and errors are JSON, in French or in
/// English as the request asks.
/// </summary>
internal static class MeasureApi
{
    public const string Address = "/api/mesures";

    private const string RequestName = "Idempotency-Key";
    private const string Bearer = "Bearer ";
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>As people read JSON: French letters stay letters.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapMeasureApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Address).AllowAnonymous().DisableAntiforgery().WithMetadata(new SignedIn.WithoutCookie());
        api.AddEndpointFilter(WithKey);
        api.MapGet("", List);
        api.MapPost("/{record:guid}", Take);
    }

    /// <summary>What is answered to whoever sends more often than the house allows.</summary>
    public static Task TooOften(HttpContext http)
    {
        Speak(http);
        return Problem(http, StatusCodes.Status429TooManyRequests, "too-often", "Api.TooOften").ExecuteAsync(http);
    }

    private static async Task<JsonHttpResult<OpenRecords>> List(HttpContext http, RecordsOfKey.Reader records, CancellationToken stop)
    {
        var found = await records.Find(http.Features.GetRequiredFeature<AccessKey>(), stop);
        return TypedResults.Json(
            new OpenRecords([.. found.Tables.Select(t => new OpenRecord(t.Id.Value, t.Name, t.Key, [.. t.Columns.Select(c => new OpenColumn(c.Name, Lower(c.Kind.ToString()), c.Unit))]))]), Readable);
    }

    private static async Task<IResult> Take(Guid record, HttpContext http, TakeRows gesture, CancellationToken stop)
    {
        var all = http.Request.Query["all"].ToString();
        if (all is not ("" or "true" or "false"))
        {
            return Problem(http, StatusCodes.Status400BadRequest, "all-or-nothing", "Api.All");
        }

        if (!http.Request.HasJsonContentType())
        {
            return Problem(http, StatusCodes.Status415UnsupportedMediaType, "not-json", "Api.NotJson");
        }

        // One name: two of them are none.
        var name = http.Request.Headers[RequestName] is [{ } only] ? only : "";
        var answer = await gesture.Run(new(http.Features.GetRequiredFeature<AccessKey>(), new(record), name, await Body(http, stop), all == "true"), stop);
        var words = http.RequestServices.GetRequiredService<IStringLocalizer<MeasureWords>>();
        return TypedResults.Json(
            new TakenRows(answer.Taken, answer.Known, answer.Faulty, answer.Record, [.. answer.Faults.Select(f => new FaultyCell(f.Line, f.Column, f.Text, words[$"Not.{f.Kind}"]))]),
            Readable,
            statusCode: answer.Kept ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The one gate of these addresses: the key first, then everything that goes wrong behind it, worded.</summary>
    private static async ValueTask<object?> WithKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Speak(http);
        var said = http.Request.Headers.Authorization.ToString();
        var key = said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await http.RequestServices.GetRequiredService<ComeByAccessKey>().Run(said[Bearer.Length..].Trim(), http.RequestAborted)
            : null;
        if (key is null)
        {
            http.Response.Headers.WWWAuthenticate = Bearer.Trim();
            return Problem(http, StatusCodes.Status401Unauthorized, "no-key", "Api.NoKey");
        }

        http.Features.Set(key);
        try
        {
            return await next(context);
        }
        catch (RefusalException no)
        {
            return Refused(http, no);
        }
        catch (NotFoundException missing)
        {
            await http.RequestServices.GetRequiredService<Journal>().KeepRefusedAccess(missing.Kind, missing.Id, http.Request.Path, http.RequestAborted);
            return Problem(http, StatusCodes.Status404NotFound, "no-record", "Api.NoRecord");
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(http, bad.StatusCode, "too-large", "Api.TooLarge");
        }
    }

    private static JsonHttpResult<ProblemDetails> Refused(HttpContext http, RefusalException no)
    {
        var status = no.Refusal switch
        {
            Refusal.NotAllowed => StatusCodes.Status403Forbidden,
            PlantRefusal.RequestNameTaken or PlantRefusal.ChangedMeanwhile => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
        var services = http.RequestServices;
        var problem = Problem(status, Lower(no.Refusal.ToString()), services.GetRequiredService<IStringLocalizer<MeasureWords>>()["Api.Refused"], Words.Refusals.Sentence(no, services.GetRequiredService<IStringLocalizer<Words.Refusals>>(), services.GetRequiredService<Tell>()));
        if (no.Refusal is PlantRefusal.RowNotAnObject or PlantRefusal.RowColumnUnknown or PlantRefusal.RowColumnTwice or PlantRefusal.RowValueNotSimple)
        {
            problem.Extensions["row"] = no.About[0];
            problem.Extensions["column"] = no.About.ElementAtOrDefault(1);
        }

        return Answer(problem);
    }

    private static JsonHttpResult<ProblemDetails> Problem(HttpContext http, int status, string code, string words)
    {
        var said = http.RequestServices.GetRequiredService<IStringLocalizer<MeasureWords>>();
        return Answer(Problem(status, code, said[words], said[words + ".Why"]));
    }

    private static ProblemDetails Problem(int status, string code, string title, string detail) => new() { Type = $"urn:etabli:{code}", Status = status, Title = title, Detail = detail };

    private static JsonHttpResult<ProblemDetails> Answer(ProblemDetails problem) => TypedResults.Json(problem, Readable, MediaTypeNames.Application.ProblemJson, problem.Status);

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext http, CancellationToken stop)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        using var held = new MemoryStream();
        await http.Request.Body.CopyToAsync(held, stop);
        return held.GetBuffer().AsMemory(0, (int)held.Length);
    }

    /// <summary>The first of the two languages that the request would rather hear; French when it says nothing of them.</summary>
    private static void Speak(HttpContext http)
    {
        var language = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "fr" or "en");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.CultureOf(language));
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    }

    /// <summary>RowColumnUnknown to row-column-unknown.</summary>
    private static string Lower(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private sealed record OpenRecords(IReadOnlyList<OpenRecord> Records);

    private sealed record OpenRecord(Guid Id, string Name, string? Key, IReadOnlyList<OpenColumn> Columns);

    private sealed record OpenColumn(string Name, string Kind, string Unit);

    private sealed record TakenRows(int Taken, int Known, int Faulty, string Record, IReadOnlyList<FaultyCell> Faults);

    private sealed record FaultyCell(int Row, string Column, string Text, string Why);
}
