using Etabli.Certification;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>Names the chair, whose voice decides on a tie (rule R47).</summary>
public sealed class SetChair(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public async Task Run(JurySessionId id, PersonId person, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        session.NameChair(person);
        journal.Note("jury.chair-named", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { chair = session.Seats.First(s => s.Person.Id == person).Person.Name });
        await db.SaveKnowingly(stop);
    }
}
