using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Actions;

/// <summary>What a closed action changed is measured at last.</summary>
public sealed class NoteEffectiveness(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(PlannedActionId Action, string Effectiveness, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var action = await db.MustFind(order.Action, stop);
        rights.MustBe(action.Organisation, ProjectRoles.Contributors);
        db.Expect(action, order.Version);
        var before = action.EffectivenessStatement;
        action.NoteEffectiveness(Effectiveness.MeasuredAs(order.Effectiveness));
        journal.Note("action.measured", "action", action.Id.Value, action.Organisation, detail: new { code = action.Code, before });
        await db.SaveKnowingly(action.Code, stop);
    }
}
