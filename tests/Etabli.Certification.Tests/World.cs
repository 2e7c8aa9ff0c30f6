using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Certification.Tests;

/// <summary>The demonstration people around one candidate, and the walk of a dossier from step to step.</summary>
internal sealed class World
{
    private int ids;

    public World(string standard = Seeds.Coordinator)
    {
        Standard = CertificationStandard.Import(new(Id()), "1", Seeds.Text(standard), Officer.Id, Day(1));
    }

    public static NamedPerson Candidate { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000000c1")), "Camille Lean");

    public static NamedPerson Officer { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000000e1")), "Odile Centre");

    public static NamedPerson Tutor { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000000d1")), "Théo Tuteur");

    public static NamedPerson Eva { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000000a1")), "Eva Luateur");

    public static NamedPerson Evan { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000000a2")), "Evan Luateur");

    public static NamedOrganisation Centre { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000001c1")), "UIMM du Val");

    public static NamedOrganisation Company { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000001d1")), "VNP");

    public static NamedOrganisation Resources { get; } = new(new(new Guid("00000000-0000-0000-0000-0000000001e1")), "UIMM ressources");

    public CertificationStandard Standard { get; }

    public StandardContent Content => Standard.Content;

    public List<Evidence> Evidence { get; } = [];

    public static DateTimeOffset Day(int n) => new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero).AddDays(n - 1);

    public static DateOnly On(int n) => DateOnly.FromDateTime(Day(n).DateTime);

    public Guid Id() => new(++ids, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Enrolment Enrolment(AccessRoute route = AccessRoute.ContinuingTraining, bool company = true) => new()
    {
        Candidate = new(Candidate.Id, Candidate.Name, new DateOnly(1990, 5, 4)),
        Centre = Centre,
        Company = company ? Company : null,
        Route = route,
        Tutor = company ? Tutor : null,
        On = On(2),
    };

    public Dossier Enrolled(Enrolment? enrolment = null, params Waiver[] waivers) =>
        Dossier.Enrol(new(Id()), Standard, enrolment ?? Enrolment(), waivers, Officer.Id, Day(2));

    public void DefineModes(Dossier dossier, params AssessmentMode[] modes) => dossier.DefineModes(
        Content,
        [.. dossier.Competences(Content).Select(c => new PlannedModes(c.Id, modes.Length > 0 ? modes : [AssessmentMode.ProjectPresentation], null))],
        Officer.Id,
        Day(3));

    public Dossier Transmitted(Dossier? dossier = null, params AssessmentMode[] modes)
    {
        dossier ??= Enrolled();
        DefineModes(dossier, modes);
        dossier.AgreeModes(dossier.Signatory, Tutor, Day(3));
        dossier.TransmitModes(Resources, Officer.Id, Day(4));
        return dossier;
    }

    public Assessment Commission(Dossier dossier)
    {
        var assessment = Assessment.Open(new(Id()), dossier, Day(5));
        assessment.Appoint(dossier, Eva, Resources, Officer.Id, Day(5));
        assessment.Appoint(dossier, Evan, new(new(Id()), "Atelier Brun"), Officer.Id, Day(5));
        return assessment;
    }

    public static void Deposit(Dossier dossier, int day = 9)
    {
        dossier.SetReportDeadline(Day(10), Day(5));
        dossier.DepositReport(Fingerprints.Of("report"), null, Candidate.Id, Day(day));
    }

    public Sitting Sitting(SittingKind kind, AssessmentMode? mode, int day = 12) =>
        new(new(Id()), kind, mode, [], On(day), "UIMM du Val", [Eva.Id, Evan.Id], false, "", Eva, Day(day));

    public void Present(Dossier dossier, Assessment assessment) =>
        assessment.NoteSitting(dossier, Content, Sitting(SittingKind.Presentation, AssessmentMode.ProjectPresentation));

    public void Opine(Dossier dossier)
    {
        foreach (var activity in Content.Activities)
        {
            dossier.GiveCompanyOpinion(Id(), Content, OpinionSubject.Activity, activity.Id, true, "Très présent sur le terrain.", Tutor, Role.Tutor, Day(11));
        }
    }

    public FindingEntry Rate(Dossier dossier, Assessment assessment, string criterion, FindingValue value, NamedPerson? by = null, params FindingId[] seen) =>
        assessment.Rate(new(Id()), dossier, Content, criterion, value, value == FindingValue.NotMet ? "Non vu." : null, by ?? Eva, Day(13), seen);

    public void Decide(Dossier dossier, Assessment assessment, string competence, bool acquired = true, string? reason = null) =>
        assessment.Decide(Id(), dossier, Content, Evidence, competence, acquired, reason, Eva, Day(14));

    /// <summary>Coordinator only: everything up to the closed commission, with these competences not acquired.</summary>
    public (Dossier Dossier, Assessment Assessment) Closed(Dossier? dossier = null, params string[] notAcquired)
    {
        dossier = Transmitted(dossier);
        var assessment = Commission(dossier);
        Deposit(dossier);
        Present(dossier, assessment);
        Opine(dossier);
        foreach (var competence in dossier.Competences(Content))
        {
            Decide(dossier, assessment, competence.Id, !notAcquired.Contains(competence.Id));
        }

        assessment.Close(dossier, Content, AssessmentSummary.Freeze("""{"summary":1}""", Day(15)), Eva.Id, Day(15));
        return (dossier, assessment);
    }

    public JurySession Jury(bool open = true)
    {
        var session = new JurySession(new(Id()), Centre, On(20), "Salle A", new(), Officer.Id, Day(16));
        foreach (var seat in Seats(2))
        {
            session.Seat(seat);
        }

        session.NameChair(Seats(1)[0].Person.Id);
        if (open)
        {
            session.Open(Officer.Id, Day(20));
        }

        return session;
    }

    public static IReadOnlyList<Seat> Seats(int perSide) =>
    [
        .. Enumerable.Range(1, perSide).Select(i => new Seat(new(Juror(i), $"Patron {i}"), College.Employers, JurorBranch.Metalworking, null, true)),
        .. Enumerable.Range(1, perSide).Select(i => new Seat(new(Juror(100 + i), $"Syndicat {i}"), College.Employees, JurorBranch.Metalworking, $"Union {i}", true)),
    ];

    public static PersonId Juror(int n) => new(new Guid(n, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    public Deliberation Listed(JurySession session, Dossier dossier, Assessment assessment) =>
        Deliberation.List(new(Id()), session, dossier, assessment, Officer.Id, Day(17));

    public void VoteAll(Deliberation deliberation, JurySession session, Ballot ballot)
    {
        foreach (var voter in session.Voters)
        {
            deliberation.Cast(Id(), session, voter.Person.Id, ballot, voter.Person.Id, Day(20));
        }
    }

    public static void Refused(Refusal expected, Action act) =>
        Assert.Equal(expected, Assert.Throws<RefusalException>(act).Refusal);
}
