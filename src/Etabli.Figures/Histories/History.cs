namespace Etabli.Figures.Histories;

/// <summary>One series of a history. (fr: série)</summary>
/// <param name="Name">Its name; empty when it is alone.</param>
/// <param name="Values">Its values, moment by moment; null where none was noted.</param>
public sealed record HistorySeries(string Name, IReadOnlyList<decimal?> Values)
{
    /// <summary>The first value noted.</summary>
    public decimal? First => Values.FirstOrDefault(value => value is not null);

    /// <summary>The last value noted.</summary>
    public decimal? Last => Values.LastOrDefault(value => value is not null);
}

/// <summary>Values in time, or side by side, of one series or several. (fr: comparaison et historique)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Moments">Names of the moments or of the cases, in their order.</param>
/// <param name="Series">One series or several, six at most are told apart.</param>
public sealed record History(string Title, string Quantity, string Unit, IReadOnlyList<string> Moments, IReadOnlyList<HistorySeries> Series)
{
    /// <summary>Whether moments follow one another, and a line joins them; else cases stand side by side as bars.</summary>
    public bool IsInTime { get; init; } = true;

    /// <summary>Value aimed at.</summary>
    public decimal? Target { get; init; }

    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; }

    /// <summary>How many values are noted.</summary>
    public int Count => Series.Sum(series => series.Values.Count(value => value is not null));
}
