using Etabli.People;

namespace Etabli.Improvement;

/// <summary>Identifies an improvement project (fr: identifiant de chantier).</summary>
public readonly record struct ProjectId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a floor observation (fr: identifiant d’observation).</summary>
public readonly record struct ObservationId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a progress axis (fr: identifiant d’axe de progrès).</summary>
public readonly record struct ProgressAxisId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an action of an action plan (fr: identifiant d’action).</summary>
public readonly record struct PlannedActionId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an indicator (fr: identifiant d’indicateur).</summary>
public readonly record struct IndicatorId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies the minutes of a meeting (fr: identifiant de compte rendu).</summary>
public readonly record struct MinutesId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a file put into a project (fr: identifiant de fichier de chantier).</summary>
public readonly record struct ProjectFileId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}
