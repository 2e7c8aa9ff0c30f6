using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Actions;

/// <summary>Many actions enter the plan at once, all or none.</summary>
public sealed class ImportActions(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(ProjectId Project, string Text);

    /// <summary>What the lines say; nothing is kept.</summary>
    public async Task<PastedActions> Preview(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        return await Read(order, project.Organisation, stop);
    }

    /// <exception cref="RefusalException">A line is wrong: nothing is kept, the preview says which.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        await using var numbering = await db.Database.BeginTransactionAsync(stop);
        await db.Queue(project.Id, stop);
        var pasted = await Read(order, project.Organisation, stop);
        if (pasted.Errors > 0)
        {
            throw new RefusalException(Etabli.Improvement.Refusal.LinesInError, pasted.Errors);
        }

        var taken = await db.PlannedActions.Where(a => a.Project == project.Id).Select(a => a.Code).ToListAsync(stop);
        taken.AddRange(pasted.Lines.Where(l => l.Code is not null).Select(l => l.Code!));
        foreach (var line in pasted.Lines)
        {
            var code = Codes.Next(line.Code, "AC", 2, taken);
            taken.Add(code);
            var action = new PlannedAction(
                new(Guid.CreateVersion7()), project.Id, project.Organisation, code,
                new(line.Axis, line.Label, line.Deliverable, line.Owner!.Value, line.OwnerCode, line.Pdca), line.Due!.Value, caller.Id, clock.GetUtcNow());
            db.PlannedActions.Add(action);
            journal.Note("action.planned", "action", action.Id.Value, project.Organisation, detail: new { code, label = action.Label, owner = action.OwnerCode, due = action.Due, imported = true });
        }

        await db.SaveKnowingly("", stop);
        await numbering.CommitAsync(stop);
        return pasted.Lines.Count;
    }

    private async Task<PastedActions> Read(Order order, OrganisationId plant, CancellationToken stop)
    {
        var people = await db.Persons.AsNoTracking().Where(p => p.Roles.Any(r => r.Organisation == plant)).Select(p => new { p.Code, p.Id }).ToListAsync(stop);
        var axes = await db.ProgressAxes.AsNoTracking().Where(a => a.Project == order.Project).Select(a => a.Code).ToListAsync(stop);
        var codes = await db.PlannedActions.AsNoTracking().Where(a => a.Project == order.Project).Select(a => a.Code).ToListAsync(stop);
        return PastedActions.Read(
            order.Text,
            people.GroupBy(p => p.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.OrdinalIgnoreCase),
            axes.ToHashSet(StringComparer.Ordinal),
            codes.ToHashSet(StringComparer.Ordinal));
    }
}
