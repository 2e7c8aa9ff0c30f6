using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Projects;

/// <summary>Somebody of the plant joins the team of a project.</summary>
public sealed class JoinTeam(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ProjectId Project, PersonId Person, string Role, bool ReportsToPilot = false);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Leaders);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Leaders);
        var code = await db.MustBeOfThePlant(order.Person, project.Organisation, stop);
        project.Join(order.Person, code, order.Role, order.ReportsToPilot);
        journal.Note("project.joined", "project", project.Id.Value, project.Organisation, detail: new { person = code });
        await db.SaveKnowingly(code, stop);
    }
}
