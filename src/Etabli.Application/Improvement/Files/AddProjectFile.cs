using Etabli.Application.Files;
using Etabli.Improvement;
using Etabli.Improvement.Files;
using Etabli.Improvement.Projects;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Files;

/// <summary>A file joins a step of the project.</summary>
public sealed class AddProjectFile(EtabliDb db, DepositFile deposit, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(ProjectId Project, Upload File, string Title, string Description, ProjectStep Step);

    public async Task<ProjectFileId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        var stored = await deposit.Add(new(project.Organisation, null, order.File.Name, order.File.Content), stop);
        var file = new ProjectFile(
            new(Guid.CreateVersion7()), project.Id, project.Organisation, stored, order.Title, order.Description, order.Step, caller.Id, clock.GetUtcNow());
        db.ProjectFiles.Add(file);
        journal.Note("file.added", "file", file.Id.Value, project.Organisation, detail: new { title = file.Title, file = file.File.Value, step = (int)file.Step });
        await db.SaveKnowingly("", stop);
        return file.Id;
    }
}
