using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Organisations;

namespace Etabli.Certification.Dossiers;

/// <summary>All that speaks for a candidate, from enrolment to the jury (fr: dossier d'évaluation).</summary>
public sealed partial class Dossier
{
    private List<string> blocks = [];
    private List<CarriedOverBlock> carriedOver = [];
    private List<Waiver> waivers = [];
    private List<EligibilityStep> eligibility = [];

    private Dossier()
    {
        Candidate = null!;
        Centre = null!;
        StandardSlug = StandardVersion = "";
    }

    private Dossier(DossierId id, CertificationStandard standard, Enrolment enrolment, PersonId by, DateTimeOffset at)
        : this()
    {
        Id = id;
        Candidate = enrolment.Candidate;
        Centre = enrolment.Centre;
        Company = enrolment.Company;
        TrainingProvider = enrolment.TrainingProvider;
        Tutor = enrolment.Tutor;
        Standard = standard.Id;
        StandardSlug = standard.Slug;
        StandardVersion = standard.Version;
        Route = enrolment.Route;
        Territory = enrolment.Territory;
        blocks = [.. enrolment.Targets(standard.Content)];
        carriedOver = [.. enrolment.CarriedOver];
        Previous = enrolment.Previous;
        PreparedAt = at;
        PreparedBy = by;
    }

    public DossierId Id { get; private set; }

    public Candidate Candidate { get; private set; }

    public NamedOrganisation Centre { get; private set; }

    public NamedOrganisation? Company { get; private set; }

    public NamedOrganisation? TrainingProvider { get; private set; }

    public NamedPerson? Tutor { get; private set; }

    public StandardId Standard { get; private set; }

    public string StandardSlug { get; private set; }

    public string StandardVersion { get; private set; }

    public AccessRoute Route { get; private set; }

    /// <summary>Where the enrolment was made (rule R06).</summary>
    public Territory Territory { get; private set; }

    /// <summary>Blocks aimed at (rule R03).</summary>
    public IReadOnlyList<string> Blocks => blocks;

    /// <summary>Blocks acquired earlier, for life (rule R53).</summary>
    public IReadOnlyList<CarriedOverBlock> CarriedOver => carriedOver;

    public DossierId? Previous { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public PersonId PreparedBy { get; private set; }

    public DateTimeOffset? EnrolledAt { get; private set; }

    public PersonId? EnrolledBy { get; private set; }

    /// <summary>The day the enrolment counts from.</summary>
    public DateOnly? EnrolledOn { get; private set; }

    public IReadOnlyList<Waiver> Waivers => waivers;

    /// <summary>The eligibility phase of a VAE, step by step (rule R60).</summary>
    public IReadOnlyList<EligibilityStep> Eligibility => eligibility;

    public bool IsVae => Route == AccessRoute.Vae;

    /// <summary>Where the dossier stands; deduced, so the setter that storage asks for does nothing.</summary>
    public Stage Stage
    {
        get => Deduce();
        private set => _ = value;
    }

    /// <summary>Writes a draft (formation) or files a request (VAE); nothing is enrolled yet.</summary>
    public static Dossier Prepare(DossierId id, CertificationStandard standard, Enrolment enrolment, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(enrolment);
        return new(id, standard, enrolment, by, at);
    }

    /// <summary>Enrols at once, which is how a formation starts.</summary>
    /// <exception cref="RefusalException">A rule of enrolment says no.</exception>
    public static Dossier Enrol(
        DossierId id, CertificationStandard standard, Enrolment enrolment, IReadOnlyList<Waiver> waivers, PersonId by, DateTimeOffset at)
    {
        var dossier = Prepare(id, standard, enrolment, by, at);
        dossier.Enrol(enrolment, standard.Content, waivers, by, at);
        return dossier;
    }

    /// <summary>Enrols a prepared dossier (rules R01 to R06).</summary>
    /// <exception cref="RefusalException">A rule of enrolment says no, or the VAE request is not eligible.</exception>
    public void Enrol(Enrolment enrolment, StandardContent standard, IReadOnlyList<Waiver> given, PersonId by, DateTimeOffset at)
    {
        if (EnrolledAt is not null)
        {
            throw new RefusalException(Refusal.AlreadyEnrolled);
        }

        MustNotBeAbandoned();
        if (IsVae && Stage != Stage.Eligible)
        {
            throw new RefusalException(Refusal.VaeNotEligible);
        }

        EnrolmentRules.MustPass(enrolment, standard, [.. waivers, .. given]);
        waivers = [.. waivers, .. given];
        EnrolledOn = enrolment.On;
        EnrolledAt = at;
        EnrolledBy = by;
    }

    /// <summary>Answers a VAE request (rule R60): incomplete and not eligible need a reason.</summary>
    /// <exception cref="RefusalException">Not a VAE, answered already, or no reason given.</exception>
    public void AnswerRequest(EligibilityAnswer answer, string? reason, PersonId by, DateTimeOffset at)
    {
        var expected = answer == EligibilityAnswer.Completed ? Stage.RequestIncomplete : Stage.RequestFiled;
        if (!IsVae || Stage != expected)
        {
            throw new RefusalException(Refusal.RequestNotOpen);
        }

        var why = answer is EligibilityAnswer.Incomplete or EligibilityAnswer.NotEligible ? Wording.Reason(reason) : Wording.Optional(reason);
        eligibility = [.. eligibility, new(answer, why, by, at)];
    }

    /// <summary>Records that a rule is departed from, with its reason.</summary>
    /// <exception cref="RefusalException">The rule binds, or the opinion is waived although there is a company.</exception>
    public void Waive(Waiver waiver)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        MustNotBeAbandoned();
        if (waiver.Rule == "R22" && Company is not null)
        {
            throw new RefusalException(Refusal.OpinionWaivedDespiteCompany);
        }

        waivers = [.. waivers, waiver];
    }

    public bool Waived(string rule) => waivers.Any(w => w.Rule == rule);

    /// <summary>Competences aimed at, in the standard's order.</summary>
    public IReadOnlyList<Competence> Competences(StandardContent standard) => standard.CompetencesOf(blocks);

    public bool Targets(StandardContent standard, string competence) => Competences(standard).Any(c => c.Id == competence);

    /// <summary>Names the tutor, or changes him.</summary>
    public void NameTutor(NamedPerson tutor)
    {
        MustBeOpen();
        Tutor = tutor;
    }

    /// <summary>Evidence may still be linked: enrolled, and the commission has not closed (rule R01).</summary>
    internal void MustTakeEvidence(DateTimeOffset at)
    {
        MustBeOpen();
        MustFollowEnrolment(at);
    }

    private Stage Deduce()
    {
        if (AbandonedAt is not null)
        {
            return Stage.Abandoned;
        }

        if (Declared is { } outcome)
        {
            return outcome == Outcome.NotAdmissible ? Stage.NotAdmissible : AwardedAt is null ? Stage.Admissible : Stage.Awarded;
        }

        if (JurySession is not null)
        {
            return Stage.OnJuryList;
        }

        if (AssessmentClosedAt is not null)
        {
            return Stage.AssessmentClosed;
        }

        return EnrolledAt is null ? BeforeEnrolment() : BeforeClosing();
    }

    private Stage BeforeEnrolment() => !IsVae
        ? Stage.Draft
        : (eligibility.Count == 0 ? null : (EligibilityAnswer?)eligibility[^1].Answer) switch
        {
            EligibilityAnswer.Incomplete => Stage.RequestIncomplete,
            EligibilityAnswer.NotEligible => Stage.NotEligible,
            EligibilityAnswer.Eligible => Stage.Eligible,
            _ => Stage.RequestFiled,
        };

    private Stage BeforeClosing()
    {
        if (IsVae && InterviewHeldAt is not null)
        {
            return Stage.InterviewHeld;
        }

        if (IsVae && Portfolio is not null)
        {
            return Stage.PortfolioDeposited;
        }

        if (!IsVae && CommissionAppointedAt is not null)
        {
            return Stage.UnderAssessment;
        }

        return Transmission is not null ? Stage.ModesTransmitted : ModesDefinedAt is not null ? Stage.ModesDefined : Stage.Enrolled;
    }

    private void MustBeEnrolled()
    {
        MustNotBeAbandoned();
        if (EnrolledAt is null)
        {
            throw new RefusalException(Refusal.NotEnrolled);
        }
    }

    /// <summary>Enrolled, and the commission has not closed.</summary>
    private void MustBeOpen()
    {
        MustBeEnrolled();
        if (AssessmentClosedAt is { } closed)
        {
            throw new RefusalException(Refusal.AssessmentIsClosed, closed);
        }
    }

    private void MustNotBeAbandoned()
    {
        if (AbandonedAt is { } at)
        {
            throw new RefusalException(Refusal.DossierAbandoned, at);
        }
    }

    /// <summary>Rule R01: nothing of the assessment is older than the enrolment.</summary>
    private void MustFollowEnrolment(DateTimeOffset at)
    {
        if (at < EnrolledAt)
        {
            throw new RefusalException(Refusal.BeforeEnrolment, EnrolledAt.Value);
        }
    }
}
