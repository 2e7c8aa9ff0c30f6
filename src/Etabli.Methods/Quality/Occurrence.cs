namespace Etabli.Methods.Quality;

/// <summary>Something that happened and has a cause: a stoppage, a scrap, a complaint (fr: relevé).</summary>
/// <param name="Cause">Name of its cause.</param>
/// <param name="Quantity">How many at once. Range: ≥ 0.</param>
/// <param name="Duration">How long; null when it does not last or was not measured. Range: ≥ 0.</param>
/// <param name="Cost">What it cost; null when not known. Range: ≥ 0.</param>
/// <param name="Family">Family of the cause, for two levels: station, product, shift.</param>
public sealed record Occurrence(string Cause, long Quantity = 1, TimeSpan? Duration = null, decimal? Cost = null, string Family = "")
{
    /// <summary>Name of its cause.</summary>
    public string Cause { get; } = Argument.Said(Cause, nameof(Cause));

    /// <summary>How many at once.</summary>
    public long Quantity { get; } = Argument.NotNegative(Quantity, nameof(Quantity));

    /// <summary>How long.</summary>
    public TimeSpan? Duration { get; } = Argument.NotNegative(Duration, nameof(Duration));

    /// <summary>What it cost.</summary>
    public decimal? Cost { get; } = Argument.NotNegative(Cost, nameof(Cost));

    /// <summary>Its weight by a measure, in pieces, seconds or money.</summary>
    /// <exception cref="ArgumentException">It does not say that measure.</exception>
    internal decimal WeightBy(ParetoMeasure measure) => measure switch
    {
        ParetoMeasure.Count => Quantity,
        ParetoMeasure.Duration when Duration is { } lasted => (decimal)lasted.Ticks / TimeSpan.TicksPerSecond,
        ParetoMeasure.Cost when Cost is { } paid => paid,
        ParetoMeasure.Duration or ParetoMeasure.Cost => throw new ArgumentException($"An occurrence of '{Cause}' has no {measure}; expected one on every occurrence.", nameof(measure)),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Expected a known measure."),
    };
}
