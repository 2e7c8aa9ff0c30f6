using System.Globalization;

namespace Etabli.Plant.Tables;

/// <summary>What the cells of a column hold (fr: nature de cellule).</summary>
public enum CellKind
{
    /// <summary>Free words.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A time of the day, to the minute.</summary>
    Clock,

    /// <summary>A time something takes, kept in seconds, read and shown in the plant's unit.</summary>
    Duration,

    /// <summary>A day and a time of it, to the second.</summary>
    Moment,
}

/// <summary>One value a choice can have (fr: choix).</summary>
/// <param name="Key">Stable English key; pages word it.</param>
/// <param name="Words">How people write it, plain: without case nor accents.</param>
public sealed record SheetChoice(string Key, params string[] Words);

/// <summary>One column of a table, and what its cells can be: a sheet of a study, a table of the plant (fr: colonne).</summary>
/// <param name="Key">Stable English key; pages word it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Headings">How people name it, plain: lower case, without accents nor marks.</param>
public sealed record SheetColumn(string Key, CellKind Kind, params string[] Headings)
{
    /// <summary>Whether a row without it says nothing.</summary>
    public bool Needed { get; init; }

    /// <summary>Smallest number.</summary>
    public decimal Least { get; init; } = -1_000_000_000_000m;

    /// <summary>Largest number.</summary>
    public decimal Most { get; init; } = 1_000_000_000_000m;

    /// <summary>Whether the number counts things.</summary>
    public bool Whole { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int Longest { get; init; } = 500;

    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<SheetChoice> Choices { get; init; } = [];

    /// <summary>Whether a number is one this column can hold.</summary>
    public bool Accepts(decimal value) => value >= Least && value <= Most && (!Whole || value == decimal.Truncate(value));

    /// <summary>
    /// Whether a cell says what this column can hold: a number as the invariant culture writes it, a day as 2026-01-23, a time
    /// as 06:30, seconds, the key of a choice, words; or nothing, where nothing is needed.
    /// </summary>
    public bool Holds(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length == 0 ? !Needed : Kind switch
        {
            CellKind.Number or CellKind.Duration => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Accepts(value),
            CellKind.Day => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            CellKind.Moment => DateTime.TryParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            CellKind.Clock => TimeOnly.TryParseExact(cell, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            CellKind.Choice => Choices.Any(c => c.Key == cell),
            _ => cell.Length <= Longest,
        };
    }
}
