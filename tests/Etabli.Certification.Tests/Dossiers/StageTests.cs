using System.Text.Json;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Dossiers;

public class StageTests
{
    private readonly World world = new();

    [Fact]
    public void The_states_are_exactly_those_of_the_rules_file()
    {
        using var rules = JsonDocument.Parse(Seeds.Text("regles"));
        var machines = rules.RootElement.GetProperty("stateMachines");
        var states = machines.EnumerateObject().SelectMany(m => m.Value.GetProperty("states").EnumerateArray()).Select(s => s.GetString()!).ToHashSet();
        Assert.Equal(states.Order(), Enum.GetValues<Stage>().Select(s => s.Code()).Order());
    }

    [Fact]
    public void A_formation_walks_the_states_of_the_rules_file_in_their_order()
    {
        var seen = new List<string>();
        var enrolment = World.Enrolment();
        var dossier = Dossier.Prepare(new(world.Id()), world.Standard, enrolment, World.Officer.Id, World.Day(1));
        void Note() => seen.Add(dossier.Stage.Code());
        Note();
        dossier.Enrol(enrolment, world.Content, [], World.Officer.Id, World.Day(2));
        Note();
        world.DefineModes(dossier);
        Note();
        dossier.AgreeModes(ModesParty.Company, World.Tutor, World.Day(3));
        dossier.TransmitModes(World.Resources, World.Officer.Id, World.Day(4));
        Note();
        var assessment = world.Commission(dossier);
        Note();
        World.Deposit(dossier);
        world.Present(dossier, assessment);
        world.Opine(dossier);
        foreach (var competence in world.Content.Competences)
        {
            world.Decide(dossier, assessment, competence.Id);
        }

        assessment.Close(dossier, world.Content, AssessmentSummary.Freeze("{}", World.Day(15)), World.Eva.Id, World.Day(15));
        Note();
        var session = world.Jury();
        var deliberation = world.Listed(session, dossier, assessment);
        Note();
        world.VoteAll(deliberation, session, Ballot.For);
        deliberation.Declare(session, dossier, true, null, World.Officer.Id, World.Day(20));
        Note();
        dossier.NoteAward("GTP 2026-41", World.Day(30));
        Note();
        MustBePath("formation", seen);
    }

    [Fact]
    public void A_VAE_walks_the_states_of_the_rules_file_in_their_order()
    {
        var seen = new List<string>();
        var enrolment = World.Enrolment(AccessRoute.Vae, company: false);
        var dossier = Dossier.Prepare(new(world.Id()), world.Standard, enrolment, World.Candidate.Id, World.Day(1));
        void Note() => seen.Add(dossier.Stage.Code());
        Note();
        dossier.AnswerRequest(EligibilityAnswer.Incomplete, "Il manque le curriculum.", World.Officer.Id, World.Day(1));
        Note();
        dossier.AnswerRequest(EligibilityAnswer.Completed, null, World.Candidate.Id, World.Day(1));
        Note();
        dossier.AnswerRequest(EligibilityAnswer.Eligible, null, World.Officer.Id, World.Day(2));
        Note();
        dossier.Enrol(enrolment, world.Content, [], World.Officer.Id, World.Day(2));
        Note();
        dossier.DefineModes(world.Content, [], World.Officer.Id, World.Day(3));
        Note();
        dossier.AgreeModes(ModesParty.Candidate, World.Candidate, World.Day(3));
        dossier.TransmitModes(World.Resources, World.Officer.Id, World.Day(4));
        Note();
        var assessment = world.Commission(dossier);
        dossier.DepositPortfolio(world.Content, [new("Chantier rodage", "…", ["C1"])], Fingerprints.Of("x"), World.Candidate.Id, World.Day(6));
        Note();
        assessment.NoteSitting(dossier, world.Content, world.Sitting(SittingKind.Interview, null));
        Note();
        dossier.Waive(Waiver.Write("R22", "Candidat sans employeur depuis deux ans.", World.Officer, World.Day(6)));
        foreach (var competence in world.Content.Competences)
        {
            world.Decide(dossier, assessment, competence.Id);
        }

        assessment.Close(dossier, world.Content, AssessmentSummary.Freeze("{}", World.Day(15)), World.Eva.Id, World.Day(15));
        Note();
        MustBePath("vae", seen);
    }

    [Fact]
    public void A_request_that_is_not_eligible_says_why_and_ends_there()
    {
        var dossier = Dossier.Prepare(new(world.Id()), world.Standard, World.Enrolment(AccessRoute.Vae), World.Candidate.Id, World.Day(1));
        World.Refused(Refusal.ReasonTooShort, () => dossier.AnswerRequest(EligibilityAnswer.NotEligible, " ", World.Officer.Id, World.Day(1)));
        dossier.AnswerRequest(EligibilityAnswer.NotEligible, "Moins d'un an d'activité.", World.Officer.Id, World.Day(1));
        Assert.Equal(Stage.NotEligible, dossier.Stage);
        World.Refused(Refusal.RequestNotOpen, () => dossier.AnswerRequest(EligibilityAnswer.Eligible, null, World.Officer.Id, World.Day(1)));
    }

    [Fact]
    public void Giving_up_needs_a_reason_and_stops_everything()
    {
        var dossier = world.Enrolled();
        World.Refused(Refusal.ReasonTooShort, () => dossier.Abandon("", World.Candidate.Id, World.Day(3)));
        dossier.Abandon("Changement de poste.", World.Candidate.Id, World.Day(3));
        Assert.Equal(Stage.Abandoned, dossier.Stage);
        World.Refused(Refusal.DossierAbandoned, () => world.DefineModes(dossier));
    }

    [Fact]
    public void A_candidate_absent_on_the_day_comes_back_from_the_list_to_the_state_before()
    {
        var (dossier, assessment) = world.Closed();
        world.Listed(world.Jury(open: false), dossier, assessment);
        Assert.Equal(Stage.OnJuryList, dossier.Stage);
        dossier.TakeOffList();
        Assert.Equal(Stage.AssessmentClosed, dossier.Stage);
    }

    private static void MustBePath(string machine, IReadOnlyList<string> seen)
    {
        using var rules = JsonDocument.Parse(Seeds.Text("regles"));
        var allowed = rules.RootElement.GetProperty("stateMachines").GetProperty(machine).GetProperty("transitions").EnumerateArray()
            .Select(t => (t[0].GetString()!, t[1].GetString()!)).ToHashSet();
        Assert.All(seen.Zip(seen.Skip(1)), step => Assert.Contains(step, allowed));
    }
}
