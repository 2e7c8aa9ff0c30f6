using Etabli.Application;
using Etabli.Application.Live;
using Etabli.Application.Studies.Lines;
using Etabli.Studies;
using Etabli.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Etabli.Web.Studies.Lines;

/// <summary>Hearing how far a search for a balance is.</summary>
internal static class LineEndpoints
{
    public static void MapLines(this IEndpointRouteBuilder app) => app.MapGet("/en-direct/calcul-{id:guid}", Listen).RequireAuthorization();

    private static async Task<ServerSentEventsResult<long>> Listen(Guid id, Heartbeat heartbeat, BalanceRunSheet.Reader runs, Caller caller, IHostApplicationLifetime house, CancellationToken stop) =>
        await runs.IsOver(new BalanceRunId(id), stop) is null
            ? throw new NotFoundException("balance", id)
            : TypedResults.ServerSentEvents(LiveEndpoint.UntilOver(id, async s => await runs.IsOver(new BalanceRunId(id), s) ?? true, heartbeat, caller, house, stop));
}
