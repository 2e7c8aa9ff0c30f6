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

/// <summary>kill -9 while many people deposit and a jury votes: what was acknowledged is there, whole, and the journal still proves itself.</summary>
public sealed class KillTests
{
    private const int Hands = 6;
    private const int Enough = 60;
    private const int Candidates = 16;
    private const int EnoughVotes = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_application_then_the_database_are_killed()
    {
        var site = await Site.OpenAlone(Stop);
        try
        {
            var acknowledged = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            var votes = new ConcurrentBag<Guid>();

            await Work(site, acknowledged, votes, Enough, site.Kill);
            await site.Start(Stop);
            await EverythingMustBeThere(site, acknowledged, votes);

            await Work(site, acknowledged, votes, 2 * Enough, site.KillDatabase);
            await site.Kill();
            await site.Start(Stop);
            await EverythingMustBeThere(site, acknowledged, votes);

            Assert.True(acknowledged.Count >= 2 * Enough);
            Assert.True(votes.Count >= 2 * EnoughVotes);
        }
        finally
        {
            await site.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(site.Settings.Home, recursive: true);
        }
    }

    /// <summary>Many hands deposit until enough is acknowledged; then the blow falls in the middle of their work.</summary>
    private static async Task Work(Site site, ConcurrentDictionary<string, string> acknowledged, ConcurrentBag<Guid> votes, int enough, Func<Task> blow)
    {
        // Ways to a database that was killed meanwhile lead nowhere.
        NpgsqlConnection.ClearAllPools();
        var day = await VotingDay.Open(site, Candidates);
        var votesBefore = votes.Count;
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

                    if (acknowledged.Count >= enough && votes.Count - votesBefore >= EnoughVotes)
                    {
                        reached.TrySetResult();
                    }
                }
            },
            Stop)).Concat(VotingDay.Jurors.Select(juror => Task.Run(() => Vote(site, juror, day, votes), Stop))).ToList();
        await Task.WhenAny(reached.Task, Task.WhenAll(hands));
        Assert.True(reached.Task.IsCompleted, $"Only {acknowledged.Count} deposits were acknowledged.\n{site.Said}");
        await blow();
        Volatile.Write(ref struck, true);
        await Task.WhenAll(hands);
    }

    /// <summary>A juror votes on each candidate in turn; a ballot is owed once the house has answered.</summary>
    private static async Task Vote(Site site, string juror, VotingDay day, ConcurrentBag<Guid> votes)
    {
        try
        {
            using var visitor = await Visitor.As(site, juror);
            var token = await visitor.Token("/style");
            foreach (var dossier in day.Dossiers)
            {
                var ballot = Guid.CreateVersion7();
                using var answer = await visitor.Post($"/jurys/{day.Session}/vote/{dossier}", new()
                {
                    ["_handler"] = "bulletin",
                    ["Form.Id"] = ballot.ToString(),
                    ["Form.Ballot"] = "For",
                    ["__RequestVerificationToken"] = token,
                });
                if (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/vote/", StringComparison.Ordinal))
                {
                    votes.Add(ballot);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The blow fell: what was not acknowledged is not owed.
        }
    }

    private static async Task EverythingMustBeThere(Site site, ConcurrentDictionary<string, string> acknowledged, ConcurrentBag<Guid> votes)
    {
        foreach (var ballot in votes)
        {
            Assert.True(await Ledger.One<bool>(site, "select exists (select from certification.vote where id = $1)", ballot), $"Ballot {ballot} was acknowledged and is lost.");
        }

        using var visitor = await Visitor.As(site, "CLEAN");
        foreach (var (address, hash) in acknowledged)
        {
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} was acknowledged and answers {answer.StatusCode}");
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Stop))));
        }

        var noted = await Ledger.One<long>(site, "select count(*) from journal.entry where act = 'file.deposited'");
        Assert.Equal(await Ledger.One<long>(site, "select count(*) from files.stored_file"), noted);
        NpgsqlConnection.ClearAllPools();
        await using var storehouse = await Storehouse.Open(site.Settings, Stop);
        var verdict = await VerifyJournal.Of(storehouse, Stop);
        Assert.True(verdict.Holds, $"{verdict.Fault} at {verdict.BrokenAt}");
    }
}
