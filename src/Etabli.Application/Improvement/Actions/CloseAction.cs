using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Actions;

/// <summary>An action is closed, with what it changed or the plain word that nothing was measured yet.</summary>
public sealed class CloseAction(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(PlannedActionId Action, bool Measured, string Effectiveness, DateOnly? Day = null, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var action = await db.MustFind(order.Action, stop);
        rights.MustBe(action.Organisation, ProjectRoles.Contributors);
        db.Expect(action, order.Version);
        action.Close(order.Day ?? clock.Today(), order.Measured ? Effectiveness.MeasuredAs(order.Effectiveness) : Effectiveness.NotYetMeasured(order.Effectiveness));
        journal.Note("action.closed", "action", action.Id.Value, action.Organisation, detail: new { code = action.Code, day = action.ClosedOn, measured = action.EffectivenessMeasured });
        await db.SaveKnowingly(action.Code, stop);
    }
}
