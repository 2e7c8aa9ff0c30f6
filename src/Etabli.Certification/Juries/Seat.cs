using Etabli.Certification.Enrolments;
using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Certification.Juries;

/// <summary>Branch a juror comes from (fr: branche).</summary>
public enum JurorBranch
{
    /// <summary>fr: métallurgie.</summary>
    Metalworking,

    /// <summary>fr: travail temporaire.</summary>
    TemporaryWork,
}

/// <summary>One member of a jury: for whom he sits and whether he votes (fr: siège).</summary>
/// <param name="Union">The organisation that delegates an employees' member (fr: organisation syndicale).</param>
/// <param name="Votes">A member may attend without a vote: that is how surplus members sit.</param>
/// <param name="Employer">Where the juror works, to see conflicts of interest; null when not told.</param>
public sealed record Seat(NamedPerson Person, College College, JurorBranch Branch, string? Union, bool Votes, OrganisationId? Employer = null);
