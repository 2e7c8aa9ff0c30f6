using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Is a cookie still good? Its stamp must be the account's, and the person must exist.</summary>
public sealed class StillSignedIn(EtabliDb db, Caller caller, Rights rights)
{
    /// <summary>Becomes the person when the cookie is good.</summary>
    public async Task<bool> Run(PersonId person, Guid stamp, CancellationToken stop)
    {
        rights.AnybodyMay();

        // One connection for the whole request, told who asks as it opens: told once, not twice.
        await db.ActAs(person, stop);
        await db.Database.OpenConnectionAsync(stop);
        return await caller.Become(person, stamp, stop);
    }
}
