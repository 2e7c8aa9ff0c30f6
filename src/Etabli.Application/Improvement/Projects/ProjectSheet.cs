using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>A project as its first page shows it: who, when, the nine steps, and what each shelf holds.</summary>
public sealed record ProjectSheet(
    ProjectId Id,
    string Title,
    string Purpose,
    PersonId Pilot,
    string PilotCode,
    string PilotName,
    DateOnly Starts,
    DateOnly Ends,
    uint Version,
    IReadOnlyList<ProjectSheet.Member> Team,
    IReadOnlyList<ProjectList.StepRow> Steps,
    IReadOnlyList<ProjectSheet.Seen> Observations,
    IReadOnlyList<ProjectSheet.Axis> Axes,
    IReadOnlyList<ProjectSheet.ActionLine> Actions,
    IReadOnlyList<ProjectSheet.Series> Indicators,
    IReadOnlyList<ProjectSheet.Session> Minutes,
    IReadOnlyList<ProjectSheet.Deposit> Files)
{
    public ProjectStep CurrentStep => Project.CurrentOf([.. Steps.Select(s => (s.Step, s.StartedOn, s.DoneOn))]);

    /// <summary>How many objects a step holds.</summary>
    public int ObjectsOf(ProjectStep step) => Files.Count(f => f.Step == step) + step switch
    {
        ProjectStep.Diagnose => Observations.Count,
        ProjectStep.Axes => Axes.Count,
        ProjectStep.Team => Team.Count,
        ProjectStep.Steer => Actions.Count + Minutes.Count,
        ProjectStep.Measure => Indicators.Count,
        _ => 0,
    };

    public sealed record Member(PersonId Person, string Code, string Role, bool ReportsToPilot);

    public sealed record Seen(ObservationId Id, int Number, DateOnly Day, Waste Waste, bool Measured, DateTimeOffset At);

    public sealed record Axis(ProgressAxisId Id, string Code, string Label, DateOnly Due, DateTimeOffset At);

    public sealed record ActionLine(PlannedActionId Id, string Code, string Axis, string Label, string Deliverable, string OwnerCode, DateOnly Due, DateOnly? StartedOn, DateOnly? ClosedOn, bool Measured, DateTimeOffset At)
    {
        public ActionState StateOn(DateOnly day) => PlannedAction.StateOn(day, Due, StartedOn, ClosedOn);
    }

    public sealed record Series(IndicatorId Id, string Code, string Name, decimal Target, TargetDirection Direction, int Points, decimal? Last, DateTimeOffset? LastAt)
    {
        public bool? Reached => Last is { } value ? Indicator.Meets(value, Target, Direction) : null;
    }

    public sealed record Session(MinutesId Id, DateOnly Day, string Subject, int Decisions, DateTimeOffset At);

    public sealed record Deposit(ProjectFileId Id, string Title, ProjectStep Step, DateTimeOffset At);

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Eight questions, however much there is in the project.</summary>
        /// <exception cref="NotFoundException">No such project for this caller.</exception>
        public async Task<ProjectSheet> Find(ProjectId id, CancellationToken stop)
        {
            var project = await db.Projects.AsNoTracking().AsSplitQuery().Where(p => p.Id == id)
                .Select(p => new
                {
                    p.Title,
                    p.Purpose,
                    p.Pilot,
                    p.PilotCode,
                    PilotName = db.Persons.Where(x => x.Id == p.Pilot).Select(x => (x.FirstName + " " + x.LastName).Trim()).FirstOrDefault(),
                    p.Starts,
                    p.Ends,
                    Version = EF.Property<uint>(p, "Version"),
                    Team = p.Team.OrderBy(m => m.Code).Select(m => new Member(m.Person, m.Code, m.Role, m.ReportsToPilot)).ToList(),
                    Steps = p.Steps.OrderBy(s => s.Step).Select(s => new ProjectList.StepRow(s.Step, s.StartedOn, s.DoneOn)).ToList(),
                })
                .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("project", id);
            var seen = await db.Observations.AsNoTracking().Where(o => o.Project == id).OrderBy(o => o.Number)
                .Select(o => new Seen(o.Id, o.Number, o.Day, o.Waste, o.Measure != null, o.NotedAt)).ToListAsync(stop);
            var axes = await db.ProgressAxes.AsNoTracking().Where(a => a.Project == id).OrderBy(a => a.Code)
                .Select(a => new Axis(a.Id, a.Code, a.Label, a.Due, a.SetAt)).ToListAsync(stop);
            var actions = await db.PlannedActions.AsNoTracking().Where(a => a.Project == id).OrderBy(a => a.Due).ThenBy(a => a.Code)
                .Select(a => new ActionLine(a.Id, a.Code, a.Axis, a.Label, a.Deliverable, a.OwnerCode, a.Due, a.StartedOn, a.ClosedOn, a.EffectivenessMeasured, a.PlannedAt)).ToListAsync(stop);
            var indicators = await db.Indicators.AsNoTracking().Where(i => i.Project == id).OrderBy(i => i.Code)
                .Select(i => new Series(
                    i.Id, i.Code, i.Name, i.Target, i.Direction,
                    i.Points.Count(p => p.ReplacedAt == null),
                    i.Points.Where(p => p.ReplacedAt == null).OrderByDescending(p => p.Period).Select(p => (decimal?)p.Value).FirstOrDefault(),
                    i.Points.Max(p => (DateTimeOffset?)p.At)))
                .ToListAsync(stop);
            var minutes = await db.Minutes.AsNoTracking().Where(m => m.Project == id).OrderBy(m => m.Day)
                .Select(m => new Session(m.Id, m.Day, m.Subject, m.Decisions.Count, m.WrittenAt)).ToListAsync(stop);
            var files = await db.ProjectFiles.AsNoTracking().Where(f => f.Project == id).OrderBy(f => f.AddedAt)
                .Select(f => new Deposit(f.Id, f.Title, f.Step, f.AddedAt)).ToListAsync(stop);
            return new(id, project.Title, project.Purpose, project.Pilot, project.PilotCode, project.PilotName ?? project.PilotCode, project.Starts, project.Ends, project.Version,
                project.Team, project.Steps, seen, axes, actions, indicators, minutes, files);
        }
    }
}
