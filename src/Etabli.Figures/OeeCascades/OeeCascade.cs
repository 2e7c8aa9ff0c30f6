namespace Etabli.Figures.OeeCascades;

/// <summary>What kind of time is lost, in the order that they are taken away. (fr: nature de perte)</summary>
public enum CascadeLossKind
{
    /// <summary>From the total time to the opening time.</summary>
    Closure,
    /// <summary>From the opening time to the required time: breaks, meetings, planned maintenance, no load.</summary>
    Planned,
    /// <summary>Stops of the machine's own: breakdowns, settings, changeovers.</summary>
    Own,
    /// <summary>Stops that others induce: no material, no operator, no inspection.</summary>
    Induced,
    /// <summary>From the running time to the net time: pace below the reference.</summary>
    Pace,
    /// <summary>From the net time to the useful time: parts that are not good.</summary>
    Quality,
}

/// <summary>A time that is lost. (fr: perte)</summary>
/// <param name="Kind">Which level it is taken from.</param>
/// <param name="Label">Its name; the kind's name if empty.</param>
/// <param name="Time">How long; below zero it is a gain, which the figure says.</param>
public sealed record CascadeLoss(CascadeLossKind Kind, string Label, decimal Time);

/// <summary>From the opening time to the useful time, loss by loss: what makes the OEE. (fr: cascade du TRS)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Machine">Machine or line.</param>
/// <param name="OpeningTime">Opening time, tO.</param>
/// <param name="Losses">What is taken away, in any order.</param>
public sealed record OeeCascade(string Title, string Machine, decimal OpeningTime, IReadOnlyList<CascadeLoss> Losses)
{
    /// <summary>Total time, tT; the cascade starts at the opening time if null.</summary>
    public decimal? TotalTime { get; init; }

    /// <summary>Unit of all times.</summary>
    public string Unit { get; init; } = "min";

    /// <summary>Digits after the separator of times.</summary>
    public int Decimals { get; init; }

    /// <summary>How stops are classed: printed under the figure.</summary>
    public string? Convention { get; init; }

    /// <summary>OEE aimed at, in percent.</summary>
    public decimal? Target { get; init; }

    /// <summary>How many of what: « 64 jours ».</summary>
    public string? Count { get; init; }

    /// <summary>From when to when.</summary>
    public string? Period { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }

    /// <summary>Required time, tR.</summary>
    public decimal RequiredTime => OpeningTime - Lost(CascadeLossKind.Planned);

    /// <summary>Running time, tF.</summary>
    public decimal RunningTime => RequiredTime - Lost(CascadeLossKind.Own) - Lost(CascadeLossKind.Induced);

    /// <summary>Net time, tN.</summary>
    public decimal NetTime => RunningTime - Lost(CascadeLossKind.Pace);

    /// <summary>Useful time, tU.</summary>
    public decimal UsefulTime => NetTime - Lost(CascadeLossKind.Quality);

    /// <summary>Availability, DO = tF / tR, in percent.</summary>
    public decimal? Availability => Share(RunningTime, RequiredTime);

    /// <summary>Performance, TP = tN / tF, in percent.</summary>
    public decimal? Performance => Share(NetTime, RunningTime);

    /// <summary>Quality, TQ = tU / tN, in percent.</summary>
    public decimal? Quality => Share(UsefulTime, NetTime);

    /// <summary>OEE, TRS = tU / tR, in percent.</summary>
    public decimal? Oee => Share(UsefulTime, RequiredTime);

    /// <summary>Against the opening time, TRG = tU / tO, in percent.</summary>
    public decimal? OverallEffectiveness => Share(UsefulTime, OpeningTime);

    /// <summary>Against the total time, TRE = tU / tT, in percent; null when the total time is not known.</summary>
    public decimal? TotalEffectiveness => TotalTime is { } total ? Share(UsefulTime, total) : null;

    private decimal Lost(CascadeLossKind kind) => Losses.Where(loss => loss.Kind == kind).Sum(loss => loss.Time);

    private static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : part / whole * 100;
}
