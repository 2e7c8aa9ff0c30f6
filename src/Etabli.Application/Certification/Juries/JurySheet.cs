using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>One session: who sits, what the rules say of it, who is on the list (fr: fiche de séance de jury).</summary>
/// <param name="Eligible">Jurors of the centre who could still be seated; for the centre only.</param>
/// <param name="Ready">Dossiers of the centre whose summary is frozen and that are on no list; for the centre only.</param>
public sealed record JurySheet(
    JurySessionId Id,
    OrganisationId CentreId,
    string Centre,
    DateOnly HeldOn,
    string Place,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? SealedAt,
    string? Sha256,
    bool Intact,
    Guid? Pages,
    PersonId? Chair,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<CompositionFinding> Composition,
    IReadOnlyList<JurySheet.Candidate> Candidates,
    IReadOnlyList<JurySheet.Juror> Eligible,
    IReadOnlyList<JurySheet.Waiting> Ready,
    IReadOnlyList<JurySheet.Company> Companies,
    bool IAmOfTheCentre,
    bool IChair,
    bool ISit)
{
    /// <param name="Voted">How many voters have spoken in the round.</param>
    /// <param name="SentForAward">Whether the joint technical group was given sight of it.</param>
    public sealed record Candidate(DossierId Dossier, string Name, string Title, string? Company, Stage Stage, Declaration? Declaration, int Voted, int Round, bool SentForAward);

    public sealed record Juror(PersonId Person, string Name, College College, string? DelegatedBy);

    public sealed record Waiting(DossierId Dossier, string Name, string Title, DateTimeOffset ClosedAt);

    public sealed record Company(OrganisationId Id, string Name);

    public bool MayOpen => OpenedAt is null && Composition.All(f => f.Gravity != Gravity.Breach);

    public int EmployerVoters => Seats.Count(s => s.Votes && s.College == College.Employers);

    public int EmployeeVoters => Seats.Count(s => s.Votes && s.College == College.Employees);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <exception cref="NotFoundException">No such session for this caller.</exception>
        public async Task<JurySheet> Find(JurySessionId id, CancellationToken stop)
        {
            var session = await db.JurySessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("jury", id);
            var officer = caller.Is(Role.ExamCentreOfficer, session.Centre.Id);
            var candidates = await Candidates(id, stop);
            return new(
                id, session.Centre.Id, session.Centre.Name, session.HeldOn, session.Place, session.OpenedAt, session.Minutes?.SealedAt, session.Minutes?.Sha256, session.Minutes?.IsIntact() ?? true,
                session.Minutes?.File?.Value, session.Chair, session.Seats, session.Composition(), candidates,
                officer && session.OpenedAt is null ? await Eligible(session, stop) : [],
                officer && session.Minutes is null ? await Ready(session.Centre.Id, stop) : [],
                officer && session.OpenedAt is null ? await Companies(stop) : [],
                officer, session.Chair is not null && session.Chair == caller.Person, session.Seats.Any(s => s.Person.Id == caller.Person));
        }

        private async Task<List<Candidate>> Candidates(JurySessionId id, CancellationToken stop)
        {
            var list = await db.Deliberations.AsNoTracking().Where(d => d.Session == id).OrderBy(d => d.ListedAt).ToListAsync(stop);
            var ids = list.Select(d => d.Dossier).ToList();
            var dossiers = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, stop);
            var titles = await Titles(dossiers.Values.Select(d => d.Standard).Distinct().ToList(), stop);
            var raw = ids.Select(i => i.Value).ToList();
            var sent = (await db.Grants.Where(g => g.Purpose == Etabli.People.Grants.GrantPurpose.Award && g.RevokedAt == null && raw.Contains(g.Dossier)).Select(g => g.Dossier).ToListAsync(stop)).ToHashSet();
            return [.. list.Where(d => dossiers.ContainsKey(d.Dossier)).Select(d =>
            {
                var dossier = dossiers[d.Dossier];
                return new Candidate(
                    d.Dossier, dossier.Candidate.Name, titles.GetValueOrDefault(dossier.Standard, ""), dossier.Company?.Name, dossier.Stage, d.Declaration, d.Ballots().Count, d.Round, sent.Contains(d.Dossier.Value));
            })];
        }

        private Task<Dictionary<StandardId, string>> Titles(List<StandardId> standards, CancellationToken stop) =>
            db.Standards.AsNoTracking().Where(s => standards.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, stop);

        private async Task<List<Juror>> Eligible(JurySession session, CancellationToken stop)
        {
            var seated = session.Seats.Select(s => s.Person.Id).ToList();
            var found = await db.Persons.AsNoTracking()
                .SelectMany(p => p.Roles, (p, r) => new { p.Id, p.FirstName, p.LastName, r.Role, r.Organisation, r.From, r.Until, r.College, r.DelegatedBy })
                .Where(r => r.Role == Role.Juror && r.Organisation == session.Centre.Id && r.College != null
                    && r.From <= session.HeldOn && (r.Until == null || r.Until >= session.HeldOn))
                .OrderBy(r => r.LastName).ToListAsync(stop);
            return [.. found.Where(r => !seated.Contains(r.Id)).Select(r => new Juror(r.Id, $"{r.FirstName} {r.LastName}".Trim(), r.College!.Value, r.DelegatedBy))];
        }

        private async Task<List<Waiting>> Ready(OrganisationId centre, CancellationToken stop)
        {
            var found = await db.Dossiers.AsNoTracking().Where(d => d.Stage == Stage.AssessmentClosed).ToListAsync(stop);
            var mine = found.Where(d => d.Centre.Id == centre).ToList();
            var titles = await Titles([.. mine.Select(d => d.Standard).Distinct()], stop);
            return [.. mine.OrderBy(d => d.AssessmentClosedAt).Select(d => new Waiting(d.Id, d.Candidate.Name, titles.GetValueOrDefault(d.Standard, ""), d.AssessmentClosedAt!.Value))];
        }

        private Task<List<Company>> Companies(CancellationToken stop) =>
            db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Plant).OrderBy(o => o.Name).Take(500).Select(o => new Company(o.Id, o.Name)).ToListAsync(stop);
    }
}
