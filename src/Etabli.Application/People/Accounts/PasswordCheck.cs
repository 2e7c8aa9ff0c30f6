using Etabli.People;
using Etabli.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Etabli.Application.People.Accounts;

/// <summary>Before what changes how one signs in: the current password, once more.</summary>
internal static class PasswordCheck
{
    /// <exception cref="RefusalException">It is not the current password.</exception>
    public static void MustKnow(this Account account, IPasswordHasher<Account> hasher, string? password)
    {
        if (hasher.VerifyHashedPassword(account, account.PasswordHash, password ?? "") == PasswordVerificationResult.Failed)
        {
            throw new RefusalException(Refusal.CurrentPasswordWrong);
        }
    }
}
