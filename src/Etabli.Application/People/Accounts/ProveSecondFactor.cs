using Etabli.People;
using Etabli.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>After the password: the code of the second factor. The edge vouches that the password was given a moment ago.</summary>
public sealed class ProveSecondFactor(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, IDataProtectionProvider protection, TimeProvider clock)
{
    public sealed record Order(PersonId Person, Guid Stamp, string Code);

    /// <exception cref="RefusalException">Wrong or used code, locked account, or the password changed meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        rights.AnybodyMay();
        ArgumentNullException.ThrowIfNull(order);
        await db.Database.OpenConnectionAsync(stop);
        await db.ActAs(order.Person, stop);
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Person == order.Person && a.Stamp == order.Stamp, stop)
            ?? throw new RefusalException(Refusal.SignInFailed);
        account.MustNotBeLocked(now);
        if (account.StepOf(protection, order.Code, now) is not { } step)
        {
            account.NoteFailure(now);
            journal.Note("account.sign-in-failed", "person", order.Person.Value, detail: new { reason = nameof(Refusal.SecondFactorWrong) });
            await db.SaveChangesAsync(stop);
            throw new RefusalException(Refusal.SecondFactorWrong);
        }

        account.SpendTotpStep(step);
        account.NoteSuccess();
        await caller.Become(order.Person, stop);
        journal.Note("account.signed-in", "person", order.Person.Value);
        await db.SaveChangesAsync(stop);
    }
}
