using Etabli.People;
using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Somebody says who they are, and proves it: password, then the second factor when it is on.</summary>
public sealed class SignIn(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Purpose of the protector of second-factor secrets at rest.</summary>
    internal const string TotpPurpose = "second-factor";

    private static string? nobody;

    public sealed record Order(string Email, string Password, string? Code);

    /// <summary>Who it is, and whether a second factor is still asked.</summary>
    public sealed record Outcome(PersonId Person, Guid Stamp, bool NeedsSecondFactor);

    /// <exception cref="RefusalException">Unknown address or wrong password (the two read the same), locked account, wrong code.</exception>
    public async Task<Outcome> Run(Order order, CancellationToken stop)
    {
        rights.AnybodyMay();
        ArgumentNullException.ThrowIfNull(order);
        await db.Database.OpenConnectionAsync(stop);
        var email = (order.Email ?? "").Trim().ToLowerInvariant();
        var found = await db.Database.SqlQuery<Guid?>($"select people.person_of_email({email}) as \"Value\"").SingleAsync(stop);
        if (found is not { } person)
        {
            // As long as a real check: the time taken must not say whether the address is known.
            nobody ??= hasher.HashPassword(null!, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(null!, nobody, order.Password ?? "");
            throw new RefusalException(Refusal.SignInFailed);
        }

        await db.ActAs(new PersonId(person), stop);
        var account = await db.Accounts.SingleAsync(a => a.Person == new PersonId(person), stop);
        var now = clock.GetUtcNow();
        account.MustNotBeLocked(now);
        var verdict = hasher.VerifyHashedPassword(account, account.PasswordHash, order.Password ?? "");
        if (verdict == PasswordVerificationResult.Failed)
        {
            await Fail(account, Refusal.SignInFailed, stop);
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(hasher.HashPassword(account, order.Password!));
        }

        if (account.HasSecondFactor)
        {
            if (string.IsNullOrWhiteSpace(order.Code))
            {
                return new Outcome(account.Person, account.Stamp, NeedsSecondFactor: true);
            }

            var secret = protection.CreateProtector(TotpPurpose).Unprotect(account.TotpSecret!);
            if (Totp.Match(secret, order.Code, now) is not { } step || step <= account.LastTotpStep)
            {
                await Fail(account, Refusal.SecondFactorWrong, stop);
                throw new RefusalException(Refusal.SecondFactorWrong);
            }

            account.SpendTotpStep(step);
        }

        account.NoteSuccess();
        await caller.Become(account.Person, stop);
        journal.Note("account.signed-in", "person", person);
        await db.SaveChangesAsync(stop);
        return new Outcome(account.Person, account.Stamp, NeedsSecondFactor: false);
    }

    private async Task Fail(Account account, Refusal refusal, CancellationToken stop)
    {
        account.NoteFailure(clock.GetUtcNow());
        journal.Note("account.sign-in-failed", "person", account.Person.Value, detail: new { reason = refusal.ToString() });
        await db.SaveChangesAsync(stop);
        throw new RefusalException(refusal);
    }
}
