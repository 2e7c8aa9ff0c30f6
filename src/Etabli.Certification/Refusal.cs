namespace Etabli.Certification;

/// <summary>Every way this module can say no.</summary>
public enum Refusal
{
    /// <summary>The standard's file breaks the schema or contradicts itself; {0} faults.</summary>
    StandardHasFaults,
}
