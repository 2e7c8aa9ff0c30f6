using Etabli.Application.Files;
using Etabli.Application.Improvement.Files;
using Etabli.Improvement;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>A photo joins an observation already noted.</summary>
public sealed class AttachPhoto(EtabliDb db, DepositFile deposit, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ObservationId Observation, Upload Photo);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Observers);
        var noted = await db.MustFind(order.Observation, stop);
        rights.MustBe(noted.Organisation, ProjectRoles.Observers);
        var photo = await deposit.Picture(db, noted.Organisation, order.Photo, stop);
        noted.Attach(photo);
        journal.Note("observation.photographed", "observation", noted.Id.Value, noted.Organisation, detail: new { number = noted.Number, file = photo.Value });
        await db.SaveKnowingly("", stop);
    }
}
