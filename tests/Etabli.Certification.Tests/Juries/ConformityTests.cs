using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;

namespace Etabli.Certification.Tests.Juries;

public class ConformityTests
{
    private readonly World world = new();

    [Fact]
    public void The_list_answers_every_rule_the_jury_must_verify()
    {
        var (dossier, assessment) = world.Closed();
        string[] asked = ["R01", "R02", "R03", "R04", "R05", "R06", "R10", "R11", "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R20", "R21", "R22", "R23", "R30", "R31", "R32", "R33", "R34", "R35"];
        var answered = Of(dossier, assessment).Select(l => l.Rule).ToList();
        Assert.Empty(asked.Except(answered));
        Assert.Equal(answered.Count, answered.Distinct().Count());
    }

    [Fact]
    public void A_dossier_walked_by_the_rules_shows_no_breach()
    {
        var (dossier, assessment) = world.Closed();
        Assert.DoesNotContain(Of(dossier, assessment), l => l.Status == ConformityStatus.Breach);
    }

    [Fact]
    public void A_waiver_is_shown_with_its_reason_and_its_author()
    {
        var old = new World(Seeds.LeanAnimator);
        var dossier = old.Enrolled(null, Waiver.Write("R05", "Parcours engagé avant l'échéance.", World.Officer, World.Day(1)));
        var line = Conformity.Of(new(dossier, null, old.Content, new HashSet<string>(), [], new())).Single(l => l.Rule == "R05");
        Assert.Equal(ConformityStatus.Waived, line.Status);
        Assert.Equal(["Parcours engagé avant l'échéance.", World.Officer.Name, World.Day(1)], line.About);
    }

    [Fact]
    public void A_late_report_is_flagged_with_both_dates()
    {
        var dossier = world.Transmitted();
        var assessment = world.Commission(dossier);
        World.Deposit(dossier, 11);
        world.Present(dossier, assessment);
        var line = Line(dossier, assessment, "R17");
        Assert.Equal((ConformityStatus.Alert, "Late"), (line.Status, line.Words));
        Assert.Equal([World.Day(11), World.Day(10)], line.About);
    }

    [Fact]
    public void A_condition_not_provided_is_recalled_to_the_jury()
    {
        var dossier = world.Transmitted();
        dossier.RecordCondition(world.Content, "C2", 1, ConditionAnswer.NotProvided, World.Officer.Id, World.Day(5));
        var line = Line(dossier, world.Commission(dossier), "R32");
        Assert.Equal(ConformityStatus.Alert, line.Status);
        Assert.Equal(["C2.2"], line.About);
    }

    [Theory]
    [InlineData(2, ConformityStatus.Alert)]
    [InlineData(3, ConformityStatus.Conform)]
    public void Fewer_than_three_axes_is_told(int axes, ConformityStatus expected)
    {
        var (dossier, assessment) = world.Closed();
        Assert.Equal(expected, Of(dossier, assessment, new(Axes: axes)).Single(l => l.Rule == "R33").Status);
    }

    [Fact]
    public void Actions_without_label_deliverable_or_date_are_told()
    {
        var (dossier, assessment) = world.Closed();
        var line = Of(dossier, assessment, new(Actions: 12, IncompleteActions: 2)).Single(l => l.Rule == "R34");
        Assert.Equal(ConformityStatus.Alert, line.Status);
        Assert.Equal([2, 12], line.About);
    }

    [Fact]
    public void A_candidate_who_leads_a_member_of_the_team_is_told()
    {
        var (dossier, assessment) = world.Closed();
        Assert.Contains(Of(dossier, assessment, new(LeadsTeamMember: true)), l => l.Rule == "R70");
        Assert.DoesNotContain(Of(dossier, assessment), l => l.Rule == "R70");
    }

    [Fact]
    public void An_activity_the_company_did_not_speak_of_is_told()
    {
        var dossier = world.Transmitted();
        dossier.GiveCompanyOpinion(world.Id(), world.Content, OpinionSubject.Activity, "A1", true, "Bien.", World.Tutor, People.Persons.Role.Tutor, World.Day(6));
        var line = Line(dossier, world.Commission(dossier), "R21");
        Assert.Equal(["A2, A3"], line.About);
    }

    [Fact]
    public void An_unacknowledged_transmission_is_told()
    {
        var dossier = world.Transmitted();
        Assert.Equal(ConformityStatus.Alert, Line(dossier, null, "R12").Status);
        dossier.AcknowledgeTransmission(World.Officer.Id, World.Day(5));
        Assert.Equal(ConformityStatus.Conform, Line(dossier, null, "R12").Status);
    }

    [Fact]
    public void An_unfinished_dossier_shows_its_breaches()
    {
        var dossier = world.Transmitted();
        var assessment = world.Commission(dossier);
        var breaches = Of(dossier, assessment).Where(l => l.Status == ConformityStatus.Breach).Select(l => l.Rule);
        Assert.Equal(["R15", "R17", "R23", "R31", "R41"], breaches.Order());
    }

    [Fact]
    public void Whoever_judges_too_near_is_named()
    {
        var dossier = world.Transmitted();
        var assessment = Assessment.Open(new(world.Id()), dossier, World.Day(5));
        assessment.Appoint(dossier, World.Eva, World.Company, World.Officer.Id, World.Day(5));
        assessment.Appoint(dossier, World.Tutor, World.Company, World.Officer.Id, World.Day(5));
        List<Seat> seats = [World.Seats(1)[0] with { Person = World.Eva, Employer = World.Company.Id }, World.Seats(1)[1] with { Person = World.Candidate }];
        var found = ConflictsOfInterest.Of(dossier, assessment, seats);
        Assert.Equal(
            ["AssessorFromCompany", "AssessorFromCompany", "CandidateSits", "JurorAssessed", "JurorFromCompany", "TutorAssesses"],
            found.Select(c => c.Words).Order());
        var off = new ConflictSettings { JurorAssessed = null, JurorFromCompany = null, AssessorFromCompany = null, TutorAssesses = null };
        Assert.Equal("CandidateSits", Assert.Single(ConflictsOfInterest.Of(dossier, assessment, seats, off)).Words);
    }

    private IReadOnlyList<ConformityLine> Of(Dossier dossier, Assessment? assessment, WorkFacts? work = null) =>
        Conformity.Of(new(dossier, assessment, world.Content, DecisionInputs.Served(world.Content, world.Evidence), [], work ?? new()));

    private ConformityLine Line(Dossier dossier, Assessment? assessment, string rule) => Of(dossier, assessment).Single(l => l.Rule == rule);
}
