using Etabli.Improvement;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Projects;

/// <summary>Somebody of the plant opens an improvement project and becomes its pilot.</summary>
public sealed class CreateProject(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Plant">Whose project.</param>
    /// <param name="Title">Its name.</param>
    /// <param name="Purpose">Why, and what must be reached.</param>
    /// <param name="Starts">First day.</param>
    /// <param name="Ends">Last day.</param>
    /// <param name="Id">Its identifier, when it was made elsewhere.</param>
    public sealed record Order(OrganisationId Plant, string Title, string Purpose, DateOnly Starts, DateOnly Ends, ProjectId? Id = null);

    public async Task<ProjectId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Plant, ProjectRoles.Leaders);
        var project = new Project(
            order.Id ?? new(Guid.CreateVersion7()), order.Plant, order.Title, order.Purpose, caller.Id, caller.Code, order.Starts, order.Ends, clock.GetUtcNow());
        db.Projects.Add(project);
        journal.Note("project.created", "project", project.Id.Value, order.Plant, detail: new { title = project.Title });
        await db.SaveChangesAsync(stop);
        return project.Id;
    }
}
