using Etabli.Application;
using Etabli.Application.Certification.Juries;
using Etabli.Application.Hosting;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Qualifications;
using Etabli.Demo;
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
        var (dossier, assessment) = HeldDossier.Of(standard, name);
        foreach (var competence in content.Competences)
        {
            foreach (var criterion in competence.Criteria.Where(k => k.Evaluable))
            {
                assessment.Rate(new(Guid.CreateVersion7()), dossier, content, criterion.Id, FindingValue.Met, null, new(HeldDossier.Assessors[0], "EV1"), Now, []);
            }

            assessment.Decide(Guid.CreateVersion7(), dossier, content, [], competence.Id, true, null, new(HeldDossier.Assessors[0], "EV1"), Now);
        }

        assessment.Close(dossier, content, AssessmentSummary.Freeze("{\"schema\":\"test\"}", Now), HeldDossier.Assessors[0], Now);
        await HeldDossier.Save(db, dossier, assessment, Stop);
        return dossier.Id.Value;
    }
}
