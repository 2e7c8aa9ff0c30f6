using Etabli.People;
using Etabli.People.Organisations;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>Small facts an enrolment is made of.</summary>
internal static class EnrolmentLookup
{
    internal static Task<DateOnly?> BirthDateOf(this EtabliDb db, PersonId person, CancellationToken stop) =>
        db.Persons.Where(p => p.Id == person).Select(p => p.BirthDate).SingleOrDefaultAsync(stop);

    internal static Task<Territory> TerritoryOf(this EtabliDb db, OrganisationId organisation, CancellationToken stop) =>
        db.Organisations.Where(o => o.Id == organisation).Select(o => o.Territory).SingleAsync(stop);
}
