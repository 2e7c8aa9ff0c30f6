namespace Etabli.Methods.ValueStreams;

/// <summary>What the customer asks in a period, and the time there is in a day of it (fr: demande client).</summary>
/// <param name="Pieces">D: good pieces asked in the period. Range: &gt; 0.</param>
/// <param name="Days">n: working days of the period. Range: &gt; 0.</param>
/// <param name="AvailablePerDay">A: net working time in one of these days. Range: &gt; 0.</param>
/// <exception cref="ArgumentOutOfRangeException">One of the three is not above 0.</exception>
public sealed record CustomerDemand(long Pieces, int Days, TimeSpan AvailablePerDay)
{
    /// <summary>D: good pieces asked in the period.</summary>
    public long Pieces { get; } = Argument.Positive(Pieces, nameof(Pieces));

    /// <summary>n: working days of the period.</summary>
    public int Days { get; } = Argument.Positive(Days, nameof(Days));

    /// <summary>A: net working time in a day.</summary>
    public TimeSpan AvailablePerDay { get; } = Argument.Positive(AvailablePerDay, nameof(AvailablePerDay));

    /// <summary>D / n, pieces per working day.</summary>
    public double PerDay => (double)Pieces / Days;

    /// <summary>Takt over the period: n·A / D, exact.</summary>
    public Takt Takt => Takt.Of(AvailablePerDay * Days, Pieces);
}
