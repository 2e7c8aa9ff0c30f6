using Etabli.Application.Certification.Awards;
using Etabli.Application.Certification.Juries;
using Etabli.Application.Journal;
using Etabli.Certification.Awards;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class JuryGestureTests : IAsyncLifetime
{
    private JuryWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await JuryWorld.Open(Stop);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_candidate_with_everything_acquired_goes_from_the_list_to_a_certificate_that_anybody_can_check()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.For, Stop);
        var before = await world.By(world.S1, (JuryRoom.Reader r) => r.Find(session, dossier, Stop));
        Assert.Null(before.Tally);
        await world.Vote(world.S1, session, dossier, Ballot.For, Stop);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        await world.By(world.E1, (SealMinutes g) => g.Run(session, Stop));
        var sheet = await world.By(world.Officer, (JurySheet.Reader r) => r.Find(session, Stop));
        Assert.Equal(Outcome.Admissible, Assert.Single(sheet.Candidates).Declaration!.Outcome);
        Assert.True(sheet.Intact);
        Assert.Equal(64, sheet.Sha256!.Length);

        var blocks = await world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop));
        Assert.Equal(3, blocks.Count);
        await world.By(world.Officer, (SendForAward g) => g.Run(dossier, Stop));
        var waiting = await world.By(world.Group, (AwardDesk.Reader r) => r.Find(Stop));
        Assert.True(Assert.Single(waiting.Cases).MayAward);
        var number = await world.By(world.Group, (AwardCertificate g) => g.Run(new(dossier, "GTP 2026-05-28 n° 12"), Stop));
        Assert.StartsWith("CQPM-2026-000001-", number, StringComparison.Ordinal);

        var code = (await world.By(world.Officer, (AwardSheet.Reader r) => r.Find(number, Stop))).VerificationCode;
        var seen = await world.House.AsNobody(s => Service<PublicCheck.Reader>(s).Find(code, Stop));
        Assert.Equal(("Claire Léandre", number, true), (seen!.Holder, seen.Number, seen.Holds));
        Assert.Equal(code, await world.House.AsNobody(s => Service<PublicCheck.Reader>(s).CodeOf(number.ToLowerInvariant(), "claire leandre", Stop)));
        Assert.Null(await world.House.AsNobody(s => Service<PublicCheck.Reader>(s).CodeOf(number, "Jean Dupont", Stop)));
        Assert.Null(await world.House.AsNobody(s => Service<PublicCheck.Reader>(s).Find(new string('0', 32), Stop)));
    }

    [Fact]
    public async Task Only_the_group_the_dossier_was_sent_to_awards_or_revokes_whatever_else_its_members_see()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.For, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.For, Stop);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        await world.By(world.E1, (SealMinutes g) => g.Run(session, Stop));
        await world.By(world.Officer, (SendForAward g) => g.Run(dossier, Stop));

        // A juror sees the dossier and its awards; sitting in another branch's group adds nothing to that.
        await world.House.Hold(world.E1, Etabli.People.Persons.Role.JointTechnicalGroup, await world.House.Organisation(Etabli.People.Organisations.OrganisationKind.Branch, "Autre branche"));
        var no = await Refused(world.By(world.E1, (AwardCertificate g) => g.Run(new(dossier, "n° 1"), Stop)));
        Assert.Equal(Etabli.People.Refusal.NotAllowed, no.Refusal);
        var number = await world.By(world.Group, (AwardCertificate g) => g.Run(new(dossier, "GTP n° 1"), Stop));
        no = await Refused(world.By(world.E1, (RevokeAward g) => g.Run(number, "erreur", Stop)));
        Assert.Equal(Etabli.People.Refusal.NotAllowed, no.Refusal);
        await world.By(world.Group, (RevokeAward g) => g.Run(number, "erreur sur la personne", Stop));
    }

    [Fact]
    public async Task A_jury_whose_sides_are_not_equal_does_not_open()
    {
        var session = await world.Seated(Stop);
        await world.By(world.Officer, (SeatMember g) => g.Run(new(session, world.S2), Stop));
        var no = await Refused(world.By(world.Officer, (OpenJury g) => g.Run(session, Stop)));
        Assert.Equal(Refusal.JuryNotBalanced, no.Refusal);
        await world.By(world.Officer, (SetVoting g) => g.Run(session, world.S2, false, Stop));
        await world.By(world.Officer, (OpenJury g) => g.Run(session, Stop));
        no = await Refused(world.By(world.Officer, (SeatMember g) => g.Run(new(session, world.E2), Stop)));
        Assert.Equal(Refusal.SessionOpened, no.Refusal);
    }

    [Fact]
    public async Task The_second_member_of_one_union_sits_without_a_vote()
    {
        var session = await world.Seated(Stop);
        var second = await world.Juror("S3", Etabli.People.Persons.College.Employees, "Organisation A");
        await world.By(world.Officer, (SeatMember g) => g.Run(new(session, second), Stop));
        var sheet = await world.By(world.Officer, (JurySheet.Reader r) => r.Find(session, Stop));
        Assert.False(sheet.Seats.Single(s => s.Person.Id == second).Votes);
        Assert.True(sheet.MayOpen);
    }

    [Fact]
    public async Task One_for_one_against_the_chairs_voice_decides()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.S1, session, dossier, Ballot.For, Stop);
        await world.Vote(world.E1, session, dossier, Ballot.Against, Stop);
        var room = await world.By(world.E1, (JuryRoom.Reader r) => r.Find(session, dossier, Stop));
        Assert.Equal((Outcome.NotAdmissible, true), (room.Tally!.Result, room.Tally.ByCastingVote));
        var no = await Refused(world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop)));
        Assert.Equal(Refusal.DepartureNeedsReason, no.Refusal);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, "Le rapport n’est pas de la main du candidat.", Stop));
        Assert.Equal(Stage.NotAdmissible, await world.House.As(world.Clean, s => House.Db(s).Dossiers.Where(d => d.Id == dossier).Select(d => d.Stage).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_tie_the_chair_does_not_break_is_voted_again()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.Abstain, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.Abstain, Stop);
        Assert.Equal(Refusal.VoteTied, (await Refused(world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop)))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Refused(world.By(world.S1, (VoteAgain g) => g.Run(session, dossier, Stop)))).Refusal);
        await world.By(world.E1, (VoteAgain g) => g.Run(session, dossier, Stop));
        await world.Vote(world.E1, session, dossier, Ballot.For, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.For, Stop);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        Assert.Equal(4, await world.House.As(world.S1, s => House.Db(s).Deliberations.SelectMany(d => d.Votes).CountAsync(Stop)));
    }

    [Fact]
    public async Task Nobody_votes_for_another_but_the_chair_for_a_raised_hand()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Refused(world.Vote(world.Officer, session, dossier, Ballot.For, Stop))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Refused(world.By(world.S1, (RecordShowOfHands g) => g.Run(new(session, dossier, world.E1, Ballot.For), Stop)))).Refusal);
        await world.By(world.E1, (RecordShowOfHands g) => g.Run(new(session, dossier, world.S1, Ballot.For), Stop));
        Assert.Equal(Refusal.AlreadyVoted, (await Refused(world.Vote(world.S1, session, dossier, Ballot.Against, Stop))).Refusal);
        var story = await world.By(world.Officer, (JournalPage.Reader r) => r.Of("jury-session", session.Value, null, Stop));
        Assert.Contains("jury.hand-recorded", story.Entries.Select(e => e.Act));
        Assert.DoesNotContain(story.Entries, e => e.Detail.Contains("For", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_juror_from_elsewhere_has_no_ballot_and_no_room()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await Assert.ThrowsAsync<NotFoundException>(() => world.Vote(world.S2, session, dossier, Ballot.For, Stop));
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.S2, (JuryRoom.Reader r) => r.Find(session, dossier, Stop)));
    }

    [Fact]
    public async Task A_candidate_who_lacks_a_competence_keeps_the_blocks_acquired()
    {
        var dossier = await world.Closed(Stop, "C9");
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.For, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.For, Stop);
        Assert.Equal(Refusal.CompetencesNotAllAcquired, (await Refused(world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop)))).Refusal);
        await world.By(world.E1, (VoteAgain g) => g.Run(session, dossier, Stop));
        await world.Vote(world.E1, session, dossier, Ballot.Against, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.Against, Stop);
        Assert.Equal(Refusal.JuryHasNotDeclared, (await Refused(world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop)))).Refusal);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        Assert.Equal(Refusal.NotAdmissible, (await Refused(world.By(world.Officer, (SendForAward g) => g.Run(dossier, Stop)))).Refusal);
        var numbers = await world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop));
        Assert.Equal(2, numbers.Count);
        Assert.Equal(Refusal.AlreadyIssued, (await Refused(world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop)))).Refusal);
        Assert.Equal(2, (await world.By(world.Clean, (RegisterList.Reader r) => r.Find(AwardKind.BlockAttestation, null, Stop))).Rows.Count);
    }

    [Fact]
    public async Task A_dossier_without_a_frozen_summary_goes_before_no_jury()
    {
        var dossier = await world.UnderAssessment(Stop);
        var session = await world.Seated(Stop);
        Assert.Equal(Refusal.AssessmentNotClosed, (await Refused(world.By(world.Officer, (PutDossierOnList g) => g.Run(session, dossier, Stop)))).Refusal);
    }

    [Fact]
    public async Task The_session_of_another_centre_does_not_exist()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Seated(Stop, dossier);
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.OtherOfficer, (JurySheet.Reader r) => r.Find(session, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.OtherOfficer, (OpenJury g) => g.Run(session, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.OtherOfficer, (IssueBlockAttestations g) => g.Run(dossier, Stop)));
        Assert.Empty((await world.By(world.OtherOfficer, (JuryList.Reader r) => r.Find(Stop))).Juries);
    }

    [Fact]
    public async Task The_candidate_and_the_commission_never_read_the_ballots()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.For, Stop);
        foreach (var reader in new[] { world.Clean, world.Ev1 })
        {
            Assert.Equal(1, await world.House.As(reader, s => House.Db(s).Dossiers.CountAsync(Stop)));
            Assert.Equal(0, await world.House.As(reader, s => House.Db(s).Deliberations.CountAsync(Stop)));
        }
    }

    [Fact]
    public async Task A_member_who_leaves_the_jury_sees_its_dossiers_no_more()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Seated(Stop, dossier);
        Assert.Equal(1, await world.House.As(world.S1, s => House.Db(s).Dossiers.CountAsync(Stop)));
        await world.By(world.Officer, (RemoveSeat g) => g.Run(session, world.S1, Stop));
        Assert.Equal(0, await world.House.As(world.S1, s => House.Db(s).Dossiers.CountAsync(Stop)));
        await world.By(world.Officer, (SeatMember g) => g.Run(new(session, world.S2), Stop));
        Assert.Equal(1, await world.House.As(world.S2, s => House.Db(s).Dossiers.CountAsync(Stop)));
    }

    [Fact]
    public async Task Minutes_are_not_sealed_while_a_candidate_waits()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        Assert.Equal(Refusal.CandidateNotDeclared, (await Refused(world.By(world.E1, (SealMinutes g) => g.Run(session, Stop)))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Refused(world.By(world.S1, (SealMinutes g) => g.Run(session, Stop)))).Refusal);
    }

    [Fact]
    public async Task Ballots_cast_at_the_same_moment_are_all_counted_and_one_sent_twice_counts_once()
    {
        var dossier = await world.Closed(Stop);
        var session = await world.Opened(Stop, dossier);
        var id = Guid.CreateVersion7();
        await Task.WhenAll(
            world.Vote(world.E1, session, dossier, Ballot.For, Stop),
            world.By(world.S1, (CastVote g) => g.Run(new(session, dossier, Ballot.For, id), Stop)));
        await world.By(world.S1, (CastVote g) => g.Run(new(session, dossier, Ballot.For, id), Stop));
        var room = await world.By(world.E1, (JuryRoom.Reader r) => r.Find(session, dossier, Stop));
        Assert.Equal(2, room.Tally!.For);
    }

    [Fact]
    public async Task A_revocation_is_told_to_whoever_checks()
    {
        var dossier = await world.Closed(Stop, "C9");
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.Against, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.Against, Stop);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        var number = (await world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop)))[0];
        var copy = await world.By(world.Officer, (DuplicateAward g) => g.Run(number, "perdu dans un déménagement", Stop));
        await world.By(world.Officer, (RevokeAward g) => g.Run(number, "erreur sur la personne", Stop));
        foreach (var one in new[] { number, copy })
        {
            var sheet = await world.By(world.Officer, (AwardSheet.Reader r) => r.Find(one, Stop));
            Assert.True(sheet.Intact);
            var seen = await world.House.AsNobody(s => Service<PublicCheck.Reader>(s).Find(sheet.VerificationCode, Stop));
            Assert.False(seen!.Holds);
        }
    }

    private static T Service<T>(IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;

    private static Task<RefusalException> Refused(Task gesture) => Assert.ThrowsAsync<RefusalException>(() => gesture);
}
