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
    private static readonly (TimeUnit Unit, string Symbol, decimal Seconds)[] All =
    [
        (TimeUnit.Second, "s", 1m), (TimeUnit.Minute, "min", 60m), (TimeUnit.Centiminute, "cmin", 0.6m),
        (TimeUnit.TenThousandthHour, "dmh", 0.36m), (TimeUnit.HundredthHour, "ch", 36m), (TimeUnit.Tmu, "TMU", 0.036m),
    ];

    /// <summary>Seconds in one of them, exactly.</summary>
    public static decimal Seconds(this TimeUnit unit) => Array.Find(All, u => u.Unit == unit).Seconds;

    /// <summary>As it is written behind a number.</summary>
    public static string Symbol(this TimeUnit unit) => Array.Find(All, u => u.Unit == unit).Symbol;

    /// <summary>The unit a heading names: "s", "cmin"; null when it names none.</summary>
    public static TimeUnit? Named(string symbol) => Array.FindIndex(All, u => string.Equals(u.Symbol, symbol, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? All[at].Unit : null;
}
