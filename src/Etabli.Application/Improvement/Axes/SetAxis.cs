using Etabli.Improvement;
using Etabli.Improvement.Axes;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Axes;

/// <summary>The project takes a direction.</summary>
public sealed class SetAxis(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Project">Which project.</param>
    /// <param name="Code">Short name; null: the next X number.</param>
    /// <param name="Wording">What it says.</param>
    public sealed record Order(ProjectId Project, string? Code, AxisWording Wording);

    public async Task<ProgressAxisId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        await using var numbering = await db.Database.BeginTransactionAsync(stop);
        await db.Queue(project.Id, stop);
        var taken = await db.ProgressAxes.Where(a => a.Project == project.Id).Select(a => a.Code).ToListAsync(stop);
        var axis = new ProgressAxis(
            new(Guid.CreateVersion7()), project.Id, project.Organisation, Codes.Next(order.Code, "X", 1, taken), order.Wording, caller.Id, clock.GetUtcNow());
        db.ProgressAxes.Add(axis);
        journal.Note("axis.set", "axis", axis.Id.Value, project.Organisation, detail: new { code = axis.Code, label = axis.Label });
        await db.SaveKnowingly(axis.Code, stop);
        await numbering.CommitAsync(stop);
        return axis.Id;
    }
}
