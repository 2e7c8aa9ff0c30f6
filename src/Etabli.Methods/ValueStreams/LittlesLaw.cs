namespace Etabli.Methods.ValueStreams;

/// <summary>What is in, what comes out, how long it stays: any two give the third (fr: loi de Little).</summary>
/// <remarks>
/// L = λ·W, for averages over a long time of a flow that neither grows nor empties.
/// Source: Little, J. D. C., A Proof for the Queuing Formula: L = λW, Operations Research 9(3), 1961, pp. 383–387.
/// </remarks>
public static class LittlesLaw
{
    /// <summary>Work in process: L = λ·W.</summary>
    /// <param name="perDay">λ: pieces per working day. Range: ≥ 0.</param>
    /// <param name="days">W: working days a piece stays. Range: ≥ 0.</param>
    /// <returns>L in pieces, an average: not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">λ or W is negative or not a number.</exception>
    /// <remarks>O(1). Source: Little, 1961.</remarks>
    /// <example><code>LittlesLaw.Wip(perDay: 96, days: 5).Known; // 480</code></example>
    public static Explained<double> Wip(double perDay, double days) => new Formula("work in process", "L = λ · W", Books.LittlesProof).Gives(
        Argument.NotNegative(perDay, nameof(perDay)) * Argument.NotNegative(days, nameof(days)), Units.Pieces, Throughput("λ", perDay), Stay(days));

    /// <summary>Lead time: W = L / λ.</summary>
    /// <param name="wip">L: pieces in. Range: ≥ 0.</param>
    /// <param name="perDay">λ: pieces per working day. Range: &gt; 0.</param>
    /// <returns>W in working days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">L is negative, λ is not above 0, or one is not a number.</exception>
    /// <remarks>O(1). Source: Little, 1961.</remarks>
    /// <example><code>LittlesLaw.LeadTime(wip: 480, perDay: 96).Known; // 5</code></example>
    public static Explained<double> LeadTime(double wip, double perDay) => new Formula("lead time", "W = L / λ", Books.LittlesProof).Gives(
        Argument.NotNegative(wip, nameof(wip)) / Argument.Positive(perDay, nameof(perDay)), Units.WorkingDays, In(wip), Throughput("λ", perDay));

    /// <summary>Throughput: λ = L / W.</summary>
    /// <param name="wip">L: pieces in. Range: ≥ 0.</param>
    /// <param name="days">W: working days a piece stays. Range: &gt; 0.</param>
    /// <returns>λ in pieces per working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">L is negative, W is not above 0, or one is not a number.</exception>
    /// <remarks>O(1). Source: Little, 1961.</remarks>
    /// <example><code>LittlesLaw.Throughput(wip: 480, days: 5).Known; // 96</code></example>
    public static Explained<double> Throughput(double wip, double days) => new Formula("throughput", "λ = L / W", Books.LittlesProof).Gives(
        Argument.NotNegative(wip, nameof(wip)) / Argument.Positive(days, nameof(days)), Units.PiecesPerDay, In(wip), Stay(days));

    private static Term In(double wip) => new("L", "work in process", wip, Units.Pieces);

    private static Term Stay(double days) => new("W", "lead time", days, Units.WorkingDays);

    private static Term Throughput(string symbol, double perDay) => new(symbol, "throughput", perDay, Units.PiecesPerDay);
}
