using System.Diagnostics;
using System.Text.Json;
using Etabli.Application.Hosting;

namespace Etabli.Cli.Tests;

/// <summary>Runs the command line as an operator would: another process, its own environment.</summary>
internal static class Terminal
{
    internal sealed record Outcome(int Code, string Said, string Complained)
    {
        public JsonElement Json => JsonDocument.Parse(Said).RootElement;
    }

    public static async Task<Outcome> Run(StorehouseSettings? house, string language, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Etabli.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = language;
        if (house is not null)
        {
            start.Environment["ETABLI_HOME"] = house.Home;
            start.Environment["ETABLI_DB"] = house.Connection;
            start.Environment["ETABLI_DB_OWNER"] = house.OwnerConnection;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await said, await complained);
    }
}
