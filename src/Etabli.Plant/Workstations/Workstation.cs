using Etabli.People;

namespace Etabli.Plant.Workstations;

/// <summary>Identifies a workstation.</summary>
public readonly record struct WorkstationId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>A place of the plant where work is done and looked at (fr: poste de travail).</summary>
public sealed class Workstation
{
    private Workstation()
    {
        Code = Kind = "";
    }

    public Workstation(WorkstationId id, OrganisationId organisation, string code, string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Id = id;
        Organisation = organisation;
        Code = code.Trim();
        Kind = kind.Trim();
    }

    public WorkstationId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Name on the floor: ROD1, P4.</summary>
    public string Code { get; private set; }

    /// <summary>What it is, in the plant's words: rodeuse, poste de montage.</summary>
    public string Kind { get; private set; }

    /// <summary>Says anew what it is.</summary>
    public void Become(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind.Trim();
    }
}
