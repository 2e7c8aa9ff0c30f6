using Etabli.Certification;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>The day or the place of a jury changes before it opens.</summary>
public sealed class MoveJury(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public async Task Run(JurySessionId id, DateOnly heldOn, string place, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        session.Move(heldOn, place);
        journal.Note("jury.moved", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { heldOn, place = session.Place });
        await db.SaveKnowingly(stop);
    }
}
