using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Etabli.Load;

/// <summary>The measures of the foundation, in one run on one machine, written as a page.</summary>
internal static class Measures
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(8);

    private sealed record Seen(string Person, string Name, string Address, double Alone, int Questions, int Bytes);

    public static async Task Take(string published, string report)
    {
        await using var house = House.Of(published);
        Say("start to ready, first");
        var first = await house.Start();
        await house.Stop();
        Say("start to ready, later");
        var later = await house.Start();

        Say("every page, alone");
        var pages = await EveryPage(house);
        var heaviest = pages.OrderByDescending(p => p.Alone).DistinctBy(p => Guest.Kind(p.Address)).Take(5).ToList();

        Say("under sixteen connections");
        var port = House.FreePort();
        using var plain = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "plain", $"http://127.0.0.1:{port}"]))!;
        Pressure yardstick;
        var loaded = new List<(Seen Page, Pressure Pressure)>();
        double before;
        double after;
        try
        {
            yardstick = await Yardstick(new Uri($"http://127.0.0.1:{port}"));
            foreach (var page in heaviest)
            {
                using var guest = await Guest.As(house.Address, page.Person);
                loaded.Add((page, await Pressure.On(house.Address, page.Address, guest.Cookies, Warming, Measuring)));
            }

            Say("memory over 10,000 requests");
            using var reader = await Guest.As(house.Address, heaviest[0].Person);
            before = house.Megabytes;
            await Pressure.On(house.Address, heaviest[0].Address, reader.Cookies, TimeSpan.Zero, TimeSpan.Zero, exactly: 10_000);
            after = house.Megabytes;
        }
        finally
        {
            plain.Kill();
        }

        Say("PDF of a long report");
        var pdf = await LongReport.Print(house);
        await File.WriteAllTextAsync(report, Write(first, later, pages, yardstick, loaded, before, after, pdf));
        Say(report);
    }

    /// <summary>Each kind of page once for each person: warmed, timed alone, its questions counted.</summary>
    private static async Task<List<Seen>> EveryPage(House house)
    {
        var questions = new Questions(house.Home);
        var seen = new List<Seen>();
        await questions.Listen();
        foreach (var (person, name) in await Guest.Offered(house.Address))
        {
            using var guest = await Guest.As(house.Address, person);
            foreach (var address in await guest.Pages())
            {
                var bytes = 0;
                var asked = await questions.Of(async () =>
                {
                    using var answer = await guest.Get(address);
                    bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
                });
                var times = new List<double>();
                for (var i = 0; i < 5; i++)
                {
                    var from = Stopwatch.GetTimestamp();
                    using var answer = await guest.Get(address);
                    await answer.Content.CopyToAsync(Stream.Null);
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                }

                seen.Add(new Seen(person, name, address, times.Order().ElementAt(2), asked, bytes));
            }
        }

        await questions.Leave();
        return seen;
    }

    private static async Task<Pressure> Yardstick(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                await http.GetStringAsync("/");
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        return await Pressure.On(address, "/", null, Warming, Measuring);
    }

    private static string Write(TimeSpan first, TimeSpan later, List<Seen> pages, Pressure yardstick, List<(Seen Page, Pressure Pressure)> loaded, double before, double after, (TimeSpan Taken, int Pages, double Megabytes)? pdf)
    {
        var text = new StringBuilder();
        Line($"# Measures of the foundation, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}");
        Line($"");
        Line($"{Machine()}");
        Line($"Private PostgreSQL, demonstration data, Release, loopback, {Pressure.Connections} connections. Shared machine: read the ratios, not the milliseconds.");
        Line($"");
        Line($"| measure | value |");
        Line($"|---|---|");
        Line($"| start to ready, first (cluster made, migrated, demonstration loaded) | {first.TotalSeconds:F1} s |");
        Line($"| start to ready, later | {later.TotalSeconds:F1} s |");
        Line($"| memory of the application before / after 10,000 requests of the heaviest page | {before:F0} / {after:F0} MB |");
        Line($"| PDF of a report of {pdf?.Pages ?? 0} pages ({pdf?.Megabytes ?? 0:F1} MB), from the click to the file | {(pdf is { } made ? $"{made.Taken.TotalSeconds:F1} s" : "not made")} |");
        Line($"| most questions to PostgreSQL by one page | {pages.Max(p => p.Questions)} |");
        Line($"");
        Line($"## The five heaviest pages");
        Line($"");
        Line($"| page | req/s | p50 ms | p99 ms | failures | against plain text |");
        Line($"|---|---|---|---|---|---|");
        Line($"| plain text, same run | {yardstick.PerSecond:F0} | {yardstick.P50:F2} | {yardstick.P99:F2} | {yardstick.Failures} | 1 |");
        foreach (var (page, pressure) in loaded)
        {
            Line($"| `{Guest.Kind(page.Address)}` | {pressure.PerSecond:F0} | {pressure.P50:F1} | {pressure.P99:F1} | {pressure.Failures} | 1/{yardstick.PerSecond / pressure.PerSecond:F0} |");
        }

        Line($"");
        Line($"## Every page, alone");
        Line($"");
        Line($"| page | median ms | questions | KB |");
        Line($"|---|---|---|---|");
        foreach (var page in pages.GroupBy(p => Guest.Kind(p.Address)).Select(g => g.MaxBy(p => p.Questions)!).OrderByDescending(p => p.Questions).ThenBy(p => p.Address, StringComparer.Ordinal))
        {
            Line($"| `{Guest.Kind(page.Address)}` | {page.Alone:F1} | {page.Questions} | {page.Bytes / 1e3:F0} |");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>What all of it ran on.</summary>
    public static string Machine() => $"{Processor()}, {Environment.ProcessorCount} cores shared by the load driver, the application and PostgreSQL; {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB; {RuntimeInformation.OSDescription}; .NET {Environment.Version}.";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "Unknown processor"
        : "Unknown processor";

    /// <summary>Run through the dotnet host, the assembly must be said again.</summary>
    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];

    private static void Say(string what) => Console.WriteLine($"· {what}");
}
