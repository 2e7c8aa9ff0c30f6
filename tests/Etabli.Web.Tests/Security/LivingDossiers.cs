using System.Text.RegularExpressions;
using Etabli.Application;
using Etabli.Application.Certification.Assessments;
using Etabli.Application.Certification.Awards;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Certification.Enrolments;
using Etabli.Application.Certification.Juries;
using Etabli.Application.Hosting;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;
using Etabli.Demo;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Web.Tests.Security;

/// <summary>
/// Dossiers on a live site, made by the gestures of those who would: one whose candidate writes, one before its commission,
/// one before a jury that sits, one whose certificate was awarded.
/// </summary>
internal sealed partial class LivingDossiers(ServiceProvider provider, StandardId standard, StandardContent content)
{
    private const string Slug = "coordonnateur-lean-amelioration-continue";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private static PersonId Officer => DemoIds.Person("UIMM");

    private static PersonId Tutor => DemoIds.Person("PROD");

    private static PersonId Assessor => DemoIds.Person("EV1");

    public static async Task<Settled> Settle(Site site)
    {
        await using var storehouse = await Storehouse.Open(site.Settings, Stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<EtabliDb>().Standards.AsNoTracking().FirstAsync(s => s.Slug == Slug, Stop);
        return await new LivingDossiers(provider, known.Id, known.Content).Settle(site, await Candidate(site, "ODILE"), await Candidate(site, "PAULIN"));
    }

    private async Task<Settled> Settle(Site site, PersonId odile, PersonId paulin)
    {
        var written = await Enrol(DemoIds.Person("CLEAN"));
        var axes = await Ledger.One<Guid[]>(site, "select array_agg(id order by code) from improvement.progress_axis");
        foreach (var (axis, criterion) in axes.Zip(content.Competences.SelectMany(c => c.Criteria).Where(c => c.Evaluable)))
        {
            await By<LinkEvidence>(DemoIds.Person("CLEAN"), g => g.Run(new(written, "axis", axis, 2, [criterion.Id]), Stop));
        }

        var assessed = await Enrol(DemoIds.Person("METH"));
        await By<LinkEvidence>(DemoIds.Person("METH"), g => g.Run(new(assessed, "axis", axes[0], 2, [content.Competences[0].Criteria.First(c => c.Evaluable).Id]), Stop));
        await Assess(assessed, DemoIds.Person("METH"));

        var judged = await Enrol(odile);
        await Assess(judged, odile);
        await Close(judged);
        var sitting = await Jury(judged);

        var awarded = await Enrol(paulin);
        await Assess(awarded, paulin);
        await Close(awarded);
        var over = await Jury(awarded);
        foreach (var juror in VotingDay.Jurors)
        {
            await By<CastVote>(DemoIds.Person(juror), g => g.Run(new(over, awarded, Ballot.For), Stop));
        }

        await By<Declare>(DemoIds.Person("E1"), g => g.Run(over, awarded, null, Stop));
        await By<SealMinutes>(DemoIds.Person("E1"), g => g.Run(over, Stop));
        await By<IssueBlockAttestations>(Officer, g => g.Run(awarded, Stop));
        await By<SendForAward>(Officer, g => g.Run(awarded, Stop));
        await By<AwardCertificate>(DemoIds.Person("GTP"), g => g.Run(new(awarded, "GTP n° 12"), Stop));
        return new(written.Value, assessed.Value, judged.Value, awarded.Value, sitting.Value, over.Value);
    }

    private async Task<DossierId> Enrol(PersonId candidate)
    {
        var id = new DossierId(Guid.CreateVersion7());
        await By<Enrol>(Officer, g => g.Run(new(DemoIds.Organisation("centre"), candidate, standard, AccessRoute.ContinuingTraining, DemoIds.Organisation("vnp"), null, Tutor, Id: id.Value), Stop));
        await By<DefineModes>(Officer, g => g.Run(new(id, [.. content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ProjectPresentation], null))]), Stop));
        await By<AgreeModes>(Tutor, g => g.Run(new(id, ModesParty.Company), Stop));
        await By<TransmitModes>(Officer, g => g.Run(new(id, DemoIds.Organisation("ressources")), Stop));
        await By<SetReportDeadline>(Officer, g => g.Run(new(id, Now.AddDays(7)), Stop));
        await By<AppointCommission>(Officer, g => g.Run(new(id, [new(Assessor), new(DemoIds.Person("EV2"))]), Stop));
        return id;
    }

    /// <summary>The report is in, the company has spoken, the commission has heard the candidate and noted a first criterion.</summary>
    private async Task Assess(DossierId id, PersonId candidate)
    {
        await By<DepositReport>(candidate, g => g.Run(new(id), Stop));
        await By<GiveCompanyOpinion>(Tutor, g => g.Run(new(id, OpinionSubject.Activity, content.Activities[0].Id, true, "Conduit ses chantiers."), Stop));
        foreach (var (kind, mode) in new (SittingKind, AssessmentMode?)[] { (SittingKind.Presentation, AssessmentMode.ProjectPresentation), (SittingKind.Interview, null) })
        {
            await By<NoteSitting>(Assessor, g => g.Run(new(id, kind, mode, [], Today, "Salle 2", [Assessor, DemoIds.Person("EV2")], "Clair."), Stop));
        }

        await By<RateCriterion>(Assessor, g => g.Run(new(id, [new(content.Competences[0].Criteria.First(c => c.Evaluable).Id, FindingValue.Met, null, [])]), Stop));
    }

    private async Task Close(DossierId id)
    {
        foreach (var competence in content.Competences)
        {
            await By<DecideCompetence>(Assessor, g => g.Run(new(id, competence.Id, true), Stop));
        }

        await By<CloseAssessment>(Assessor, g => g.Run(new(id), Stop));
    }

    private async Task<JurySessionId> Jury(DossierId dossier)
    {
        var session = default(JurySessionId);
        await By<ConvokeJury>(Officer, async g => session = await g.Run(new(DemoIds.Organisation("centre"), Today, "Salle du conseil"), Stop));
        foreach (var juror in VotingDay.Jurors)
        {
            await By<SeatMember>(Officer, g => g.Run(new(session, DemoIds.Person(juror)), Stop));
        }

        await By<SetChair>(Officer, g => g.Run(session, DemoIds.Person("E1"), Stop));
        await By<PutDossierOnList>(Officer, g => g.Run(session, dossier, Stop));
        await By<OpenJury>(Officer, g => g.Run(session, Stop));
        return session;
    }

    private async Task By<TGesture>(PersonId who, Func<TGesture, Task> what)
        where TGesture : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Caller>().Become(who, Stop));
        await what(scope.ServiceProvider.GetRequiredService<TGesture>());
    }

    /// <summary>A candidate of the exam centre who has no place in the demonstration.</summary>
    private static async Task<PersonId> Candidate(Site site, string code)
    {
        var person = Guid.CreateVersion7();
        await Ledger.Do(site, "insert into people.person (id, code, first_name, last_name, culture, birth_date) values ($1, $2, $2, 'Candidat', 'fr', date '1990-02-03')", person, code);
        await Ledger.Do(site, "insert into people.role_held (id, person, role, organisation, from_day) values (gen_random_uuid(), $1, 'Candidate', $2, date '2020-01-01')", person, DemoIds.Organisation("centre").Value);
        return new PersonId(person);
    }

    /// <param name="Written">CLEAN writes it and has linked evidence.</param>
    /// <param name="Assessed">METH handed it in; its commission is at work.</param>
    /// <param name="Judged">Closed, before the jury that sits.</param>
    /// <param name="Awarded">Declared, attested, its certificate awarded.</param>
    /// <param name="Sitting">The jury that sits.</param>
    /// <param name="Over">The jury whose minutes are sealed.</param>
    internal sealed partial record Settled(Guid Written, Guid Assessed, Guid Judged, Guid Awarded, Guid Sitting, Guid Over)
    {
        public IReadOnlyList<Guid> Dossiers => [Written, Assessed, Judged, Awarded];

        /// <summary>Every template below /dossiers and /jurys, on each dossier and each jury that lives on the site.</summary>
        public IReadOnlyList<string> Pages() =>
        [
            .. from template in Routes.All.Select(r => r.Template).Where(t => t.StartsWith("/dossiers/{", StringComparison.Ordinal) && !t.Contains("{Evidence", StringComparison.Ordinal))
               from dossier in Dossiers
               select Competence().Replace(Blank().Replace(template, dossier.ToString()), "C1"),
            .. from template in Routes.All.Select(r => r.Template).Where(t => t.StartsWith("/jurys/{", StringComparison.Ordinal))
               from jury in new[] { (Session: Sitting, Dossier: Judged), (Session: Over, Dossier: Awarded) }
               select template.Replace("{Id:guid}", jury.Session.ToString(), StringComparison.Ordinal).Replace("{Dossier:guid}", jury.Dossier.ToString(), StringComparison.Ordinal),
        ];

        [GeneratedRegex(@"\{\w+:guid\}")]
        private static partial Regex Blank();

        [GeneratedRegex(@"\{Competence\}")]
        private static partial Regex Competence();
    }
}
