using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Etabli.Application.Hosting;
using Etabli.Application.Journal;
using Etabli.Demo;
using Etabli.Web.Tests.House;
using Npgsql;

namespace Etabli.Web.Tests.Security;

/// <summary>kill -9 while many people deposit: what was acknowledged is there, whole, and the journal still proves itself.</summary>
public sealed class KillTests
{
    private const int Hands = 6;
    private const int Enough = 60;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_application_then_the_database_are_killed()
    {
        var site = await Site.OpenAlone(Stop);
        try
        {
            var acknowledged = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

            await Work(site, acknowledged, Enough, site.Kill);
            await site.Start(Stop);
            await EverythingMustBeThere(site, acknowledged);

            await Work(site, acknowledged, 2 * Enough, site.KillDatabase);
            await site.Kill();
            await site.Start(Stop);
            await EverythingMustBeThere(site, acknowledged);

            Assert.True(acknowledged.Count >= 2 * Enough);
        }
        finally
        {
            await site.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(site.Settings.Home, recursive: true);
        }
    }

    /// <summary>Many hands deposit until enough is acknowledged; then the blow falls in the middle of their work.</summary>
    private static async Task Work(Site site, ConcurrentDictionary<string, string> acknowledged, int enough, Func<Task> blow)
    {
        var struck = false;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hands = Enumerable.Range(0, Hands).Select(hand => Task.Run(
            async () =>
            {
                using var visitor = await Visitor.As(site, hand % 2 == 0 ? "CLEAN" : "METH");
                var token = await visitor.Token("/style");
                for (var i = 0; !Volatile.Read(ref struck) || i < 5; i++)
                {
                    var content = Encoding.UTF8.GetBytes($"main;tour;hasard\n{hand};{i};{Guid.NewGuid()}\n");
                    try
                    {
                        using var answer = await visitor.PostFile(
                            "/fichiers", new() { ["organisation"] = DemoIds.Organisation("vnp").ToString(), ["__RequestVerificationToken"] = token }, $"mesures {hand}-{i}.csv", content);
                        if (answer.StatusCode == HttpStatusCode.Created)
                        {
                            acknowledged[answer.Headers.Location!.ToString()] = Convert.ToHexStringLower(SHA256.HashData(content));
                        }
                        else if (Volatile.Read(ref struck))
                        {
                            return;
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // The blow fell: what was not acknowledged is not owed.
                        return;
                    }

                    if (acknowledged.Count >= enough)
                    {
                        reached.TrySetResult();
                    }
                }
            },
            Stop)).ToList();
        await Task.WhenAny(reached.Task, Task.WhenAll(hands));
        Assert.True(reached.Task.IsCompleted, $"Only {acknowledged.Count} deposits were acknowledged.\n{site.Said}");
        await blow();
        Volatile.Write(ref struck, true);
        await Task.WhenAll(hands);
    }

    private static async Task EverythingMustBeThere(Site site, ConcurrentDictionary<string, string> acknowledged)
    {
        using var visitor = await Visitor.As(site, "CLEAN");
        foreach (var (address, hash) in acknowledged)
        {
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} was acknowledged and answers {answer.StatusCode}");
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Stop))));
        }

        var noted = await Ledger.One<long>(site, "select count(*) from journal.entry where act = 'file.deposited'");
        Assert.Equal(await Ledger.One<long>(site, "select count(*) from files.stored_file"), noted);
        await using var storehouse = await Storehouse.Open(site.Settings, Stop);
        var verdict = await VerifyJournal.Of(storehouse, Stop);
        Assert.True(verdict.Holds, $"{verdict.Fault} at {verdict.BrokenAt}");
    }
}
