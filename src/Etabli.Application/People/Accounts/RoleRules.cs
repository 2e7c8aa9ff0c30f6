using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Application.People.Accounts;

/// <summary>What goes with a role.</summary>
internal static class RoleRules
{
    /// <exception cref="RefusalException">A juror without college or without who delegates them.</exception>
    public static void MustSayDelegation(Role role, College? college, string? delegatedBy)
    {
        if (role == Role.Juror && (college is null || string.IsNullOrWhiteSpace(delegatedBy)))
        {
            throw new RefusalException(Refusal.CollegeMissing);
        }
    }
}
