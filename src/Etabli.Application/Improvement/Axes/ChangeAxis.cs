using Etabli.Improvement;
using Etabli.Improvement.Axes;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Axes;

/// <summary>An axis is said anew.</summary>
public sealed class ChangeAxis(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ProgressAxisId Axis, AxisWording Wording, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var axis = await db.MustFind(order.Axis, stop);
        rights.MustBe(axis.Organisation, ProjectRoles.Contributors);
        db.Expect(axis, order.Version);
        var before = new { label = axis.Label, target = axis.Target, due = axis.Due };
        axis.Word(order.Wording);
        journal.Note("axis.changed", "axis", axis.Id.Value, axis.Organisation, detail: new { code = axis.Code, before });
        await db.SaveKnowingly(axis.Code, stop);
    }
}
