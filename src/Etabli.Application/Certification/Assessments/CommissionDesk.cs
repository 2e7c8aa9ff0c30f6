using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Assessments;

/// <summary>Dossiers to assess: those whose commission the caller sits in, and for the centre those that wait for a commission (fr: commissions d'évaluation).</summary>
public sealed record CommissionDesk(IReadOnlyList<CommissionDesk.Row> Rows)
{
    /// <summary>At most so many: what is closed leaves the desk after the jury.</summary>
    public const int Most = 200;

    /// <param name="Decided">Competences decided.</param>
    /// <param name="Competences">Competences aimed at.</param>
    public sealed record Row(
        DossierId Dossier, string Candidate, string Title, string? Company, Stage Stage, IReadOnlyList<string> Members, int Decided, int Competences, DateTimeOffset? ReportAt, bool Late, DateTimeOffset? ClosedAt, bool IAssess, bool MayAppoint);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf)
    {
        private static readonly Stage[] Shown =
            [Stage.ModesTransmitted, Stage.UnderAssessment, Stage.PortfolioDeposited, Stage.InterviewHeld, Stage.AssessmentClosed, Stage.OnJuryList];

        public async Task<CommissionDesk> Find(CancellationToken stop)
        {
            var mine = (await db.Grants.AsNoTracking().Where(g => g.Purpose == GrantPurpose.Commission && g.Person == caller.Person && g.RevokedAt == null).Select(g => g.Dossier).ToListAsync(stop)).ToHashSet();
            var dossiers = (await db.Dossiers.AsNoTracking().Where(d => Shown.Contains(d.Stage)).OrderBy(d => d.AssessmentClosedAt != null).ThenBy(d => d.PreparedAt).Take(Most).ToListAsync(stop))
                .Where(d => mine.Contains(d.Id.Value) || caller.Is(Role.ExamCentreOfficer, d.Centre.Id)).ToList();
            var ids = dossiers.Select(d => d.Id).ToList();
            var assessments = await db.Assessments.AsNoTracking().AsSplitQuery().Where(a => ids.Contains(a.Dossier)).ToDictionaryAsync(a => a.Dossier, stop);
            var rows = new List<Row>();
            foreach (var dossier in dossiers)
            {
                var standard = await shelf.Get(dossier.Standard, stop);
                var assessment = assessments.GetValueOrDefault(dossier.Id);
                var competences = dossier.Competences(standard.Content);
                rows.Add(new(
                    dossier.Id, dossier.Candidate.Name, standard.Title, dossier.Company?.Name, dossier.Stage, [.. (assessment?.Members ?? []).Select(m => m.Person.Name)],
                    assessment is null ? 0 : competences.Count(c => assessment.DecisionOn(c.Id) is not null), competences.Count, dossier.LastDeposit?.At, dossier.LastDeposit?.Late ?? false, dossier.AssessmentClosedAt,
                    assessment?.Members.Any(m => m.Person.Id == caller.Person) ?? false, dossier.AssessmentClosedAt is null && caller.Is(Role.ExamCentreOfficer, dossier.Centre.Id)));
            }

            return new(rows);
        }
    }
}
