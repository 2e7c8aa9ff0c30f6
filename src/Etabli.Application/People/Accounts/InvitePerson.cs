using Etabli.People;
using Etabli.People.Accounts;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.People.Accounts;

/// <summary>An administrator invites somebody into the organisation, with one role. The link is shown once.</summary>
public sealed class InvitePerson(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(OrganisationId Organisation, string Email, string FirstName, string LastName, Role Role, College? College = null, string? DelegatedBy = null);

    /// <returns>The secret part of the link.</returns>
    /// <exception cref="RefusalException">Not an administrator there; the address is not one; a juror without delegation.</exception>
    public async Task<string> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Organisation, Role.Administrator);
        var me = rights.MustBeSomebody();
        RoleRules.MustSayDelegation(order.Role, order.College, order.DelegatedBy);
        var token = Token.Draw();
        var invitation = new Invitation(Guid.CreateVersion7(), Token.Hash(token), order.Email, order.FirstName, order.LastName, order.Organisation, order.Role, me, clock.GetUtcNow(), order.College, order.DelegatedBy);
        db.Invitations.Add(invitation);
        journal.Note("invitation.sent", "invitation", invitation.Id, order.Organisation, detail: new { role = order.Role.ToString(), to = $"{order.FirstName} {order.LastName}".Trim() });
        await db.SaveChangesAsync(stop);
        return token;
    }
}
