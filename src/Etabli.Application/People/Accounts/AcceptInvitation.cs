using Etabli.People;
using Etabli.People.Accounts;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Somebody new uses their link: they become a person with an account and one role.</summary>
public sealed class AcceptInvitation(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public sealed record Order(string Token, string FirstName, string LastName, string Code, string Password, string Culture);

    public sealed record Outcome(PersonId Person, Guid Stamp);

    /// <exception cref="RefusalException">Unknown, used, withdrawn or old link; the address has an account; weak password.</exception>
    public async Task<Outcome> Run(Order order, CancellationToken stop)
    {
        rights.AnybodyMay();
        ArgumentNullException.ThrowIfNull(order);
        await db.Database.OpenConnectionAsync(stop);
        var hash = Token.Hash(order.Token);
        var organisation = await db.Database.SqlQuery<Guid?>($"select people.organisation_of_invitation({hash}) as \"Value\"").SingleAsync(stop)
            ?? throw new RefusalException(Refusal.InvitationUnknownOrUsed);
        await db.ActFor(new OrganisationId(organisation), stop);
        var invitation = await db.Invitations.SingleAsync(i => i.TokenHash == hash, stop);
        var now = clock.GetUtcNow();
        invitation.Accept(now);
        if (await db.Database.SqlQuery<Guid?>($"select people.person_of_email({invitation.Email}) as \"Value\"").SingleAsync(stop) is not null)
        {
            throw new RefusalException(Refusal.EmailAlreadyUsed);
        }

        var code = order.Code.Trim().ToUpperInvariant();
        PasswordRule.MustBeStrong(order.Password, order.FirstName, order.LastName, code, invitation.Email, invitation.Email.Split('@')[0]);
        var person = new Person(new PersonId(Guid.CreateVersion7()), code, order.FirstName, order.LastName, order.Culture);
        person.Receive(invitation.Role, invitation.Organisation, DateOnly.FromDateTime(now.UtcDateTime), null, invitation.College, invitation.DelegatedBy);
        var account = new Account(person.Id, invitation.Email, "", Guid.NewGuid());
        account.Rehash(hasher.HashPassword(account, order.Password));

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Add(person);
        await db.SaveChangesAsync(stop);
        db.Add(account);
        await db.SaveChangesAsync(stop);
        await caller.Become(person.Id, stop);
        journal.Note("invitation.accepted", "invitation", invitation.Id, invitation.Organisation, detail: new { role = invitation.Role.ToString() });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new Outcome(person.Id, account.Stamp);
    }
}
