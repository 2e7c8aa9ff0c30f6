using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>What every page of a project says of it, and what the reader may do in it.</summary>
public sealed record ProjectHead(ProjectId Id, OrganisationId Organisation, string Title, DateOnly Starts, DateOnly Ends, bool MayLead, bool MayContribute, bool MayObserve)
{
    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <exception cref="NotFoundException">No such project for this caller.</exception>
        public async Task<ProjectHead> Find(ProjectId id, CancellationToken stop)
        {
            var found = await db.Projects.AsNoTracking().Where(p => p.Id == id)
                .Select(p => new { p.Organisation, p.Title, p.Starts, p.Ends })
                .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("project", id);
            return Of(id, found.Organisation, found.Title, found.Starts, found.Ends, caller);
        }
    }

    internal static ProjectHead Of(ProjectId id, OrganisationId plant, string title, DateOnly starts, DateOnly ends, Caller caller) => new(
        id, plant, title, starts, ends,
        ProjectRoles.Leaders.Any(r => caller.Is(r, plant)),
        ProjectRoles.Contributors.Any(r => caller.Is(r, plant)),
        ProjectRoles.Observers.Any(r => caller.Is(r, plant)));
}
