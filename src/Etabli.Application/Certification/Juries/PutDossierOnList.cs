using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>A dossier whose summary is frozen goes before a jury; its members see it from now on (rule R41).</summary>
public sealed class PutDossierOnList(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(JurySessionId id, DossierId dossierId, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        var dossier = await db.MustFind(dossierId, stop);
        if (dossier.Centre.Id != session.Centre.Id)
        {
            throw new NotFoundException("dossier", dossierId);
        }

        var deliberation = Deliberation.List(new(Guid.CreateVersion7()), session, dossier, await db.MustFindAssessment(dossierId, stop), caller.Id, clock.GetUtcNow());
        db.Deliberations.Add(deliberation);
        await JuryGrants.Align(db, session.Centre.Id, [.. await JuryGrants.Listed(db, id, stop), dossierId], [], session.Seats, caller.Id, clock.GetUtcNow(), stop);
        journal.Note("jury.listed", JuryJournal.Kind, id.Value, session.Centre.Id, dossierId.Value, new { summary = deliberation.SummarySha256, heldOn = session.HeldOn });
        await db.SaveKnowingly(stop);
    }
}
