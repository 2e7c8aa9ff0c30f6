using Etabli.Certification;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>
/// The exam centre seats a member: the delegation, the branch and the union are those of the juror's role. The member
/// then sees the dossiers of the list.
/// </summary>
public sealed class SeatMember(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Votes">Null lets the rule say: a second member of one union attends without a vote.</param>
    /// <param name="Employer">Where the juror works, when told, to see conflicts of interest.</param>
    public sealed record Order(JurySessionId Session, PersonId Person, bool? Votes = null, OrganisationId? Employer = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.ExamCentreOfficer);
        var session = await db.MustFind(order.Session, stop);
        rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        var person = await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == order.Person, stop) ?? throw new NotFoundException("person", order.Person);
        var role = person.Roles.FirstOrDefault(r => r.Role == Role.Juror && r.Organisation == session.Centre.Id && r.HeldOn(session.HeldOn) && r.College is not null)
            ?? throw new NotFoundException("juror", order.Person);
        var seat = SeatOf(person, role, session, order);
        session.Seat(seat);
        await JuryGrants.Align(db, session.Centre.Id, await JuryGrants.Listed(db, session.Id, stop), [], session.Seats, caller.Id, clock.GetUtcNow(), stop);
        journal.Note("jury.seated", JuryJournal.Kind, session.Id.Value, session.Centre.Id, detail: new { member = seat.Person.Name, college = seat.College.ToString(), union = seat.Union, votes = seat.Votes });
        await db.SaveKnowingly(stop);
    }

    private static Seat SeatOf(Person person, RoleHeld role, JurySession session, Order order)
    {
        var temporary = role.DelegatedBy is "travail_temporaire";
        var college = role.College!.Value;
        var union = college == College.Employees && !temporary ? role.DelegatedBy : null;
        union = college == College.Employees && temporary ? "Travail temporaire" : union;
        var taken = union is not null && session.Seats.Any(s => s.Votes && s.Person.Id != person.Id && string.Equals(s.Union, union, StringComparison.OrdinalIgnoreCase));
        return new(new NamedPerson(person.Id, person.FullName), college, temporary ? JurorBranch.TemporaryWork : JurorBranch.Metalworking, union, order.Votes ?? !taken, order.Employer);
    }
}
