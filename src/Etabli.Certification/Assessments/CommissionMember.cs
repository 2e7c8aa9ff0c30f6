using Etabli.Certification.Enrolments;
using Etabli.People;

namespace Etabli.Certification.Assessments;

/// <summary>Somebody who assesses (fr: membre de la commission d'évaluation).</summary>
public sealed record CommissionMember(NamedPerson Person, NamedOrganisation Organisation, PersonId AppointedBy, DateTimeOffset AppointedAt);
