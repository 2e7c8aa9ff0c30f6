namespace Etabli.Figures.Histograms;

/// <summary>Values counted from one bound to the next. (fr: classe)</summary>
/// <param name="From">Bound that belongs to it.</param>
/// <param name="To">Bound that belongs to the next.</param>
/// <param name="Count">How many.</param>
public sealed record HistogramClass(decimal From, decimal To, int Count);

/// <summary>How values spread, against what is tolerated. (fr: histogramme)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Classes">The classes, side by side, from the lowest.</param>
public sealed record Histogram(string Title, string Quantity, string Unit, IReadOnlyList<HistogramClass> Classes)
{
    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; }

    /// <summary>Lowest value tolerated.</summary>
    public decimal? LowerLimit { get; init; }

    /// <summary>Value aimed at.</summary>
    public decimal? Target { get; init; }

    /// <summary>What the value aimed at is called; « cible » if null.</summary>
    public string? TargetName { get; init; }

    /// <summary>Highest value tolerated.</summary>
    public decimal? UpperLimit { get; init; }

    /// <summary>Mean of the values.</summary>
    public decimal? Mean { get; init; }

    /// <summary>When they were measured.</summary>
    public string? Period { get; init; }

    /// <summary>How many values were counted.</summary>
    public int Count => Classes.Sum(one => one.Count);
}
