using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre writes a candidate's date of birth, which the attestations print; once written it stays.</summary>
public sealed class RecordBirthDate(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(OrganisationId Centre, PersonId Candidate, DateOnly Born);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Centre, Role.ExamCentreOfficer);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == order.Candidate && p.Roles.Any(r => r.Role == Role.Candidate && r.Organisation == order.Centre), stop)
            ?? throw new NotFoundException("person", order.Candidate);
        if (person.BirthDate is null)
        {
            person.BornOn(order.Born);
            journal.Note("person.birth-recorded", "person", person.Id.Value, order.Centre);
            await db.SaveChangesAsync(stop);
        }
    }
}
