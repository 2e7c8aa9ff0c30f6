using Etabli.Improvement;
using Etabli.Improvement.Projects;
using Etabli.Persistence;
using Etabli.Persistence.Improvement;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement;

/// <summary>Everything made in projects, to choose from when evidence is linked; by step, then by kind and number.</summary>
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
        ArtefactKinds.Study => $"/etudes/{source}",
        ArtefactKinds.Analysis => $"/analyses/{source}",
        _ => $"/projets/{project}",
    };

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        public Task<ArtefactList> OfProject(ProjectId project, CancellationToken stop) => Read(db.Projects.Where(p => p.Id == project), stop);

        /// <summary>Of the projects the caller pilots or is in; of all those they see when there is none.</summary>
        public Task<ArtefactList> ForPerson(CancellationToken stop)
        {
            var me = caller.Id;
            var mine = db.Projects.Where(p => p.Pilot == me || p.Team.Any(m => m.Person == me)).Select(p => p.Id);
            return Read(db.Projects.Where(p => mine.Contains(p.Id) || !mine.Any()), stop);
        }

        // One question whatever the number of projects.
        private async Task<ArtefactList> Read(IQueryable<Project> which, CancellationToken stop)
        {
            var latest = which.OrderByDescending(p => p.Starts).Take(50).Select(p => p.Id);
            var lines = await db.Artefacts.AsNoTracking().Where(a => latest.Contains(a.Project)).ToListAsync(stop);
            return new([.. lines
                .OrderBy(StepOf).ThenBy(a => KindRank(a.Kind)).ThenBy(a => a.Rank, StringComparer.Ordinal).ThenByDescending(a => a.ProjectStarts)
                .Select(a => new Row(a.Kind, a.Source, TitleOf(a), (int)StepOf(a), a.AuthorCode, a.MadeAt, a.Project.Value, a.ProjectTitle))]);
        }

        private string TitleOf(ArtefactLine line) => line switch
        {
            { Kind: ArtefactKinds.ActionPlan } => caller.Culture == "en" ? "Action plan" : "Plan d’actions",
            { Kind: ArtefactKinds.Observation } => $"{line.Mark} · {line.Title}\u00A0: {line.Detail}",
            { Mark: { } mark } => $"{mark} · {line.Title}",
            _ => line.Title,
        };

        private static ProjectStep StepOf(ArtefactLine line) => line.Kind switch
        {
            ArtefactKinds.Project => ProjectStep.Value,
            ArtefactKinds.Observation or ArtefactKinds.Study => ProjectStep.Diagnose,
            ArtefactKinds.Axis => ProjectStep.Axes,
            ArtefactKinds.Indicator or ArtefactKinds.Analysis => ProjectStep.Measure,
            ArtefactKinds.File when line.Step is { } step => (ProjectStep)step,
            _ => ProjectStep.Steer,
        };

        private static int KindRank(string kind) => ArtefactKinds.All.TakeWhile(k => k != kind).Count();
    }
}
