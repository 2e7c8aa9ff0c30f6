using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Juries;

/// <summary>A tie the chair did not break, or a majority that the competences forbid: the chair holds the vote again.</summary>
public sealed class VoteAgain(EtabliDb db, Rights rights, StandardShelf.Reader shelf, Journal.Journal journal)
{
    public async Task Run(JurySessionId id, DossierId dossierId, CancellationToken stop)
    {
        rights.MustBe(Role.Juror);
        var session = await db.MustFind(id, stop);
        rights.MustBe(session.Centre.Id, Role.Juror);
        rights.MustBe(session.Chair ?? throw new RefusalException(Refusal.ChairMustVote));
        var deliberation = await db.MustFind(id, dossierId, stop);
        var blocks = await db.BlocksOf(shelf, await db.MustFind(dossierId, stop), stop);
        deliberation.VoteAgain(session, BlockResult.All(blocks));
        journal.Note("jury.voted-again", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { dossier = dossierId, round = deliberation.Round });
        await db.SaveKnowingly(stop);
    }
}
