using Etabli.People;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Etabli.Application.Printing;

/// <summary>Runs one request as the person who asked. Begun again after a crash, it starts from nothing and ends the same.</summary>
public sealed class PrintJob(IServiceScopeFactory scopes, PrintQueue queue) : IJob
{
    internal const string Request = "request";
    internal const string Person = "person";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = Guid.Parse(context.MergedJobDataMap.GetString(Request)!);
        var person = new PersonId(Guid.Parse(context.MergedJobDataMap.GetString(Person)!));
        var stop = queue.Begin(request, cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Caller>().Become(person, stop.Token))
            {
                await scope.ServiceProvider.GetRequiredService<MakePrint>().Run(request, stop.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Cancelled by whoever asked: the row already says so.
        }
        finally
        {
            queue.Finish(request);
        }
    }
}
