namespace Etabli.Methods.WorkMeasurement;

/// <summary>In which numbers the pace of a person is judged (fr: échelle d’allure).</summary>
public enum RatingScale
{
    /// <summary>100 is the normal pace (fr: échelle 100).</summary>
    Hundred,

    /// <summary>60 is the normal pace, 80 the incited one (fr: échelle Bedaux 60-80).</summary>
    Sixty,

    /// <summary>100 BTE is a walker at 4 km/h on the flat (fr: allure BTE).</summary>
    Bte,

    /// <summary>100 is 120 BTE, a walker at 4.8 km/h, as car makers count (fr: allure automobile).</summary>
    CarMakers,
}

/// <summary>What a judged pace is worth (fr: jugement d’allure).</summary>
/// <remarks>
/// Paces are proportional: twice the rating is half the time. 100 BTE, 60 on the Bedaux scale and 100 on the 100 scale are the same normal pace;
/// 100 of the car makers is 120 BTE. Sources: "Chrono-analyse", fr.wikipedia.org, for BTE and the car makers' 100; Barnes, R. M., Motion and Time Study, 7th ed., Wiley, 1980, chapter 20,
/// for the 60 scale.
/// </remarks>
public static class PerformanceRating
{
    /// <summary>The rating a scale counts as normal.</summary>
    /// <param name="scale">The scale.</param>
    public static double Normal(RatingScale scale) => scale switch
    {
        RatingScale.Hundred or RatingScale.Bte or RatingScale.CarMakers => 100,
        RatingScale.Sixty => 60,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a known scale."),
    };

    /// <summary>The same pace on another scale.</summary>
    /// <param name="rating">On the first scale. Range: above 0.</param>
    /// <param name="from">The first scale.</param>
    /// <param name="to">The other.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rating is not above 0.</exception>
    /// <example><code>PerformanceRating.Convert(100, RatingScale.CarMakers, RatingScale.Bte); // 120</code></example>
    public static double Convert(double rating, RatingScale from, RatingScale to) =>
        from == to ? Argument.Positive(rating, nameof(rating)) : Argument.Positive(rating, nameof(rating)) * Pace(from) / Normal(from) * Normal(to) / Pace(to);

    /// <summary>By what a normal time of one scale is multiplied to be one of another.</summary>
    /// <param name="from">The scale the time is normal on.</param>
    /// <param name="to">The scale it is wanted on.</param>
    /// <example><code>PerformanceRating.TimeRatio(RatingScale.CarMakers, RatingScale.Bte); // 1.2</code></example>
    public static double TimeRatio(RatingScale from, RatingScale to) => Pace(from) / Pace(to);

    /// <summary>The normal pace of a scale; 1 is 100 BTE.</summary>
    private static double Pace(RatingScale scale) => scale switch
    {
        RatingScale.CarMakers => 1.2,
        RatingScale.Hundred or RatingScale.Sixty or RatingScale.Bte => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a known scale."),
    };
}
