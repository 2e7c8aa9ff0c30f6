using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Dossiers;

public sealed partial class Dossier
{
    private List<ReportDeposit> deposits = [];
    private List<ConditionRecord> conditions = [];

    /// <summary>Until when the report is on time (rule R17).</summary>
    public DateTimeOffset? ReportDeadline { get; private set; }

    /// <summary>Every deposit; the last one counts.</summary>
    public IReadOnlyList<ReportDeposit> Deposits => deposits;

    public ReportDeposit? LastDeposit => deposits.Count == 0 ? null : deposits[^1];

    /// <summary>Every answer on a condition; the last one on each counts (rule R32).</summary>
    public IReadOnlyList<ConditionRecord> Conditions => conditions;

    /// <summary>The portfolio of a VAE, once handed in (rule R61).</summary>
    public PortfolioDeposit? Portfolio { get; private set; }

    /// <exception cref="RefusalException">The deadline is already past.</exception>
    public void SetReportDeadline(DateTimeOffset deadline, DateTimeOffset at)
    {
        MustBeOpen();
        if (deadline <= at)
        {
            throw new RefusalException(Refusal.DeadlineInThePast, deadline);
        }

        ReportDeadline = deadline;
    }

    /// <summary>Hands the report in. After the deadline it is accepted, and stays marked as late.</summary>
    /// <exception cref="RefusalException">No deadline was fixed, or the commission has closed.</exception>
    public ReportDeposit DepositReport(string sha256, FileId? file, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        MustFollowEnrolment(at);
        var deadline = ReportDeadline ?? throw new RefusalException(Refusal.DeadlineNotSet);
        var deposit = new ReportDeposit(at, by, Late: at > deadline, Fingerprints.MustBeSha256(sha256), file);
        deposits = [.. deposits, deposit];
        return deposit;
    }

    /// <summary>Adds the pages of the last deposit once they are made; pages already there stay.</summary>
    public void AttachReportPages(FileId file)
    {
        if (LastDeposit is { File: null } last)
        {
            deposits = [.. deposits[..^1], last with { File = file }];
        }
    }

    /// <summary>Hands the VAE portfolio in: at least one situation, each tied to a competence (rule R61).</summary>
    /// <exception cref="RefusalException">Not a VAE, no situation, a situation tied to nothing, or the interview was held.</exception>
    public void DepositPortfolio(StandardContent standard, IReadOnlyList<WorkSituation> situations, string sha256, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        if (!IsVae)
        {
            throw new RefusalException(Refusal.NotAVae);
        }

        if (InterviewHeldAt is { } held)
        {
            throw new RefusalException(Refusal.InterviewAlreadyHeld, held);
        }

        if (situations.Count == 0 || situations.Any(s => s.Competences.Count == 0))
        {
            throw new RefusalException(Refusal.SituationMissing);
        }

        foreach (var foreign in situations.SelectMany(s => s.Competences).Where(c => !Targets(standard, c)))
        {
            throw new RefusalException(Refusal.CompetenceNotTargeted, foreign);
        }

        Portfolio = new(at, by, Fingerprints.MustBeSha256(sha256), situations);
    }

    /// <summary>Says whether a condition was given to the candidate (rule R32).</summary>
    /// <exception cref="RefusalException">The competence or the condition is not part of this dossier.</exception>
    public void RecordCondition(StandardContent standard, string competence, int index, ConditionAnswer answer, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        if (!Targets(standard, competence) || index < 0 || index >= standard.FindCompetence(competence)!.EvaluationConditions.Count)
        {
            throw new RefusalException(Refusal.ConditionUnknown, competence, index);
        }

        conditions = [.. conditions, new(competence, index, answer, by, at)];
    }

    /// <summary>The last answer on a condition; null when nobody answered.</summary>
    public ConditionAnswer? Condition(string competence, int index) =>
        conditions.LastOrDefault(c => c.Competence == competence && c.Index == index)?.Answer;
}
