using Etabli.Improvement;
using Etabli.Improvement.Projects;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement;

/// <summary>Everything made in projects, to choose from when evidence is linked; by step, then by age.</summary>
public sealed record ArtefactList(IReadOnlyList<ArtefactList.Row> Artefacts)
{
    /// <param name="Kind">One of <see cref="ArtefactKinds"/>.</param>
    /// <param name="Source">The artefact.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Step">Step of the project, 1 to 9.</param>
    /// <param name="AuthorCode">Who made it.</param>
    /// <param name="MadeAt">When.</param>
    /// <param name="Project">In which project.</param>
    /// <param name="ProjectTitle">Its title.</param>
    public sealed record Row(string Kind, Guid Source, string Title, int Step, string AuthorCode, DateTimeOffset MadeAt, Guid Project, string ProjectTitle)
    {
        /// <summary>Where it is shown.</summary>
        public string Href => HrefOf(Kind, Source, Project);
    }

    /// <summary>The page of an artefact.</summary>
    public static string HrefOf(string kind, Guid source, Guid project) => kind switch
    {
        ArtefactKinds.Observation => $"/projets/{project}/observations/{source}",
        ArtefactKinds.Axis => $"/projets/{project}/axes",
        ArtefactKinds.ActionPlan => $"/projets/{project}/actions",
        ArtefactKinds.Action => $"/projets/{project}/actions/{source}",
        ArtefactKinds.Indicator => $"/projets/{project}/indicateurs/{source}",
        ArtefactKinds.Minutes => $"/projets/{project}/comptes-rendus/{source}",
        ArtefactKinds.File => $"/projets/{project}/fichiers",
        _ => $"/projets/{project}",
    };

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        public Task<ArtefactList> OfProject(ProjectId project, CancellationToken stop) => Read(db.Projects.Where(p => p.Id == project), stop);

        /// <summary>Of the projects the caller pilots or is in; of all those they see when there is none.</summary>
        public async Task<ArtefactList> ForPerson(CancellationToken stop)
        {
            var me = caller.Id;
            var mine = await Read(db.Projects.Where(p => p.Pilot == me || p.Team.Any(m => m.Person == me)), stop);
            return mine.Artefacts.Count > 0 ? mine : await Read(db.Projects, stop);
        }

        // Seven questions whatever the number of projects.
        private async Task<ArtefactList> Read(IQueryable<Project> which, CancellationToken stop)
        {
            var english = caller.Culture == "en";
            var projects = await which.AsNoTracking().OrderByDescending(p => p.Starts).Take(50)
                .Select(p => new { p.Id, p.Title, p.PilotCode, p.CreatedAt, Actions = db.PlannedActions.Count(a => a.Project == p.Id) }).ToListAsync(stop);
            var ids = projects.Select(p => p.Id).ToList();
            var titles = projects.ToDictionary(p => p.Id, p => p.Title);
            var rows = new List<Row>();
            rows.AddRange(projects.Select(p => new Row(ArtefactKinds.Project, p.Id.Value, p.Title, (int)ProjectStep.Value, p.PilotCode, p.CreatedAt, p.Id.Value, p.Title)));
            rows.AddRange(projects.Where(p => p.Actions > 0).Select(p => new Row(
                ArtefactKinds.ActionPlan, p.Id.Value, english ? "Action plan" : "Plan d’actions", (int)ProjectStep.Steer, p.PilotCode, p.CreatedAt, p.Id.Value, p.Title)));
            rows.AddRange((await db.Observations.AsNoTracking().Where(o => ids.Contains(o.Project))
                .Select(o => new { o.Id, o.Project, o.Number, o.Place, o.Fact, o.NotedAt, Author = db.Persons.Where(x => x.Id == o.Author).Select(x => x.Code).FirstOrDefault() ?? "" }).ToListAsync(stop))
                .OrderBy(o => o.Number)
                .Select(o => new Row(ArtefactKinds.Observation, o.Id.Value, $"{o.Number} · {o.Place}\u00A0: {o.Fact}", (int)ProjectStep.Diagnose, o.Author, o.NotedAt, o.Project.Value, titles[o.Project])));
            rows.AddRange((await db.ProgressAxes.AsNoTracking().Where(a => ids.Contains(a.Project)).OrderBy(a => a.Code)
                .Select(a => new { a.Id, a.Project, a.Code, a.Label, a.SetAt, Author = db.Persons.Where(x => x.Id == a.Author).Select(x => x.Code).FirstOrDefault() ?? "" }).ToListAsync(stop))
                .Select(a => new Row(ArtefactKinds.Axis, a.Id.Value, $"{a.Code} · {a.Label}", (int)ProjectStep.Axes, a.Author, a.SetAt, a.Project.Value, titles[a.Project])));
            rows.AddRange((await db.PlannedActions.AsNoTracking().Where(a => ids.Contains(a.Project)).OrderBy(a => a.Code)
                .Select(a => new { a.Id, a.Project, a.Code, a.Label, a.PlannedAt, a.OwnerCode }).ToListAsync(stop))
                .Select(a => new Row(ArtefactKinds.Action, a.Id.Value, $"{a.Code} · {a.Label}", (int)ProjectStep.Steer, a.OwnerCode, a.PlannedAt, a.Project.Value, titles[a.Project])));
            rows.AddRange((await db.Indicators.AsNoTracking().Where(i => ids.Contains(i.Project)).OrderBy(i => i.Code)
                .Select(i => new { i.Id, i.Project, i.Code, i.Name, i.CreatedAt, i.OwnerCode }).ToListAsync(stop))
                .Select(i => new Row(ArtefactKinds.Indicator, i.Id.Value, $"{i.Code} · {i.Name}", (int)ProjectStep.Measure, i.OwnerCode, i.CreatedAt, i.Project.Value, titles[i.Project])));
            rows.AddRange((await db.Minutes.AsNoTracking().Where(m => ids.Contains(m.Project)).OrderBy(m => m.Day)
                .Select(m => new { m.Id, m.Project, m.Subject, m.WrittenAt, Author = db.Persons.Where(x => x.Id == m.Author).Select(x => x.Code).FirstOrDefault() ?? "" }).ToListAsync(stop))
                .Select(m => new Row(ArtefactKinds.Minutes, m.Id.Value, m.Subject, (int)ProjectStep.Steer, m.Author, m.WrittenAt, m.Project.Value, titles[m.Project])));
            rows.AddRange((await db.ProjectFiles.AsNoTracking().Where(f => ids.Contains(f.Project)).OrderBy(f => f.AddedAt)
                .Select(f => new { f.Id, f.Project, f.Title, f.Step, f.AddedAt, Author = db.Persons.Where(x => x.Id == f.Author).Select(x => x.Code).FirstOrDefault() ?? "" }).ToListAsync(stop))
                .Select(f => new Row(ArtefactKinds.File, f.Id.Value, f.Title, (int)f.Step, f.Author, f.AddedAt, f.Project.Value, titles[f.Project])));
            return new([.. rows.OrderBy(r => r.Step)]);
        }
    }
}
