using Etabli.Certification.Enrolments;

namespace Etabli.Certification.Assessments;

/// <summary>The commission says whether a competence is acquired (fr: décision de compétence, acquise ou non acquise).</summary>
/// <param name="Reason">Required when acquired in spite of an evaluable criterion not met.</param>
public sealed record CompetenceDecision(Guid Id, string Competence, bool Acquired, string? Reason, NamedPerson By, DateTimeOffset At);
