namespace Etabli.Methods.Movements;

/// <summary>A way somebody goes several times in a shift (fr: déplacement).</summary>
/// <param name="Actor">Who goes, by role or code.</param>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
/// <param name="PerShift">n: how often in a shift; an average may be a fraction. Range: ≥ 0.</param>
/// <param name="Distance">d: metres of one way. Range: ≥ 0.</param>
/// <param name="Returns">Whether each trip also goes back the same way.</param>
/// <param name="Reason">Why.</param>
public sealed record Trip(string Actor, string From, string To, double PerShift, double Distance, bool Returns = true, string Reason = "")
{
    /// <summary>Who goes.</summary>
    public string Actor { get; } = Argument.Said(Actor, nameof(Actor));

    /// <summary>Where from.</summary>
    public string From { get; } = Argument.Said(From, nameof(From));

    /// <summary>Where to.</summary>
    public string To { get; } = Argument.Said(To, nameof(To));

    /// <summary>n: how often in a shift.</summary>
    public double PerShift { get; } = Argument.NotNegative(PerShift, nameof(PerShift));

    /// <summary>d: metres of one way.</summary>
    public double Distance { get; } = Argument.NotNegative(Distance, nameof(Distance));

    /// <summary>Metres in a shift: n·d, twice with the way back.</summary>
    public double Metres => (Returns ? 2 : 1) * PerShift * Distance;
}
