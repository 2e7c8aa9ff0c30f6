using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.People;

namespace Etabli.Certification.Juries;

/// <summary>One ballot of one juror in one round (fr: vote exprimé).</summary>
/// <param name="RecordedBy">Who entered it: the juror himself, or the officer who keeps the room.</param>
public sealed record VoteCast(Guid Id, int Round, PersonId Juror, Ballot Ballot, PersonId RecordedBy, DateTimeOffset At);

/// <summary>What the jury declares, with the count that carried it (fr: déclaration d'admissibilité).</summary>
public sealed record Declaration(Outcome Outcome, int Round, int For, int Against, int Abstained, bool ByCastingVote, string? Reason, PersonId By, DateTimeOffset At);

/// <summary>One candidate before one jury: what was read, how each voted, what was declared (fr: délibération).</summary>
public sealed class Deliberation
{
    private readonly List<VoteCast> votes = [];

    private Deliberation()
    {
        SummarySha256 = "";
    }

    private Deliberation(DeliberationId id, JurySessionId session, DossierId dossier, string summarySha256, PersonId by, DateTimeOffset at)
    {
        Id = id;
        Session = session;
        Dossier = dossier;
        SummarySha256 = summarySha256;
        ListedBy = by;
        ListedAt = at;
        Round = 1;
    }

    public DeliberationId Id { get; private set; }

    public JurySessionId Session { get; private set; }

    public DossierId Dossier { get; private set; }

    /// <summary>Fingerprint of the summary the jury reads (rule R41).</summary>
    public string SummarySha256 { get; private set; }

    public PersonId ListedBy { get; private set; }

    public DateTimeOffset ListedAt { get; private set; }

    /// <summary>The round being voted, from 1; earlier rounds are kept.</summary>
    public int Round { get; private set; }

    /// <summary>Every ballot of every round.</summary>
    public IReadOnlyList<VoteCast> Votes => votes;

    public Declaration? Declaration { get; private set; }

    /// <summary>Puts a dossier on a session's list; without a frozen summary there is nothing to deliberate on (rule R41).</summary>
    /// <exception cref="RefusalException">The session is sealed, the commission has not closed, or the dossier is on a list already.</exception>
    public static Deliberation List(DeliberationId id, JurySession session, Dossier dossier, Assessment assessment, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(dossier);
        if (session.Minutes is { } minutes)
        {
            throw new RefusalException(Refusal.MinutesSealed, minutes.SealedAt);
        }

        var summary = assessment.Summary ?? throw new RefusalException(Refusal.AssessmentNotClosed);
        dossier.PutOnList(session.Id, at);
        return new(id, session.Id, dossier.Id, summary.Sha256, by, at);
    }

    /// <summary>A juror votes. A ballot given stays given; to change it the round is held again.</summary>
    /// <exception cref="RefusalException">The session is not open, he has no vote, he voted already, or the jury has declared.</exception>
    public VoteCast Cast(Guid id, JurySession session, PersonId juror, Ballot ballot, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (votes.FirstOrDefault(v => v.Id == id) is { } same)
        {
            return same;
        }

        session.MustBeOpen();
        MustNotBeDeclared();
        if (session.Seats.All(s => s.Person.Id != juror || !s.Votes))
        {
            throw new RefusalException(Refusal.NoRightToVote);
        }

        if (votes.Any(v => v.Round == Round && v.Juror == juror))
        {
            throw new RefusalException(Refusal.AlreadyVoted);
        }

        var vote = new VoteCast(id, Round, juror, ballot, by, at);
        votes.Add(vote);
        return vote;
    }

    /// <summary>Ballots of the round being voted.</summary>
    public IReadOnlyDictionary<PersonId, Ballot> Ballots() =>
        votes.Where(v => v.Round == Round).ToDictionary(v => v.Juror, v => v.Ballot);

    /// <summary>The count of the round; null while a voter has not spoken.</summary>
    public Tally? Tally(JurySession session)
    {
        var ballots = Ballots();
        return session.Chair is { } chair && session.Voters.All(v => ballots.ContainsKey(v.Person.Id))
            ? Juries.Tally.Of(ballots, chair, session.Parameters.PresidentCastingVote)
            : null;
    }

    /// <summary>Holds the vote again: after a tie the chair did not break, or a majority that rule R50 forbids.</summary>
    /// <exception cref="RefusalException">The round is not complete, or it carried a result that can be declared.</exception>
    public void VoteAgain(JurySession session, bool allAcquired)
    {
        session.MustBeOpen();
        MustNotBeDeclared();
        var tally = Tally(session) ?? throw new RefusalException(Refusal.VotesMissing);
        if (tally.Result is { } carried && (carried == Outcome.NotAdmissible || allAcquired))
        {
            throw new RefusalException(Refusal.RoundCarried);
        }

        Round++;
    }

    /// <summary>
    /// Declares what the vote carried. Admissible needs every competence acquired (rule R50); not admissible with
    /// everything acquired departs from the summary and needs a reason (R42).
    /// </summary>
    /// <exception cref="RefusalException">A voter has not spoken, the round is tied, or R50 or R42 says no.</exception>
    public Declaration Declare(JurySession session, Dossier dossier, bool allAcquired, string? reason, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.MustBeOpen();
        MustNotBeDeclared();
        var tally = Tally(session) ?? throw new RefusalException(Refusal.VotesMissing);
        var outcome = tally.Result ?? throw new RefusalException(Refusal.VoteTied);
        if (outcome == Outcome.Admissible && !allAcquired)
        {
            throw new RefusalException(Refusal.CompetencesNotAllAcquired);
        }

        var why = Wording.Optional(reason);
        if (outcome == Outcome.NotAdmissible && allAcquired && why is null)
        {
            throw new RefusalException(Refusal.DepartureNeedsReason);
        }

        dossier.NoteDeclaration(outcome, at);
        Declaration = new(outcome, Round, tally.For, tally.Against, tally.Abstained, tally.ByCastingVote, why, by, at);
        return Declaration;
    }

    private void MustNotBeDeclared()
    {
        if (Declaration is { } declared)
        {
            throw new RefusalException(Refusal.AlreadyDeclared, declared.At);
        }
    }
}
