namespace Etabli.People;

/// <summary>An identifier with its own type, so that a person can never be passed for a dossier.</summary>
public interface IIdentifier
{
    Guid Value { get; }
}

/// <summary>Identifies a person, everywhere and for good.</summary>
public readonly record struct PersonId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an organisation: plant, training provider, exam centre, resource centre, branch.</summary>
public readonly record struct OrganisationId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}
