namespace Etabli.Certification;

/// <summary>Every way this module can say no.</summary>
public enum Refusal
{
    /// <summary>The standard's file breaks the schema or contradicts itself; {0} faults.</summary>
    StandardHasFaults,

    /// <summary>This version of the standard is already there and says something else.</summary>
    StandardVersionTaken,

    /// <summary>A reason is shorter than {0} characters.</summary>
    ReasonTooShort,

    /// <summary>Rule {0} binds without exception.</summary>
    RuleCannotBeWaived,

    /// <summary>R22: the opinion is waived only where no company can give it.</summary>
    OpinionWaivedDespiteCompany,

    /// <summary>R02: no company and no training provider.</summary>
    IntermediaryMissing,

    /// <summary>R03: block {0} is not in the standard.</summary>
    BlockUnknown,

    /// <summary>R03: no block is aimed at.</summary>
    NoBlockTargeted,

    /// <summary>R04: route {0} is closed.</summary>
    RouteClosed,

    /// <summary>R05: {0} is registered from {1} to {2} only.</summary>
    OutsideValidity,

    /// <summary>R06: not open in territory {0}.</summary>
    TerritoryClosed,

    /// <summary>R53: block {0} is acquired already.</summary>
    CarriedOverBlockTargeted,

    /// <summary>R53: nothing proves that block {0} was acquired.</summary>
    CarriedOverWithoutProof,

    /// <summary>R55: a qualification outside the RNCP is not awarded by blocks.</summary>
    BlocksNotSeparable,

    AlreadyEnrolled,
    NotEnrolled,

    /// <summary>R60: the VAE request was not found eligible.</summary>
    VaeNotEligible,

    /// <summary>R60: no such answer is expected on this request.</summary>
    RequestNotOpen,

    NotAVae,

    /// <summary>The dossier was abandoned on {0}.</summary>
    DossierAbandoned,

    /// <summary>R01: older than the enrolment of {0}.</summary>
    BeforeEnrolment,

    /// <summary>Competence {0} is not among those aimed at.</summary>
    CompetenceNotTargeted,

    /// <summary>R15: competence {0} has no mode.</summary>
    ModeMissing,

    /// <summary>R13: for competence {0} the standard does not foresee mode {1}.</summary>
    ModeNotForeseen,

    /// <summary>R14: competence {0} uses an exceptional mode without a reason of {1} characters.</summary>
    ExceptionalModeNeedsReason,

    /// <summary>R10: no modes are defined yet.</summary>
    ModesNotDefined,

    /// <summary>R12: the file of modes was transmitted on {0}.</summary>
    ModesAlreadyTransmitted,

    /// <summary>R12: the file of modes was not transmitted.</summary>
    ModesNotTransmitted,

    /// <summary>R11: not {0} but {1} signs here.</summary>
    PartyDoesNotSign,

    /// <summary>R10: {0} has not agreed.</summary>
    AgreementMissing,

    /// <summary>The deadline {0} is past.</summary>
    DeadlineInThePast,

    /// <summary>R17: no deadline was fixed.</summary>
    DeadlineNotSet,

    /// <summary>R61: no work situation, or one tied to no competence.</summary>
    SituationMissing,

    /// <summary>R61: the interview was held on {0}.</summary>
    InterviewAlreadyHeld,

    /// <summary>R61: no portfolio was handed in.</summary>
    PortfolioMissing,

    /// <summary>R32: competence {0} has no condition number {1}.</summary>
    ConditionUnknown,

    /// <summary>R20: no company is named on this dossier.</summary>
    NoCompanyToSpeak,

    /// <summary>R20: role {0} does not speak for the company.</summary>
    OpinionRoleNotAllowed,

    /// <summary>R21: this standard does not ask about {0} {1}.</summary>
    OpinionSubjectNotAsked,

    /// <summary>Somebody wrote meanwhile; version {0} is there now.</summary>
    SectionChangedMeanwhile,

    NoCriterionNamed,

    /// <summary>Criterion {0} is not among those of this dossier.</summary>
    CriterionForeign,

    /// <summary>The evidence was frozen on {0}.</summary>
    EvidenceFrozen,

    EvidenceUnlinked,

    /// <summary>The commission closed on {0}.</summary>
    AssessmentIsClosed,

    AssessmentNotClosed,
    NotUnderAssessment,
    CandidateCannotAssess,

    /// <summary>{0} is a member already.</summary>
    AlreadyAMember,

    /// <summary>{0} is not a member of the commission.</summary>
    NotAMember,

    NobodyPresent,

    /// <summary>{0} does not belong to mode {1}.</summary>
    SittingDoesNotFitMode,

    /// <summary>{0} realises a mode: it must be named.</summary>
    SittingNeedsMode,

    /// <summary>Mode {0} is not planned on this dossier.</summary>
    ModeNotPlanned,

    /// <summary>R17: no report was handed in.</summary>
    ReportMissing,

    /// <summary>Criterion {0} is a fault of the source: shown, not rated.</summary>
    CriterionNotEvaluable,

    /// <summary>Criterion {0} is said not met without a comment.</summary>
    NotMetNeedsComment,

    /// <summary>R15: no planned mode was held with all its parts for {0}.</summary>
    NoModeHeld,

    /// <summary>R23: the company has not spoken for {0}.</summary>
    OpinionMissing,

    /// <summary>R31: the interview on {0} was not held.</summary>
    InterviewMissing,

    /// <summary>Members disagree on criterion {0}.</summary>
    FindingsDiverge,

    /// <summary>Acquired with criterion {0} not met: a reason is needed.</summary>
    AcquiredNeedsReason,

    /// <summary>Fewer than {0} members.</summary>
    CommissionTooSmall,

    /// <summary>Competence {0} is not decided.</summary>
    CompetenceNotDecided,

    AlreadyOnAList,
    NotOnAList,

    /// <summary>The jury declared on {0}.</summary>
    AlreadyDeclared,

    /// <summary>R54: not declared admissible, or awarded already.</summary>
    NotAdmissible,

    /// <summary>R43: {0} voters for the employers, {1} for the employees.</summary>
    JuryNotBalanced,

    /// <summary>{0} voters, {1} asked.</summary>
    JuryBelowQuorum,

    /// <summary>R44: {0} members for the employers, {1} at most.</summary>
    TooManyEmployers,

    /// <summary>R44, R45: {0} members of temporary work on one side, {1} at most.</summary>
    TooManyTemporaryWorkMembers,

    /// <summary>R45: {0} sits for the employees and no organisation is named.</summary>
    UnionNotNamed,

    /// <summary>R46: {0} has {1} voters.</summary>
    TwoVotersOfOneUnion,

    /// <summary>R47: the chair must be a member who votes.</summary>
    ChairMustVote,

    /// <summary>X03: {0} chairs and does not sit for the employers.</summary>
    ChairNotFromEmployers,

    /// <summary>{0} sits twice.</summary>
    JurorSeatedTwice,

    NotASeat,

    /// <summary>The session opened on {0}: its composition is fixed.</summary>
    SessionOpened,

    SessionNotOpen,

    /// <summary>The minutes were sealed on {0}.</summary>
    MinutesSealed,

    MinutesNotSealed,
    NobodyOnTheList,

    /// <summary>{0} candidates have no declaration.</summary>
    CandidateNotDeclared,

    NoRightToVote,
    AlreadyVoted,

    /// <summary>A voter has not spoken.</summary>
    VotesMissing,

    /// <summary>R47: a tie the chair did not break; vote again.</summary>
    VoteTied,

    /// <summary>The round carried a result: it is declared, not voted again.</summary>
    RoundCarried,

    /// <summary>R50: a competence is missing, the candidate cannot be declared admissible.</summary>
    CompetencesNotAllAcquired,

    /// <summary>R42: the jury departs from the summary and must say why.</summary>
    DepartureNeedsReason,

    /// <summary>A conflict of interest, {0}, holds {1} back.</summary>
    ConflictOfInterest,

    JuryHasNotDeclared,

    /// <summary>Block {0} was not acquired on this dossier.</summary>
    BlockNotAcquired,

    /// <summary>R54: the joint technical group has not awarded.</summary>
    NotAwarded,

    /// <summary>The number {0} is issued already for this dossier.</summary>
    AlreadyIssued,

    EntryIsARevocation,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,
}
