using Etabli.Improvement;
using Etabli.Improvement.Communication;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Communication;

/// <summary>Somebody writes what a session said and decided.</summary>
public sealed class WriteMinutes(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(ProjectId Project, SessionAccount Account);

    public async Task<MinutesId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        var minutes = new Minutes(new(Guid.CreateVersion7()), project.Id, project.Organisation, order.Account, caller.Id, clock.GetUtcNow(), clock.Today());
        db.Minutes.Add(minutes);
        journal.Note("minutes.written", "minutes", minutes.Id.Value, project.Organisation, detail: new { subject = minutes.Subject, day = minutes.Day, decisions = minutes.Decisions.Count });
        await db.SaveKnowingly("", stop);
        return minutes.Id;
    }
}
