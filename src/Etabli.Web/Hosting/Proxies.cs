using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Etabli.Web.Hosting;

/// <summary>
/// Behind a TLS proxy the house must know that the reader speaks TLS (cookies, HSTS) and from where (limits). Believed on
/// the word of the machine itself and of the addresses in Etabli:Proxies; of nobody else.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var address in configuration.GetSection("Etabli:Proxies").Get<string[]>() ?? [])
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }
    });
}
