using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Etabli.Application.Hosting;

namespace Etabli.Load;

/// <summary>The published application in a process of its own, with its private PostgreSQL in a folder of its own.</summary>
internal sealed class House(string published, string home) : IAsyncDisposable
{
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Home => home;

    /// <summary>The application in a new folder, which the database may read.</summary>
    public static House Of(string published)
    {
        var home = Directory.CreateTempSubdirectory("etl-").FullName;
        File.SetUnixFileMode(home, (UnixFileMode)Convert.ToInt32("711", 8));
        return new(Path.GetFullPath(published), home);
    }

    /// <summary>Its database and files, beside the process.</summary>
    public Task<Storehouse> Beside()
    {
        var socket = Path.Combine(home, "postgres", "s");
        return Storehouse.Open(new StorehouseSettings(home, $"Host={socket};Username=etabli_app;Database=etabli", $"Host={socket};Username=etabli_owner;Database=etabli"), CancellationToken.None);
    }

    /// <summary>Starts and waits for the first good answer of /sante.</summary>
    public async Task<TimeSpan> Start()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = published, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(published, "Etabli.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address.ToString());
        start.Environment["ETABLI_HOME"] = home;
        start.Environment["ETABLI_DB"] = "";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Etabli__Demo"] = "true";
        start.Environment["Etabli__Limits__SignIn"] = "100000";
        start.Environment["Etabli__Limits__PublicCheck"] = "1000000";
        var clock = Stopwatch.StartNew();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The application ended with {process.ExitCode}.");
            }

            try
            {
                using var answer = await http.GetAsync("/sante");
                if (answer.IsSuccessStatusCode)
                {
                    return clock.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Memory of the process now, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public async Task Stop()
    {
        using var term = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await term.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await Stop();
        }

        process?.Dispose();
        Directory.Delete(home, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
