using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Turns two-step sign-in off, with the password.</summary>
public sealed class RemoveSecondFactor(EtabliDb db, Rights rights, Journal.Journal journal, IPasswordHasher<Account> hasher)
{
    /// <exception cref="Etabli.People.RefusalException">Wrong password, or it is not on.</exception>
    public async Task Run(string password, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        var account = await db.Accounts.SingleAsync(a => a.Person == me, stop);
        account.MustKnow(hasher, password);
        account.RemoveSecondFactor();
        journal.Note("account.second-factor-off", "person", me.Value);
        await db.SaveChangesAsync(stop);
    }
}
