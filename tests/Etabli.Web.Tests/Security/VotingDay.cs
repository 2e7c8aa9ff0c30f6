using Etabli.Application;
using Etabli.Application.Certification.Juries;
using Etabli.Application.Hosting;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.Demo;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Etabli.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Web.Tests.Security;

/// <summary>A jury that sits on a live site: its session open, its voters seated, many candidates on its list.</summary>
internal sealed record VotingDay(Guid Session, IReadOnlyList<Guid> Dossiers)
{
    public static readonly string[] Jurors = ["E1", "E2", "S1", "S2"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<VotingDay> Open(Site site, int candidates)
    {
        await using var storehouse = await Storehouse.Open(site.Settings, Stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        var dossiers = new List<Guid>();
        await As(provider, async s =>
        {
            var db = s.GetRequiredService<EtabliDb>();
            var standard = await db.Standards.FirstAsync(x => x.Slug == "coordonnateur-lean-amelioration-continue", Stop);
            for (var i = 0; i < candidates; i++)
            {
                dossiers.Add(await Close(db, standard, $"Candidate {i}"));
            }
        });
        var session = default(JurySessionId);
        var centre = DemoIds.Organisation("centre");
        await As(provider, async s => session = await s.GetRequiredService<ConvokeJury>().Run(new(centre, Today, "Salle du conseil"), Stop));
        foreach (var juror in Jurors)
        {
            await As(provider, s => s.GetRequiredService<SeatMember>().Run(new(session, DemoIds.Person(juror)), Stop));
        }

        await As(provider, s => s.GetRequiredService<SetChair>().Run(session, DemoIds.Person("E1"), Stop));
        foreach (var dossier in dossiers)
        {
            await As(provider, s => s.GetRequiredService<PutDossierOnList>().Run(session, new DossierId(dossier), Stop));
        }

        await As(provider, s => s.GetRequiredService<OpenJury>().Run(session, Stop));
        return new VotingDay(session.Value, dossiers);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Everything here is the exam centre's doing.</summary>
    private static async Task As(ServiceProvider provider, Func<IServiceProvider, Task> what)
    {
        await using var scope = provider.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person("UIMM"), Stop));
        await what(scope.ServiceProvider);
    }

    /// <summary>A dossier whose commission has closed, every competence acquired.</summary>
    private static async Task<Guid> Close(EtabliDb db, CertificationStandard standard, string name)
    {
        var content = standard.Content;
        var (officer, tutor, assessor) = (DemoIds.Person("UIMM"), DemoIds.Person("PROD"), DemoIds.Person("EV1"));
        var centre = DemoIds.Organisation("centre");
        var dossier = Dossier.Enrol(new(Guid.CreateVersion7()), standard, new Enrolment
        {
            Candidate = new(DemoIds.Person("CLEAN"), name, new(1988, 5, 17)),
            Centre = new(centre, "UIMM territoriale, centre d’examen"),
            Company = new(DemoIds.Organisation("vnp"), "Les Vérins de Nulle-Part"),
            Tutor = new(tutor, "PROD"),
            Route = AccessRoute.ContinuingTraining,
            On = Today,
        }, [], officer, Now);
        dossier.DefineModes(content, [.. content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ProjectPresentation], null))], officer, Now);
        dossier.AgreeModes(ModesParty.Company, new(tutor, "PROD"), Now);
        dossier.TransmitModes(new(DemoIds.Organisation("ressources"), "UIMM centre de ressources"), officer, Now);
        dossier.SetReportDeadline(Now.AddDays(7), Now);
        dossier.DepositReport(new string('a', 64), null, DemoIds.Person("CLEAN"), Now);
        dossier.GiveCompanyOpinion(Guid.CreateVersion7(), content, OpinionSubject.Activity, content.Activities[0].Id, true, "Conduit ses chantiers.", new(tutor, "PROD"), Role.Tutor, Now);
        var assessment = Assessment.Open(new(Guid.CreateVersion7()), dossier, Now);
        assessment.Appoint(dossier, new(assessor, "EV1"), new(centre, "Centre"), officer, Now);
        assessment.Appoint(dossier, new(DemoIds.Person("EV2"), "EV2"), new(centre, "Centre"), officer, Now);
        foreach (var (kind, mode) in new (SittingKind, AssessmentMode?)[] { (SittingKind.Presentation, AssessmentMode.ProjectPresentation), (SittingKind.Interview, null) })
        {
            assessment.NoteSitting(dossier, content, new(new(Guid.CreateVersion7()), kind, mode, [], Today, "Centre", [assessor, DemoIds.Person("EV2")], false, "", new(assessor, "EV1"), Now));
        }

        foreach (var competence in content.Competences)
        {
            foreach (var criterion in competence.Criteria.Where(k => k.Evaluable))
            {
                assessment.Rate(new(Guid.CreateVersion7()), dossier, content, criterion.Id, FindingValue.Met, null, new(assessor, "EV1"), Now, []);
            }

            assessment.Decide(Guid.CreateVersion7(), dossier, content, [], competence.Id, true, null, new(assessor, "EV1"), Now);
        }

        assessment.Close(dossier, content, AssessmentSummary.Freeze("{\"schema\":\"test\"}", Now), assessor, Now);
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(Stop);
        db.Assessments.Add(assessment);
        db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier.Id.Value, centre, DemoIds.Person("CLEAN"), null, GrantPurpose.Candidate, officer, Now));
        await db.SaveChangesAsync(Stop);
        return dossier.Id.Value;
    }
}
