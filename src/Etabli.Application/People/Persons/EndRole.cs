using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Persons;

/// <summary>An administrator ends a role after a day. The past stays written.</summary>
public sealed class EndRole(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(PersonId Person, Guid RoleHeld, DateOnly LastDay);

    /// <exception cref="RefusalException">Not an administrator there, or nobody would be left to administer.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        rights.MustBe(Role.Administrator);
        ArgumentNullException.ThrowIfNull(order);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == order.Person, stop) ?? throw new NotFoundException("person", order.Person);
        var held = person.Roles.SingleOrDefault(r => r.Id == order.RoleHeld) ?? throw new RefusalException(Refusal.RoleNotHeld);
        rights.MustBe(held.Organisation, Role.Administrator);
        var others = held.Role == Role.Administrator
            ? await db.Persons.SelectMany(p => p.Roles).CountAsync(r => r.Role == Role.Administrator && r.Organisation == held.Organisation && r.Id != held.Id && r.Until == null, stop)
            : 1;
        if (others == 0)
        {
            throw new RefusalException(Refusal.LastAdministrator);
        }

        person.GiveUp(held.Id, order.LastDay);
        journal.Note("role.ended", "person", person.Id.Value, held.Organisation, detail: new { role = held.Role.ToString(), lastDay = order.LastDay });
        await db.SaveChangesAsync(stop);
    }
}
