using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;

namespace Etabli.Certification.Dossiers;

/// <summary>How one competence will be assessed (fr: modalités prévues).</summary>
/// <param name="Competence">Code of the competence.</param>
/// <param name="Modes">At least one, among those the standard foresees.</param>
/// <param name="Justification">Why; required for an exceptional mode (rule R14).</param>
public sealed record PlannedModes(string Competence, IReadOnlyList<AssessmentMode> Modes, string? Justification);

/// <summary>Who agrees to the modes (fr: signataire des modalités).</summary>
public enum ModesParty
{
    /// <summary>fr: entreprise.</summary>
    Company,

    /// <summary>In place of a company when there is none (rule R11).</summary>
    Candidate,

    /// <summary>fr: organisme de formation.</summary>
    TrainingProvider,
}

/// <summary>One party agrees to the modes, dated (fr: accord sur les modalités).</summary>
public sealed record ModesAgreement(ModesParty Party, NamedPerson By, DateTimeOffset At);

/// <summary>The file of modes goes to the resource centre (fr: transmission du dossier de modalités).</summary>
public sealed record ModesTransmission(NamedOrganisation To, PersonId By, DateTimeOffset At, PersonId? AcknowledgedBy, DateTimeOffset? AcknowledgedAt);
