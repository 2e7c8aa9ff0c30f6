using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>
/// One candidate before the jury, as the room sees it: composition, blocks, conformity, the count once all have voted,
/// the declaration (fr: salle du jury).
/// </summary>
/// <param name="Tally">Null while a voter has not spoken: nobody is moved by the others' ballots.</param>
/// <param name="Voted">Who has spoken in this round, without what they said.</param>
/// <param name="Mine">The caller's own ballot.</param>
public sealed record JuryRoom(
    JurySessionId Session,
    string Centre,
    DateOnly HeldOn,
    string Place,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? SealedAt,
    PersonId? Chair,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<CompositionFinding> Composition,
    DossierId Dossier,
    string Candidate,
    string Title,
    int Position,
    int Of,
    DossierId? Previous,
    DossierId? Next,
    IReadOnlyList<JuryRoom.Block> Blocks,
    ConformityList Conformity,
    DateTimeOffset SummaryFrozenAt,
    string SummarySha256,
    int Round,
    IReadOnlySet<PersonId> Voted,
    Tally? Tally,
    Declaration? Declaration,
    bool AllAcquired,
    bool IVote,
    Ballot? Mine,
    bool IChair,
    bool IAmOfTheCentre)
{
    public sealed record Block(string Code, int Number, string Title, bool CarriedOver, bool Acquired, IReadOnlyList<Competence> Competences);

    /// <param name="Acquired">Null on a block carried over: it was decided before.</param>
    public sealed record Competence(string Code, string Title, bool? Acquired);

    public int EmployerVoters => Seats.Count(s => s.Votes && s.College == College.Employers);

    public int EmployeeVoters => Seats.Count(s => s.Votes && s.College == College.Employees);

    public bool IsOpen => OpenedAt is not null && SealedAt is null;

    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf, Caller caller, ConformityList.Reader conformity)
    {
        /// <exception cref="NotFoundException">No such session or dossier on its list for this caller.</exception>
        public async Task<JuryRoom> Find(JurySessionId id, DossierId dossierId, CancellationToken stop)
        {
            var session = await db.JurySessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("jury", id);
            var list = await db.Deliberations.AsNoTracking().Where(d => d.Session == id).OrderBy(d => d.ListedAt).Select(d => d.Dossier).ToListAsync(stop);
            var deliberation = await db.Deliberations.AsNoTracking().SingleOrDefaultAsync(d => d.Session == id && d.Dossier == dossierId, stop)
                ?? throw new NotFoundException("deliberation", dossierId);
            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, stop) ?? throw new NotFoundException("dossier", dossierId);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleAsync(a => a.Dossier == dossierId, stop);
            var standard = (await shelf.Get(dossier.Standard, stop)).Content;
            var results = BlockResult.Of(dossier, assessment, standard);
            var ballots = deliberation.Ballots();
            var at = list.IndexOf(dossierId);
            return new(
                id, session.Centre.Name, session.HeldOn, session.Place, session.OpenedAt, session.Minutes?.SealedAt, session.Chair, session.Seats, session.Composition(),
                dossierId, dossier.Candidate.Name, standard.Qualification.Title, at + 1, list.Count, at > 0 ? list[at - 1] : null, at >= 0 && at < list.Count - 1 ? list[at + 1] : null,
                [.. standard.Blocks.Select(b =>
                {
                    var result = results.First(r => r.Block == b.Id);
                    return new Block(b.Id, b.Number, b.Title, result.CarriedOver, result.Acquired,
                        [.. b.Competences.Select(c => new Competence(c, standard.FindCompetence(c)?.Title ?? c, result.CarriedOver ? null : assessment.DecisionOn(c) is { Acquired: true }))]);
                })],
                await conformity.Of(dossier, assessment, session.Seats, stop), assessment.Summary!.FrozenAt, deliberation.SummarySha256,
                deliberation.Round, ballots.Keys.ToHashSet(), deliberation.Tally(session), deliberation.Declaration, BlockResult.All(results),
                session.Voters.Any(v => v.Person.Id == caller.Person), caller.Person is { } me && ballots.TryGetValue(me, out var mine) ? mine : null,
                session.Chair is not null && session.Chair == caller.Person, caller.Is(Role.ExamCentreOfficer, session.Centre.Id));
        }
    }
}
