namespace Etabli.Plant.Calendars;

/// <summary>On which days of a week a shift works (fr: jours de l’équipe).</summary>
public enum ShiftDays
{
    WeekDays,
    MondayToThursday,
    Friday,
    Saturday,
    Sunday,
    WeekEnd,
    EveryDay,
}

/// <summary>People who work together at the same hours (fr: équipe horaire).</summary>
/// <param name="Code">A, B, nuit.</param>
/// <param name="Begin">When they come.</param>
/// <param name="End">When they leave; before <paramref name="Begin"/>, on the next day.</param>
/// <param name="BreakMinutes">What rules take from it: pauses, meetings, upkeep. Range: ≥ 0, less than the presence.</param>
/// <param name="Days">On which days.</param>
public sealed record Shift(string Code, TimeOnly Begin, TimeOnly End, decimal BreakMinutes, ShiftDays Days)
{
    /// <summary>Minutes from coming to leaving. Range: more than 0, at most 1,440.</summary>
    public decimal PresenceMinutes => (decimal)(End - Begin).TotalMinutes is var minutes and > 0 ? minutes : 1_440;

    /// <summary>Minutes left for work.</summary>
    public decimal NetMinutes => PresenceMinutes - BreakMinutes;

    /// <summary>Whether they work on such a day of the week.</summary>
    public bool WorksOn(DayOfWeek day) => Days switch
    {
        ShiftDays.WeekDays => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        ShiftDays.MondayToThursday => day is >= DayOfWeek.Monday and <= DayOfWeek.Thursday,
        ShiftDays.Friday => day == DayOfWeek.Friday,
        ShiftDays.Saturday => day == DayOfWeek.Saturday,
        ShiftDays.Sunday => day == DayOfWeek.Sunday,
        ShiftDays.WeekEnd => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
        _ => true,
    };
}

/// <summary>Why a day is not like the others of its kind (fr: nature de jour particulier).</summary>
public enum SpecialDayKind
{
    /// <summary>A public holiday: nobody works (fr: férié).</summary>
    Holiday,

    /// <summary>The plant is shut (fr: fermeture).</summary>
    Closure,

    /// <summary>Worked like a day of the week, though it is not one (fr: jour travaillé en plus).</summary>
    Worked,
}

/// <summary>A day that is not like the others of its kind (fr: jour particulier).</summary>
public sealed record SpecialDay(DateOnly Day, SpecialDayKind Kind, string Label);

/// <summary>When a plant works: its shifts and the days that are not like the others (fr: calendrier de l’usine).</summary>
/// <param name="Shifts">Its shifts.</param>
/// <param name="Special">Days that are not like the others, one entry a day.</param>
public sealed record PlantCalendar(IReadOnlyList<Shift> Shifts, IReadOnlyDictionary<DateOnly, SpecialDay> Special)
{
    /// <summary>The longest span of days counted at once: a hundred years.</summary>
    private const int LongestSpan = 36_525;

    /// <summary>Whether there is none: no shift was said.</summary>
    public bool IsMissing => Shifts.Count == 0;

    /// <summary>The shifts that work on a day. A special worked day has those of the days of the week.</summary>
    public IEnumerable<Shift> On(DateOnly day) => Special.TryGetValue(day, out var special)
        ? special.Kind == SpecialDayKind.Worked ? Shifts.Where(s => s.WorksOn(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayOfWeek.Monday : day.DayOfWeek)) : []
        : Shifts.Where(s => s.WorksOn(day.DayOfWeek));

    /// <summary>Whether somebody works on a day.</summary>
    public bool IsWorked(DateOnly day) => On(day).Any();

    /// <summary>Minutes left for work on a day, all shifts.</summary>
    public decimal NetMinutes(DateOnly day) => On(day).Sum(s => s.NetMinutes);

    /// <summary>Days somebody works on, both ends counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Upside down, or more than a hundred years.</exception>
    public int WorkedDays(DateOnly from, DateOnly until)
    {
        var span = until.DayNumber - from.DayNumber;
        ArgumentOutOfRangeException.ThrowIfNegative(span, nameof(until));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, LongestSpan, nameof(until));
        return Enumerable.Range(0, span + 1).Count(i => IsWorked(from.AddDays(i)));
    }

    /// <summary>The usual day: shifts that work on most days of the week, the shorter Friday and the week-end apart; empty when there is none.</summary>
    public IReadOnlyList<Shift> Usual => [.. Shifts.Where(s => s.Days is ShiftDays.WeekDays or ShiftDays.MondayToThursday or ShiftDays.EveryDay)];
}
