using Etabli.People;
using Etabli.People.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Etabli.Application.People.Accounts;

/// <summary>A code against the secret kept protected: the step it belongs to, or nothing.</summary>
internal static class SecondFactorCheck
{
    /// <summary>The step of a code that is right and was not used yet; null otherwise.</summary>
    public static long? StepOf(this Account account, IDataProtectionProvider protection, string? code, DateTimeOffset now)
    {
        if (account.TotpSecret is not { } kept || string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var secret = protection.CreateProtector(SignIn.TotpPurpose).Unprotect(kept);
        return Totp.Match(secret, code, now) is { } step && step > account.LastTotpStep ? step : null;
    }

    /// <exception cref="RefusalException">The second factor is not waiting to be confirmed.</exception>
    public static byte[] MustBeProposed(this Account account, IDataProtectionProvider protection) =>
        account is { TotpSecret: { } kept, HasSecondFactor: false }
            ? protection.CreateProtector(SignIn.TotpPurpose).Unprotect(kept)
            : throw new RefusalException(account.HasSecondFactor ? Refusal.SecondFactorAlreadyOn : Refusal.SecondFactorNotOn);
}
