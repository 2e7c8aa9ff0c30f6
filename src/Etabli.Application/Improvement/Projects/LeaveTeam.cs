using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Projects;

/// <summary>Somebody leaves the team of a project; the journal remembers they were in it.</summary>
public sealed class LeaveTeam(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ProjectId Project, PersonId Person);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Leaders);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Leaders);
        var code = project.Team.SingleOrDefault(m => m.Person == order.Person)?.Code ?? "";
        project.Leave(order.Person);
        journal.Note("project.left", "project", project.Id.Value, project.Organisation, detail: new { person = code });
        await db.SaveKnowingly(code, stop);
    }
}
