using System.Net.Mime;

namespace Etabli.Web.Shell;

/// <summary>
/// A form that succeeds redirects; one that comes back as a page was refused. The page then answers 422, so that
/// scripts, tests and programs can tell, and Turbo shows it.
/// </summary>
internal static class UnprocessableForms
{
    public static void UseUnprocessableForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.OnStarting(static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode == StatusCodes.Status200OK
                    && response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) == true)
                {
                    response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                }

                return Task.CompletedTask;
            }, http.Response);
        }

        await next(http);
        if (http.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            // A page's form without its token answers 400, says it is HTML, and is empty: let the error page speak.
            http.Response.ContentType = null;
        }
    });
}
