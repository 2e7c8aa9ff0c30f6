using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Etabli.Web.Hosting;
using Etabli.Web.People.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;

namespace Etabli.Web.Shell;

/// <summary>What the shell needs from the host: components, languages, error pages, preferences.</summary>
public static class ShellHosting
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddAuthorization();
        // French letters stay letters: pages are shorter and their source can be read.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Tell>();
        services.AddSingleton<Graphs.GraphOf>();
        services.AddSingleton<PendingSignIn>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] spoken = [.. Languages.All.Select(CultureInfo.GetCultureInfo)];
            options.DefaultRequestCulture = new RequestCulture(Languages.French);
            options.SupportedCultures = spoken;
            options.SupportedUICultures = spoken;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(Languages.Read)];
        });
        return services;
    }

    /// <summary>Around everything: an error, or an answer without a page, becomes a page in the reader's language.</summary>
    public static void UseShellErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/erreur/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/erreur/{0}", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                AskForThePageOnly(http);
            }

            return next(http);
        });
    }

    /// <summary>After who asks is known: the language, and forms that come back with errors.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseUnprocessableForms();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new SignedIn.WithoutCookie());
        app.MapPreferences();
        app.MapRazorComponents<App>();
    }

    /// <summary>The page of an error is only read: the form that failed, and its token, are not looked at again.</summary>
    private static void AskForThePageOnly(HttpContext http)
    {
        http.Request.Method = HttpMethods.Get;
        http.Request.ContentType = null;
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        http.Features.Set<IFormFeature>(null);
    }
}
