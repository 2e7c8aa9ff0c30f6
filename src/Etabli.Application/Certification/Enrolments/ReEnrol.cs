using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>After a non-admission: a new dossier on the missing blocks, those acquired carried over (rule R53).</summary>
public sealed class ReEnrol(EtabliDb db, Rights rights, Enrol enrol)
{
    public sealed record Order(DossierId Previous, DateOnly? On = null, string? ValidityWaiver = null, Guid? Id = null);

    public async Task<DossierId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.ExamCentreOfficer);
        var previous = await db.MustFind(order.Previous, stop);
        rights.MustBe(previous.Centre.Id, Role.ExamCentreOfficer);
        if (previous.Stage != Stage.NotAdmissible)
        {
            throw new RefusalException(Refusal.AlreadyEnrolled);
        }

        return await enrol.Write(
            new(previous.Centre.Id, previous.Candidate.Person, previous.Standard, previous.Route, previous.Company?.Id, previous.TrainingProvider?.Id, previous.Tutor?.Id, null, order.On, order.ValidityWaiver, order.Id),
            previous.Id,
            stop);
    }
}
