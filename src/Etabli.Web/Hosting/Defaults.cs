namespace Etabli.Web.Hosting;

/// <summary>How the house listens and speaks unless told otherwise.</summary>
internal static class Defaults
{
    public static void UseEtabliDefaults(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A film of a work situation is the largest thing anybody sends; each kind of file has its own, lower limit.
            kestrel.Limits.MaxRequestBodySize = 512L * 1024 * 1024;
        });
        if (builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
            builder.Logging.AddFilter("Quartz", LogLevel.Warning);

            // Keys rest in the home folder, as private as the database beside them: said in docs/operation.md, not at each start.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        }
    }
}
