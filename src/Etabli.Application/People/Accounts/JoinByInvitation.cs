using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Somebody who has an account already takes the role of an invitation sent to their address.</summary>
public sealed class JoinByInvitation(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <exception cref="RefusalException">For another address, used, withdrawn, old, or the role is held already.</exception>
    public async Task Run(Guid id, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        await db.Database.OpenConnectionAsync(stop);
        var address = await db.Accounts.Where(a => a.Person == me).Select(a => a.Email).SingleAsync(stop);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop) ?? throw new RefusalException(Refusal.InvitationForSomebodyElse);
        if (invitation.Email != address)
        {
            throw new RefusalException(Refusal.InvitationForSomebodyElse);
        }

        // The wall of the database opens for the role only while the invitation is open: the role first, then the answer.
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var person = await db.Persons.SingleAsync(p => p.Id == me, stop);
        person.Receive(invitation.Role, invitation.Organisation, DateOnly.FromDateTime(now.UtcDateTime), null, invitation.College, invitation.DelegatedBy);
        if (invitation.AcceptedAt is null && invitation.WithdrawnAt is null && now < invitation.ExpiresAt)
        {
            await db.SaveChangesAsync(stop);
        }

        invitation.Accept(now);
        journal.Note("invitation.accepted", "invitation", id, invitation.Organisation, detail: new { role = invitation.Role.ToString() });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
