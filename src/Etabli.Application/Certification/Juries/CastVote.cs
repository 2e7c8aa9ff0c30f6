using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>A member votes on a candidate, from his own account; nobody else can do it for him.</summary>
public sealed class CastVote(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Id">Drawn when the ballot is shown, so that the same ballot sent twice counts once.</param>
    public sealed record Order(JurySessionId Session, DossierId Dossier, Ballot Ballot, Guid? Id = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.Juror);
        var session = await db.MustFind(order.Session, stop);
        rights.MustBe(session.Centre.Id, Role.Juror);
        var deliberation = await db.MustFind(order.Session, order.Dossier, stop);
        deliberation.Cast(order.Id ?? Guid.CreateVersion7(), session, caller.Id, order.Ballot, caller.Id, clock.GetUtcNow());

        // Who voted and when; what was voted stays in the ballot box.
        journal.Note("jury.voted", JuryJournal.Kind, session.Id.Value, session.Centre.Id, detail: new { dossier = order.Dossier, round = deliberation.Round });
        await db.SaveKnowingly(stop);
    }
}
