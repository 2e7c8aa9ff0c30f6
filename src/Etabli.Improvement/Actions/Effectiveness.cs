using Etabli.People;

namespace Etabli.Improvement.Actions;

/// <summary>
/// What an action changed, measured; or said in so many words to be not yet measured (fr: mesure d’efficacité).
/// </summary>
public sealed record Effectiveness
{
    private Effectiveness(bool measured, string statement)
    {
        Measured = measured;
        Statement = statement;
    }

    /// <summary>False when it is only promised.</summary>
    public bool Measured { get; private init; }

    /// <summary>The measure: "pannes hydrauliques 11 → 4 par mois"; or when it will be known.</summary>
    public string Statement { get; private init; }

    /// <exception cref="RefusalException">The measure has no words.</exception>
    public static Effectiveness MeasuredAs(string statement) => new(true, Wording.Required(statement, Refusal.EffectivenessMissing, 1_000));

    /// <summary>The honest third answer: closed, but nothing measured yet; may say when it will be.</summary>
    public static Effectiveness NotYetMeasured(string? whenKnown = null) => new(false, Wording.Optional(whenKnown, 1_000));
}
