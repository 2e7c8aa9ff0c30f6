namespace Etabli.Application.Printing;

/// <summary>What can be asked as PDF (fr: document imprimable).</summary>
public enum PrintKind
{
    /// <summary>The candidate's report (fr: rapport du candidat); the subject is the dossier.</summary>
    Report,
    /// <summary>What the jury reads (fr: récapitulatif des évaluations); the subject is the dossier.</summary>
    Summary,
    /// <summary>What the jury decided (fr: procès-verbal de jury); the subject is the session.</summary>
    JuryMinutes,
    /// <summary>One bloc acquired (fr: attestation de bloc); the subject is the attestation.</summary>
    BlockAttestation,
    /// <summary>The whole qualification (fr: certificat); the subject is the certificate.</summary>
    Certificate,
}
