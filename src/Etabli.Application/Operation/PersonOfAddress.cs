using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Operation;

/// <summary>Whose account an address is: an operator at the terminal says on whose behalf a gesture is made.</summary>
public sealed record PersonOfAddress(PersonId Person)
{
    public sealed class Reader(EtabliDb db)
    {
        /// <summary>The person, or null when no account has that address.</summary>
        public async Task<PersonOfAddress?> Find(string address, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(address);
            var email = address.Trim().ToLowerInvariant();
            var found = await db.Database.SqlQuery<Guid?>($"select people.person_of_email({email}) as \"Value\"").SingleAsync(stop);
            return found is { } person ? new PersonOfAddress(new PersonId(person)) : null;
        }
    }
}
