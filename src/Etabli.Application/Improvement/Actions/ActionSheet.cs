using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Actions;

/// <summary>One action, whole, with every move of its date.</summary>
public sealed record ActionSheet(
    PlannedActionId Id,
    ProjectId Project,
    string Code,
    string Axis,
    string Label,
    string Deliverable,
    PersonId Owner,
    string OwnerCode,
    string OwnerName,
    PdcaStep Pdca,
    DateOnly Due,
    DateOnly FirstDue,
    DateOnly? StartedOn,
    DateOnly? ClosedOn,
    bool Measured,
    string? Effectiveness,
    IReadOnlyList<ActionSheet.Move> Moves,
    PersonId Author,
    string AuthorName,
    DateTimeOffset PlannedAt,
    uint Version)
{
    public ActionState StateOn(DateOnly day) => PlannedAction.StateOn(day, Due, StartedOn, ClosedOn);

    public sealed record Move(DateOnly From, DateOnly To, string Reason, string ByCode, DateTimeOffset At);

    public sealed class Reader(EtabliDb db)
    {
        /// <exception cref="NotFoundException">No such action for this caller.</exception>
        public async Task<ActionSheet> Find(PlannedActionId id, CancellationToken stop) => await db.PlannedActions.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new ActionSheet(
                a.Id, a.Project, a.Code, a.Axis, a.Label, a.Deliverable, a.Owner, a.OwnerCode,
                db.Persons.Where(p => p.Id == a.Owner).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? a.OwnerCode,
                a.Pdca, a.Due, a.FirstDue, a.StartedOn, a.ClosedOn, a.EffectivenessMeasured, a.EffectivenessStatement,
                a.DueChanges.OrderBy(c => c.At).Select(c => new Move(c.From, c.To, c.Reason, db.Persons.Where(p => p.Id == c.By).Select(p => p.Code).FirstOrDefault() ?? "", c.At)).ToList(),
                a.Author,
                db.Persons.Where(p => p.Id == a.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
                a.PlannedAt, EF.Property<uint>(a, "Version")))
            .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("action", id);
    }
}
