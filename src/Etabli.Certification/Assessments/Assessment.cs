using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Assessments;

/// <summary>What the commission sees, says and decides of one dossier (fr: évaluation).</summary>
public sealed class Assessment
{
    /// <summary>A commission of one would be a person, not a commission.</summary>
    public const int FewestMembers = 2;

    private readonly List<FindingEntry> findings = [];
    private List<CompetenceDecision> decisions = [];
    private List<CommissionMember> members = [];
    private List<Sitting> sittings = [];

    private Assessment()
    {
    }

    private Assessment(AssessmentId id, DossierId dossier, DateTimeOffset at)
    {
        Id = id;
        Dossier = dossier;
        OpenedAt = at;
    }

    public AssessmentId Id { get; private set; }

    public DossierId Dossier { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public IReadOnlyList<CommissionMember> Members => members;

    public IReadOnlyList<Sitting> Sittings => sittings;

    /// <summary>Everything said on criteria, never overwritten.</summary>
    public IReadOnlyList<FindingEntry> Entries => findings;

    /// <summary>Every decision; the latest on a competence counts.</summary>
    public IReadOnlyList<CompetenceDecision> Decisions => decisions;

    public DateTimeOffset? ClosedAt { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    /// <summary>Frozen at closing (rule R41).</summary>
    public AssessmentSummary? Summary { get; private set; }

    /// <summary>Opens the assessment of a dossier whose modes were transmitted.</summary>
    public static Assessment Open(AssessmentId id, Dossier dossier, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        dossier.NoteCommissionAppointed(at);
        return new(id, dossier.Id, at);
    }

    /// <summary>Appoints a member; the candidate cannot judge himself.</summary>
    /// <exception cref="RefusalException">Closed, the candidate himself, or a member already.</exception>
    public void Appoint(Dossier dossier, NamedPerson person, NamedOrganisation organisation, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        if (dossier.Candidate.Person == person.Id)
        {
            throw new RefusalException(Refusal.CandidateCannotAssess);
        }

        if (members.Any(m => m.Person.Id == person.Id))
        {
            throw new RefusalException(Refusal.AlreadyAMember, person.Name);
        }

        members = [.. members, new(person, organisation, by, at)];
    }

    /// <summary>Notes a sitting that was held (rules R16 to R18, R31).</summary>
    /// <exception cref="RefusalException">Closed, before the enrolment, nobody was there, or a mode that was not planned.</exception>
    public Sitting NoteSitting(Dossier dossier, StandardContent standard, Sitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        MustBeOpen();
        MustBeMember(sitting.RecordedBy.Id);
        if (sittings.FirstOrDefault(s => s.Id == sitting.Id) is { } same)
        {
            return same;
        }

        if (sitting.HeldOn < dossier.EnrolledOn)
        {
            throw new RefusalException(Refusal.BeforeEnrolment, dossier.EnrolledOn.Value);
        }

        if (sitting.Present.Count == 0)
        {
            throw new RefusalException(Refusal.NobodyPresent);
        }

        foreach (var stranger in sitting.Present.Where(p => members.All(m => m.Person.Id != p)))
        {
            throw new RefusalException(Refusal.NotAMember, stranger);
        }

        foreach (var foreign in sitting.Competences.Where(c => !dossier.Targets(standard, c)))
        {
            throw new RefusalException(Refusal.CompetenceNotTargeted, foreign);
        }

        MustFit(sitting, dossier);
        sittings = [.. sittings, sitting];
        if (sitting is { Kind: SittingKind.Interview, CandidateAbsent: false } && dossier.IsVae)
        {
            dossier.NoteInterviewHeld(sitting.RecordedAt);
        }

        return sitting;
    }

    /// <summary>
    /// One member rates a criterion over what he saw. Two who saved from the same state leave two heads: both stay
    /// visible until an entry names both.
    /// </summary>
    /// <exception cref="RefusalException">Closed, not a member, a foreign or non evaluable criterion, no comment on a criterion not met.</exception>
    public FindingEntry Rate(
        FindingId id, Dossier dossier, StandardContent standard, string criterion, FindingValue value, string? comment, NamedPerson by, DateTimeOffset at, IReadOnlyList<FindingId> seen)
    {
        MustBeOpen();
        MustBeMember(by.Id);
        if (findings.FirstOrDefault(f => f.Id == id) is { } same)
        {
            return same;
        }

        if (standard.CompetenceOf(criterion) is not { } competence || !dossier.Targets(standard, competence.Id))
        {
            throw new RefusalException(Refusal.CriterionForeign, criterion);
        }

        if (!standard.FindCriterion(criterion)!.Evaluable)
        {
            throw new RefusalException(Refusal.CriterionNotEvaluable, criterion);
        }

        var said = Wording.Optional(comment);
        if (value == FindingValue.NotMet && said is null)
        {
            throw new RefusalException(Refusal.NotMetNeedsComment, criterion);
        }

        foreach (var unknown in seen.Where(s => findings.All(f => f.Id != s || f.Criterion != criterion)))
        {
            throw new ArgumentException($"Finding {unknown} is not among those of {criterion}.", nameof(seen));
        }

        var entry = new FindingEntry(id, criterion, value, said, by, at, Findings.Answered(findings, criterion, seen, by));
        findings.Add(entry);
        return entry;
    }

    public IReadOnlyList<FindingEntry> Heads(string criterion) => Findings.Heads(findings, criterion);

    /// <summary>The commission decides one competence, independently of the others (rules R31, R35).</summary>
    /// <exception cref="RefusalException">Something it must rest on is missing, members disagree on a criterion, or a reason is needed.</exception>
    public CompetenceDecision Decide(
        Guid id, Dossier dossier, StandardContent standard, IReadOnlyCollection<Evidence> evidence, string competence, bool acquired, string? reason, NamedPerson by, DateTimeOffset at)
    {
        MustBeOpen();
        MustBeMember(by.Id);
        if (!dossier.Targets(standard, competence))
        {
            throw new RefusalException(Refusal.CompetenceNotTargeted, competence);
        }

        if (DecisionInputs.Missing(competence, dossier, this, standard, evidence) is [var first, ..])
        {
            throw new RefusalException(first.Refusal, first.Competence);
        }

        var evaluable = standard.FindCompetence(competence)!.Criteria.Where(k => k.Evaluable).ToList();
        if (evaluable.Find(k => Findings.Diverge(Heads(k.Id))) is { } disputed)
        {
            throw new RefusalException(Refusal.FindingsDiverge, disputed.Id);
        }

        var why = Wording.Optional(reason);
        if (acquired && why is null && evaluable.Find(k => Findings.Value(Heads(k.Id)) == FindingValue.NotMet) is { } unmet)
        {
            throw new RefusalException(Refusal.AcquiredNeedsReason, unmet.Id);
        }

        var decision = new CompetenceDecision(id, competence, acquired, why, by, at);
        decisions = [.. decisions, decision];
        return decision;
    }

    /// <summary>The decision that counts on a competence; null when none was taken.</summary>
    public CompetenceDecision? DecisionOn(string competence) => decisions.Where(d => d.Competence == competence).MaxBy(d => d.At);

    /// <summary>Competences aimed at that nobody decided yet.</summary>
    public IReadOnlyList<string> Undecided(Dossier dossier, StandardContent standard) =>
        [.. dossier.Competences(standard).Select(c => c.Id).Where(c => DecisionOn(c) is null)];

    /// <summary>Closes: every competence aimed at is decided, by two members at least; the summary freezes.</summary>
    /// <exception cref="RefusalException">A competence is not decided, or the commission has fewer than two members.</exception>
    public void Close(Dossier dossier, StandardContent standard, AssessmentSummary summary, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(summary);
        MustBeReadyToClose(dossier, standard, by);
        dossier.NoteAssessmentClosed(at);
        ClosedAt = at;
        ClosedBy = by;
        Summary = summary;
    }

    /// <summary>The checks of closing, alone: what is frozen must be written after they pass.</summary>
    public void MustBeReadyToClose(Dossier dossier, StandardContent standard, PersonId by)
    {
        MustBeOpen();
        MustBeMember(by);
        if (members.Count < FewestMembers)
        {
            throw new RefusalException(Refusal.CommissionTooSmall, FewestMembers);
        }

        if (Undecided(dossier, standard) is [var first, ..])
        {
            throw new RefusalException(Refusal.CompetenceNotDecided, first);
        }
    }

    /// <summary>Adds the pages of the summary once they are made.</summary>
    public void AttachSummaryPages(FileId file)
    {
        var frozen = Summary ?? throw new RefusalException(Refusal.AssessmentNotClosed);
        Summary = frozen.File is null ? frozen with { File = file } : frozen;
    }

    private static void MustFit(Sitting sitting, Dossier dossier)
    {
        var fits = (sitting.Kind, sitting.Mode) switch
        {
            (SittingKind.Interview, null) => true,
            (SittingKind.Presentation, AssessmentMode.ProjectPresentation) => true,
            (SittingKind.Observation or SittingKind.Questioning, AssessmentMode.RealWorkSituation or AssessmentMode.ReconstructedSituation) => true,
            (SittingKind.Restitution, AssessmentMode.ReconstructedSituation) => true,
            _ => false,
        };
        if (!fits)
        {
            throw sitting.Mode is { } other
                ? new RefusalException(Refusal.SittingDoesNotFitMode, sitting.Kind, other)
                : new RefusalException(Refusal.SittingNeedsMode, sitting.Kind);
        }

        if (sitting.Mode is { } mode && !dossier.Modes.Any(m => m.Modes.Contains(mode)))
        {
            throw new RefusalException(Refusal.ModeNotPlanned, mode);
        }

        if (sitting.Kind == SittingKind.Presentation && dossier.LastDeposit is null)
        {
            throw new RefusalException(Refusal.ReportMissing);
        }
    }

    private void MustBeMember(PersonId person)
    {
        if (members.All(m => m.Person.Id != person))
        {
            throw new RefusalException(Refusal.NotAMember, person);
        }
    }

    private void MustBeOpen()
    {
        if (ClosedAt is { } at)
        {
            throw new RefusalException(Refusal.AssessmentIsClosed, at);
        }
    }
}
