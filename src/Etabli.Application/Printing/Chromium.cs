using System.Diagnostics;

namespace Etabli.Application.Printing;

/// <summary>Turns a folder of HTML into a PDF with the browser of the machine; at most two at once, and only our own child is ever ended.</summary>
public sealed class Chromium(ChromiumSettings settings)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private static readonly SemaphoreSlim Presses = new(2, 2);

    /// <summary>Path of the browser; null when the machine has none.</summary>
    public string? Program { get; } = Find(settings.Program);

    /// <summary>Prints a file of a folder into <paramref name="pdf"/>.</summary>
    /// <exception cref="PrintingException">No browser, too long, or the browser gave nothing.</exception>
    public async Task Print(string html, string pdf, CancellationToken stop)
    {
        if (Program is null)
        {
            throw new PrintingException(PrintFailure.NoBrowser, "No Chromium was found.");
        }

        await Presses.WaitAsync(stop);
        var profile = Directory.CreateTempSubdirectory("etabli-chromium-");
        try
        {
            using var late = new CancellationTokenSource(settings.Patience);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
            try
            {
                await Run(Start(html, pdf, profile.FullName), either.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new PrintingException(PrintFailure.TooLong, $"Chromium took more than {settings.Patience}.");
            }

            if (!File.Exists(pdf) || new FileInfo(pdf).Length == 0)
            {
                throw new PrintingException(PrintFailure.BrowserFailed, "Chromium ended without a PDF.");
            }
        }
        finally
        {
            Presses.Release();
            Forget(profile);
        }
    }

    private ProcessStartInfo Start(string html, string pdf, string profile)
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = profile };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--no-pdf-header-footer", "--user-data-dir=" + profile,
            "--print-to-pdf=" + pdf, new Uri(html).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium refuses to run as root inside its sandbox; anybody else keeps it.
        if (Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Insert(1, "--no-sandbox");
        }

        return start;
    }

    private static async Task Run(ProcessStartInfo start, CancellationToken stop)
    {
        using var process = Process.Start(start) ?? throw new PrintingException(PrintFailure.BrowserFailed, "Chromium did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(stop);
            await Task.WhenAll(output, errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new PrintingException(PrintFailure.BrowserFailed, $"Chromium ended with {process.ExitCode}: {Tail(await errors)}");
        }
    }

    private static string? Find(string? told)
    {
        if (!string.IsNullOrWhiteSpace(told))
        {
            return File.Exists(told) ? told : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static string Tail(string text) => text.Length <= 400 ? text : text[^400..];

    private static void Forget(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file the browser still holds: the system empties its temporary folder by itself.
        }
    }
}

/// <summary>What the operator may say of the browser.</summary>
/// <param name="Program">Its path (ETABLI_CHROMIUM); null: looked for on the machine.</param>
/// <param name="Patience">How long a document may take.</param>
public sealed record ChromiumSettings(string? Program, TimeSpan Patience)
{
    public static ChromiumSettings FromEnvironment() => new(Environment.GetEnvironmentVariable("ETABLI_CHROMIUM"), TimeSpan.FromMinutes(2));
}
