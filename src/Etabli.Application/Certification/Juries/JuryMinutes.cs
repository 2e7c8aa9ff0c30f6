using Etabli.Application.Improvement;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;

namespace Etabli.Application.Certification.Juries;

/// <summary>Everything a session decided, as it is sealed (fr: procès-verbal, contenu).</summary>
internal sealed record JuryMinutes(
    int Form,
    Guid Session,
    string Centre,
    DateOnly HeldOn,
    string Place,
    string Chair,
    DateTimeOffset OpenedAt,
    string OpenedBy,
    IReadOnlyList<JuryMinutes.Member> Members,
    IReadOnlyList<JuryMinutes.Candidate> Candidates,
    string SealedBy,
    DateTimeOffset SealedAt,
    long JournalNumber,
    string JournalHash)
{
    internal sealed record Member(Guid Person, string Name, string College, string Branch, string? Union, bool Votes, bool Chairs);

    internal sealed record Candidate(
        Guid Dossier,
        string Name,
        DateOnly? BirthDate,
        string Title,
        string Standard,
        string SummarySha256,
        IReadOnlyList<Block> Blocks,
        IReadOnlyList<Rule> Rules,
        int Rounds,
        string Outcome,
        int For,
        int Against,
        int Abstained,
        bool CastingVote,
        int HandsRecorded,
        string? Reason,
        DateTimeOffset DeclaredAt);

    internal sealed record Block(string Code, string Title, bool Acquired, bool CarriedOver, IReadOnlyList<string> Missing);

    /// <summary>A rule before the jury; only those not plainly kept name what they speak of.</summary>
    internal sealed record Rule(string Code, string Status, string Words, IReadOnlyList<string> About);

    internal static Member Of(Seat seat, JurySession session) => new(
        seat.Person.Id.Value, seat.Person.Name, seat.College.ToString(), seat.Branch.ToString(), seat.Union, seat.Votes, session.Chair == seat.Person.Id);

    internal static Rule Of(ConformityLine line) => new(
        line.Rule, line.Status.ToString(), line.Words, line.Status == ConformityStatus.Conform ? [] : [.. line.About.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")]);

    internal static Candidate Of(
        Deliberation deliberation, Dossier dossier, string title, IReadOnlyList<BlockResult> blocks, IReadOnlyDictionary<string, string> titles, ConformityList conformity)
    {
        var declared = deliberation.Declaration!;
        return new(
            dossier.Id.Value, dossier.Candidate.Name, dossier.Candidate.BirthDate, title, $"{dossier.StandardSlug} {dossier.StandardVersion}", deliberation.SummarySha256,
            [.. blocks.Select(b => new Block(b.Block, titles.GetValueOrDefault(b.Block, b.Block), b.Acquired, b.CarriedOver, b.MissingCompetences))],
            [.. conformity.Lines.Select(Of)],
            declared.Round, declared.Outcome.ToString(), declared.For, declared.Against, declared.Abstained, declared.ByCastingVote,
            deliberation.Votes.Count(v => v.Round == declared.Round && v.RecordedBy != v.Juror), declared.Reason, declared.At);
    }

    internal string ToJson() => CanonicalJson.Of(this);
}
