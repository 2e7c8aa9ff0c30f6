using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>
/// A project as its first page shows it: who, when, the nine steps with what each holds, and in full only what the open
/// step shows.
/// </summary>
public sealed record ProjectSheet(
    ProjectHead Head,
    string Purpose,
    PersonId Pilot,
    string PilotCode,
    string PilotName,
    uint Version,
    IReadOnlyList<ProjectSheet.Member> Team,
    IReadOnlyList<ProjectList.StepRow> Steps,
    ProjectSheet.Totals Counts,
    ProjectStep Open,
    IReadOnlyList<ProjectSheet.Deposit> Files)
{
    public ProjectId Id => Head.Id;

    public string Title => Head.Title;

    /// <summary>When the diagnosis is open.</summary>
    public IReadOnlyList<Seen> Observations { get; init; } = [];

    /// <summary>When the diagnosis is open.</summary>
    public IReadOnlyList<Made> Studies { get; init; } = [];

    /// <summary>When the measuring is open.</summary>
    public IReadOnlyList<Asked> Analyses { get; init; } = [];

    /// <summary>When the axes are open.</summary>
    public IReadOnlyList<Axis> Axes { get; init; } = [];

    /// <summary>When the axes or the steering are open.</summary>
    public IReadOnlyList<ActionLine> Actions { get; init; } = [];

    /// <summary>When the steering is open.</summary>
    public IReadOnlyList<Session> Minutes { get; init; } = [];

    public ProjectStep CurrentStep => Project.CurrentOf([.. Steps.Select(s => (s.Step, s.StartedOn, s.DoneOn))]);

    /// <summary>How many objects a step holds.</summary>
    public int ObjectsOf(ProjectStep step) => Files.Count(f => f.Step == step) + step switch
    {
        ProjectStep.Diagnose => Counts.Observations + Counts.Studies,
        ProjectStep.Axes => Counts.Axes,
        ProjectStep.Team => Team.Count,
        ProjectStep.Steer => Counts.Actions + Counts.Minutes,
        ProjectStep.Measure => Counts.Indicators + Counts.Analyses,
        _ => 0,
    };

    public sealed record Totals(int Observations, int Axes, int Actions, int Closed, int Late, int Indicators, int Minutes, int Studies, int Analyses);

    /// <summary>A study made for the project.</summary>
    public sealed record Made(Guid Id, StudyKind Kind, string Title, DateTimeOffset At);

    /// <summary>A question asked of measures for the project.</summary>
    public sealed record Asked(Guid Id, AnalysisKind Kind, string Title, DateTimeOffset At);

    public sealed record Member(PersonId Person, string Code, string Role, bool ReportsToPilot);

    public sealed record Seen(ObservationId Id, int Number, DateOnly Day, Waste Waste, bool Measured, DateTimeOffset At);

    public sealed record Axis(ProgressAxisId Id, string Code, string Label, DateOnly Due, DateTimeOffset At);

    public sealed record ActionLine(PlannedActionId Id, string Code, string Axis, string Label, string Deliverable, string OwnerCode, DateOnly Due, DateOnly? StartedOn, DateOnly? ClosedOn, bool Measured, DateTimeOffset At)
    {
        public ActionState StateOn(DateOnly day) => PlannedAction.StateOn(day, Due, StartedOn, ClosedOn);
    }

    public sealed record Session(MinutesId Id, DateOnly Day, string Subject, int Decisions, DateTimeOffset At);

    public sealed record Deposit(ProjectFileId Id, string Title, ProjectStep Step, DateTimeOffset At);

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        /// <summary>Two questions, and two at most for the open step, however much there is in the project.</summary>
        /// <param name="id">Which project.</param>
        /// <param name="open">The step shown in full; null: the current one.</param>
        /// <param name="stop">Stops the reading.</param>
        /// <exception cref="NotFoundException">No such project for this caller.</exception>
        public async Task<ProjectSheet> Find(ProjectId id, ProjectStep? open, CancellationToken stop)
        {
            var today = clock.Today();
            var found = await db.Projects.AsNoTracking().AsSingleQuery().Where(p => p.Id == id)
                .Select(p => new
                {
                    p.Organisation,
                    p.Title,
                    p.Purpose,
                    p.Pilot,
                    p.PilotCode,
                    PilotName = db.Persons.Where(x => x.Id == p.Pilot).Select(x => (x.FirstName + " " + x.LastName).Trim()).FirstOrDefault(),
                    p.Starts,
                    p.Ends,
                    Version = EF.Property<uint>(p, "Version"),
                    Observations = db.Observations.Count(o => o.Project == id),
                    Studies = db.Studies.Count(s => s.Project == id.Value),
                    Analyses = db.Analyses.Count(a => a.Project == id.Value),
                    Axes = db.ProgressAxes.Count(a => a.Project == id),
                    Actions = db.PlannedActions.Count(a => a.Project == id),
                    Closed = db.PlannedActions.Count(a => a.Project == id && a.ClosedOn != null),
                    Late = db.PlannedActions.Count(a => a.Project == id && a.ClosedOn == null && a.Due < today),
                    Indicators = db.Indicators.Count(i => i.Project == id),
                    Minutes = db.Minutes.Count(m => m.Project == id),
                    Team = p.Team.Select(m => new Member(m.Person, m.Code, m.Role, m.ReportsToPilot)).ToList(),
                    Steps = p.Steps.Select(s => new ProjectList.StepRow(s.Step, s.StartedOn, s.DoneOn)).ToList(),
                })
                .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("project", id);
            var files = await db.ProjectFiles.AsNoTracking().Where(f => f.Project == id).OrderBy(f => f.AddedAt)
                .Select(f => new Deposit(f.Id, f.Title, f.Step, f.AddedAt)).ToListAsync(stop);
            var sheet = new ProjectSheet(
                ProjectHead.Of(id, found.Organisation, found.Title, found.Starts, found.Ends, caller),
                found.Purpose, found.Pilot, found.PilotCode, found.PilotName ?? found.PilotCode, found.Version,
                [.. found.Team.OrderBy(m => m.Code, StringComparer.Ordinal)],
                [.. found.Steps.OrderBy(s => s.Step)],
                new(found.Observations, found.Axes, found.Actions, found.Closed, found.Late, found.Indicators, found.Minutes, found.Studies, found.Analyses),
                default, files);
            var shown = open ?? sheet.CurrentStep;
            return sheet with
            {
                Open = shown,
                Observations = shown == ProjectStep.Diagnose
                    ? await db.Observations.AsNoTracking().Where(o => o.Project == id).OrderBy(o => o.Number)
                        .Select(o => new Seen(o.Id, o.Number, o.Day, o.Waste, o.Measure != null, o.NotedAt)).ToListAsync(stop)
                    : [],
                Studies = shown == ProjectStep.Diagnose
                    ? await db.Studies.AsNoTracking().Where(s => s.Project == id.Value).OrderByDescending(s => s.ChangedAt).Take(50).Select(s => new Made(s.Id.Value, s.Kind, EF.Property<string>(s, "Title"), s.ChangedAt)).ToListAsync(stop)
                    : [],
                Analyses = shown == ProjectStep.Measure
                    ? await db.Analyses.AsNoTracking().Where(a => a.Project == id.Value).OrderByDescending(a => a.ChangedAt).Take(50).Select(a => new Asked(a.Id.Value, a.Kind, EF.Property<string>(a, "Title"), a.ChangedAt)).ToListAsync(stop)
                    : [],
                Axes = shown == ProjectStep.Axes
                    ? await db.ProgressAxes.AsNoTracking().Where(a => a.Project == id).OrderBy(a => a.Code)
                        .Select(a => new Axis(a.Id, a.Code, a.Label, a.Due, a.SetAt)).ToListAsync(stop)
                    : [],
                Actions = shown is ProjectStep.Axes or ProjectStep.Steer
                    ? await db.PlannedActions.AsNoTracking().Where(a => a.Project == id).OrderBy(a => a.Due).ThenBy(a => a.Code)
                        .Select(a => new ActionLine(a.Id, a.Code, a.Axis, a.Label, a.Deliverable, a.OwnerCode, a.Due, a.StartedOn, a.ClosedOn, a.EffectivenessMeasured, a.PlannedAt)).ToListAsync(stop)
                    : [],
                Minutes = shown == ProjectStep.Steer
                    ? await db.Minutes.AsNoTracking().Where(m => m.Project == id).OrderBy(m => m.Day)
                        .Select(m => new Session(m.Id, m.Day, m.Subject, m.Decisions.Count, m.WrittenAt)).ToListAsync(stop)
                    : [],
            };
        }
    }
}
