using System.Globalization;
using Etabli.Application;
using Etabli.Application.Live;
using Etabli.Application.Printing;
using Etabli.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Etabli.Web.Printing;

/// <summary>Asking a PDF, giving it up, and hearing how far it is.</summary>
internal static class PrintEndpoints
{
    public static void AddPrintRoom(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddScoped<DocumentPrinter>();
        services.AddScoped<FrozenPages>();
        services.AddScoped<IPrintRoom, PrintRoom>();
        foreach (var kind in typeof(PrintedKind).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PrintedKind))))
        {
            services.AddScoped(kind);
            services.AddScoped(provider => (PrintedKind)provider.GetRequiredService(kind));
        }
    }

    public static void MapPrinting(this WebApplication app)
    {
        app.MapPost("/impressions", Ask);
        app.MapPost("/impressions/{id:guid}/arreter", GiveUp);
        app.MapGet("/en-direct/impression-{id:guid}", Listen);
    }

    private static async Task<IResult> Ask([FromForm] PrintKind kind, [FromForm] Guid subject, RequestPrint gesture, CancellationToken stop)
    {
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";
        var id = await gesture.Run(new RequestPrint.Order(kind, subject, culture), stop);
        return TypedResults.LocalRedirect($"/impressions/{id}");
    }

    private static async Task<IResult> GiveUp(Guid id, CancelPrint gesture, CancellationToken stop)
    {
        await gesture.Run(id, stop);
        return TypedResults.LocalRedirect($"/impressions/{id}");
    }

    private static async Task<ServerSentEventsResult<long>> Listen(Guid id, Heartbeat heartbeat, PrintProgress.Reader prints, Caller caller, IHostApplicationLifetime house, CancellationToken stop) =>
        await prints.Find(id, stop) is null
            ? throw new NotFoundException("print", id)
            : TypedResults.ServerSentEvents(LiveEndpoint.UntilOver(id, async s => (await prints.Find(id, s))?.IsOver ?? true, heartbeat, caller, house, stop));
}
