using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Persons;

/// <summary>One role of one person, at an organisation the caller administers.</summary>
public sealed record RoleToEnd(string Person, Role Role)
{
    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <exception cref="NotFoundException">No such role where the caller administers.</exception>
        public async Task<RoleToEnd> Find(PersonId person, Guid held, CancellationToken stop)
        {
            var mine = caller.At(Role.Administrator).ToList();
            var found = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, stop);
            return found?.Roles.SingleOrDefault(r => r.Id == held && mine.Contains(r.Organisation)) is { } role
                ? new RoleToEnd(found.FullName, role.Role)
                : throw new NotFoundException("role", held);
        }
    }
}
