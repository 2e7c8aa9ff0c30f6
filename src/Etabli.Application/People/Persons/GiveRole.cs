using Etabli.Application.People.Accounts;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Persons;

/// <summary>An administrator gives a role to somebody of the organisation, from a day on.</summary>
public sealed class GiveRole(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(PersonId Person, OrganisationId Organisation, Role Role, DateOnly From, DateOnly? Until = null, College? College = null, string? DelegatedBy = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Organisation, Role.Administrator);
        RoleRules.MustSayDelegation(order.Role, order.College, order.DelegatedBy);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == order.Person, stop) ?? throw new NotFoundException("person", order.Person);
        person.Receive(order.Role, order.Organisation, order.From, order.Until, order.College, order.DelegatedBy);
        journal.Note("role.given", "person", person.Id.Value, order.Organisation, detail: new { role = order.Role.ToString(), from = order.From, until = order.Until });
        await db.SaveChangesAsync(stop);
    }
}
