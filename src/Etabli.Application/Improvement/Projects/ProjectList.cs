using Etabli.Improvement;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>The projects the caller sees, latest first.</summary>
public sealed record ProjectList(IReadOnlyList<ProjectList.Row> Projects, IReadOnlyList<ProjectList.Plant> MayCreateAt)
{
    public sealed record Row(ProjectId Id, string Title, string Purpose, string PilotCode, DateOnly Starts, DateOnly Ends, IReadOnlyList<StepRow> Steps, int Actions, int Closed, int Late)
    {
        public ProjectStep CurrentStep => Project.CurrentOf([.. Steps.Select(s => (s.Step, s.StartedOn, s.DoneOn))]);
    }

    public sealed record StepRow(ProjectStep Step, DateOnly? StartedOn, DateOnly? DoneOn);

    public sealed record Plant(OrganisationId Id, string Name);

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        public async Task<ProjectList> Mine(CancellationToken stop)
        {
            var today = clock.Today();
            var rows = await db.Projects.AsNoTracking()
                .OrderByDescending(p => p.Starts).ThenBy(p => p.Title)
                .Take(200)
                .Select(p => new Row(
                    p.Id, p.Title, p.Purpose, p.PilotCode, p.Starts, p.Ends,
                    p.Steps.OrderBy(s => s.Step).Select(s => new StepRow(s.Step, s.StartedOn, s.DoneOn)).ToList(),
                    db.PlannedActions.Count(a => a.Project == p.Id),
                    db.PlannedActions.Count(a => a.Project == p.Id && a.ClosedOn != null),
                    db.PlannedActions.Count(a => a.Project == p.Id && a.ClosedOn == null && a.Due < today)))
                .ToListAsync(stop);
            var plants = caller.Roles.Where(r => ProjectRoles.Leaders.Contains(r.Role)).Select(r => r.Organisation).Distinct().ToList();
            var may = plants.Count == 0 ? [] : await db.Organisations.AsNoTracking()
                .Where(o => plants.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new Plant(o.Id, o.Name)).ToListAsync(stop);
            return new(rows, may);
        }
    }
}
