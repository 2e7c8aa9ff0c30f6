namespace Etabli.Plant.Calendars;

/// <summary>The eleven public holidays of France (fr: jours fériés). Source: Code du travail, article L3133-1.</summary>
public static class FrenchHolidays
{
    /// <summary>The holidays of a year with their French names, in their order. In two of them a day can be two holidays; it is told once.</summary>
    /// <param name="year">Range: 1954 (when 8 May joined the list with its present form) to 4099 (the calendar's rule for Easter holds).</param>
    /// <exception cref="ArgumentOutOfRangeException">Another year.</exception>
    public static IReadOnlyList<(DateOnly Day, string Name)> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1954);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 4099);
        var easter = Easter(year);
        return
        [
            .. new (DateOnly Day, string Name)[]
            {
                (new(year, 1, 1), "Jour de l’an"), (easter.AddDays(1), "Lundi de Pâques"), (new(year, 5, 1), "Fête du travail"), (new(year, 5, 8), "Victoire de 1945"),
                (easter.AddDays(39), "Ascension"), (easter.AddDays(50), "Lundi de Pentecôte"), (new(year, 7, 14), "Fête nationale"), (new(year, 8, 15), "Assomption"),
                (new(year, 11, 1), "Toussaint"), (new(year, 11, 11), "Armistice de 1918"), (new(year, 12, 25), "Noël"),
            }.OrderBy(h => h.Day).DistinctBy(h => h.Day),
        ];
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the algorithm published anonymously in Nature, 20 April 1876.</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var (leaps, past) = (century / 4, century % 4);
        var moon = ((19 * golden) + century - leaps - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * past) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var day = moon + weekday - (7 * late) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }
}
