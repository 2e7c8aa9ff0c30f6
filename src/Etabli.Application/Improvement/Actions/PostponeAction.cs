using Etabli.Improvement;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Actions;

/// <summary>The due date of an action moves, with the reason; the old date stays readable.</summary>
public sealed class PostponeAction(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(PlannedActionId Action, DateOnly To, string Reason, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var action = await db.MustFind(order.Action, stop);
        rights.MustBe(action.Organisation, ProjectRoles.Contributors);
        db.Expect(action, order.Version);
        var change = action.Postpone(order.To, order.Reason, caller.Id, clock.GetUtcNow());
        journal.Note("action.postponed", "action", action.Id.Value, action.Organisation, detail: new { code = action.Code, from = change.From, to = change.To, reason = change.Reason });
        await db.SaveKnowingly(action.Code, stop);
    }
}
