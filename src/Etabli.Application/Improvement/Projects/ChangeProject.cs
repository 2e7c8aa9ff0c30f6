using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Projects;

/// <summary>Says the project anew: title, purpose, period, pilot.</summary>
public sealed class ChangeProject(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ProjectId Project, string Title, string Purpose, DateOnly Starts, DateOnly Ends, PersonId Pilot, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Leaders);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Leaders);
        db.Expect(project, order.Version);
        project.Describe(order.Title, order.Purpose, order.Starts, order.Ends);
        if (order.Pilot != project.Pilot)
        {
            project.HandOver(order.Pilot, await db.MustBeOfThePlant(order.Pilot, project.Organisation, stop));
        }

        journal.Note("project.changed", "project", project.Id.Value, project.Organisation, detail: new { title = project.Title, pilot = project.PilotCode, starts = project.Starts, ends = project.Ends });
        await db.SaveKnowingly("", stop);
    }
}
