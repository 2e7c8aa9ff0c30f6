using Etabli.People;

namespace Etabli.Certification.Enrolments;

/// <summary>A person with the name printed on the day, which later changes do not touch (fr: personne nommée).</summary>
public sealed record NamedPerson(PersonId Id, string Name);

/// <summary>An organisation with the name printed on the day (fr: organisation nommée).</summary>
public sealed record NamedOrganisation(OrganisationId Id, string Name);

/// <summary>The person who enrols, as printed on the enrolment and later on the certificate (fr: candidat).</summary>
public sealed record Candidate(PersonId Person, string Name, DateOnly? BirthDate);

/// <summary>A block acquired earlier, with the register's number that proves it (fr: bloc acquis reporté).</summary>
/// <param name="Block">Code of the block in the standard of this enrolment.</param>
/// <param name="RegisterNumber">Number of the attestation or certificate in the register.</param>
public sealed record CarriedOverBlock(string Block, string RegisterNumber);
