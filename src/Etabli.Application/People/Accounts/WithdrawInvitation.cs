using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Takes an invitation back: its link opens nothing any more.</summary>
public sealed class WithdrawInvitation(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(Guid id, CancellationToken stop)
    {
        rights.MustBe(Role.Administrator);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFoundException("invitation", id);
        rights.MustBe(invitation.Organisation, Role.Administrator);
        invitation.Withdraw(clock.GetUtcNow());
        journal.Note("invitation.withdrawn", "invitation", id, invitation.Organisation);
        await db.SaveChangesAsync(stop);
    }
}
