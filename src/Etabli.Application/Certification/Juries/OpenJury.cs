using Etabli.Certification;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>The session opens: its composition, which must be that of a joint jury, is fixed (rules R43 to R47).</summary>
public sealed class OpenJury(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(JurySessionId id, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer, Role.Juror);
        var session = await db.MustFind(id, stop);
        if (caller.Person != session.Chair)
        {
            rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        }

        session.Open(caller.Id, clock.GetUtcNow());
        journal.Note("jury.opened", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { voters = session.Voters.Count, members = session.Seats.Count });
        await db.SaveKnowingly(stop);
    }
}
