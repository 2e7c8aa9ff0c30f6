using System.Globalization;
using System.Text.Json;
using Etabli.Application.Certification;
using Etabli.Application.Certification.Juries;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

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
    string? JournalHash,
    OrganisationId CentreId)
{
    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf, ConformityList.Reader conformity)
    {
        private static readonly JsonSerializerOptions Sealed = new(JsonSerializerDefaults.Web);

        /// <exception cref="NotFoundException">No such session for this caller.</exception>
        public async Task<MinutesPages> Find(JurySessionId id, CancellationToken stop)
        {
            var session = await db.JurySessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("jury", id);
            return session.Minutes is { } minutes
                ? Of(JsonSerializer.Deserialize<JuryMinutes>(minutes.Json, Sealed)!, minutes.Sha256, session.Centre.Id)
                : await Of(session, stop);
        }

        // Sealed: the pages say what was sealed, whatever happened since.
        private static MinutesPages Of(JuryMinutes minutes, string sha256, OrganisationId centre) => new(
            minutes.Session,
            minutes.Centre,
            minutes.HeldOn,
            minutes.Place,
            minutes.Chair,
            [.. minutes.Members.Select(m => new MinutesMember(m.Name, m.College == nameof(College.Employers), m.Branch, m.Union, m.Votes))],
            [.. minutes.Candidates.Select(Of)],
            minutes.OpenedAt,
            minutes.SealedAt,
            minutes.SealedBy,
            sha256,
            minutes.JournalNumber,
            minutes.JournalHash,
            centre);

        private static MinutesCandidate Of(JuryMinutes.Candidate c) => new(
            c.Name,
            c.Title,
            c.SummarySha256,
            [.. c.Blocks.Select(b => new MinutesBlock(b.Code, b.Title, b.Acquired, b.CarriedOver, b.Missing))],
            c.Rules.Count(r => r.Status == nameof(ConformityStatus.Conform)),
            [.. c.Rules.Where(r => r.Status != nameof(ConformityStatus.Conform)).Select(r => new MinutesDeparture(r.Code, r.Status, r.Words, r.About))],
            Enum.Parse<Outcome>(c.Outcome),
            c.For,
            c.Against,
            c.Abstained,
            c.CastingVote,
            c.Rounds,
            c.Reason);

        private async Task<MinutesPages> Of(JurySession session, CancellationToken stop)
        {
            var candidates = new List<MinutesCandidate>();
            foreach (var deliberation in await db.Deliberations.AsNoTracking().Where(d => d.Session == session.Id).OrderBy(d => d.ListedAt).ToListAsync(stop))
            {
                candidates.Add(await Of(deliberation, session, stop));
            }

            return new(
                session.Id.Value,
                session.Centre.Name,
                session.HeldOn,
                session.Place,
                session.Seats.FirstOrDefault(s => s.Person.Id == session.Chair)?.Person.Name,
                [.. session.Seats.Select(s => new MinutesMember(s.Person.Name, s.College == College.Employers, s.Branch.ToString(), s.Union, s.Votes))],
                candidates,
                session.OpenedAt,
                null,
                null,
                null,
                null,
                null,
                session.Centre.Id);
        }

        private async Task<MinutesCandidate> Of(Deliberation deliberation, JurySession session, CancellationToken stop)
        {
            var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == deliberation.Dossier, stop);
            var content = (await shelf.Get(dossier.Standard, stop)).Content;
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleAsync(a => a.Dossier == dossier.Id, stop);
            var lines = (await conformity.Of(dossier, assessment, session.Seats, stop)).Lines;
            var declared = deliberation.Declaration;
            return new(
                dossier.Candidate.Name,
                content.Qualification.Title,
                deliberation.SummarySha256,
                [.. BlockResult.Of(dossier, assessment, content).Select(b => new MinutesBlock(b.Block, content.FindBlock(b.Block)?.Title ?? b.Block, b.Acquired, b.CarriedOver, b.MissingCompetences))],
                lines.Count(l => l.Status == ConformityStatus.Conform),
                [.. lines.Where(l => l.Status != ConformityStatus.Conform).Select(l => new MinutesDeparture(l.Rule, l.Status.ToString(), l.Words, [.. l.About.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]))],
                declared?.Outcome,
                declared?.For ?? 0,
                declared?.Against ?? 0,
                declared?.Abstained ?? 0,
                declared?.ByCastingVote ?? false,
                deliberation.Round,
                declared?.Reason);
        }
    }
}

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
/// <param name="Words">Key of its sentence, with the rule before it: R05.Waived.</param>
/// <param name="About">What the sentence names.</param>
public sealed record MinutesDeparture(string Rule, string Status, string Words, IReadOnlyList<string> About);
