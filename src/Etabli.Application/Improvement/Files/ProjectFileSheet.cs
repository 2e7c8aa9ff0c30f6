using Etabli.Improvement;
using Etabli.Improvement.Files;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Files;

/// <summary>A file of a project: what it shows, where it belongs.</summary>
public sealed record ProjectFileSheet(
    ProjectFileId Id, ProjectId Project, FileId File, string Title, string Description, ProjectStep Step, PersonId Author, string AuthorName, DateTimeOffset AddedAt)
{
    public sealed class Reader(EtabliDb db)
    {
        public async Task<IReadOnlyList<ProjectFileSheet>> Of(ProjectId project, CancellationToken stop) =>
            await Sheets(db.ProjectFiles.Where(f => f.Project == project).OrderBy(f => f.Step).ThenBy(f => f.AddedAt).Take(1_000)).ToListAsync(stop);

        /// <exception cref="NotFoundException">No such file for this caller.</exception>
        public async Task<ProjectFileSheet> Find(ProjectFileId id, CancellationToken stop) =>
            await Sheets(db.ProjectFiles.Where(f => f.Id == id)).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("file", id);

        private IQueryable<ProjectFileSheet> Sheets(IQueryable<ProjectFile> files) => files.AsNoTracking().Select(f => new ProjectFileSheet(
            f.Id, f.Project, f.File, f.Title, f.Description, f.Step, f.Author,
            db.Persons.Where(p => p.Id == f.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
            f.AddedAt));
    }
}
