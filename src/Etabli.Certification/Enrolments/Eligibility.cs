using Etabli.People;

namespace Etabli.Certification.Enrolments;

/// <summary>What is answered to a VAE request (fr: réponse de recevabilité).</summary>
public enum EligibilityAnswer
{
    /// <summary>fr: incomplète.</summary>
    Incomplete,

    /// <summary>The candidate brought what was missing (fr: complétée).</summary>
    Completed,

    /// <summary>fr: recevable.</summary>
    Eligible,

    /// <summary>fr: non recevable.</summary>
    NotEligible,
}

/// <summary>One step of the eligibility phase of a VAE, dated and reasoned (fr: étape de recevabilité).</summary>
public sealed record EligibilityStep(EligibilityAnswer Answer, string? Reason, PersonId By, DateTimeOffset At);
