using Etabli.Improvement;
using Etabli.Improvement.Diagnoses;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>What was noted is said better; the journal keeps what it said before.</summary>
public sealed class CorrectObservation(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(ObservationId Observation, ObservedFact Seen, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Observers);
        var noted = await db.MustFind(order.Observation, stop);
        rights.MustBe(noted.Organisation, ProjectRoles.Observers);
        db.Expect(noted, order.Version);
        var before = new { day = noted.Day, place = noted.Place, fact = noted.Fact, waste = noted.Waste.ToString(), measure = noted.Measure };
        noted.Correct(order.Seen, clock.Today());
        journal.Note("observation.corrected", "observation", noted.Id.Value, noted.Organisation, detail: new { number = noted.Number, before });
        await db.SaveKnowingly("", stop);
    }
}
