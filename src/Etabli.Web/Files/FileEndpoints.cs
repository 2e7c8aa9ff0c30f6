using Etabli.Application;
using Etabli.Application.Files;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Web.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Etabli.Web.Files;

/// <summary>Files in and out. What comes out was read to its last byte on the way in, and still is trusted with nothing.</summary>
internal static class FileEndpoints
{
    /// <summary>A served file may do nothing: no script, no form, no origin of its own.</summary>
    public const string Sandbox = "default-src 'none'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    public static void AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Etabli:Files").Get<FileLimits>() ?? new FileLimits();
        services.AddSingleton(limits);

        // A form may carry the largest file and some words beside it.
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = limits.Largest + FileLimits.Megabyte);
    }

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/fichiers/{file:guid}", [HttpMethods.Get, HttpMethods.Head], Download);
        app.MapPost("/fichiers", Upload);
    }

    private static async Task<IResult> Download(Guid file, HttpContext http, FileSheet.Reader files, CancellationToken stop)
    {
        var sheet = await files.Find(new FileId(file), stop) ?? throw new NotFoundException("file", file);
        var content = files.Open(sheet);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Sandbox;
        headers.ContentDisposition = Disposition(sheet, asked: http.Request.Query.ContainsKey("telecharger"));

        // Kept by this reader alone, and asked again each time: a right taken away is taken away at once.
        headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, sheet.Kind.MediaType(), null, sheet.At, new EntityTagHeaderValue($"\"{sheet.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> Upload(
        [FromForm] Guid organisation, [FromForm] Guid? dossier, IFormFile file, DepositFile deposit, FileSheet.Reader files,
        IStringLocalizer<Words.Refusals> sentences, Tell tell, CancellationToken stop)
    {
        try
        {
            await using var content = file.OpenReadStream();
            var id = await deposit.Run(new(new OrganisationId(organisation), dossier, file.FileName, content), stop);
            var kept = (await files.Find(id, stop))!;
            return TypedResults.Created($"/fichiers/{id}", new { id = id.Value, name = kept.Name, kind = kept.Kind.ToString(), size = kept.Size, sha256 = kept.Sha256 });
        }
        catch (RefusalException refused) when (refused.Refusal is Etabli.Application.Files.Refusal)
        {
            return TypedResults.UnprocessableEntity(new { refusal = refused.Key, sentence = Words.Refusals.Sentence(refused, sentences, tell) });
        }
    }

    /// <summary>Pictures and films are shown where they are; the rest is saved, never opened by the browser in our name.</summary>
    private static string Disposition(FileSheet sheet, bool asked)
    {
        var shown = !asked && (sheet.Kind.IsImage() || sheet.Kind == FileKind.Mp4);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(sheet.Name);
        return disposition.ToString();
    }
}
