namespace Etabli.Figures.WorkSamplings;

/// <summary>One state and how often it was seen. (fr: état observé)</summary>
/// <param name="State">What was seen.</param>
/// <param name="Count">How often.</param>
/// <param name="Share">Its share, from 0 to 1.</param>
/// <param name="Precision">Half the width of its interval, as a share; null where the formula says nothing.</param>
/// <param name="Low">Lower bound of the interval drawn.</param>
/// <param name="High">Upper bound of the interval drawn.</param>
public sealed record SampledState(string State, int Count, decimal Share, decimal? Precision, decimal Low, decimal High);

/// <summary>What was seen at random moments: shares with their precision. (fr: observations instantanées)</summary>
/// <param name="Title">What was watched.</param>
/// <param name="States">The states, the largest first.</param>
public sealed record WorkSamplingChart(string Title, IReadOnlyList<SampledState> States)
{
    /// <summary>How many observations.</summary>
    public int Count => States.Sum(s => s.Count);

    /// <summary>Confidence of the intervals, in percent.</summary>
    public decimal Level { get; init; } = 95;

    /// <summary>Sentences under it: the number of observations needed, by which formula.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When it was watched.</summary>
    public string? Period { get; init; }
}

/// <summary>The moments of the rounds of one day, and room to note what is seen. (fr: fiche de tournées)</summary>
/// <param name="Title">What is watched.</param>
/// <param name="Rounds">The moments, in order.</param>
/// <param name="Seed">The seed they were drawn with: the same draws the same.</param>
public sealed record RoundSheet(string Title, IReadOnlyList<TimeOnly> Rounds, int Seed);
