using Etabli.People;
using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>A person changes their own password; every other session ends.</summary>
public sealed class ChangePassword(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, IPasswordHasher<Account> hasher)
{
    public sealed record Order(string Current, string New);

    /// <returns>The new stamp: the session that asked goes on with it.</returns>
    /// <exception cref="RefusalException">The current password is wrong, or the new one is weak.</exception>
    public async Task<Guid> Run(Order order, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        ArgumentNullException.ThrowIfNull(order);
        var account = await db.Accounts.SingleAsync(a => a.Person == me, stop);
        account.MustKnow(hasher, order.Current);
        PasswordRule.MustBeStrong(order.New, [.. caller.Name.Split(' '), caller.Code, account.Email, account.Email.Split('@')[0]]);
        var stamp = Guid.NewGuid();
        account.ChangePassword(hasher.HashPassword(account, order.New), stamp);
        journal.Note("account.password-changed", "person", me.Value);
        await db.SaveChangesAsync(stop);
        return stamp;
    }
}
