using System.Globalization;

namespace Etabli.Methods.ValueStreams;

/// <summary>One state of a value stream: steps that follow one another, with branches that converge (fr: chaîne de valeur).</summary>
/// <remarks>Two states are equal when they say the same steps and links in the same order.</remarks>
public sealed record ValueStream
{
    /// <summary>Describes a state; nothing is computed yet.</summary>
    /// <param name="demand">What the customer asks.</param>
    /// <param name="steps">Steps, each code once; the order is kept for drawing.</param>
    /// <param name="links">Links between steps that are there; none twice. A cycle is accepted here and named by <see cref="StreamReading.Cycle"/>.</param>
    /// <exception cref="ArgumentException">A code comes twice, a link twice, a link names an unknown step, or a step states both pieces and days.</exception>
    /// <remarks>O(steps + links).</remarks>
    public ValueStream(CustomerDemand demand, IEnumerable<StreamStep> steps, IEnumerable<StreamLink> links)
    {
        ArgumentNullException.ThrowIfNull(demand);
        Demand = demand;
        Steps = Listed.Of(steps, nameof(steps));
        Links = Listed.Of(links, nameof(links));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in Steps)
        {
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
            if (!codes.Add(step.Code))
            {
                throw new ArgumentException($"Step '{step.Code}' comes twice; expected each code once.", nameof(steps));
            }

            if (step is { Pieces: not null, Days: not null })
            {
                throw new ArgumentException(Twice(step), nameof(steps));
            }
        }

        var seen = new HashSet<StreamLink>();
        foreach (var link in Links)
        {
            ArgumentNullException.ThrowIfNull(link, nameof(links));
            if (!codes.Contains(link.From) || !codes.Contains(link.To))
            {
                throw new ArgumentException($"Link '{link.From}' → '{link.To}' names a step that is not there; expected codes of the steps.", nameof(links));
            }

            if (!seen.Add(link))
            {
                throw new ArgumentException($"Link '{link.From}' → '{link.To}' comes twice; expected each link once.", nameof(links));
            }
        }
    }

    /// <summary>What the customer asks.</summary>
    public CustomerDemand Demand { get; }

    /// <summary>The steps, in the order given.</summary>
    public IReadOnlyList<StreamStep> Steps { get; }

    /// <summary>The links, in the order given.</summary>
    public IReadOnlyList<StreamLink> Links { get; }

    /// <summary>A stream without branches: each step leads to the next.</summary>
    /// <param name="demand">What the customer asks.</param>
    /// <param name="steps">Steps in the order of the flow.</param>
    /// <exception cref="ArgumentException">A code comes twice.</exception>
    public static ValueStream Series(CustomerDemand demand, params IReadOnlyList<StreamStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new(demand, steps, steps.Zip(steps.Skip(1), (from, to) => new StreamLink(from.Code, to.Code)));
    }

    /// <summary>Computes what the map says.</summary>
    /// <param name="conventions">Conventions; the usual ones when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A convention is out of its range.</exception>
    /// <remarks>
    /// O(steps + links) for the critical branch, plus the size of the branches listed. Source: Rother and Shook, Learning
    /// to See, 1999, for the ladder; the longest of converging branches is trade usage: branches run at the same time and are never added.
    /// </remarks>
    /// <example>
    /// Five days of coils, a press of one second, 4.5 days of finished goods: 9.5 days.
    /// <code>
    /// var demand = new CustomerDemand(18400, 20, TimeSpan.FromMinutes(920));
    /// var stream = ValueStream.Series(
    ///     demand,
    ///     new StreamStep("coils", StreamStepKind.Stock) { Days = 5 },
    ///     new StreamStep("press", StreamStepKind.Process) { ProcessingTime = TimeSpan.FromSeconds(1), ValueAddedTime = TimeSpan.FromSeconds(1) },
    ///     new StreamStep("goods", StreamStepKind.Stock) { Pieces = 4140 });
    /// stream.Read().LeadTime.Known; // 9.5
    /// </code>
    /// </example>
    public StreamReading Read(ReadingConventions? conventions = null) => new(this, conventions ?? new());

    private static string Twice(StreamStep step) =>
        string.Create(CultureInfo.InvariantCulture, $"Step '{step.Code}' states {step.Pieces} pieces and {step.Days} days; expected one of the two.");
}
