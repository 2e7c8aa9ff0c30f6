using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application;

/// <summary>Who asks, for one scope: the person, their name and the roles they hold today.</summary>
public sealed class Caller(EtabliDb db, TimeProvider clock)
{
    private IReadOnlyList<RoleNow> roles = [];

    public PersonId? Person { get; private set; }

    public string Name { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Culture { get; private set; } = "fr";

    public IReadOnlyList<RoleNow> Roles => roles;

    /// <summary>The person, when signed in is already sure.</summary>
    /// <exception cref="RefusalException">Nobody is signed in.</exception>
    public PersonId Id => Person ?? throw new RefusalException(Refusal.NotAllowed);

    public bool Is(Role role) => roles.Any(r => r.Role == role);

    public bool Is(Role role, OrganisationId at) => roles.Any(r => r.Role == role && r.Organisation == at);

    /// <summary>Becomes a person: row-level security follows, the roles of today are read. False when unknown.</summary>
    public Task<bool> Become(PersonId person, CancellationToken stop) => Become(person, null, null, stop);

    /// <summary>The same, only if the person's account carries that stamp: one question for both.</summary>
    internal Task<bool> Become(PersonId person, Guid stamp, CancellationToken stop) => Become(person, stamp, null, stop);

    /// <summary>Becomes a person at one organisation alone: what they are and see elsewhere is left there.</summary>
    internal Task<bool> Become(PersonId person, OrganisationId only, CancellationToken stop) => Become(person, null, only, stop);

    private async Task<bool> Become(PersonId person, Guid? stamp, OrganisationId? only, CancellationToken stop)
    {
        await db.ActAs(person, stop, only);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var found = await db.Persons.Where(p => p.Id == person && (stamp == null || db.Accounts.Any(a => a.Person == person && a.Stamp == stamp))).Select(p => new
        {
            p.FirstName,
            p.LastName,
            p.Code,
            p.Culture,
            Roles = p.Roles
                .Where(r => r.From <= today && (r.Until == null || r.Until >= today) && (only == null || r.Organisation == only))
                .Select(r => new { r.Role, r.Organisation, Name = db.Organisations.Where(o => o.Id == r.Organisation).Select(o => o.Name).FirstOrDefault() })
                .ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync(stop);
        if (found is null)
        {
            return false;
        }

        Person = person;
        Name = $"{found.FirstName} {found.LastName}".Trim();
        Code = found.Code;
        Culture = found.Culture;
        roles = [.. found.Roles.Select(r => new RoleNow(r.Role, r.Organisation, r.Name ?? ""))];
        return true;
    }

    /// <summary>The organisations where this role is held today.</summary>
    public IEnumerable<OrganisationId> At(Role role) => roles.Where(r => r.Role == role).Select(r => r.Organisation);

    /// <summary>Gives the database connection back before a request that lasts: an open page must not keep one.</summary>
    public Task LetGo() => db.Database.CloseConnectionAsync();

    /// <summary>One role held today, and where.</summary>
    public sealed record RoleNow(Role Role, OrganisationId Organisation, string OrganisationName);
}
