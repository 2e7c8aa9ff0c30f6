using Microsoft.AspNetCore.Antiforgery;

namespace Etabli.Web.Hosting;

/// <summary>
/// Whatever changes something needs its token, on every address, asked for or not: the framework alone leaves out those
/// that read no form. A new address is guarded without a line; one that must not be says so with DisableAntiforgery.
/// </summary>
internal static class ForgeryGuard
{
    public static void UseForgeryGuard(this WebApplication app) => app.Use(async (http, next) =>
    {
        var method = http.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
        if (!reads && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: false } && !await IsGood(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    });

    private static async Task<bool> IsGood(HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>() is { } looked
        ? looked.IsValid
        : await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}
