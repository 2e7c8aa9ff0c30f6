namespace Etabli.Methods.WorkMeasurement;

/// <summary>How much of a thing is made (fr: type de production).</summary>
public enum SeriesKind
{
    /// <summary>One or a few (fr: production unitaire).</summary>
    Unit,

    /// <summary>fr: petite série.</summary>
    Small,

    /// <summary>fr: moyenne série.</summary>
    Medium,

    /// <summary>fr: grande série.</summary>
    Large,
}

/// <summary>How finely the time of a work is worth measuring (fr: finesse de la mesure).</summary>
public enum MeasuringGrain
{
    /// <summary>Estimated from like works, or built of large blocks: MaxiMOST, standard data (fr: temps estimés, catalogues).</summary>
    Coarse,

    /// <summary>Timed with the watch, MTM-UAS, BasicMOST (fr: chronométrage, MTM-UAS, BasicMOST).</summary>
    Usual,

    /// <summary>Built of single motions: MTM-1, MiniMOST (fr: MTM-1, MiniMOST).</summary>
    Fine,
}

/// <summary>Quantities at which one kind of series becomes the next (fr: bornes des séries).</summary>
/// <param name="Small">Most pieces a year of a unit production.</param>
/// <param name="Medium">Most pieces a year of a small series.</param>
/// <param name="Large">Most pieces a year of a medium series.</param>
/// <remarks>No standard sets them. The usual orders of size are 1, 100, 1,000 and 100,000 pieces (Courtois, A., Pillet, M. and Martin-Bonnefous, C., Gestion de production); the bounds are half-way between them on a log scale.</remarks>
public sealed record SeriesBounds(double Small = 10, double Medium = 300, double Large = 10_000)
{
    /// <summary>Most pieces a year of a unit production, checked.</summary>
    public double Small { get; } = Argument.Positive(Small, nameof(Small));

    /// <summary>Most pieces a year of a small series, checked.</summary>
    public double Medium { get; } = Medium > Small ? Medium : throw new ArgumentOutOfRangeException(nameof(Medium), Medium, "Expected a bound above the one before.");

    /// <summary>Most pieces a year of a medium series, checked.</summary>
    public double Large { get; } = Large > Medium && double.IsFinite(Large) ? Large : throw new ArgumentOutOfRangeException(nameof(Large), Large, "Expected a bound above the one before.");
}

/// <summary>What kind of production a work is, and how its time is best measured (fr: type de production d’un travail).</summary>
/// <remarks>
/// Sources: Courtois, A., Pillet, M. and Martin-Bonnefous, C., Gestion de production, for the kinds; Zandin, K. B., MOST Work Measurement Systems, 3rd ed., 2003, for the grain: MiniMOST above 1,500 identical
/// cycles a week, MaxiMOST under 150. It is a place to begin: a short work that comes rarely may still be worth a fine analysis for its danger or its cost.
/// </remarks>
/// <example>
/// <code>
/// var type = ProductionType.Of(yearly: 21_120, lot: 24, weeks: 44);
/// type.Series; // Large
/// type.PerWeek.Known; // 480
/// type.Grain; // Usual
/// </code>
/// </example>
public sealed record ProductionType
{
    /// <summary>Cycles a week above which single motions are worth it.</summary>
    public const double FineAbove = 1_500;

    /// <summary>Cycles a week under which large blocks are enough.</summary>
    public const double CoarseBelow = 150;

    private static readonly Formula WeekFormula = new("cycles a week", "q = Q·k / w", new("Zandin, K. B.", "MOST Work Measurement Systems, 3rd ed.", 2003));
    private static readonly Formula LaunchFormula = new("launches a year", "l = Q / L", Source.TradeUsage);

    private ProductionType(double yearly, double? lot, double weeks, double often, SeriesBounds bounds)
    {
        Yearly = yearly;
        Series = yearly <= bounds.Small ? SeriesKind.Unit : yearly <= bounds.Medium ? SeriesKind.Small : yearly <= bounds.Large ? SeriesKind.Medium : SeriesKind.Large;
        var pieces = new Term("Q", "pieces a year", yearly, Units.Pieces);
        PerWeek = WeekFormula.Gives(yearly * often / weeks, Units.Ratio, pieces, new("k", "cycles a piece", often, Units.Ratio), new("w", "weeks worked", weeks, Units.Ratio));
        Launches = lot is { } size ? LaunchFormula.Gives(yearly / size, Units.Ratio, pieces, new Term("L", "pieces a launch", size, Units.Pieces)) : LaunchFormula.Lacks<double>(Units.Ratio, [new("", "pieces a launch")], pieces);
        Grain = PerWeek.Known > FineAbove ? MeasuringGrain.Fine : PerWeek.Known < CoarseBelow ? MeasuringGrain.Coarse : MeasuringGrain.Usual;
    }

    /// <summary>Q: pieces a year.</summary>
    public double Yearly { get; }

    /// <summary>Which kind of series.</summary>
    public SeriesKind Series { get; }

    /// <summary>How often the same cycle comes in a week.</summary>
    public Explained<double> PerWeek { get; }

    /// <summary>How often it is launched in a year; a gap when the lot is not said.</summary>
    public Explained<double> Launches { get; }

    /// <summary>How finely its time is worth measuring.</summary>
    public MeasuringGrain Grain { get; }

    /// <summary>Says the type of a work.</summary>
    /// <param name="yearly">Pieces a year. Range: above 0.</param>
    /// <param name="lot">Pieces made at one launch. Range: above 0; null when not said.</param>
    /// <param name="weeks">Weeks worked in a year. Range: above 0, up to 53.</param>
    /// <param name="often">How often the cycle comes for one piece. Range: above 0.</param>
    /// <param name="bounds">Where the kinds of series part; usual orders of size when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    public static ProductionType Of(double yearly, double? lot = null, double weeks = 46, double often = 1, SeriesBounds? bounds = null)
    {
        Argument.Positive(yearly, nameof(yearly));
        Argument.Positive(often, nameof(often));
        if (lot is { } size)
        {
            Argument.Positive(size, nameof(lot));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(Argument.Positive(weeks, nameof(weeks)), 53, nameof(weeks));
        return new(yearly, lot, weeks, often, bounds ?? new());
    }
}
