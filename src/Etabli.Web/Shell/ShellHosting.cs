using System.Globalization;
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
        services.AddSingleton<Tell>();
        services.AddSingleton(TimeProvider.System);
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

    /// <summary>Before routing: languages, error pages in the reader's language, forms that come back with errors.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseExceptionHandler("/erreur/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/erreur/{0}", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseUnprocessableForms();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapRazorComponents<App>();
    }
}
