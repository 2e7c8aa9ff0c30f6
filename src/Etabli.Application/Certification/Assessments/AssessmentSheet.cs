using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The assessment of one dossier at a glance: members, sittings, competences, conditions, what is missing (fr: évaluation).</summary>
/// <param name="Assessors">Assessors of the centre who could be appointed; for the centre only.</param>
/// <param name="Organisations">Where an assessor may come from; for the centre only.</param>
public sealed record AssessmentSheet(
    DossierId Dossier,
    string Candidate,
    string Title,
    string? Company,
    string Centre,
    Stage Stage,
    bool IsVae,
    DateOnly? EnrolledOn,
    DateTimeOffset? ReportDeadline,
    DateTimeOffset? ReportAt,
    bool ReportLate,
    IReadOnlyList<AssessmentSheet.Member> Members,
    IReadOnlyList<AssessmentSheet.Held> Sittings,
    IReadOnlyList<AssessmentMode> PlannedModes,
    bool InterviewAsked,
    IReadOnlyList<AssessmentSheet.Line> Competences,
    DateTimeOffset? ClosedAt,
    string? SummarySha256,
    bool SummaryIntact,
    IReadOnlyList<AssessmentSheet.Assessor> Assessors,
    IReadOnlyList<AssessmentSheet.Origin> Organisations,
    bool IAssess,
    bool IAmOfTheCentre)
{
    public sealed record Member(PersonId Person, string Name, string Organisation);

    public sealed record Held(SittingKind Kind, AssessmentMode? Mode, IReadOnlyList<string> Competences, DateOnly HeldOn, string Place, IReadOnlyList<string> Present, bool CandidateAbsent, string Notes, string RecordedBy);

    /// <param name="Rated">Evaluable criteria with a finding.</param>
    /// <param name="Disputed">Criteria on which members disagree.</param>
    /// <param name="Missing">What stands before the decision.</param>
    public sealed record Line(
        string Code, string Title, string Block, IReadOnlyList<AssessmentMode> Modes, int Evidence, bool Opinion, int Rated, int Evaluable, int NotMet, int Disputed, bool? Acquired, string? DecidedBy, DateTimeOffset? DecidedAt,
        IReadOnlyList<MissingInput> Missing, IReadOnlyList<Condition> Conditions);

    public sealed record Condition(int Index, string Text, ConditionAnswer? Answer);

    public sealed record Assessor(PersonId Person, string Name);

    public sealed record Origin(OrganisationId Id, string Name);

    public bool MayClose => IAssess && ClosedAt is null && Members.Count >= Assessment.FewestMembers && Competences.All(c => c.Acquired is not null);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf, DossierSight.Reader sight)
    {
        /// <exception cref="NotFoundException">The caller neither sits in the commission nor keeps the centre.</exception>
        public async Task<AssessmentSheet> Find(DossierId id, CancellationToken stop)
        {
            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);
            var hats = await sight.Of(dossier, stop);
            if (!hats.Is(Hat.Member, Hat.Officer))
            {
                throw new NotFoundException("assessment", id);
            }

            var standard = await shelf.Get(dossier.Standard, stop);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id, stop);
            var evidence = await db.Evidence.AsNoTracking().Where(e => e.Dossier == id && e.UnlinkedAt == null).Select(e => e.Criteria).ToListAsync(stop);
            var served = DecisionInputs.ServedBy(standard.Content, evidence.SelectMany(e => e));
            var officer = hats.Is(Hat.Officer);
            return new(
                id, dossier.Candidate.Name, standard.Content.Qualification.Title, dossier.Company?.Name, dossier.Centre.Name, dossier.Stage, dossier.IsVae, dossier.EnrolledOn,
                dossier.ReportDeadline, dossier.LastDeposit?.At, dossier.LastDeposit?.Late ?? false,
                [.. (assessment?.Members ?? []).Select(m => new Member(m.Person.Id, m.Person.Name, m.Organisation.Name))],
                [.. (assessment?.Sittings ?? []).OrderBy(s => s.HeldOn).Select(s => Of(s, assessment!))],
                [.. dossier.Modes.SelectMany(m => m.Modes).Distinct()], standard.Content.InterviewInBasis || dossier.IsVae,
                [.. dossier.Competences(standard.Content).Select(c => Of(c, dossier, assessment, standard.Content, evidence, served))],
                assessment?.ClosedAt, assessment?.Summary?.Sha256, assessment?.Summary?.IsIntact() ?? true,
                officer && assessment?.ClosedAt is null ? await Assessors(dossier.Centre.Id, assessment, stop) : [],
                officer && assessment?.ClosedAt is null ? await db.Organisations.AsNoTracking().OrderBy(o => o.Name).Take(500).Select(o => new Origin(o.Id, o.Name)).ToListAsync(stop) : [],
                hats.Is(Hat.Member) && (assessment?.Members.Any(m => m.Person.Id == caller.Person) ?? false), officer);
        }

        private static Held Of(Sitting s, Assessment assessment) => new(
            s.Kind, s.Mode, s.Competences, s.HeldOn, s.Place, [.. assessment.Members.Where(m => s.Present.Contains(m.Person.Id)).Select(m => m.Person.Name)], s.CandidateAbsent, s.Notes, s.RecordedBy.Name);

        private static Line Of(Competence competence, Dossier dossier, Assessment? assessment, StandardContent standard, IReadOnlyCollection<IReadOnlyList<string>> evidence, IReadOnlySet<string> served)
        {
            var evaluable = competence.Criteria.Where(k => k.Evaluable).ToList();
            var heads = evaluable.Select(k => assessment?.Heads(k.Id) ?? []).ToList();
            var decision = assessment?.DecisionOn(competence.Id);
            var codes = competence.Criteria.Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
            return new(
                competence.Id, competence.Title, standard.Blocks.First(b => b.Competences.Contains(competence.Id)).Id, dossier.ModesOf(competence.Id),
                evidence.Count(e => e.Any(codes.Contains)), dossier.HasOpinionFor(standard, competence.Id),
                heads.Count(h => h.Count > 0), evaluable.Count, heads.Count(h => Findings.Value(h) == FindingValue.NotMet), heads.Count(h => Findings.Diverge(h)),
                decision?.Acquired, decision?.By.Name, decision?.At,
                assessment is null ? [] : DecisionInputs.Missing(competence.Id, dossier, assessment, standard, served),
                [.. competence.EvaluationConditions.Select((text, i) => new Condition(i, text, dossier.Condition(competence.Id, i)))]);
        }

        private async Task<List<Assessor>> Assessors(OrganisationId centre, Assessment? assessment, CancellationToken stop)
        {
            var there = (assessment?.Members ?? []).Select(m => m.Person.Id).ToHashSet();
            var found = await db.Persons.AsNoTracking().Where(p => p.Roles.Any(r => r.Role == Role.Assessor && r.Organisation == centre)).OrderBy(p => p.LastName)
                .Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(stop);
            return [.. found.Where(p => !there.Contains(p.Id)).Select(p => new Assessor(p.Id, $"{p.FirstName} {p.LastName}".Trim()))];
        }
    }
}
