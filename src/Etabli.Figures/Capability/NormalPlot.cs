namespace Etabli.Figures.Capability;

/// <summary>One value on the normal scale. (fr: point de la droite de Henry)</summary>
/// <param name="Value">The value.</param>
/// <param name="Score">Normal score of its rank: 0 at the middle, about ±3 at the ends.</param>
public sealed record NormalPlotPoint(double Value, double Score);

/// <summary>Where the points of a normal sample would lie, at one score. (fr: bande de confiance)</summary>
/// <param name="Score">The normal score.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
public sealed record NormalPlotBand(double Score, double Low, double High);

/// <summary>Values against the normal scale: on a line if their distribution is normal. (fr: droite de Henry)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Characteristic">What was measured.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Points">The values with their scores, in any order.</param>
public sealed record NormalPlot(string Title, string Characteristic, string Unit, IReadOnlyList<NormalPlotPoint> Points)
{
    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Mean of the line; no line if null.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of the line; no line if null.</summary>
    public double? Sigma { get; init; }

    /// <summary>Band of confidence around the line, score by score; none if empty.</summary>
    public IReadOnlyList<NormalPlotBand> Band { get; init; } = [];

    /// <summary>Confidence of the band, in percent.</summary>
    public double Confidence { get; init; } = 95;

    /// <summary>The test with its statistic and p-value, in words.</summary>
    public string? Test { get; init; }

    /// <summary>What is concluded, in one sentence.</summary>
    public string? Verdict { get; init; }

    /// <summary>Colour, shape and letter of the conclusion.</summary>
    public Ink.Status VerdictStatus { get; init; } = Ink.Status.Unset;

    /// <summary>When the values were measured.</summary>
    public string? Period { get; init; }
}
