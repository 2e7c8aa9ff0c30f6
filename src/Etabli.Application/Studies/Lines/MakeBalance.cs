using Etabli.Methods.Balancing;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Etabli.Application.Studies.Lines;

/// <summary>Searches, writes down how far it is, and keeps the best it found: proved, or until its time, its reader or the server ended it.</summary>
public sealed partial class MakeBalance(EtabliDb db, Caller caller, Rights rights, TimeProvider clock, ILogger<MakeBalance> log)
{
    private const long Memory = 256L << 20;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <param name="id">Which search; nothing happens when it is over.</param>
    /// <param name="stop">Ends the search, not the keeping of what it found.</param>
    public async Task Run(BalanceRunId id, CancellationToken stop)
    {
        rights.MustBe(StudyRoles.Makers);
        var run = await db.BalanceRuns.SingleOrDefaultAsync(r => r.Id == id, CancellationToken.None);
        if (run is null || run.IsOver)
        {
            return;
        }

        rights.MustBe(run.Organisation, StudyRoles.Makers);
        var begun = run.Begin(clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Tell(id, CancellationToken.None);
        if (!begun)
        {
            return;
        }

        try
        {
            await Search(run, stop);
        }
        catch (LineException)
        {
            await Fail(id, BalanceOutcome.TaskTooLong);
        }
        catch (Exception unexpected)
        {
            SearchBroke(log, id.Value, unexpected);
            await Fail(id, BalanceOutcome.Unexpected);
        }
    }

    private async Task Search(BalanceRun run, CancellationToken stop)
    {
        var (id, question) = (run.Id, run.Question);
        if (await db.LineOf(run, CancellationToken.None) is not { } line)
        {
            await Fail(id, BalanceOutcome.NoLine);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(TimeSpan.FromSeconds(question.LimitSeconds));
        var latest = new Latest(line, question.Goal);
        var searching = Task.Factory.StartNew(() => line.Solve(question, new BalanceBudget(Memory: Memory), latest, over.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await caller.LetGo();
            await Watch(id, searching, latest, over);
        }
        finally
        {
            // Whatever happened here, the thread of the search is not left behind.
            await over.CancelAsync();
            await ((Task)searching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Keep(id, line, question, await searching, stop.IsCancellationRequested);
    }

    private async Task Watch(BalanceRunId id, Task searching, Latest latest, CancellationTokenSource over)
    {
        using var beat = new PeriodicTimer(Beat);
        for (var turn = 1; await Task.WhenAny(searching, beat.WaitForNextTickAsync(CancellationToken.None).AsTask()) != searching; turn++)
        {
            var reach = latest.Reach;
            var rows = reach is null
                ? await db.BalanceRuns.CountAsync(r => r.Id == id && r.Stage == BalanceStage.Running, CancellationToken.None)
                : await db.BalanceRuns.Where(r => r.Id == id && r.Stage == BalanceStage.Running).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.BestStations, reach.Stations).SetProperty(r => r.BestCycle, reach.CycleSeconds).SetProperty(r => r.Bound, reach.Bound).SetProperty(r => r.Nodes, reach.Nodes),
                    CancellationToken.None);
            if (rows == 0)
            {
                // Cancelled, perhaps by another process.
                await over.CancelAsync();
            }

            if (turn % 2 == 0)
            {
                await db.Tell(id, CancellationToken.None);
            }
        }
    }

    private async Task Keep(BalanceRunId id, StudiedLine line, BalanceQuestion question, SolvedLine found, bool wasStopped)
    {
        db.ChangeTracker.Clear();
        var run = await db.BalanceRuns.SingleAsync(r => r.Id == id, CancellationToken.None);
        if (found.Stations.Count == 0)
        {
            if (found.Outcome == BalanceOutcome.Impossible)
            {
                run.Contradict(found.Conflict, clock.GetUtcNow());
            }
            else if (!run.IsOver)
            {
                run.Fail(wasStopped ? BalanceOutcome.Stopped : BalanceOutcome.NothingFound, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(CancellationToken.None);
            await db.Tell(id, CancellationToken.None);
            return;
        }

        var isProved = found.Outcome == BalanceOutcome.Proved;
        var stage = isProved ? BalanceStage.Done : run.Stage == BalanceStage.Cancelled ? BalanceStage.Cancelled : wasStopped ? BalanceStage.Interrupted : BalanceStage.Done;
        var outcome = found.Outcome == BalanceOutcome.TimeOver && stage != BalanceStage.Done ? BalanceOutcome.Stopped : found.Outcome;
        run.End(
            line.Reach(question.Goal, found.Places, found.Cycle, found.Bound, found.Nodes),
            [.. line.Tasks.Select((t, i) => new PlacedTask(t.Id, found.Stations[i] + 1))], outcome, stage, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Tell(id, CancellationToken.None);
    }

    private async Task Fail(BalanceRunId id, BalanceOutcome why)
    {
        db.ChangeTracker.Clear();
        var run = await db.BalanceRuns.SingleAsync(r => r.Id == id, CancellationToken.None);
        run.Fail(why, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Tell(id, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The search {Run} for a balance broke")]
    private static partial void SearchBroke(ILogger log, Guid run, Exception why);

    /// <summary>What the search said last; told on its own thread.</summary>
    private sealed class Latest(StudiedLine line, BalanceGoal goal) : IProgress<BalanceProgress>
    {
        private volatile BalanceReach? reach;

        public BalanceReach? Reach => reach;

        public void Report(BalanceProgress value) => reach = line.Reach(goal, value.Stations, value.Cycle, value.Bound, value.Nodes);
    }
}
