using Etabli.Application.Files;
using Etabli.Application.Improvement.Files;
using Etabli.Improvement;
using Etabli.Improvement.Diagnoses;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>Somebody notes what they see on the floor.</summary>
public sealed class NoteObservation(EtabliDb db, DepositFile deposit, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Project">In which project.</param>
    /// <param name="Seen">What was seen.</param>
    /// <param name="Photos">Pictures already stored.</param>
    /// <param name="Uploads">Pictures that come with it: kept with the observation, or neither.</param>
    /// <param name="Id">Made on the device that saw it, so that sending twice notes it once.</param>
    public sealed record Order(ProjectId Project, ObservedFact Seen, IReadOnlyList<FileId>? Photos = null, IReadOnlyList<Upload>? Uploads = null, ObservationId? Id = null);

    public async Task<ObservationId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Observers);
        var project = await db.Projects.AsNoTracking().Where(p => p.Id == order.Project).Select(p => new { p.Id, p.Organisation }).SingleOrDefaultAsync(stop)
            ?? throw new NotFoundException("project", order.Project);
        rights.MustBe(project.Organisation, ProjectRoles.Observers);
        await using var numbering = await db.Database.BeginTransactionAsync(stop);
        await db.Queue(project.Id, stop);
        if (order.Id is { } sent && await db.Observations.AnyAsync(o => o.Id == sent, stop))
        {
            // Sent twice: it is noted.
            return sent;
        }

        var number = await db.Observations.Where(o => o.Project == project.Id).MaxAsync(o => (int?)o.Number, stop) ?? 0;
        var noted = new Observation(
            order.Id ?? new(Guid.CreateVersion7()), project.Id, project.Organisation, number + 1, await WithStation(order.Seen, project.Organisation, stop), caller.Id, clock.GetUtcNow(), clock.Today());
        foreach (var photo in order.Photos ?? [])
        {
            noted.Attach(photo);
        }

        foreach (var upload in order.Uploads ?? [])
        {
            noted.Attach(await deposit.Picture(db, project.Organisation, upload, stop));
        }

        db.Observations.Add(noted);
        journal.Note("observation.noted", "observation", noted.Id.Value, project.Organisation, detail: new { number = noted.Number, place = noted.Place, waste = noted.Waste.ToString(), photos = noted.Photos.Count });
        await db.SaveChangesAsync(stop);
        await numbering.CommitAsync(stop);
        return noted.Id;
    }

    // A place written as the code of a station is that station: nobody has to choose it twice.
    private async Task<ObservedFact> WithStation(ObservedFact seen, OrganisationId plant, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Workstation is not null || string.IsNullOrWhiteSpace(seen.Place))
        {
            return seen;
        }

        var code = seen.Place.Trim();
        var station = await db.Workstations.Where(w => w.Organisation == plant && w.Code == code).Select(w => (Guid?)w.Id.Value).SingleOrDefaultAsync(stop);
        return station is { } found ? seen with { Workstation = new(found) } : seen;
    }
}
