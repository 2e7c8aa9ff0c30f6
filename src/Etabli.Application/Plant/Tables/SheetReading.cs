using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Plant.Calendars;
using Etabli.Plant.Tables;

namespace Etabli.Application.Plant.Tables;

/// <summary>What is wrong with one cell of a sheet (fr: erreur de cellule).</summary>
public enum SheetError
{
    /// <summary>The cell says nothing and must.</summary>
    Missing,

    /// <summary>Not a number.</summary>
    NotANumber,

    /// <summary>A number that cannot be.</summary>
    OutOfRange,

    /// <summary>Not a day.</summary>
    NotADay,

    /// <summary>Not a time of the day.</summary>
    NotAClock,

    /// <summary>Not one of the choices.</summary>
    NotAChoice,

    /// <summary>Longer than the column holds.</summary>
    TooLong,

    /// <summary>An earlier row has the same code.</summary>
    Twice,

    /// <summary>It names something that is not there; the detail says what, when the cell names several.</summary>
    NotKnown,

    /// <summary>It waits for itself; the detail tells the circle.</summary>
    InACircle,

    /// <summary>Breaks take all the presence; the detail says its minutes.</summary>
    NoTimeLeft,
}

/// <summary>One cell that cannot be kept: line counted from the heading, row counted from 1, what it says and why (fr: cellule fautive).</summary>
public sealed record SheetFault(int Line, int Row, SheetColumn Column, string Text, SheetError Error, string Detail = "");

/// <summary>A typed table read by the columns it should have: the rows that can be kept, cell by cell what cannot (fr: lecture de feuille).</summary>
/// <param name="Columns">What it was read by.</param>
/// <param name="Missing">Columns that are needed and were not found.</param>
/// <param name="Rows">Rows that can be kept, each cell as its column holds it.</param>
/// <param name="Faults">Cells that cannot.</param>
/// <param name="Rejected">The lines with a fault, with their heading, to be mended.</param>
/// <param name="IsCut">Whether the table was longer than what is taken at once.</param>
public sealed record SheetReading(IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetColumn> Missing, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<SheetFault> Faults, string Rejected, bool IsCut)
{
    /// <summary>Number of each kept row in what was brought, counted from 1.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>Reads a table by its headings, in any order, French or English; or by the columns somebody chose.</summary>
    /// <param name="table">What was typed, pasted or in the file.</param>
    /// <param name="columns">The columns it should have.</param>
    /// <param name="chosen">Where a column stands in the table, for those chosen by hand; the others are found by their heading.</param>
    /// <param name="unit">Unit of the durations whose heading names none.</param>
    public static SheetReading Read(TypedTable table, IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, int>? chosen = null, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var at = Places(table.Heading, columns, chosen ?? new Dictionary<string, int>());
        List<SheetColumn> missing = [.. columns.Where((c, i) => c.Needed && at[i] < 0)];
        if (missing.Count > 0)
        {
            return new(columns, missing, [], [], "", table.IsCut);
        }

        var units = columns.Select((c, i) => c.Kind == CellKind.Duration && at[i] >= 0 ? UnitOf(c, table.Heading[at[i]]) ?? unit : unit).ToArray();
        var rows = new List<IReadOnlyList<string>>(table.Lines.Count);
        var numbers = new List<int>(table.Lines.Count);
        var faults = new List<SheetFault>();
        var rejected = new List<string>();
        for (var r = 0; r < table.Lines.Count; r++)
        {
            var line = table.Lines[r];
            var cells = new string[columns.Count];
            var before = faults.Count;
            for (var c = 0; c < cells.Length; c++)
            {
                var text = at[c] < 0 ? "" : line.Cells[at[c]];
                var (cell, error) = Cell(columns[c], text, table.Culture, units[c]);
                cells[c] = cell;
                if (error is { } wrong)
                {
                    faults.Add(new(line.Number, r + 1, columns[c], text, wrong));
                }
            }

            if (faults.Count == before)
            {
                rows.Add(cells);
                numbers.Add(r + 1);
            }
            else
            {
                rejected.Add(line.Text);
            }
        }

        return new(columns, [], rows, faults, rejected.Count == 0 ? "" : string.Join('\n', rejected.Prepend(string.Join('\t', table.Heading))), table.IsCut) { Numbers = numbers };
    }

    /// <summary>What a cell says, as its column holds it; or why it cannot.</summary>
    public static (string Cell, SheetError? Error) Cell(SheetColumn column, string text, string culture, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return ("", column.Needed ? SheetError.Missing : null);
        }

        switch (column.Kind)
        {
            case CellKind.Number or CellKind.Duration:
                if (!TypedNumber.TryRead(text, culture, out var value))
                {
                    return ("", SheetError.NotANumber);
                }

                // No number of a plant is that long; what is, is out of the column's range before it could overflow.
                var kept = column.Kind == CellKind.Duration && Math.Abs(value) < 1_000_000_000_000m ? unit.ToSeconds(value) : value;
                return column.Accepts(kept) ? (kept.ToString("0.############################", CultureInfo.InvariantCulture), null) : ("", SheetError.OutOfRange);
            case CellKind.Clock:
                return TimeOnly.TryParseExact(text.Replace('h', ':').TrimEnd(':'), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (at.ToString("HH:mm", CultureInfo.InvariantCulture), null) : ("", SheetError.NotAClock);
            case CellKind.Day:
                return TypedDay.TryRead(text, out var day) ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : ("", SheetError.NotADay);
            case CellKind.Choice:
                var plain = TypedTable.Plain(text);
                return column.Choices.FirstOrDefault(c => c.Key == text || c.Words.Contains(plain)) is { } choice ? (choice.Key, null) : ("", SheetError.NotAChoice);
            default:
                return text.Length <= column.Longest ? (text, null) : ("", SheetError.TooLong);
        }
    }

    /// <summary>Rows as tabs write them for a reader of this culture, with their heading.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="culture">"fr" or "en".</param>
    /// <param name="heading">How a column is named to the reader.</param>
    /// <param name="choice">How a choice is worded to the reader.</param>
    /// <param name="unit">Unit the durations are written in; <paramref name="heading"/> must name it.</param>
    public static string Write(
        IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<string>> rows, string culture, Func<SheetColumn, string> heading, Func<SheetColumn, string, string> choice, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var lines = rows.Select(row => string.Join('\t', row.Select((cell, i) => Shown(columns[i], cell, culture, choice, unit))));
        return string.Join('\n', lines.Prepend(string.Join('\t', columns.Select(heading))));
    }

    /// <summary>A cell as a reader of this culture writes it.</summary>
    public static string Shown(SheetColumn column, string cell, string culture, Func<SheetColumn, string, string> choice, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(choice);
        return cell.Length == 0 ? "" : column.Kind switch
        {
            CellKind.Number => culture == "en" ? cell : cell.Replace('.', ','),
            CellKind.Duration => InUnit(cell, unit).Replace('.', culture == "en" ? '.' : ','),
            CellKind.Day => culture == "en" ? cell : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            CellKind.Choice => choice(column, cell),
            _ => cell.ReplaceLineEndings(" ").Replace('\t', ' '),
        };
    }

    /// <summary>A cell as a file of a spreadsheet holds it: a number, a day, words; null when it says nothing.</summary>
    public static object? Value(SheetColumn column, string cell, Func<SheetColumn, string, string> choice, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(choice);
        return cell.Length == 0 ? null : column.Kind switch
        {
            CellKind.Number => decimal.Parse(cell, CultureInfo.InvariantCulture),
            CellKind.Duration => decimal.Parse(InUnit(cell, unit), CultureInfo.InvariantCulture),
            CellKind.Day => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            CellKind.Choice => choice(column, cell),
            _ => cell,
        };
    }

    private static readonly string[] Clocks = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "%H"];

    private static string InUnit(string seconds, TimeUnit unit) =>
        unit.FromSeconds(decimal.Parse(seconds, CultureInfo.InvariantCulture)).ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The unit a heading names after the column's own name: "temps cmin".</summary>
    private static TimeUnit? UnitOf(SheetColumn column, string heading)
    {
        var plain = TypedTable.Plain(heading);
        return plain.LastIndexOf(' ') is var cut and > 0 && column.Headings.Contains(plain[..cut]) ? TimeUnits.Named(plain[(cut + 1)..]) : null;
    }

    private static int[] Places(IReadOnlyList<string> heading, IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, int> chosen)
    {
        var names = heading.Select(TypedTable.Plain).ToList();
        var taken = chosen.Values.ToHashSet();
        return [.. columns.Select(column =>
        {
            if (chosen.TryGetValue(column.Key, out var place))
            {
                return place >= 0 && place < heading.Count ? place : -1;
            }

            var found = column.Headings.Select(h => names.FindIndex(n => n == h || (column.Kind == CellKind.Duration && n.StartsWith(h + " ", StringComparison.Ordinal) && TimeUnits.Named(n[(h.Length + 1)..]) is not null))).FirstOrDefault(i => i >= 0 && !taken.Contains(i), -1);
            if (found >= 0)
            {
                taken.Add(found);
            }

            return found;
        })];
    }
}
