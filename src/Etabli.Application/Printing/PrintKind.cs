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
    /// <summary>A block acquired or the whole qualification (fr: attestation de bloc, certificat); the subject is the register's entry.</summary>
    Award,
}
