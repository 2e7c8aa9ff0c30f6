using Etabli.Certification.Dossiers;
using Etabli.People;

namespace Etabli.Certification.Juries;

/// <summary>What a juror says of a candidate (fr: vote).</summary>
public enum Ballot
{
    /// <summary>fr: pour.</summary>
    For,

    /// <summary>fr: contre.</summary>
    Against,

    /// <summary>fr: abstention.</summary>
    Abstain,
}

/// <summary>
/// Counts one round: abstentions do not count; on a tie the chair's voice decides; a chair who abstains on a tie
/// leaves the vote to be held again (fr: dépouillement).
/// </summary>
/// <param name="Result">Null when the round must be voted again.</param>
/// <param name="ByCastingVote">The chair's voice decided (fr: voix prépondérante).</param>
public sealed record Tally(int For, int Against, int Abstained, Outcome? Result, bool ByCastingVote)
{
    /// <summary>Counts.</summary>
    /// <param name="ballots">One per voter.</param>
    /// <param name="chair">The chair's own ballot is among them.</param>
    /// <param name="castingVote">False where a standard gives the chair no casting vote.</param>
    public static Tally Of(IReadOnlyDictionary<PersonId, Ballot> ballots, PersonId chair, bool castingVote = true)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var pro = ballots.Values.Count(b => b == Ballot.For);
        var contra = ballots.Values.Count(b => b == Ballot.Against);
        var abstained = ballots.Count - pro - contra;
        if (pro != contra)
        {
            return new(pro, contra, abstained, pro > contra ? Outcome.Admissible : Outcome.NotAdmissible, false);
        }

        Outcome? decided = castingVote && ballots.TryGetValue(chair, out var voice)
            ? voice switch { Ballot.For => Outcome.Admissible, Ballot.Against => Outcome.NotAdmissible, _ => null }
            : null;
        return new(pro, contra, abstained, decided, decided is not null);
    }
}
