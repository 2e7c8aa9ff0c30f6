using System.Collections.Concurrent;
using System.Globalization;
using Etabli.People;
using Quartz;

namespace Etabli.Application.Printing;

/// <summary>Hands requests to the job store, which keeps them over a restart, and ends those that are no longer wanted.</summary>
public sealed class PrintQueue(ISchedulerFactory schedulers) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> running = new();
    private IScheduler? scheduler;

    /// <summary>Queues a request; a request already queued stays once.</summary>
    internal async Task Add(Guid request, PersonId person, CancellationToken stop)
    {
        scheduler ??= await schedulers.GetScheduler(stop);
        var key = new JobKey(request.ToString("N", CultureInfo.InvariantCulture), "print");
        if (await scheduler.Exists(key, stop))
        {
            return;
        }

        var job = JobBuilder.Create<PrintJob>()
            .WithIdentity(key)
            .UsingJobData(PrintJob.Request, request.ToString())
            .UsingJobData(PrintJob.Person, person.Value.ToString())
            .RequestRecovery()
            .Build();
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().ForJob(key).StartNow().Build(), cancellationToken: stop);
    }

    /// <summary>Ends a request that runs in this process.</summary>
    internal void Interrupt(Guid request)
    {
        if (running.TryGetValue(request, out var source))
        {
            source.Cancel();
        }
    }

    internal CancellationTokenSource Begin(Guid request, CancellationToken stop) =>
        running.AddOrUpdate(request, _ => CancellationTokenSource.CreateLinkedTokenSource(stop), (_, _) => CancellationTokenSource.CreateLinkedTokenSource(stop));

    internal void Finish(Guid request)
    {
        if (running.TryRemove(request, out var source))
        {
            source.Dispose();
        }
    }

    /// <summary>A process that asked for prints without serving any (a test, the command line) lets its scheduler go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (scheduler is { Status: not SchedulerStatus.Shutdown } mine)
        {
            try
            {
                await mine.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                // Its last look at the cluster asked the provider, which is already going away with us.
            }
        }
    }
}
