using Etabli.Improvement;
using Etabli.Improvement.Projects;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Projects;

/// <summary>A step of the project starts, is taken up again, or is done.</summary>
public sealed class MarkStep(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Project">Which project.</param>
    /// <param name="Step">Which of the nine.</param>
    /// <param name="Done">True: it is done; false: it starts, or starts again.</param>
    /// <param name="Day">When; today unless said.</param>
    public sealed record Order(ProjectId Project, ProjectStep Step, bool Done, DateOnly? Day = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Leaders);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Leaders);
        var day = order.Day ?? clock.Today();
        if (order.Done)
        {
            project.FinishStep(order.Step, day);
        }
        else
        {
            project.StartStep(order.Step, day);
        }

        journal.Note(order.Done ? "step.done" : "step.started", "project", project.Id.Value, project.Organisation, detail: new { step = (int)order.Step, day });
        await db.SaveKnowingly("", stop);
    }
}
