using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The exam centre appoints a member of the commission, who from then on sees the dossier.</summary>
public sealed class AppointCommission(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Members">Each with the organisation they come from; null: the centre itself.</param>
    public sealed record Order(DossierId Dossier, IReadOnlyList<Member> Members);

    public sealed record Member(PersonId Person, OrganisationId? Organisation = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        var now = clock.GetUtcNow();
        var assessment = await db.AssessmentOf(dossier.Id, stop);
        if (assessment is null)
        {
            assessment = Assessment.Open(new(Guid.CreateVersion7()), dossier, now);
            db.Assessments.Add(assessment);
        }

        foreach (var member in order.Members)
        {
            var person = await db.Named(member.Person, stop);
            assessment.Appoint(dossier, person, await db.Named(member.Organisation ?? dossier.Centre.Id, stop), caller.Id, now);
            await db.ShowTo(dossier, person.Id, GrantPurpose.Commission, caller, now, stop);
            journal.Note("commission.appointed", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { member = person.Name });
        }

        await db.SaveKnowingly(stop);
    }
}
