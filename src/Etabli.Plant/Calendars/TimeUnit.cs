namespace Etabli.Plant.Calendars;

/// <summary>The unit a plant says the times of its work in (fr: unité de temps de l’entreprise).</summary>
public enum TimeUnit
{
    Second,
    Minute,

    /// <summary>A hundredth of a minute (fr: cmin).</summary>
    Centiminute,

    /// <summary>A ten-thousandth of an hour (fr: dmh).</summary>
    TenThousandthHour,

    /// <summary>A hundredth of an hour (fr: ch).</summary>
    HundredthHour,

    /// <summary>Time measurement unit: a hundred-thousandth of an hour (fr: TMU).</summary>
    Tmu,
}

/// <summary>What the units are worth, and how they are written (fr: unités de temps).</summary>
public static class TimeUnits
{
    private static readonly (TimeUnit Unit, string Symbol, decimal Seconds, int Decimals)[] All =
    [
        (TimeUnit.Second, "s", 1m, 1), (TimeUnit.Minute, "min", 60m, 3), (TimeUnit.Centiminute, "cmin", 0.6m, 1),
        (TimeUnit.TenThousandthHour, "dmh", 0.36m, 1), (TimeUnit.HundredthHour, "ch", 36m, 3), (TimeUnit.Tmu, "TMU", 0.036m, 0),
    ];

    /// <summary>The units, in the order they are offered.</summary>
    public static IReadOnlyList<TimeUnit> InOrder { get; } = [.. All.Select(u => u.Unit)];

    /// <summary>Seconds in one of them, exactly.</summary>
    public static decimal Seconds(this TimeUnit unit) => Array.Find(All, u => u.Unit == unit).Seconds;

    /// <summary>Decimals that show a tenth of a second in it, or about.</summary>
    public static int Decimals(this TimeUnit unit) => Array.Find(All, u => u.Unit == unit).Decimals;

    /// <summary>A time in this unit, as exact as 12 decimals; <see cref="ToSeconds"/> gives the same seconds back.</summary>
    public static decimal FromSeconds(this TimeUnit unit, decimal seconds) => Math.Round(seconds / unit.Seconds(), 12);

    /// <summary>A number of this unit in seconds, to a nanosecond: 526.666666666667 cmin are 316 s.</summary>
    public static decimal ToSeconds(this TimeUnit unit, decimal value) => Math.Round(value * unit.Seconds(), 9);

    /// <summary>As it is written behind a number.</summary>
    public static string Symbol(this TimeUnit unit) => Array.Find(All, u => u.Unit == unit).Symbol;

    /// <summary>The unit a heading names: "s", "cmin"; null when it names none.</summary>
    public static TimeUnit? Named(string symbol) => Array.FindIndex(All, u => string.Equals(u.Symbol, symbol, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? All[at].Unit : null;
}
