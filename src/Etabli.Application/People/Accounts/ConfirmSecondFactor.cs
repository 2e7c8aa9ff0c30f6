using Etabli.People;
using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>The first right code turns two-step sign-in on.</summary>
public sealed class ConfirmSecondFactor(EtabliDb db, Rights rights, Journal.Journal journal, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <exception cref="RefusalException">Nothing was proposed, it is on already, or the code is wrong.</exception>
    public async Task Run(string code, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        var account = await db.Accounts.SingleAsync(a => a.Person == me, stop);
        var now = clock.GetUtcNow();
        var step = Totp.Match(account.MustBeProposed(protection), code, now) ?? throw new RefusalException(Refusal.SecondFactorWrong);
        account.ConfirmSecondFactor(step, now);
        journal.Note("account.second-factor-on", "person", me.Value);
        await db.SaveChangesAsync(stop);
    }
}
