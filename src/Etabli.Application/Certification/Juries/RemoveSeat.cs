using Etabli.Certification;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>A member leaves the jury before it opens, and sees its dossiers no more.</summary>
public sealed class RemoveSeat(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(JurySessionId id, PersonId person, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        var name = session.Seats.FirstOrDefault(s => s.Person.Id == person)?.Person.Name;
        session.Unseat(person);
        await JuryGrants.Align(db, session.Centre.Id, await JuryGrants.Listed(db, id, stop), [], session.Seats, caller.Id, clock.GetUtcNow(), stop);
        journal.Note("jury.unseated", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { member = name });
        await db.SaveKnowingly(stop);
    }
}
