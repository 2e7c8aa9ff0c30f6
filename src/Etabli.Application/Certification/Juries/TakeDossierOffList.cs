using Etabli.Certification;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Juries;

/// <summary>A dossier comes back from a jury that has not voted on it: an absence, a postponement.</summary>
public sealed class TakeDossierOffList(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(JurySessionId id, DossierId dossierId, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        var deliberation = await db.MustFind(id, dossierId, stop);
        if (deliberation.Votes.Count > 0)
        {
            throw new RefusalException(Refusal.AlreadyVoted);
        }

        (await db.MustFind(dossierId, stop)).TakeOffList();
        db.Deliberations.Remove(deliberation);
        await JuryGrants.Align(db, session.Centre.Id, [], [dossierId], [], caller.Id, clock.GetUtcNow(), stop);
        journal.Note("jury.unlisted", JuryJournal.Kind, id.Value, session.Centre.Id, dossierId.Value);
        await db.SaveKnowingly(stop);
    }
}
