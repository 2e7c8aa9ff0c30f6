using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Etabli.Web.Hosting;

/// <summary>
/// The address by which people outside reach the house, for what is printed: the one the operator gives
/// (Etabli:PublicAddress), else that of the request, else the one the house listens on.
/// </summary>
public sealed class PublicAddress(IConfiguration settings, IHttpContextAccessor requests, IServer server)
{
    public string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Root().TrimEnd('/') + path;
    }

    private string Root()
    {
        if (settings["Etabli:PublicAddress"] is { Length: > 0 } told)
        {
            return told;
        }

        return requests.HttpContext is { } http
            ? $"{http.Request.Scheme}://{http.Request.Host}"
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
    }
}
