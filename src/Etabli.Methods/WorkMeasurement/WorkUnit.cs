namespace Etabli.Methods.WorkMeasurement;

/// <summary>The units operation times are said in (fr: unité de temps opératoire).</summary>
public enum WorkUnit
{
    /// <summary>Second.</summary>
    Second,

    /// <summary>Minute.</summary>
    Minute,

    /// <summary>A hundredth of a minute, 0.6 s (fr: cmin).</summary>
    Centiminute,

    /// <summary>A ten-thousandth of an hour, 0.36 s (fr: dmh).</summary>
    TenThousandthHour,

    /// <summary>A hundredth of an hour, 36 s (fr: ch).</summary>
    HundredthHour,

    /// <summary>Time measurement unit: a hundred-thousandth of an hour, 0.036 s (fr: TMU).</summary>
    Tmu,
}

/// <summary>What the units of operation times are worth (fr: unités de temps opératoires).</summary>
/// <remarks>
/// Every unit is a whole number of thousandths of a second, so that a conversion is one product and one quotient of whole numbers.
/// Source: for the TMU, Maynard, H. B., Stegemerten, G. J. and Schwab, J. L., Methods-Time Measurement, McGraw-Hill, 1948; trade usage for the others.
/// </remarks>
public static class WorkUnits
{
    /// <summary>Ticks of a <see cref="TimeSpan"/> in one TMU.</summary>
    internal const long TicksPerTmu = 360_000;

    /// <summary>Thousandths of a second in one of the unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a unit.</exception>
    public static int Milliseconds(WorkUnit unit) => unit switch
    {
        WorkUnit.Second => 1_000,
        WorkUnit.Minute => 60_000,
        WorkUnit.Centiminute => 600,
        WorkUnit.TenThousandthHour => 360,
        WorkUnit.HundredthHour => 36_000,
        WorkUnit.Tmu => 36,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Expected a known unit."),
    };

    /// <summary>The same time in another unit.</summary>
    /// <param name="value">In the first unit.</param>
    /// <param name="from">The first unit.</param>
    /// <param name="to">The other.</param>
    /// <returns>Exact to the 28 digits of a decimal.</returns>
    /// <example><code>WorkUnits.Convert(170, WorkUnit.Tmu, WorkUnit.Second); // 6.12</code></example>
    public static decimal Convert(decimal value, WorkUnit from, WorkUnit to) => value * Milliseconds(from) / Milliseconds(to);

    /// <summary>A number of a unit as a duration.</summary>
    /// <param name="value">In the unit.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>To the tick, a ten-millionth of a second.</returns>
    /// <exception cref="OverflowException">Longer than a duration can be: some 29 000 years.</exception>
    public static TimeSpan Time(decimal value, WorkUnit unit) => TimeSpan.FromTicks(decimal.ToInt64(decimal.Round(value * Milliseconds(unit) * TimeSpan.TicksPerMillisecond)));

    /// <summary>A duration as a number of a unit.</summary>
    /// <param name="time">The duration.</param>
    /// <param name="unit">The unit.</param>
    public static decimal In(TimeSpan time, WorkUnit unit) => (decimal)time.Ticks / TimeSpan.TicksPerMillisecond / Milliseconds(unit);

    /// <summary>A whole or tenth number of TMU as a duration, exactly.</summary>
    internal static TimeSpan OfTmu(decimal tmu) => TimeSpan.FromTicks(decimal.ToInt64(decimal.Round(tmu * TicksPerTmu)));
}
