using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Etabli.Application.Hosting;

namespace Etabli.Web.Tests.House;

/// <summary>
/// The real application in a process of its own, on a database of its own that holds the demonstration. It can be killed
/// and started again on the same database.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static string? template;

    private readonly StorehouseSettings settings;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly List<string> said = [];
    private Process? process;

    private Site(StorehouseSettings settings, IReadOnlyDictionary<string, string> environment)
    {
        this.settings = settings;
        this.environment = environment;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    public StorehouseSettings Settings => settings;

    /// <summary>Everything the process wrote: for a test that looks for what must not be there, and for failures.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>Opens a site on a fresh copy of the demonstration.</summary>
    public static async Task<Site> Open(CancellationToken stop, IReadOnlyDictionary<string, string>? environment = null)
    {
        await Gate.WaitAsync(stop);
        StorehouseSettings fresh;
        try
        {
            if (template is null)
            {
                // The demonstration is loaded once, by the application itself; every site starts from a copy of it.
                var name = $"demo_{Guid.NewGuid():N}";
                var first = new Site(await TestHouse.House.NewDatabase(name, stop), new Dictionary<string, string>());
                await first.Start(stop);
                await first.DisposeAsync();
                template = name;
            }

            fresh = await TestHouse.House.CopyDatabase(template, $"w_{Guid.NewGuid():N}", stop);
        }
        finally
        {
            Gate.Release();
        }

        var site = new Site(fresh, environment ?? new Dictionary<string, string>());
        await site.Start(stop);
        return site;
    }

    /// <summary>Opens a site that keeps its own private PostgreSQL, which a test may kill without hurting another.</summary>
    public static async Task<Site> OpenAlone(CancellationToken stop)
    {
        // Short, because a socket path must be short.
        var home = Directory.CreateTempSubdirectory("etk-").FullName;
        File.SetUnixFileMode(home, (UnixFileMode)Convert.ToInt32("711", 8));
        var socket = Path.Combine(home, "postgres", "s");
        var site = new Site(
            new StorehouseSettings(home, $"Host={socket};Username=etabli_app;Database=etabli", $"Host={socket};Username=etabli_owner;Database=etabli"),
            new Dictionary<string, string> { ["ETABLI_DB"] = "", ["ETABLI_DB_OWNER"] = "" });
        await site.Start(stop);
        return site;
    }

    public async Task Start(CancellationToken stop)
    {
        var dll = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!.Replace("Etabli.Web.Tests", "Etabli.Web", StringComparison.Ordinal), "Etabli.Web.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll),
        };
        start.ArgumentList.Add(dll);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address.ToString());
        start.Environment["ETABLI_HOME"] = settings.Home;
        start.Environment["ETABLI_DB"] = settings.Connection;
        start.Environment["ETABLI_DB_OWNER"] = settings.OwnerConnection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0"; // It lives for seconds: measuring itself would cost more than it brings.
        start.Environment["Etabli__Demo"] = "true";
        start.Environment["Etabli__Limits__SignIn"] = "10000";
        start.Environment["Etabli__Limits__PublicCheck"] = "10000";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft"] = "Warning";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await tick.WaitForNextTickAsync(stop))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new InvalidOperationException($"The site did not start:\n{Said}");
            }

            try
            {
                using var answer = await http.GetAsync("/sante", stop);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>kill -9: no goodbye, nothing flushed.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>kill -9 of the private PostgreSQL that <see cref="OpenAlone"/> started.</summary>
    public async Task KillDatabase()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(settings.Home, "postgres", "data", "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture));
        postmaster.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // SIGTERM: the graceful stop is part of what is tested.
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"The site did not stop in 20 s:\n{Said}");
            }
        }

        process?.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            lock (said)
            {
                said.Add(line.Data);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
