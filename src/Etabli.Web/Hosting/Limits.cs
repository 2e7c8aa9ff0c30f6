using System.Globalization;
using System.Threading.RateLimiting;
using Etabli.Web.Plant.Measures;

namespace Etabli.Web.Hosting;

/// <summary>How often one address may try what a guesser would try: signing in, checking certificates; and how often machines may send.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";

    public const string PublicCheck = "public-check";

    public const string Measures = "measures";

    private const int Segments = 6;

    private static readonly TimeSpan Segment = TimeSpan.FromSeconds(10);

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            // A sliding window does not say when: its next segment opens within this many seconds.
            context.HttpContext.Response.Headers.RetryAfter = ((int)Segment.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Kind(context.HttpContext) == Measures ? new(MeasureApi.TooOften(context.HttpContext)) : ValueTask.CompletedTask;
        };
        var signIns = configuration.GetValue("Etabli:Limits:SignIn", 20);
        var checks = configuration.GetValue("Etabli:Limits:PublicCheck", 60);
        var measures = configuration.GetValue("Etabli:Limits:Measures", 600);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Kind(http) switch
        {
            SignIn => Window($"{SignIn}|{http.Connection.RemoteIpAddress}", signIns),
            PublicCheck => Window($"{PublicCheck}|{http.Connection.RemoteIpAddress}", checks),
            Measures => Window($"{Measures}|{http.Connection.RemoteIpAddress}", measures),
            _ => RateLimitPartition.GetNoLimiter(""),
        });
    });

    private static string? Kind(HttpContext http)
    {
        var path = http.Request.Path;
        return HttpMethods.IsPost(http.Request.Method) && path.StartsWithSegments("/connexion", StringComparison.Ordinal) ? SignIn
            : path.StartsWithSegments("/verifier", StringComparison.Ordinal) || path.StartsWithSegments("/invitations", StringComparison.Ordinal) ? PublicCheck
            : path.StartsWithSegments(MeasureApi.Address, StringComparison.Ordinal) ? Measures
            : null;
    }

    private static RateLimitPartition<string> Window(string who, int permits) => RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = permits,
        Window = Segments * Segment,
        SegmentsPerWindow = Segments,
        QueueLimit = 0,
    });
}
