namespace Etabli.People;

/// <summary>
/// A rule of the trade says no. Carries the module's own <c>Refusal</c> value, never a sentence: the sentence is
/// found once per edge (page, API, command line) in the reader's language.
/// </summary>
public sealed class RefusalException : Exception
{
    public RefusalException(Enum refusal, params object[] about)
        : base($"{refusal.GetType().FullName}.{refusal}")
    {
        Refusal = refusal;
        About = about;
    }

    public Enum Refusal { get; }

    /// <summary>What the sentence must name: a date, a code, a count; fills {0}, {1}… in order.</summary>
    public IReadOnlyList<object> About { get; }

    /// <summary>Key of the sentence: the module and the value, as "Certification.DossierSealed".</summary>
    public string Key => $"{Refusal.GetType().Namespace!["Etabli.".Length..]}.{Refusal}";
}
