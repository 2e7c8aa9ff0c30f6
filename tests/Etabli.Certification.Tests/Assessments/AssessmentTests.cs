using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People.Persons;

namespace Etabli.Certification.Tests.Assessments;

public class AssessmentTests
{
    private readonly World world = new();

    [Fact]
    public void A_candidate_does_not_assess_himself()
    {
        var dossier = world.Transmitted();
        var assessment = world.Commission(dossier);
        World.Refused(Refusal.CandidateCannotAssess, () => assessment.Appoint(dossier, World.Candidate, World.Resources, World.Officer.Id, World.Day(5)));
        World.Refused(Refusal.AlreadyAMember, () => assessment.Appoint(dossier, World.Eva, World.Resources, World.Officer.Id, World.Day(5)));
    }

    [Fact]
    public void A_report_without_its_presentation_is_not_enough()
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        world.Opine(dossier);
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C1"));
        world.Present(dossier, assessment);
        world.Decide(dossier, assessment, "C1");
    }

    [Fact]
    public void A_presentation_without_a_report_is_refused()
    {
        var (dossier, assessment) = Started();
        World.Refused(Refusal.ReportMissing, () => world.Present(dossier, assessment));
    }

    [Fact]
    public void Real_work_needs_observation_questioning_and_evidence()
    {
        var (dossier, assessment) = Started(AssessmentMode.RealWorkSituation);
        world.Opine(dossier);
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Observation, AssessmentMode.RealWorkSituation));
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C1"));
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Questioning, AssessmentMode.RealWorkSituation));
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C1"));
        world.Evidence.Add(Evidence.Link(
            new(world.Id()), dossier, world.Content, new("observation", world.Id(), "Rodage", 1, World.Candidate, World.Day(1)), ["C1-METH-1"], World.Candidate.Id, World.Day(6)));
        world.Decide(dossier, assessment, "C1");
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C2"));
    }

    [Fact]
    public void A_reconstructed_situation_is_held_by_a_restitution_alone()
    {
        var technician = new World(Seeds.Technician);
        var dossier = technician.Enrolled();
        dossier.DefineModes(
            technician.Content,
            [.. technician.Content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ReconstructedSituation], "Ligne arrêtée pour travaux jusqu'en mars."))],
            World.Officer.Id,
            World.Day(3));
        dossier.AgreeModes(ModesParty.Company, World.Tutor, World.Day(3));
        dossier.TransmitModes(World.Resources, World.Officer.Id, World.Day(4));
        var assessment = technician.Commission(dossier);
        assessment.NoteSitting(dossier, technician.Content, technician.Sitting(SittingKind.Restitution, AssessmentMode.ReconstructedSituation));
        Assert.True(DecisionInputs.AnyModeHeld("C1", dossier, assessment, technician.Content, new HashSet<string>()));
        World.Refused(Refusal.OpinionMissing, () => technician.Decide(dossier, assessment, "C1"));
        dossier.GiveCompanyOpinion(technician.Id(), technician.Content, OpinionSubject.Competence, "C1", true, "Bien.", World.Tutor, Role.Tutor, World.Day(11));
        technician.Decide(dossier, assessment, "C1");
        World.Refused(Refusal.OpinionMissing, () => technician.Decide(dossier, assessment, "C2"));
    }

    [Fact]
    public void A_sitting_the_candidate_missed_realises_nothing()
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        world.Opine(dossier);
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Presentation, AssessmentMode.ProjectPresentation) with { CandidateAbsent = true });
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C1"));
    }

    [Fact]
    public void A_sitting_on_one_competence_speaks_for_that_one_only()
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        world.Opine(dossier);
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Presentation, AssessmentMode.ProjectPresentation) with { Competences = ["C1"] });
        world.Decide(dossier, assessment, "C1");
        World.Refused(Refusal.NoModeHeld, () => world.Decide(dossier, assessment, "C2"));
    }

    [Fact]
    public void A_sitting_fits_its_mode_its_members_and_its_time()
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        void Note(Sitting sitting) => assessment.NoteSitting(dossier, world.Content, sitting);
        World.Refused(Refusal.SittingDoesNotFitMode, () => Note(world.Sitting(SittingKind.Observation, AssessmentMode.ProjectPresentation)));
        World.Refused(Refusal.SittingDoesNotFitMode, () => Note(world.Sitting(SittingKind.Interview, AssessmentMode.ProjectPresentation)));
        World.Refused(Refusal.ModeNotPlanned, () => Note(world.Sitting(SittingKind.Observation, AssessmentMode.RealWorkSituation)));
        World.Refused(Refusal.NobodyPresent, () => Note(world.Sitting(SittingKind.Interview, null) with { Present = [] }));
        World.Refused(Refusal.NotAMember, () => Note(world.Sitting(SittingKind.Interview, null) with { Present = [World.Tutor.Id] }));
        World.Refused(Refusal.BeforeEnrolment, () => Note(world.Sitting(SittingKind.Interview, null, day: 1)));
    }

    [Fact]
    public void No_decision_before_the_company_has_spoken()
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        world.Present(dossier, assessment);
        World.Refused(Refusal.OpinionMissing, () => world.Decide(dossier, assessment, "C1"));
    }

    [Fact]
    public void Where_the_standard_names_the_interview_no_decision_without_it()
    {
        var old = new World(Seeds.LeanAnimator);
        var dossier = old.Transmitted(old.Enrolled(null, Waiver.Write("R05", "Parcours engagé avant l'échéance.", World.Officer, World.Day(1))));
        var assessment = old.Commission(dossier);
        World.Deposit(dossier);
        old.Present(dossier, assessment);
        dossier.GiveCompanyOpinion(old.Id(), old.Content, OpinionSubject.Competence, "C1", true, "Bien.", World.Tutor, Role.Tutor, World.Day(11));
        World.Refused(Refusal.InterviewMissing, () => old.Decide(dossier, assessment, "C1"));
        assessment.NoteSitting(dossier, old.Content, old.Sitting(SittingKind.Interview, null));
        old.Decide(dossier, assessment, "C1");
    }

    [Fact]
    public void An_unfavourable_opinion_does_not_decide_for_the_commission()
    {
        var (dossier, assessment) = Ready(favourable: false);
        world.Decide(dossier, assessment, "C1", acquired: true);
        Assert.True(assessment.DecisionOn("C1")!.Acquired);
    }

    [Fact]
    public void No_decision_while_members_disagree()
    {
        var (dossier, assessment) = Ready();
        var one = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva);
        var other = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet, World.Evan);
        World.Refused(Refusal.FindingsDiverge, () => world.Decide(dossier, assessment, "C1", acquired: false));
        world.Decide(dossier, assessment, "C2");
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva, one.Id, other.Id);
        world.Decide(dossier, assessment, "C1");
    }

    [Fact]
    public void Acquired_in_spite_of_an_unmet_criterion_says_why()
    {
        var (dossier, assessment) = Ready();
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet);
        World.Refused(Refusal.AcquiredNeedsReason, () => world.Decide(dossier, assessment, "C1", acquired: true));
        world.Decide(dossier, assessment, "C1", acquired: true, reason: "Compensé par la conduite du diagnostic.");
        world.Decide(dossier, assessment, "C2", acquired: true);
    }

    [Fact]
    public void A_criterion_that_nobody_observed_does_not_block()
    {
        var (dossier, assessment) = Ready();
        world.Rate(dossier, assessment, "C9-METH-1", FindingValue.NotObserved);
        world.Decide(dossier, assessment, "C9", acquired: true);
    }

    [Fact]
    public void Competences_are_independent_of_each_other()
    {
        var (dossier, assessment) = Ready();
        world.Decide(dossier, assessment, "C1", acquired: false);
        world.Decide(dossier, assessment, "C2", acquired: true);
        Assert.True(assessment.DecisionOn("C2")!.Acquired);
    }

    [Fact]
    public void The_commission_closes_when_every_competence_aimed_at_is_decided()
    {
        var (dossier, assessment) = Ready();
        foreach (var competence in world.Content.Competences.Skip(1))
        {
            world.Decide(dossier, assessment, competence.Id);
        }

        void Close() => assessment.Close(dossier, world.Content, AssessmentSummary.Freeze("{}", World.Day(15)), World.Eva.Id, World.Day(15));
        World.Refused(Refusal.CompetenceNotDecided, Close);
        world.Decide(dossier, assessment, "C1", acquired: false);
        Close();
        Assert.True(assessment.Summary!.IsIntact());
        World.Refused(Refusal.AssessmentIsClosed, () => world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met));
        World.Refused(Refusal.AssessmentIsClosed, () => world.Decide(dossier, assessment, "C1"));
        World.Refused(Refusal.AssessmentIsClosed, () => World.Deposit(dossier, 16));
    }

    [Fact]
    public void One_assessor_alone_is_not_a_commission()
    {
        var dossier = world.Transmitted();
        var assessment = Assessment.Open(new(world.Id()), dossier, World.Day(5));
        assessment.Appoint(dossier, World.Eva, World.Resources, World.Officer.Id, World.Day(5));
        World.Deposit(dossier);
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Presentation, AssessmentMode.ProjectPresentation) with { Present = [World.Eva.Id] });
        world.Opine(dossier);
        foreach (var competence in world.Content.Competences)
        {
            world.Decide(dossier, assessment, competence.Id);
        }

        World.Refused(Refusal.CommissionTooSmall, () => assessment.Close(dossier, world.Content, AssessmentSummary.Freeze("{}", World.Day(15)), World.Eva.Id, World.Day(15)));
    }

    [Fact]
    public void A_block_is_acquired_when_all_its_competences_are()
    {
        var (dossier, assessment) = world.Closed(null, "C5");
        var results = BlockResult.Of(dossier, assessment, world.Content);
        Assert.Equal(["B1", "B3"], results.Where(r => r.Acquired).Select(r => r.Block));
        Assert.Equal(["C5"], results.Single(r => r.Block == "B2").MissingCompetences);
        Assert.False(BlockResult.All(results));
    }

    [Fact]
    public void The_missing_block_with_the_acquired_ones_carried_over_makes_the_whole()
    {
        var again = world.Enrolled(World.Enrolment() with { CarriedOver = [new("B1", "BLOC-1"), new("B3", "BLOC-2")] });
        var (dossier, assessment) = world.Closed(again);
        Assert.True(BlockResult.All(BlockResult.Of(dossier, assessment, world.Content)));
        Assert.Equal(2, assessment.Decisions.Count);
    }

    private (Dossier Dossier, Assessment Assessment) Started(params AssessmentMode[] modes)
    {
        var dossier = world.Transmitted(null, modes);
        return (dossier, world.Commission(dossier));
    }

    private (Dossier Dossier, Assessment Assessment) Ready(bool favourable = true)
    {
        var (dossier, assessment) = Started();
        World.Deposit(dossier);
        world.Present(dossier, assessment);
        dossier.GiveCompanyOpinion(world.Id(), world.Content, OpinionSubject.Activity, "A1", favourable, "Vu.", World.Tutor, Role.Tutor, World.Day(11));
        return (dossier, assessment);
    }
}
