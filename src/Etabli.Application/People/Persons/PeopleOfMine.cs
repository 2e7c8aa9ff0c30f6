using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Persons;

/// <summary>The people, roles and invitations of one organisation its administrator looks after.</summary>
public sealed record PeopleOfMine(
    OrganisationId Organisation,
    IReadOnlyList<PeopleOfMine.Choice> Organisations,
    IReadOnlyList<PeopleOfMine.One> People,
    IReadOnlyList<PeopleOfMine.Invited> Invitations)
{
    public sealed record Choice(OrganisationId Id, string Name, OrganisationKind Kind, string? Siret);

    public sealed record Held(Guid Id, Role Role, DateOnly From, DateOnly? Until, College? College, string? DelegatedBy);

    public sealed record One(PersonId Id, string Code, string FirstName, string LastName, IReadOnlyList<Held> Roles);

    public sealed record Invited(Guid Id, string Email, string Name, Role Role, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AcceptedAt, DateTimeOffset? WithdrawnAt);

    public sealed class Reader(EtabliDb db, Caller caller, Rights rights)
    {
        /// <summary>Of the organisation asked for, or of the first one administered.</summary>
        /// <exception cref="RefusalException">The caller administers nothing.</exception>
        public async Task<PeopleOfMine> Find(Guid? asked, CancellationToken stop)
        {
            rights.MustBe(Role.Administrator);
            var mine = caller.At(Role.Administrator).ToList();
            var here = asked is { } id ? mine.SingleOrDefault(o => o.Value == id, default) : mine[0];
            if (here == default)
            {
                throw new NotFoundException("organisation", asked!);
            }

            await db.Database.OpenConnectionAsync(stop);
            var organisations = await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id)).OrderBy(o => o.Name)
                .Select(o => new Choice(o.Id, o.Name, o.Kind, o.Siret)).ToListAsync(stop);
            var people = await db.Persons.AsNoTracking().Where(p => p.Roles.Any(r => r.Organisation == here))
                .OrderBy(p => p.LastName).ThenBy(p => p.FirstName)
                .Select(p => new One(p.Id, p.Code, p.FirstName, p.LastName,
                    p.Roles.Where(r => r.Organisation == here).OrderByDescending(r => r.From).Select(r => new Held(r.Id, r.Role, r.From, r.Until, r.College, r.DelegatedBy)).ToList()))
                .Take(500).ToListAsync(stop);
            var invitations = await db.Invitations.AsNoTracking().Where(i => i.Organisation == here).OrderByDescending(i => i.InvitedAt)
                .Select(i => new Invited(i.Id, i.Email, (i.FirstName + " " + i.LastName).Trim(), i.Role, i.InvitedAt, i.ExpiresAt, i.AcceptedAt, i.WithdrawnAt))
                .Take(100).ToListAsync(stop);
            return new PeopleOfMine(here, organisations, people, invitations);
        }
    }
}
