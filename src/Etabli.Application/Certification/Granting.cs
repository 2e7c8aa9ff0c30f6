using Etabli.Certification.Dossiers;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification;

/// <summary>Gives and takes back the sight of a dossier; each grant is a dated row, and there is no other way across.</summary>
internal static class Granting
{
    internal static Task ShowTo(this EtabliDb db, Dossier dossier, PersonId person, GrantPurpose purpose, Caller caller, DateTimeOffset at, CancellationToken stop, DateTimeOffset? until = null) =>
        db.Show(dossier, person, null, purpose, caller, at, until, stop);

    internal static Task ShowTo(this EtabliDb db, Dossier dossier, OrganisationId organisation, GrantPurpose purpose, Caller caller, DateTimeOffset at, CancellationToken stop) =>
        db.Show(dossier, null, organisation, purpose, caller, at, null, stop);

    /// <summary>Takes back what was given for a purpose: to one person, or to all when none is named.</summary>
    internal static async Task HideFrom(this EtabliDb db, Dossier dossier, GrantPurpose purpose, PersonId? person, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var grant in await db.Grants.Where(g => g.Dossier == dossier.Id.Value && g.Purpose == purpose && g.RevokedAt == null && (person == null || g.Person == person)).ToListAsync(stop))
        {
            grant.Revoke(at);
        }
    }

    private static async Task Show(
        this EtabliDb db, Dossier dossier, PersonId? person, OrganisationId? organisation, GrantPurpose purpose, Caller caller, DateTimeOffset at, DateTimeOffset? until, CancellationToken stop)
    {
        var standing = await db.Grants.AnyAsync(
            g => g.Dossier == dossier.Id.Value && g.Purpose == purpose && g.Person == person && g.Organisation == organisation && g.RevokedAt == null && (g.Until == null || g.Until > at), stop);
        if (!standing)
        {
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier.Id.Value, dossier.Centre.Id, person, organisation, purpose, caller.Id, at, until));
        }
    }
}
