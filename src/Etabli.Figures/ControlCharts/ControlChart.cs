namespace Etabli.Figures.ControlCharts;

/// <summary>What is said of a point of a control chart. (fr: signe d’un point)</summary>
public enum ControlSign
{
    /// <summary>It is outside its limits: a diamond ring.</summary>
    Outside,
    /// <summary>A rule on several points stops at it: a triangle ring.</summary>
    Run,
    /// <summary>It is shown, and no limit was computed with it: a hollow grey disc.</summary>
    Excluded,
}

/// <summary>A sign on one point. (fr: point signalé)</summary>
/// <param name="Index">Place of the point, from zero.</param>
/// <param name="Sign">What is said of it.</param>
/// <param name="Rule">Number of the rule, written beside it; empty if none.</param>
/// <param name="Note">Words shown when it is pointed at: the rule in words, the reason of an exclusion.</param>
/// <param name="OnSecond">Whether the point is of the plot's second line.</param>
public sealed record ControlMark(int Index, ControlSign Sign, string Rule = "", string? Note = null, bool OnSecond = false);

/// <summary>Limits that hold from one point to another. (fr: limites de contrôle)</summary>
/// <param name="First">Place of the first point, from zero.</param>
/// <param name="Last">Place of the last point.</param>
/// <param name="Centre">Value of the centre line; none drawn if null.</param>
/// <param name="Lower">Lower limit; none drawn if null.</param>
/// <param name="Upper">Upper limit; none drawn if null.</param>
/// <param name="Sigma">Standard deviation of what is plotted, for the bands at one and two of them.</param>
public sealed record ControlLimits(int First, int Last, double? Centre, double? Lower, double? Upper, double? Sigma = null)
{
    /// <summary>Limits that change at each point, because sizes do or because they open in time; equal neighbours are one.</summary>
    /// <param name="centres">Centre at each point.</param>
    /// <param name="lowers">Lower limit at each point; not a number where there is none.</param>
    /// <param name="uppers">Upper limit at each point; not a number where there is none.</param>
    public static IReadOnlyList<ControlLimits> EachPoint(IReadOnlyList<double> centres, IReadOnlyList<double> lowers, IReadOnlyList<double> uppers)
    {
        ArgumentNullException.ThrowIfNull(centres);
        ArgumentNullException.ThrowIfNull(lowers);
        ArgumentNullException.ThrowIfNull(uppers);
        var found = new List<ControlLimits>();
        for (var i = 0; i < centres.Count; i++)
        {
            var here = new ControlLimits(i, i, Known(centres, i), Known(lowers, i), Known(uppers, i));
            if (found.Count > 0 && found[^1] with { First = i, Last = i } == here)
            {
                found[^1] = found[^1] with { Last = i };
            }
            else
            {
                found.Add(here);
            }
        }

        return found;
    }

    private static double? Known(IReadOnlyList<double> values, int i) => i < values.Count && double.IsFinite(values[i]) ? values[i] : null;
}

/// <summary>One plot of a control chart: the location, or the spread. (fr: graphique d’une carte)</summary>
/// <param name="Name">What is plotted: means, ranges, proportion, cumulated sum; X̄ may be written.</param>
/// <param name="Values">One value for each point; not a number where none was noted.</param>
/// <param name="Limits">Limits, stretch by stretch, in order; none yet if empty.</param>
public sealed record ControlPlot(string Name, IReadOnlyList<double> Values, IReadOnlyList<ControlLimits> Limits)
{
    /// <summary>Sign of the centre line, such as X̿ or R̄; « moyenne » if null.</summary>
    public string? CentreSign { get; init; }

    /// <summary>Name in the sentences under the plots, such as « moyennes »; its name if null.</summary>
    public string? ShortName { get; init; }

    /// <summary>Unit of this plot when it is not the chart's.</summary>
    public string? Unit { get; init; }

    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Points that something is said of.</summary>
    public IReadOnlyList<ControlMark> Marks { get; init; } = [];

    /// <summary>A second line over the same points, such as the lower sum of a CUSUM; none if null.</summary>
    public IReadOnlyList<double>? Second { get; init; }

    /// <summary>Name of the first line when there are two.</summary>
    public string? FirstName { get; init; }

    /// <summary>Name of the second line.</summary>
    public string? SecondName { get; init; }

    /// <summary>Whether the bands at one and two standard deviations are drawn.</summary>
    public bool HasBands { get; init; }

    /// <summary>Lowest value tolerated on a part: drawn only if given, with a warning.</summary>
    public double? LowerTolerance { get; init; }

    /// <summary>Highest value tolerated on a part: drawn only if given, with a warning.</summary>
    public double? UpperTolerance { get; init; }
}

/// <summary>A stretch of points with a name and limits of its own. (fr: phase d’une carte)</summary>
/// <param name="First">Place of its first point, from zero.</param>
/// <param name="Last">Place of its last point.</param>
/// <param name="Name">Its name.</param>
public sealed record ControlPhase(int First, int Last, string Name);

/// <summary>Something that happened at a point. (fr: événement d’une carte)</summary>
/// <param name="Index">Place of the point, from zero.</param>
/// <param name="Text">What happened.</param>
public sealed record ControlNote(int Index, string Text);

/// <summary>Where the limits come from. (fr: état des limites)</summary>
public enum LimitsState
{
    /// <summary>Computed with the points shown.</summary>
    Recalculated,
    /// <summary>Frozen at the end of an earlier period.</summary>
    Frozen,
}

/// <summary>
/// A control chart: one plot or two over the same points. X̄-R, X̄-S, I-MR, p, np, c, u, EWMA, CUSUM, moving average and T²
/// are all drawn from this. (fr: carte de contrôle)
/// </summary>
/// <param name="Title">What it shows.</param>
/// <param name="Characteristic">What is measured.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Plots">Location, then spread.</param>
public sealed record ControlChart(string Title, string Characteristic, string Unit, IReadOnlyList<ControlPlot> Plots)
{
    /// <summary>Name of each point: number of the subgroup, date; 1, 2, 3 if null.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>What a point is; « sous-groupe » if null.</summary>
    public string? PointName { get; init; }

    /// <summary>Stretches with limits of their own.</summary>
    public IReadOnlyList<ControlPhase> Phases { get; init; } = [];

    /// <summary>What happened, numbered in a lane under the plots.</summary>
    public IReadOnlyList<ControlNote> Notes { get; init; } = [];

    /// <summary>Where the limits come from.</summary>
    public LimitsState State { get; init; }

    /// <summary>Words after the state: since when, with how many subgroups.</summary>
    public string? StateNote { get; init; }

    /// <summary>Fewest points that computed limits need; under it they are dashed grey, and a sentence says so.</summary>
    public int NeededPoints { get; init; } = 20;

    /// <summary>How many of what: « 125 sous-groupes de 5 »; the number of points if null.</summary>
    public string? Count { get; init; }

    /// <summary>From when to when.</summary>
    public string? Period { get; init; }

    /// <summary>Lines under the chart: rules in use, what a reader must know.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }

    /// <summary>How many points it has.</summary>
    public int PointCount => Plots.Count == 0 ? 0 : Plots.Max(plot => plot.Values.Count);

    /// <summary>Whether there are too few points for the limits computed with them.</summary>
    public bool IsProvisional => State == LimitsState.Recalculated && PointCount < NeededPoints && Plots.Any(plot => plot.Limits.Count > 0);

    /// <summary>Name of a point.</summary>
    /// <param name="index">Its place, from zero.</param>
    public string LabelOf(int index) => Labels is { } labels && index >= 0 && index < labels.Count
        ? labels[index]
        : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
