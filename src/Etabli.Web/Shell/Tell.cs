using System.Globalization;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Shell;

/// <summary>Says dates, times and numbers as the reader does; the instant is shown in the plant's time zone.</summary>
public sealed class Tell(TimeProvider clock, IStringLocalizer<ShellWords> words)
{
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);

    /// <summary>The instant of a day and a time said in the plant's time zone.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local));
    }

    /// <summary>mar. 14 oct. 2025</summary>
    public string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>mar. 14 oct. 2025, in the plant's time zone.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>16 nov.</summary>
    public string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.CurrentCulture);

    /// <summary>14 oct. 2025, where room is scarce.</summary>
    public string ShortDay(DateTimeOffset at) => Local(at).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Vendredi 23 janvier 2026</summary>
    public string LongDay(DateOnly day)
    {
        var said = day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);
        return char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..];
    }

    /// <summary>ven. 23 janv. 2026, 17:42</summary>
    public string DayTime(DateTimeOffset at) => Local(at).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>17:42</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>dans 3 jours, aujourd’hui, 14 jours de retard</summary>
    public string Away(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        0 => words["Today"],
        1 => words["Tomorrow"],
        -1 => words["Yesterday"],
        > 1 and var days => words["InDays", days],
        var days => words["DaysAgo", -days],
    };

    /// <summary>1 234,5: at most the given decimals, grouped as the reader does.</summary>
    public string Number(decimal value, int decimals = 2) => value.ToString("#,0." + new string('#', decimals), CultureInfo.CurrentCulture);

    /// <summary>A number that was reckoned: written in powers of ten when it is too large or too small to be read otherwise.</summary>
    public string Real(double value, int decimals = 2) => value == 0 || Math.Abs(value) is >= 1e-4 and < 1e15 || (Math.Abs(value) < 1e-4 && decimals < 4) ? Number((decimal)value, decimals) : value.ToString("0.###E+0", CultureInfo.CurrentCulture);

    /// <summary>56,5 % in French, 56.5% in English; the argument is a share of one.</summary>
    public string Percent(decimal share, int decimals = 0)
    {
        var said = Number(share * 100, decimals);
        return CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? said + "\u202F%" : said + "%";
    }

    /// <summary>2,4 Mo in French, 2.4 MB in English.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes}\u00A0{words["Bytes"].Value}",
        < 1_000_000 => $"{Number(bytes / 1_000m, 0)}\u00A0{words["Kilobytes"].Value}",
        _ => $"{Number(bytes / 1_000_000m, 1)}\u00A0{words["Megabytes"].Value}",
    };
}
