using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Actions;

/// <summary>An action enters the plan, with all that the référentiel demands of it.</summary>
public sealed class PlanAction(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Code of what serves every axis.</summary>
    public const string EveryAxis = "X0";

    /// <param name="Project">Which project.</param>
    /// <param name="Code">Short name; null: the next AC number.</param>
    /// <param name="Axis">Code of an axis of the project, or <see cref="EveryAxis"/>.</param>
    /// <param name="Label">What is done.</param>
    /// <param name="Deliverable">What will exist.</param>
    /// <param name="Owner">Who answers for it.</param>
    /// <param name="Due">By when.</param>
    /// <param name="Pdca">Where it stands in the wheel.</param>
    public sealed record Order(ProjectId Project, string? Code, string Axis, string Label, string Deliverable, PersonId Owner, DateOnly Due, PdcaStep Pdca);

    public async Task<PlannedActionId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        await using var numbering = await db.Database.BeginTransactionAsync(stop);
        await db.Queue(project.Id, stop);
        var wording = await Worded(db, project.Id, project.Organisation, order.Axis, order.Label, order.Deliverable, order.Owner, order.Pdca, stop);
        var taken = await db.PlannedActions.Where(a => a.Project == project.Id).Select(a => a.Code).ToListAsync(stop);
        var action = new PlannedAction(
            new(Guid.CreateVersion7()), project.Id, project.Organisation, Codes.Next(order.Code, "AC", 2, taken), wording, order.Due, caller.Id, clock.GetUtcNow());
        db.PlannedActions.Add(action);
        journal.Note("action.planned", "action", action.Id.Value, project.Organisation, detail: new { code = action.Code, label = action.Label, owner = action.OwnerCode, due = action.Due });
        await db.SaveKnowingly(action.Code, stop);
        await numbering.CommitAsync(stop);
        return action.Id;
    }

    /// <summary>The wording with what the plant knows checked: the owner is of the plant, the axis is of the project.</summary>
    internal static async Task<ActionWording> Worded(EtabliDb db, ProjectId project, OrganisationId plant, string axis, string label, string deliverable, PersonId owner, PdcaStep pdca, CancellationToken stop)
    {
        var code = (axis ?? "").Trim();
        if (code.Length > 0 && code != EveryAxis && !await db.ProgressAxes.AnyAsync(a => a.Project == project && a.Code == code, stop))
        {
            throw new RefusalException(Etabli.Improvement.Refusal.AxisUnknown, code);
        }

        var ownerCode = owner.Value == Guid.Empty ? "" : await db.MustBeOfThePlant(owner, plant, stop);
        return new(code, label, deliverable, owner, ownerCode, pdca);
    }
}
