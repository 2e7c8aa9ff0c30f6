using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>The people of a plant, to be named as pilot, owner or member, and its stations, to be named as places.</summary>
public sealed record PlantPeople(IReadOnlyList<PlantPeople.One> People, IReadOnlyList<string> Stations)
{
    public sealed record One(PersonId Id, string Code, string Name);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<PlantPeople> Of(OrganisationId plant, CancellationToken stop)
        {
            var people = await db.Persons.AsNoTracking()
                .Where(p => p.Roles.Any(r => r.Organisation == plant))
                .OrderBy(p => p.FirstName == "").ThenBy(p => p.Code)
                .Select(p => new One(p.Id, p.Code, (p.FirstName + " " + p.LastName).Trim()))
                .ToListAsync(stop);
            var stations = await db.Workstations.AsNoTracking().Where(w => w.Organisation == plant).OrderBy(w => w.Code).Select(w => w.Code).ToListAsync(stop);
            return new(people, stations);
        }
    }
}
