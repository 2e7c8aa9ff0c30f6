using System.Runtime.CompilerServices;
using Etabli.Application;
using Etabli.Application.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Etabli.Web.Hosting;

/// <summary>/en-direct/{id}: one event each time the journal writes on that object, so that the open page refreshes; 404 to who does not see it.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this WebApplication app) => app.MapGet("/en-direct/{subject:guid}", Listen);

    private static async Task<ServerSentEventsResult<long>> Listen(Guid subject, LiveSubject.Reader subjects, Heartbeat heartbeat, Caller caller, IHostApplicationLifetime house, CancellationToken stop)
    {
        await subjects.MustSee(subject, stop);
        await caller.LetGo();
        return TypedResults.ServerSentEvents(UntilClosing(subject, heartbeat, house, stop));
    }

    /// <summary>An open page must not keep the house from closing.</summary>
    private static async IAsyncEnumerable<long> UntilClosing(Guid subject, Heartbeat heartbeat, IHostApplicationLifetime house, [EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, house.ApplicationStopping);
        await using var beats = heartbeat.On(subject, either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            try
            {
                if (!await beats.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return beats.Current;
        }
    }

    /// <summary>The beats of a work that lasts; one that was over before the page began to listen is told at once.</summary>
    internal static async IAsyncEnumerable<long> UntilOver(Guid id, Func<CancellationToken, Task<bool>> isOver, Heartbeat heartbeat, Caller caller, IHostApplicationLifetime house, [EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, house.ApplicationStopping);
        await using var beats = heartbeat.On(id, either.Token).GetAsyncEnumerator(either.Token);
        var beat = beats.MoveNextAsync();
        var over = await isOver(either.Token);
        await caller.LetGo();
        if (over)
        {
            yield return 0;
        }

        while (true)
        {
            try
            {
                if (!await beat)
                {
                    yield break;
                }
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return beats.Current;
            beat = beats.MoveNextAsync();
        }
    }
}
