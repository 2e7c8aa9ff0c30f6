using System.Diagnostics;
using System.Net;

namespace Etabli.Load;

/// <summary>What one address gave under sixteen connections.</summary>
internal sealed record Pressure(string Address, int Requests, int Failures, double PerSecond, double P50, double P99)
{
    public const int Connections = 16;

    /// <summary>Sixteen connections ask without pause, first to warm up, then for the measure.</summary>
    public static async Task<Pressure> On(Uri site, string address, CookieContainer? cookies, TimeSpan warming, TimeSpan measuring, int? exactly = null)
    {
        await Round(site, address, cookies, warming, null);
        var clock = Stopwatch.StartNew();
        var (times, failures) = await Round(site, address, cookies, measuring, exactly);
        var seconds = clock.Elapsed.TotalSeconds;
        times.Sort();
        return new Pressure(address, times.Count, failures, times.Count / seconds, At(times, 0.50), At(times, 0.99));
    }

    private static async Task<(List<double> Times, int Failures)> Round(Uri site, string address, CookieContainer? cookies, TimeSpan during, int? exactly)
    {
        var all = new List<double>();
        var failures = 0;
        var left = exactly ?? int.MaxValue;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
            var cookie = cookies?.GetCookieHeader(site);
            var mine = new List<double>();
            while ((exactly is not null || clock.Elapsed < during) && Interlocked.Decrement(ref left) >= 0)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (!string.IsNullOrEmpty(cookie))
                {
                    request.Headers.Add("Cookie", cookie);
                }

                var from = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.CopyToAsync(Stream.Null);
                mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref failures);
                }
            }

            lock (all)
            {
                all.AddRange(mine);
            }
        })));
        return (all, failures);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
