using Etabli.People;
using Etabli.People.Persons;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>
/// Somebody who holds every role there is, in an organisation of their own that has nothing to do with the others: every
/// gate of roles opens, and behind none of them is anything of anybody else.
/// </summary>
internal static class Stranger
{
    public static async Task<PersonId> Settle(Site site)
    {
        var person = Guid.CreateVersion7();
        var organisation = Guid.CreateVersion7();
        await Ledger.Do(site, "insert into people.organisation (id, kind, name, territory) values ($1, 'Plant', 'Une maison étrangère', 'MainlandFrance')", organisation);
        await Ledger.Do(site, "insert into people.person (id, code, first_name, last_name, culture) values ($1, 'ÉTRANGER', 'Hadrien', 'Lointain', 'fr')", person);
        await Ledger.Do(site, "insert into people.account (person, email, password_hash, stamp) values ($1, $2, 'x', gen_random_uuid())", person, $"{person:N}@ailleurs.example");
        foreach (var role in Enum.GetNames<Role>())
        {
            await Ledger.Do(site, "insert into people.role_held (id, person, role, organisation, from_day, college, delegated_by) values ($1, $2, $3, $4, date '2020-01-01', 'Employers', 'métallurgie')",
                Guid.CreateVersion7(), person, role, organisation);
        }

        await Ledger.Do(site, "insert into people.demo_person (person, code, rank, label_fr, label_en, note_fr, note_en) values ($1, 'ÉTRANGER', 99, '', '', '', '')", person);
        return new PersonId(person);
    }
}
