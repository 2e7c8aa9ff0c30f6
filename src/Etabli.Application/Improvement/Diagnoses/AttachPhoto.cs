using Etabli.Improvement;
using Etabli.People.Files;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>A photo joins an observation already noted.</summary>
public sealed class AttachPhoto(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(ObservationId Observation, FileId Photo);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        var noted = await db.MustFind(order.Observation, stop);
        rights.MustBe(noted.Organisation, ProjectRoles.Observers);
        noted.Attach(order.Photo);
        journal.Note("observation.photographed", "observation", noted.Id.Value, noted.Organisation, detail: new { number = noted.Number, file = order.Photo.Value });
        await db.SaveKnowingly("", stop);
    }
}
