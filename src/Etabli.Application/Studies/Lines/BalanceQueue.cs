using System.Collections.Concurrent;
using System.Globalization;
using Etabli.People;
using Etabli.Studies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Etabli.Application.Studies.Lines;

/// <summary>Hands searches to the job store, which keeps them over a restart, and ends those that are no longer wanted.</summary>
public sealed class BalanceQueue(ISchedulerFactory schedulers) : IDisposable
{
    /// <summary>Execution group of the searches: not more of them at once than this machine has cores, one less where it has several, so that pages still answer.</summary>
    public const string Group = "balance";

    private readonly ConcurrentDictionary<BalanceRunId, CancellationTokenSource> running = new();

    /// <summary>Searches that may run at once on this machine.</summary>
    public static int MostAtOnce => Math.Max(1, Environment.ProcessorCount - 1);

    internal async Task Add(BalanceRunId run, PersonId person, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var key = new JobKey(run.Value.ToString("N", CultureInfo.InvariantCulture), Group);
        if (await scheduler.Exists(key, stop))
        {
            return;
        }

        var job = JobBuilder.Create<BalanceJob>()
            .WithIdentity(key)
            .UsingJobData(BalanceJob.Run, run.ToString())
            .UsingJobData(BalanceJob.Person, person.Value.ToString())
            .RequestRecovery()
            .Build();
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().ForJob(key).WithExecutionGroup(Group).StartNow().Build(), cancellationToken: stop);
    }

    /// <summary>Ends a search that runs in this process; one that runs elsewhere sees it in its row.</summary>
    internal void Interrupt(BalanceRunId run)
    {
        if (running.TryGetValue(run, out var source))
        {
            source.Cancel();
        }
    }

    internal CancellationToken Begin(BalanceRunId run, params CancellationToken[] stops) =>
        running.AddOrUpdate(run, _ => CancellationTokenSource.CreateLinkedTokenSource(stops), (_, _) => CancellationTokenSource.CreateLinkedTokenSource(stops)).Token;

    internal void Finish(BalanceRunId run)
    {
        if (running.TryRemove(run, out var source))
        {
            source.Dispose();
        }
    }

    /// <summary>A process that goes away lets its searches end.</summary>
    public void Dispose()
    {
        foreach (var source in running.Values)
        {
            source.Cancel();
        }
    }
}

/// <summary>Runs one search as the person who asked. Begun again after a crash, it starts from nothing and ends the same.</summary>
public sealed class BalanceJob(IServiceScopeFactory scopes, BalanceQueue queue, IHostApplicationLifetime house) : IJob
{
    internal const string Run = "run";
    internal const string Person = "person";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var run = new BalanceRunId(Guid.Parse(context.MergedJobDataMap.GetString(Run)!));
        var person = new PersonId(Guid.Parse(context.MergedJobDataMap.GetString(Person)!));
        var stop = queue.Begin(run, cancellationToken, house.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Caller>().Become(person, CancellationToken.None))
            {
                await scope.ServiceProvider.GetRequiredService<MakeBalance>().Run(run, stop);
            }
        }
        finally
        {
            queue.Finish(run);
        }
    }
}
