namespace Etabli.Certification.Dossiers;

/// <summary>The two things a jury may declare of a candidate (fr: admissible, non admissible).</summary>
public enum Outcome
{
    Admissible,
    NotAdmissible,
}
