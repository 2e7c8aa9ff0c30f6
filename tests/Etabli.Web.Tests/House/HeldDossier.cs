using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.Demo;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Web.Tests.House;

/// <summary>A dossier of the demonstration's candidate whose sittings were held and whose grid is still empty.</summary>
internal static class HeldDossier
{
    public static readonly PersonId[] Assessors = [DemoIds.Person("EV1"), DemoIds.Person("EV2")];

    public static (Dossier Dossier, Assessment Assessment) Of(CertificationStandard standard, string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var content = standard.Content;
        var (officer, tutor) = (DemoIds.Person("UIMM"), DemoIds.Person("PROD"));
        var centre = DemoIds.Organisation("centre");
        var dossier = Dossier.Enrol(new(Guid.CreateVersion7()), standard, new Enrolment
        {
            Candidate = new(DemoIds.Person("CLEAN"), name, new(1988, 5, 17)),
            Centre = new(centre, "UIMM territoriale, centre d’examen"),
            Company = new(DemoIds.Organisation("vnp"), "Les Vérins de Nulle-Part"),
            Tutor = new(tutor, "PROD"),
            Route = AccessRoute.ContinuingTraining,
            On = today,
        }, [], officer, now);
        dossier.DefineModes(content, [.. content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ProjectPresentation], null))], officer, now);
        dossier.AgreeModes(ModesParty.Company, new(tutor, "PROD"), now);
        dossier.TransmitModes(new(DemoIds.Organisation("ressources"), "UIMM centre de ressources"), officer, now);
        dossier.SetReportDeadline(now.AddDays(7), now);
        dossier.DepositReport(new string('a', 64), null, DemoIds.Person("CLEAN"), now);
        dossier.GiveCompanyOpinion(Guid.CreateVersion7(), content, OpinionSubject.Activity, content.Activities[0].Id, true, "Conduit ses chantiers.", new(tutor, "PROD"), Role.Tutor, now);
        var assessment = Assessment.Open(new(Guid.CreateVersion7()), dossier, now);
        assessment.Appoint(dossier, new(Assessors[0], "EV1"), new(centre, "Centre"), officer, now);
        assessment.Appoint(dossier, new(Assessors[1], "EV2"), new(centre, "Centre"), officer, now);
        foreach (var (kind, mode) in new (SittingKind, AssessmentMode?)[] { (SittingKind.Presentation, AssessmentMode.ProjectPresentation), (SittingKind.Interview, null) })
        {
            assessment.NoteSitting(dossier, content, new(new(Guid.CreateVersion7()), kind, mode, [], today, "Centre", Assessors, false, "", new(Assessors[0], "EV1"), now));
        }

        return (dossier, assessment);
    }

    /// <summary>Saves both, with the sight that the gestures would have given.</summary>
    public static async Task Save(EtabliDb db, Dossier dossier, Assessment assessment, CancellationToken stop)
    {
        var (officer, centre, now) = (DemoIds.Person("UIMM"), DemoIds.Organisation("centre"), TimeProvider.System.GetUtcNow());
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(stop);
        db.Assessments.Add(assessment);
        db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier.Id.Value, centre, DemoIds.Person("CLEAN"), null, GrantPurpose.Candidate, officer, now));
        foreach (var assessor in Assessors)
        {
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier.Id.Value, centre, assessor, null, GrantPurpose.Commission, officer, now));
        }

        await db.SaveChangesAsync(stop);
    }
}
