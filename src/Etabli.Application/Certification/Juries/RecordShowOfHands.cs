using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Juries;

/// <summary>The chair writes down the raised hand of a member who is in the room; the journal says that it was so.</summary>
public sealed class RecordShowOfHands(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(JurySessionId Session, DossierId Dossier, PersonId Juror, Ballot Ballot, Guid? Id = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.Juror);
        var session = await db.MustFind(order.Session, stop);
        rights.MustBe(session.Centre.Id, Role.Juror);
        rights.MustBe(session.Chair ?? throw new RefusalException(Refusal.ChairMustVote));
        var deliberation = await db.MustFind(order.Session, order.Dossier, stop);
        deliberation.Cast(order.Id ?? Guid.CreateVersion7(), session, order.Juror, order.Ballot, caller.Id, clock.GetUtcNow());
        journal.Note("jury.hand-recorded", JuryJournal.Kind, session.Id.Value, session.Centre.Id,
            detail: new { dossier = order.Dossier, round = deliberation.Round, member = session.Seats.First(s => s.Person.Id == order.Juror).Person.Name });
        await db.SaveKnowingly(stop);
    }
}
