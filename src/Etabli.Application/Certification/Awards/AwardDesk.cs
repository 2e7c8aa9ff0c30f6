using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Awards;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Awards;

/// <summary>What waits to be attested, sent or awarded, for the caller's role (fr: à attribuer).</summary>
public sealed record AwardDesk(IReadOnlyList<AwardDesk.Case> Cases)
{
    /// <summary>At most so many: the oldest first.</summary>
    public const int Most = 200;

    /// <param name="ToAttest">Blocks acquired here that have no attestation yet.</param>
    /// <param name="Sent">The joint technical group sees it.</param>
    public sealed record Case(
        DossierId Dossier, JurySessionId? Session, string Candidate, string Title, string Centre, Outcome Outcome, DateTimeOffset DeclaredAt, IReadOnlyList<string> ToAttest, bool Sent, bool MayAttest, bool MayAward);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf)
    {
        public async Task<AwardDesk> Find(CancellationToken stop)
        {
            var officer = caller.Is(Role.ExamCentreOfficer);
            var technical = caller.Is(Role.JointTechnicalGroup);
            if (!officer && !technical)
            {
                return new([]);
            }

            // What was attested or awarded leaves the desk: it does not grow with the register.
            var dossiers = await db.Dossiers.AsNoTracking()
                .Where(d => d.Stage == Stage.Admissible
                    || (officer && (d.Stage == Stage.NotAdmissible || d.Stage == Stage.Awarded) && !db.Register.Any(e => e.Dossier == d.Id && e.Kind == AwardKind.BlockAttestation)))
                .OrderBy(d => d.DeclaredAt).Take(Most).ToListAsync(stop);
            if (dossiers.Count == 0)
            {
                return new([]);
            }

            var ids = dossiers.Select(d => d.Id).ToList();
            var raw = ids.Select(i => i.Value).ToList();
            var attested = (await db.Register.AsNoTracking().Where(e => e.Kind == AwardKind.BlockAttestation && e.Mark == RegisterMark.None && ids.Contains(e.Dossier)).Select(e => new { e.Dossier, e.Blocks }).ToListAsync(stop)).ToLookup(e => e.Dossier, e => e.Blocks);
            var sent = (await db.Grants.Where(g => g.Purpose == GrantPurpose.Award && g.RevokedAt == null && raw.Contains(g.Dossier)).Select(g => g.Dossier).ToListAsync(stop)).ToHashSet();
            var decisions = (await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Dossier)).Select(a => new { a.Dossier, a.Decisions }).ToListAsync(stop)).ToDictionary(a => a.Dossier, a => a.Decisions);
            var cases = new List<Case>();
            foreach (var dossier in dossiers.Where(d => decisions.ContainsKey(d.Id)))
            {
                cases.Add(Of(dossier, decisions[dossier.Id], await shelf.Get(dossier.Standard, stop), attested[dossier.Id], sent, technical));
            }

            return new([.. cases.Where(c => c.MayAttest || c.MayAward || (officer && c is { Outcome: Outcome.Admissible, Sent: false }))]);
        }

        private Case Of(Dossier dossier, IReadOnlyList<CompetenceDecision> decisions, CertificationStandard standard, IEnumerable<IReadOnlyList<string>> attested, HashSet<Guid> sent, bool technical)
        {
            var there = attested.SelectMany(b => b).ToHashSet();
            var toAttest = standard.Content.Qualification.Rncp.Registered == false
                ? []
                : BlockResult.Of(dossier, decisions, standard.Content).Where(b => b is { Acquired: true, CarriedOver: false } && !there.Contains(b.Block)).Select(b => b.Block).ToList();
            return new(
                dossier.Id, dossier.JurySession, dossier.Candidate.Name, standard.Content.Qualification.Title, dossier.Centre.Name, dossier.Declared!.Value, dossier.DeclaredAt!.Value, toAttest,
                sent.Contains(dossier.Id.Value), toAttest.Count > 0 && caller.Is(Role.ExamCentreOfficer, dossier.Centre.Id), technical && dossier.Stage == Stage.Admissible);
        }
    }
}
