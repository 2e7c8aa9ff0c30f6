using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Juries;

/// <summary>
/// The chair says what the vote carried: admissible or not. A jury that departs from the summary gives its reason
/// (rules R42, R50).
/// </summary>
public sealed class Declare(EtabliDb db, Rights rights, StandardShelf.Reader shelf, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(JurySessionId id, DossierId dossierId, string? reason, CancellationToken stop)
    {
        rights.MustBe(Role.Juror);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.Juror);
        rights.MustBe(session.Chair ?? throw new RefusalException(Refusal.ChairMustVote));
        var deliberation = await db.MustFind(id, dossierId, stop);
        var dossier = await db.MustFind(dossierId, stop);
        var blocks = await db.BlocksOf(shelf, dossier, stop);
        var said = deliberation.Declare(session, dossier, BlockResult.All(blocks), reason, caller.Id, clock.GetUtcNow());
        journal.Note("jury.declared", "dossier", dossierId.Value, session.Centre.Id, dossierId.Value,
            new { outcome = said.Outcome.ToString(), heldOn = session.HeldOn, castingVote = said.ByCastingVote, departs = said.Reason is not null });
        await db.SaveKnowingly(stop);
    }
}
