using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>The sight that members of a jury have of the dossiers on its list: given and taken back with seat and list.</summary>
internal static class JuryGrants
{
    /// <summary>Makes the grants say exactly: these people see these dossiers, for the jury.</summary>
    internal static async Task Align(
        EtabliDb db, OrganisationId centre, IReadOnlyCollection<DossierId> listed, IReadOnlyCollection<DossierId> dropped, IReadOnlyCollection<Seat> seats, PersonId by, DateTimeOffset at, CancellationToken stop)
    {
        var dossiers = listed.Concat(dropped).Select(d => d.Value).ToList();
        if (dossiers.Count == 0)
        {
            return;
        }

        var standing = await db.Grants
            .Where(g => g.Purpose == GrantPurpose.Jury && g.RevokedAt == null && g.Person != null && dossiers.Contains(g.Dossier)).ToListAsync(stop);
        var wanted = listed.SelectMany(d => seats.Select(s => (Dossier: d.Value, s.Person.Id))).ToHashSet();
        foreach (var grant in standing.Where(g => !wanted.Contains((g.Dossier, g.Person!.Value))))
        {
            grant.Revoke(at);
        }

        var held = standing.Where(g => g.RevokedAt is null).Select(g => (g.Dossier, g.Person!.Value)).ToHashSet();
        foreach (var (dossier, person) in wanted.Where(w => !held.Contains(w)))
        {
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier, centre, person, null, GrantPurpose.Jury, by, at));
        }
    }

    internal static Task<List<DossierId>> Listed(EtabliDb db, JurySessionId session, CancellationToken stop) =>
        db.Deliberations.Where(d => d.Session == session).Select(d => d.Dossier).ToListAsync(stop);
}
