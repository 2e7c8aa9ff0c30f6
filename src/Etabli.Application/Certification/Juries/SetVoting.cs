using Etabli.Certification;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>A member gets a vote, or attends without one: that is how surplus members sit (rule R46).</summary>
public sealed class SetVoting(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public async Task Run(JurySessionId id, PersonId person, bool votes, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        var seat = session.Seats.FirstOrDefault(s => s.Person.Id == person) ?? throw new NotFoundException("seat", person);
        session.Seat(seat with { Votes = votes });
        journal.Note("jury.voting-set", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { member = seat.Person.Name, votes });
        await db.SaveKnowingly(stop);
    }
}
