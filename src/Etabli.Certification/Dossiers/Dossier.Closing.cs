using Etabli.People;

namespace Etabli.Certification.Dossiers;

public sealed partial class Dossier
{
    public DateTimeOffset? CommissionAppointedAt { get; private set; }

    /// <summary>When the validation interview of a VAE was held.</summary>
    public DateTimeOffset? InterviewHeldAt { get; private set; }

    public DateTimeOffset? AssessmentClosedAt { get; private set; }

    /// <summary>The jury the dossier is put before.</summary>
    public JurySessionId? JurySession { get; private set; }

    public DateTimeOffset? OnJuryListAt { get; private set; }

    public Outcome? Declared { get; private set; }

    public DateTimeOffset? DeclaredAt { get; private set; }

    /// <summary>When the joint technical group awarded (rule R54).</summary>
    public DateTimeOffset? AwardedAt { get; private set; }

    /// <summary>The joint technical group's own reference of the award.</summary>
    public string? AwardReference { get; private set; }

    public DateTimeOffset? AbandonedAt { get; private set; }

    public PersonId? AbandonedBy { get; private set; }

    public string? AbandonReason { get; private set; }

    /// <summary>A commission is named; the modes must be transmitted before (rule R12), or that order waived.</summary>
    /// <exception cref="RefusalException">The modes were not transmitted.</exception>
    public void NoteCommissionAppointed(DateTimeOffset at)
    {
        MustBeOpen();
        if (Transmission is null && !Waived("R12"))
        {
            throw new RefusalException(Refusal.ModesNotTransmitted);
        }

        CommissionAppointedAt ??= at;
    }

    /// <summary>The VAE interview was held, on a portfolio handed in before (rule R61).</summary>
    /// <exception cref="RefusalException">Not a VAE, or no portfolio.</exception>
    public void NoteInterviewHeld(DateTimeOffset at)
    {
        MustBeOpen();
        if (!IsVae)
        {
            throw new RefusalException(Refusal.NotAVae);
        }

        if (Portfolio is null)
        {
            throw new RefusalException(Refusal.PortfolioMissing);
        }

        InterviewHeldAt ??= at;
    }

    public void NoteAssessmentClosed(DateTimeOffset at)
    {
        MustBeOpen();
        if (Stage != (IsVae ? Stage.InterviewHeld : Stage.UnderAssessment))
        {
            throw new RefusalException(Refusal.NotUnderAssessment);
        }

        AssessmentClosedAt = at;
    }

    /// <summary>Goes on a jury's list; the summary was frozen at closing (rule R41).</summary>
    /// <exception cref="RefusalException">The commission has not closed, or the dossier is on a list already.</exception>
    public void PutOnList(JurySessionId session, DateTimeOffset at)
    {
        MustNotBeAbandoned();
        if (AssessmentClosedAt is null)
        {
            throw new RefusalException(Refusal.AssessmentNotClosed);
        }

        if (JurySession is not null)
        {
            throw new RefusalException(Refusal.AlreadyOnAList);
        }

        JurySession = session;
        OnJuryListAt = at;
    }

    /// <summary>Comes back from a jury that did not declare: an absence, a postponement.</summary>
    /// <exception cref="RefusalException">The jury has declared.</exception>
    public void TakeOffList()
    {
        MustNotBeDeclared();
        JurySession = null;
        OnJuryListAt = null;
    }

    /// <exception cref="RefusalException">Not before a jury, or declared already.</exception>
    public void NoteDeclaration(Outcome outcome, DateTimeOffset at)
    {
        MustNotBeAbandoned();
        MustNotBeDeclared();
        if (JurySession is null)
        {
            throw new RefusalException(Refusal.NotOnAList);
        }

        Declared = outcome;
        DeclaredAt = at;
    }

    /// <summary>The joint technical group awards, under its own reference (rule R54).</summary>
    /// <exception cref="RefusalException">Not declared admissible, or awarded already.</exception>
    public void NoteAward(string reference, DateTimeOffset at)
    {
        if (Stage != Stage.Admissible)
        {
            throw new RefusalException(Refusal.NotAdmissible);
        }

        AwardReference = Wording.Reason(reference);
        AwardedAt = at;
    }

    /// <summary>The candidate or the centre gives up, with a reason.</summary>
    /// <exception cref="RefusalException">The jury has declared: nothing is left to give up.</exception>
    public void Abandon(string reason, PersonId by, DateTimeOffset at)
    {
        MustNotBeAbandoned();
        MustNotBeDeclared();
        AbandonReason = Wording.Reason(reason);
        AbandonedAt = at;
        AbandonedBy = by;
    }

    private void MustNotBeDeclared()
    {
        if (DeclaredAt is { } at)
        {
            throw new RefusalException(Refusal.AlreadyDeclared, at);
        }
    }
}
