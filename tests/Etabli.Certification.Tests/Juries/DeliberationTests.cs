using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;

namespace Etabli.Certification.Tests.Juries;

public class DeliberationTests
{
    private readonly World world = new();

    [Fact]
    public void No_deliberation_without_a_frozen_summary()
    {
        var dossier = world.Transmitted();
        var assessment = world.Commission(dossier);
        World.Refused(Refusal.AssessmentNotClosed, () => world.Listed(world.Jury(open: false), dossier, assessment));
    }

    [Fact]
    public void A_dossier_is_on_one_list_at_a_time()
    {
        var (dossier, assessment) = world.Closed();
        world.Listed(world.Jury(), dossier, assessment);
        World.Refused(Refusal.AlreadyOnAList, () => world.Listed(world.Jury(), dossier, assessment));
    }

    [Fact]
    public void Only_voters_vote_once_and_in_an_open_session()
    {
        var (deliberation, session, _) = Before(open: false);
        World.Refused(Refusal.SessionNotOpen, () => Cast(deliberation, session, 1, Ballot.For));
        session.Open(World.Officer.Id, World.Day(20));
        Cast(deliberation, session, 1, Ballot.For);
        World.Refused(Refusal.AlreadyVoted, () => Cast(deliberation, session, 1, Ballot.Against));
        World.Refused(Refusal.NoRightToVote, () => Cast(deliberation, session, 77, Ballot.For));
    }

    [Fact]
    public void A_ballot_sent_twice_counts_once()
    {
        var (deliberation, session, _) = Before();
        var id = world.Id();
        for (var i = 0; i < 2; i++)
        {
            deliberation.Cast(id, session, World.Juror(1), Ballot.For, World.Juror(1), World.Day(20));
        }

        Assert.Single(deliberation.Votes);
    }

    [Fact]
    public void Nothing_is_declared_before_every_voter_has_spoken()
    {
        var (deliberation, session, dossier) = Before();
        Cast(deliberation, session, 1, Ballot.For);
        World.Refused(Refusal.VotesMissing, () => Declare(deliberation, session, dossier));
    }

    [Fact]
    public void A_candidate_who_lacks_a_competence_cannot_be_declared_admissible()
    {
        var (deliberation, session, dossier) = Before();
        world.VoteAll(deliberation, session, Ballot.For);
        World.Refused(Refusal.CompetencesNotAllAcquired, () => Declare(deliberation, session, dossier, allAcquired: false));
        deliberation.VoteAgain(session, allAcquired: false);
        world.VoteAll(deliberation, session, Ballot.Against);
        Declare(deliberation, session, dossier, allAcquired: false);
        Assert.Equal(Stage.NotAdmissible, dossier.Stage);
        Assert.Equal(8, deliberation.Votes.Count);
    }

    [Fact]
    public void A_jury_that_departs_from_the_summary_says_why()
    {
        var (deliberation, session, dossier) = Before();
        world.VoteAll(deliberation, session, Ballot.Against);
        World.Refused(Refusal.DepartureNeedsReason, () => Declare(deliberation, session, dossier));
        Declare(deliberation, session, dossier, reason: "L'évaluation n'a pas suivi le dossier de modalités.");
        Assert.Equal(Stage.NotAdmissible, dossier.Stage);
    }

    [Fact]
    public void On_a_tie_the_chair_decides()
    {
        var (deliberation, session, dossier) = Before();
        Split(deliberation, session, chair: Ballot.For);
        var declared = Declare(deliberation, session, dossier);
        Assert.True(declared.ByCastingVote);
        Assert.Equal((Outcome.Admissible, 2, 2), (declared.Outcome, declared.For, declared.Against));
    }

    [Fact]
    public void A_chair_who_abstains_on_a_tie_has_the_vote_held_again_and_the_first_round_is_kept()
    {
        var (deliberation, session, dossier) = Before();
        Cast(deliberation, session, 1, Ballot.Abstain);
        Cast(deliberation, session, 2, Ballot.For);
        Cast(deliberation, session, 101, Ballot.Against);
        Cast(deliberation, session, 102, Ballot.Abstain);
        World.Refused(Refusal.VoteTied, () => Declare(deliberation, session, dossier));
        deliberation.VoteAgain(session, allAcquired: true);
        world.VoteAll(deliberation, session, Ballot.For);
        Assert.Equal(2, Declare(deliberation, session, dossier).Round);
        Assert.Equal(4, deliberation.Votes.Count(v => v.Round == 1));
    }

    [Fact]
    public void A_result_that_displeases_is_not_voted_again()
    {
        var (deliberation, session, _) = Before();
        world.VoteAll(deliberation, session, Ballot.Against);
        World.Refused(Refusal.RoundCarried, () => deliberation.VoteAgain(session, allAcquired: true));
    }

    [Fact]
    public void Abstentions_never_count()
    {
        var dice = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var ballots = Enumerable.Range(1, dice.Next(2, 13)).ToDictionary(World.Juror, _ => (Ballot)dice.Next(3));
            var tally = Tally.Of(ballots, World.Juror(1));
            var without = ballots.Where(b => b.Value != Ballot.Abstain).ToDictionary();
            Assert.Equal(Tally.Of(without, World.Juror(1)).Result, tally.Result);
            Assert.Equal(ballots.Count, tally.For + tally.Against + tally.Abstained);
        }
    }

    [Fact]
    public void Minutes_are_sealed_when_every_candidate_is_declared_and_then_nothing_moves()
    {
        var (deliberation, session, dossier) = Before();
        World.Refused(Refusal.CandidateNotDeclared, () => session.Seal("{}", [deliberation], World.Officer.Id, World.Day(20)));
        World.Refused(Refusal.NobodyOnTheList, () => session.Seal("{}", [], World.Officer.Id, World.Day(20)));
        world.VoteAll(deliberation, session, Ballot.For);
        Declare(deliberation, session, dossier);
        session.Seal("""{"pv":1}""", [deliberation], World.Officer.Id, World.Day(20));
        Assert.True(session.Minutes!.IsIntact());
        World.Refused(Refusal.MinutesSealed, () => session.Seal("{}", [deliberation], World.Officer.Id, World.Day(21)));
        var (other, assessment) = world.Closed();
        World.Refused(Refusal.MinutesSealed, () => world.Listed(session, other, assessment));
    }

    [Fact]
    public void What_was_declared_is_not_declared_again()
    {
        var (deliberation, session, dossier) = Before();
        world.VoteAll(deliberation, session, Ballot.For);
        Declare(deliberation, session, dossier);
        World.Refused(Refusal.AlreadyDeclared, () => Declare(deliberation, session, dossier));
        World.Refused(Refusal.AlreadyDeclared, () => dossier.Abandon("Trop tard.", World.Candidate.Id, World.Day(21)));
    }

    private static Declaration Declare(Deliberation deliberation, JurySession session, Dossier dossier, bool allAcquired = true, string? reason = null) =>
        deliberation.Declare(session, dossier, allAcquired, reason, World.Officer.Id, World.Day(20));

    private (Deliberation Deliberation, JurySession Session, Dossier Dossier) Before(bool open = true)
    {
        var (dossier, assessment) = world.Closed();
        var session = world.Jury(open);
        return (world.Listed(session, dossier, assessment), session, dossier);
    }

    private void Split(Deliberation deliberation, JurySession session, Ballot chair)
    {
        Cast(deliberation, session, 1, chair);
        Cast(deliberation, session, 2, Ballot.For);
        Cast(deliberation, session, 101, Ballot.Against);
        Cast(deliberation, session, 102, Ballot.Against);
    }

    private void Cast(Deliberation deliberation, JurySession session, int juror, Ballot ballot) =>
        deliberation.Cast(world.Id(), session, World.Juror(juror), ballot, World.Juror(juror), World.Day(20));
}
