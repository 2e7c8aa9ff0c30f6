using Etabli.Web.Tests.House;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Etabli.Web.Tests.House;

/// <summary>One Chromium for all tests, started by the first that needs it and ended after the last: windows keep people apart.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(Start);

    /// <summary>The same engine without a desktop's window around it, where Debian's package of it is installed: a fifth less of the processor.</summary>
    private static string Lightest => File.Exists("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium";

    internal static async Task<IBrowser> Running() => (await Started.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> Start()
    {
        // As patient as the actions: what a loaded machine shows late is shown all the same.
        Assertions.SetDefaultExpectTimeout(40_000);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Lightest,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (driver, browser);
    }
}
