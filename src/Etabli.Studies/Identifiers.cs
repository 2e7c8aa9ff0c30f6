using Etabli.People;

namespace Etabli.Studies;

/// <summary>Identifies a study (fr: identifiant d’étude).</summary>
public readonly record struct StudyId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a search for a balance (fr: identifiant de calcul d’équilibrage).</summary>
public readonly record struct BalanceRunId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}
