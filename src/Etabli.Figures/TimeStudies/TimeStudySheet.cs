namespace Etabli.Figures.TimeStudies;

/// <summary>What becomes of a time read off the watch. (fr: sort d’un temps observé)</summary>
public enum ReadingState
{
    /// <summary>It counts.</summary>
    Counted,
    /// <summary>It counts, and a test says to look into it.</summary>
    Suspect,
    /// <summary>It is left out, with a reason.</summary>
    Excluded,
}

/// <summary>One time read off the watch. (fr: temps observé)</summary>
/// <param name="Cycle">Number of the cycle.</param>
/// <param name="Time">The time, in the unit of the sheet.</param>
/// <param name="Rating">The pace judged; none if null.</param>
/// <param name="Normal">Its normal time, in the unit of the sheet.</param>
/// <param name="State">What becomes of it.</param>
public sealed record WatchReading(int Cycle, decimal Time, decimal? Rating, decimal Normal, ReadingState State = ReadingState.Counted);

/// <summary>One element of the work with its times and what they come to, in the unit of the sheet. (fr: élément)</summary>
/// <param name="Code">What it is called in short.</param>
/// <param name="Label">What it is.</param>
/// <param name="Readings">Its times.</param>
public sealed record TimedElementRow(string Code, string Label, IReadOnlyList<WatchReading> Readings)
{
    /// <summary>Mean normal time.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Smallest normal time.</summary>
    public decimal? Smallest { get; init; }

    /// <summary>Largest normal time.</summary>
    public decimal? Largest { get; init; }

    /// <summary>Standard deviation of the normal times.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>Deviation over mean, in percent.</summary>
    public decimal? Coefficient { get; init; }

    /// <summary>Observations needed.</summary>
    public long? Needed { get; init; }

    /// <summary>How often in one cycle.</summary>
    public decimal Frequency { get; init; } = 1;

    /// <summary>Standard time in one cycle.</summary>
    public decimal? Standard { get; init; }
}

/// <summary>A sheet of time study: the times element by element and cycle by cycle, and the standard time. (fr: feuille de chronométrage)</summary>
/// <param name="Title">What was timed.</param>
/// <param name="Unit">Unit of all times.</param>
/// <param name="Elements">The elements of the work.</param>
public sealed record TimeStudySheet(string Title, string Unit, IReadOnlyList<TimedElementRow> Elements)
{
    /// <summary>What happened and is not the work.</summary>
    public IReadOnlyList<TimedElementRow> Foreign { get; init; } = [];

    /// <summary>Digits after the mark of the times reckoned.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Digits after the mark of the times read.</summary>
    public int ReadDecimals { get; init; }

    /// <summary>Sentences under the table: what is left out or suspected, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What it comes to: name and value, the last the strongest.</summary>
    public IReadOnlyList<(string Name, string Value)> Totals { get; init; } = [];

    /// <summary>When it was timed.</summary>
    public string? Period { get; init; }

    /// <summary>By which formula <see cref="TimedElementRow.Needed"/> was reckoned.</summary>
    public string? NeededBy { get; init; }
}
