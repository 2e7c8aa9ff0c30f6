namespace Etabli.Figures.ScatterPlots;

/// <summary>One pair of values. (fr: point d’un nuage)</summary>
/// <param name="X">What is put in.</param>
/// <param name="Y">What comes out.</param>
/// <param name="Label">What is shown when it is pointed at.</param>
/// <param name="Group">Place of its group among the names of groups.</param>
public sealed record ScatterPoint(double X, double Y, string? Label = null, int Group = 0);

/// <summary>A fitted curve and its bands, at one place. (fr: point d’une courbe ajustée)</summary>
/// <param name="X">The place.</param>
/// <param name="Y">The fitted value.</param>
/// <param name="ConfidenceLow">Low end of the confidence of the mean; none if null.</param>
/// <param name="ConfidenceHigh">High end of the confidence of the mean; none if null.</param>
/// <param name="PredictionLow">Low end for one more value; none if null.</param>
/// <param name="PredictionHigh">High end for one more value; none if null.</param>
public sealed record FittedPoint(double X, double Y, double? ConfidenceLow = null, double? ConfidenceHigh = null, double? PredictionLow = null, double? PredictionHigh = null);

/// <summary>One quantity against another. (fr: nuage de points)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="XName">Quantity along the foot.</param>
/// <param name="XUnit">Its unit; nothing if empty.</param>
/// <param name="YName">Quantity along the side.</param>
/// <param name="YUnit">Its unit; nothing if empty.</param>
/// <param name="Points">The pairs.</param>
public sealed record ScatterPlot(string Title, string XName, string XUnit, string YName, string YUnit, IReadOnlyList<ScatterPoint> Points)
{
    /// <summary>Digits after the separator along the foot.</summary>
    public int XDecimals { get; init; } = 2;

    /// <summary>Digits after the separator along the side.</summary>
    public int YDecimals { get; init; } = 2;

    /// <summary>Names of the groups, six at most are told apart by shape and colour; one group if empty.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The fitted curve, from left to right; none if empty.</summary>
    public IReadOnlyList<FittedPoint> Fit { get; init; } = [];

    /// <summary>Confidence of the bands, in percent.</summary>
    public double Confidence { get; init; } = 95;

    /// <summary>Equation of the curve, as it is to be written.</summary>
    public string? Equation { get; init; }

    /// <summary>Part of the variation that the curve explains, R², from 0 to 1.</summary>
    public double? Determination { get; init; }

    /// <summary>More lines under the figure: p-value, what must not be concluded.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>When the values were measured.</summary>
    public string? Period { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }
}
