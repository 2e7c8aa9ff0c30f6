namespace Etabli.Improvement.Indicators;

/// <summary>What an automatic series reads (fr: source d’une série automatique).</summary>
public enum FeedKind
{
    /// <summary>Columns of a record of measures (fr: relevé de mesures).</summary>
    Measures,

    /// <summary>Minutes of the stops recorded (fr: minutes d’arrêt).</summary>
    StopMinutes,

    /// <summary>Stops recorded (fr: nombre d’arrêts).</summary>
    StopCount,

    /// <summary>Pieces recorded as scrap (fr: pièces rebutées).</summary>
    ScrapPieces,

    /// <summary>Actions of the project whose day is past and that are not closed, at the end of the period (fr: actions en retard).</summary>
    LateActions,

    /// <summary>Share of the project's actions that are closed at the end of the period, in percent (fr: part d’actions soldées).</summary>
    ClosedActions,
}

/// <summary>How the measures of a period make one value (fr: calcul de la période).</summary>
public enum FeedFigure
{
    /// <summary>Their mean (fr: moyenne).</summary>
    Mean,

    /// <summary>Their sum (fr: somme).</summary>
    Sum,

    /// <summary>How many rows there are (fr: nombre de lignes).</summary>
    Count,

    /// <summary>The sum of one column over the sum of another, in percent (fr: rapport de deux sommes).</summary>
    Share,

    /// <summary>The smallest (fr: minimum).</summary>
    Least,

    /// <summary>The largest (fr: maximum).</summary>
    Most,
}

/// <summary>Where the values of an indicator come from by themselves, when each period is over (fr: série automatique).</summary>
/// <param name="Kind">What is read.</param>
public sealed record IndicatorFeed(FeedKind Kind)
{
    /// <summary>Longest station or text that rows must say.</summary>
    public const int Longest = 120;

    /// <summary>How a period's measures make one value; of measures only.</summary>
    public FeedFigure Figure { get; init; }

    /// <summary>The record of measures.</summary>
    public Guid? Record { get; init; }

    /// <summary>Place of the column that says when.</summary>
    public int? Moment { get; init; }

    /// <summary>Place of the column that is read; none when rows are counted.</summary>
    public int? Value { get; init; }

    /// <summary>Place of the column that it is a share of.</summary>
    public int? Over { get; init; }

    /// <summary>Place of a column that must say <see cref="OnlyIs"/>; all rows count when null.</summary>
    public int? Only { get; init; }

    /// <summary>What that column must say, as it is kept.</summary>
    public string? OnlyIs { get; init; }

    /// <summary>Only the stops or scrap of this station; all when null.</summary>
    public string? Station { get; init; }

    /// <summary>Whether all that its kind needs is said.</summary>
    public bool IsComplete => Kind != FeedKind.Measures
        || (Record is not null && Moment is not null && (Figure == FeedFigure.Count || Value is not null) && (Figure != FeedFigure.Share || Over is not null) && (Only is null || OnlyIs is { Length: > 0 and <= Longest }));
}
