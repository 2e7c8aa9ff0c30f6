using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Actions;

/// <summary>An action is said anew; its date moves elsewhere, with a reason.</summary>
public sealed class ChangeAction(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(PlannedActionId Action, string Axis, string Label, string Deliverable, PersonId Owner, PdcaStep Pdca, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var action = await db.MustFind(order.Action, stop);
        rights.MustBe(action.Organisation, ProjectRoles.Contributors);
        db.Expect(action, order.Version);
        var before = new { axis = action.Axis, label = action.Label, deliverable = action.Deliverable, owner = action.OwnerCode, pdca = action.Pdca.ToString() };
        action.Word(await PlanAction.Worded(db, action.Project, action.Organisation, order.Axis, order.Label, order.Deliverable, order.Owner, order.Pdca, stop));
        journal.Note("action.changed", "action", action.Id.Value, action.Organisation, detail: new { code = action.Code, before });
        await db.SaveKnowingly(action.Code, stop);
    }
}
