namespace Etabli.Certification.Juries;

/// <summary>The numbers of a joint jury (fr: paramètres du jury paritaire).</summary>
public sealed record JuryParameters
{
    public double EmployeesShare { get; init; } = 0.5;

    public double EmployersShare { get; init; } = 0.5;

    /// <summary>At most this many members of the branch for the employers (rule R44).</summary>
    public int EmployersMaxMembers { get; init; } = 5;

    public int EmployersMaxTempWorkMembers { get; init; } = 1;

    /// <summary>At most this many voters per union (rule R46).</summary>
    public int EmployeesVotersPerUnion { get; init; } = 1;

    public int EmployeesMaxTempWorkMembers { get; init; } = 1;

    /// <summary>The chair's voice decides on a tie (rule R47).</summary>
    public bool PresidentCastingVote { get; init; } = true;

    /// <summary>Fewest voters; null when, as in the sources, parity is all that is asked.</summary>
    public int? Quorum { get; init; }
}
