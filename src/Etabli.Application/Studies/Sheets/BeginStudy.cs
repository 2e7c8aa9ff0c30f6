using Etabli.Application.Plant;
using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Sheets;

/// <summary>Somebody begins a study with one tool, for the plant or for a project.</summary>
public sealed class BeginStudy(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Kind">With which tool.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Project">The project it serves; null when it serves none.</param>
    /// <param name="Id">Its identifier, so that sending twice makes one.</param>
    public sealed record Order(StudyKind Kind, string Title, Guid? Project = null, Guid? Id = null);

    /// <exception cref="RefusalException">No title.</exception>
    public async Task<StudyId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var id = new StudyId(order.Id ?? Guid.CreateVersion7());
        if (await db.Studies.AnyAsync(s => s.Id == id, stop))
        {
            // Sent twice: it is there.
            return id;
        }

        var plant = order.Project is { } project ? await PlantOf(new(project), stop) : caller.Plant(StudyRoles.Makers);
        rights.MustBe(plant, StudyRoles.Makers);
        var study = new Study(id, plant, order.Kind, order.Project, order.Title, caller.Id, caller.Code, clock.GetUtcNow());
        db.Studies.Add(study);
        journal.Note("study.begun", "study", id.Value, plant, detail: new { kind = order.Kind.ToString(), title = study.Content.Title });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
        return id;
    }

    private async Task<OrganisationId> PlantOf(ProjectId project, CancellationToken stop) =>
        await db.Projects.Where(p => p.Id == project).Select(p => (OrganisationId?)p.Organisation).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("project", project);
}
