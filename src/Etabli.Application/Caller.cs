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
    public async Task<bool> Become(PersonId person, CancellationToken stop)
    {
        await db.ActAs(person, stop);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var found = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, stop);
        if (found is null)
        {
            return false;
        }

        Person = person;
        Name = found.FullName;
        Code = found.Code;
        Culture = found.Culture;
        roles = [.. found.Roles.Where(r => r.HeldOn(today)).Select(r => new RoleNow(r.Role, r.Organisation))];
        return true;
    }

    /// <summary>One role held today.</summary>
    public sealed record RoleNow(Role Role, OrganisationId Organisation);
}
