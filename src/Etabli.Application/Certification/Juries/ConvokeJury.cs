using Etabli.Certification;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>The exam centre convokes a joint jury for a day and a place.</summary>
public sealed class ConvokeJury(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(OrganisationId Centre, DateOnly HeldOn, string Place);

    public async Task<JurySessionId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(order.Centre, Role.ExamCentreOfficer);
        var centre = await db.Organisations.Where(o => o.Id == order.Centre).Select(o => o.Name).SingleAsync(stop);
        var session = new JurySession(
            new(Guid.CreateVersion7()), new NamedOrganisation(order.Centre, centre), order.HeldOn, order.Place, new JuryParameters(), caller.Id, clock.GetUtcNow());
        db.JurySessions.Add(session);
        journal.Note("jury.convoked", JuryJournal.Kind, session.Id.Value, order.Centre, detail: new { heldOn = order.HeldOn, place = session.Place });
        await db.SaveKnowingly(stop);
        return session.Id;
    }
}
