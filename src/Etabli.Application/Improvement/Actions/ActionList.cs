using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Actions;

/// <summary>The action plan of a project on a day, late first.</summary>
public sealed record ActionList(DateOnly Day, IReadOnlyList<ActionList.Row> Actions)
{
    public int Count(ActionState state) => Actions.Count(a => a.State == state);

    public sealed record Row(
        PlannedActionId Id, string Code, string Axis, string Label, string Deliverable, string OwnerCode, PdcaStep Pdca, DateOnly Due, DateOnly FirstDue, DateOnly? StartedOn, DateOnly? ClosedOn, bool Measured, string? Effectiveness, ActionState State)
    {
        /// <summary>Days past the due date (positive) or left until it (negative), to the closing or to the day.</summary>
        public int GapOn(DateOnly day) => (ClosedOn ?? day).DayNumber - Due.DayNumber;
    }

    public sealed class Reader(EtabliDb db, TimeProvider clock)
    {
        public async Task<ActionList> Of(ProjectId project, CancellationToken stop)
        {
            var today = clock.Today();
            var rows = await db.PlannedActions.AsNoTracking()
                .Where(a => a.Project == project)
                .Select(a => new { a.Id, a.Code, a.Axis, a.Label, a.Deliverable, a.OwnerCode, a.Pdca, a.Due, a.FirstDue, a.StartedOn, a.ClosedOn, a.EffectivenessMeasured, a.EffectivenessStatement })
                .Take(5_000)
                .ToListAsync(stop);
            return new(today, [.. rows
                .Select(a => new Row(a.Id, a.Code, a.Axis, a.Label, a.Deliverable, a.OwnerCode, a.Pdca, a.Due, a.FirstDue, a.StartedOn, a.ClosedOn, a.EffectivenessMeasured, a.EffectivenessStatement, PlannedAction.StateOn(today, a.Due, a.StartedOn, a.ClosedOn)))
                .OrderBy(a => a.State).ThenBy(a => a.Due).ThenBy(a => a.Code, StringComparer.Ordinal)]);
        }
    }
}
