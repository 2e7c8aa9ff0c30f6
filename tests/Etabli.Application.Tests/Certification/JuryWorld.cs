using Etabli.Application.Certification.Juries;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.Certification;

/// <summary>An exam centre with its commission and its jurors, the Lean standard, and candidates as far as a test wants them.</summary>
internal sealed class JuryWorld : IAsyncDisposable
{
    private JuryWorld(House house) => House = house;

    internal House House { get; }

    internal OrganisationId Centre { get; private set; }

    internal OrganisationId Plant { get; private set; }

    internal OrganisationId Branch { get; private set; }

    internal PersonId Officer { get; private set; }

    internal PersonId OtherOfficer { get; private set; }

    internal PersonId Clean { get; private set; }

    internal PersonId Tutor { get; private set; }

    internal PersonId Ev1 { get; private set; }

    internal PersonId Ev2 { get; private set; }

    /// <summary>Employers' juror.</summary>
    internal PersonId E1 { get; private set; }

    internal PersonId E2 { get; private set; }

    /// <summary>Employees' juror, union A.</summary>
    internal PersonId S1 { get; private set; }

    /// <summary>Employees' juror, union B.</summary>
    internal PersonId S2 { get; private set; }

    internal PersonId Group { get; private set; }

    internal CertificationStandard Standard { get; private set; } = null!;

    private DateTimeOffset Now => House.Clock.GetUtcNow();

    internal static async Task<JuryWorld> Open(CancellationToken stop)
    {
        var house = await House.Open(stop);
        var world = new JuryWorld(house)
        {
            Centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale, centre d’examen"),
            Plant = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part"),
            Branch = await house.Organisation(OrganisationKind.Branch, "Groupe technique paritaire"),
        };
        var elsewhere = await house.Organisation(OrganisationKind.ExamCentre, "Autre centre");
        world.Officer = await house.Person("UIMM", (Role.ExamCentreOfficer, world.Centre));
        world.OtherOfficer = await house.Person("AUTRE", (Role.ExamCentreOfficer, elsewhere));
        world.Clean = await house.Person("CLEAN", (Role.Candidate, world.Centre));
        world.Tutor = await house.Person("PROD", (Role.Tutor, world.Plant));
        world.Ev1 = await house.Person("EV1", (Role.Assessor, world.Centre));
        world.Ev2 = await house.Person("EV2", (Role.Assessor, world.Centre));
        world.E1 = await world.Juror("E1", College.Employers, "metallurgie");
        world.E2 = await world.Juror("E2", College.Employers, "metallurgie");
        world.S1 = await world.Juror("S1", College.Employees, "Organisation A");
        world.S2 = await world.Juror("S2", College.Employees, "Organisation B");
        world.Group = await house.Person("GTP", (Role.JointTechnicalGroup, world.Branch));
        world.Standard = CertificationStandard.Import(
            new(Guid.CreateVersion7()), "1", await File.ReadAllTextAsync(Path.Combine(Data(), "coordonnateur-lean-amelioration-continue.json"), stop), world.Officer, world.Now);
        await house.As(world.Officer, async s =>
        {
            House.Db(s).Standards.Add(world.Standard);
            await House.Db(s).SaveChangesAsync(stop);
        });
        return world;
    }

    /// <summary>Runs a gesture or a reading as somebody.</summary>
    internal Task<T> By<TGesture, T>(PersonId who, Func<TGesture, Task<T>> what)
        where TGesture : notnull => House.As(who, s => what(s.GetRequiredService<TGesture>()));

    internal Task By<TGesture>(PersonId who, Func<TGesture, Task> what)
        where TGesture : notnull => House.As(who, s => what(s.GetRequiredService<TGesture>()));

    /// <summary>A juror of a delegation, whatever the house gave by default.</summary>
    internal async Task<PersonId> Juror(string code, College college, string by)
    {
        var person = await House.Person(code, (Role.Juror, Centre));
        await House.Insert("update people.role_held set college = $2, delegated_by = $3 where person = $1", person.Value, college.ToString(), by);
        return person;
    }

    /// <summary>A dossier whose commission works: enrolled, modes transmitted, report handed in and presented, opinion given.</summary>
    internal Task<DossierId> UnderAssessment(CancellationToken stop) => House.As(Officer, async s =>
    {
        var db = House.Db(s);
        var (dossier, assessment) = await Prepare(db, stop);
        await Show(db, dossier);
        await db.SaveChangesAsync(stop);
        Assert.NotNull(assessment);
        return dossier.Id;
    });

    /// <summary>A dossier whose commission has closed; the competences named were not acquired.</summary>
    internal Task<DossierId> Closed(CancellationToken stop, params string[] notAcquired) => House.As(Officer, async s =>
    {
        var db = House.Db(s);
        var (dossier, assessment) = await Prepare(db, stop);
        foreach (var competence in Standard.Content.Competences)
        {
            foreach (var criterion in competence.Criteria.Where(k => k.Evaluable))
            {
                var met = !notAcquired.Contains(competence.Id);
                assessment.Rate(new(Guid.CreateVersion7()), dossier, Standard.Content, criterion.Id, met ? FindingValue.Met : FindingValue.NotMet, met ? null : "pas montré", new(Ev1, "EV1"), Now, []);
            }

            assessment.Decide(Guid.CreateVersion7(), dossier, Standard.Content, [], competence.Id, !notAcquired.Contains(competence.Id), null, new(Ev1, "EV1"), Now);
        }

        assessment.Close(dossier, Standard.Content, AssessmentSummary.Freeze("{\"schema\":\"test\"}", Now), Ev1, Now);
        await Show(db, dossier);
        await db.SaveChangesAsync(stop);
        return dossier.Id;
    });

    /// <summary>A session with one voter a side, E1 in the chair.</summary>
    internal async Task<JurySessionId> Seated(CancellationToken stop, params DossierId[] listed)
    {
        var session = await By(Officer, (ConvokeJury g) => g.Run(new(Centre, new(2026, 5, 21), "Salle du conseil"), stop));
        await By(Officer, (SeatMember g) => g.Run(new(session, E1), stop));
        await By(Officer, (SeatMember g) => g.Run(new(session, S1), stop));
        await By(Officer, (SetChair g) => g.Run(session, E1, stop));
        foreach (var dossier in listed)
        {
            await By(Officer, (PutDossierOnList g) => g.Run(session, dossier, stop));
        }

        return session;
    }

    internal async Task<JurySessionId> Opened(CancellationToken stop, params DossierId[] listed)
    {
        var session = await Seated(stop, listed);
        await By(Officer, (OpenJury g) => g.Run(session, stop));
        return session;
    }

    internal Task Vote(PersonId who, JurySessionId session, DossierId dossier, Ballot ballot, CancellationToken stop) =>
        By(who, (CastVote g) => g.Run(new(session, dossier, ballot), stop));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task<(Dossier Dossier, Assessment Assessment)> Prepare(EtabliDb db, CancellationToken stop)
    {
        var content = Standard.Content;
        var enrolment = new Enrolment
        {
            Candidate = new(Clean, "Claire Léandre", new(1988, 5, 17)),
            Centre = new(Centre, "UIMM territoriale, centre d’examen"),
            Company = new(Plant, "Les Vérins de Nulle-Part"),
            Tutor = new(Tutor, "PROD"),
            Route = AccessRoute.ContinuingTraining,
            On = new(2026, 3, 2),
        };
        var dossier = Dossier.Enrol(new(Guid.CreateVersion7()), Standard, enrolment, [], Officer, Now);
        dossier.DefineModes(content, [.. content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ProjectPresentation], null))], Officer, Now);
        dossier.AgreeModes(ModesParty.Company, new(Tutor, "PROD"), Now);
        dossier.TransmitModes(new(Branch, "UIMM centre de ressources"), Officer, Now);
        dossier.SetReportDeadline(Now.AddDays(7), Now);
        dossier.DepositReport(new string('a', 64), null, Clean, Now);
        dossier.GiveCompanyOpinion(Guid.CreateVersion7(), content, OpinionSubject.Activity, content.Activities[0].Id, true, "Conduit ses chantiers.", new(Tutor, "PROD"), Role.Tutor, Now);
        var assessment = Assessment.Open(new(Guid.CreateVersion7()), dossier, Now);
        assessment.Appoint(dossier, new(Ev1, "EV1"), new(Centre, "Centre"), Officer, Now);
        assessment.Appoint(dossier, new(Ev2, "EV2"), new(Centre, "Centre"), Officer, Now);
        foreach (var (kind, mode) in new (SittingKind, AssessmentMode?)[] { (SittingKind.Presentation, AssessmentMode.ProjectPresentation), (SittingKind.Interview, null) })
        {
            assessment.NoteSitting(dossier, content, new(
                new(Guid.CreateVersion7()), kind, mode, [], new(2026, 3, 2), "Centre", [Ev1, Ev2], false, "", new(Ev1, "EV1"), Now));
        }

        // The dossier first: what belongs to it is seen by whoever sees it.
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(stop);
        db.Assessments.Add(assessment);
        return (dossier, assessment);
    }

    private Task Show(EtabliDb db, Dossier dossier)
    {
        foreach (var (person, purpose) in new[] { (Clean, GrantPurpose.Candidate), (Ev1, GrantPurpose.Commission), (Ev2, GrantPurpose.Commission) })
        {
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossier.Id.Value, Centre, person, null, purpose, Officer, Now));
        }

        return Task.CompletedTask;
    }

    private static string Data()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "data", "referentiels")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "data", "referentiels");
    }
}
