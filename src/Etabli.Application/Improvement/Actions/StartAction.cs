using Etabli.Improvement;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Actions;

/// <summary>Work on an action begins.</summary>
public sealed class StartAction(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(PlannedActionId Action, DateOnly? Day = null, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var action = await db.MustFind(order.Action, stop);
        rights.MustBe(action.Organisation, ProjectRoles.Contributors);
        db.Expect(action, order.Version);
        action.Start(order.Day ?? clock.Today());
        journal.Note("action.started", "action", action.Id.Value, action.Organisation, detail: new { code = action.Code, day = action.StartedOn });
        await db.SaveKnowingly(action.Code, stop);
    }
}
