using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Ends every session of the person, this one too unless it takes the new stamp.</summary>
public sealed class SignOutEverywhere(EtabliDb db, Rights rights, Journal.Journal journal)
{
    /// <returns>The new stamp.</returns>
    public async Task<Guid> Run(CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        var account = await db.Accounts.SingleAsync(a => a.Person == me, stop);
        var stamp = Guid.NewGuid();
        account.SignOutEverywhere(stamp);
        journal.Note("account.signed-out-everywhere", "person", me.Value);
        await db.SaveChangesAsync(stop);
        return stamp;
    }
}
