using Etabli.Certification.Dossiers;

namespace Etabli.Application.Printing.Pages;

/// <summary>What a joint jury decided on its day, as it is sealed (fr: procès-verbal de jury).</summary>
/// <param name="SealedAt">When it was sealed; null while the session is open.</param>
/// <param name="Sha256">Fingerprint of what was sealed.</param>
/// <param name="JournalNumber">End of the journal's chain at the sealing.</param>
public sealed record MinutesPages(
    Guid Session,
    string Centre,
    DateOnly HeldOn,
    string Place,
    string? Chair,
    IReadOnlyList<MinutesMember> Members,
    IReadOnlyList<MinutesCandidate> Candidates,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? SealedAt,
    string? SealedBy,
    string? Sha256,
    long? JournalNumber,
    string? JournalHash);

/// <summary>A member of the jury.</summary>
/// <param name="Branch">Code of the branch.</param>
public sealed record MinutesMember(string Name, bool Employers, string Branch, string? Union, bool Votes);

/// <summary>One candidate: what the jury read, how it voted, what it declared.</summary>
/// <param name="Departures">Conformity lines that are not plain: waivers, alerts, breaches.</param>
/// <param name="Conform">How many rules were kept.</param>
public sealed record MinutesCandidate(
    string Name,
    string Qualification,
    string SummarySha256,
    IReadOnlyList<MinutesBlock> Blocks,
    int Conform,
    IReadOnlyList<MinutesDeparture> Departures,
    Outcome? Outcome,
    int For,
    int Against,
    int Abstained,
    bool ByCastingVote,
    int Round,
    string? Reason);

/// <summary>A block and its result.</summary>
public sealed record MinutesBlock(string Code, string Title, bool Acquired, bool CarriedOver, IReadOnlyList<string> MissingCompetences);

/// <summary>A rule that was not plainly kept.</summary>
/// <param name="Status">Code: Waived, Alert, Breach.</param>
/// <param name="Sentence">In the language of the pages.</param>
public sealed record MinutesDeparture(string Rule, string Status, string Sentence);
