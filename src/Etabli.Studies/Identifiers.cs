using Etabli.People;

namespace Etabli.Studies;

/// <summary>Identifies a study (fr: identifiant d’étude).</summary>
public readonly record struct StudyId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}
