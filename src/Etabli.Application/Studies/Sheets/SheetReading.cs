using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Application.Plant;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Sheets;

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

    /// <summary>Not one of the choices.</summary>
    NotAChoice,

    /// <summary>Longer than the column holds.</summary>
    TooLong,
}

/// <summary>One cell that cannot be kept: line counted from the heading, row counted from 1, what it says and why (fr: cellule fautive).</summary>
public sealed record SheetFault(int Line, int Row, SheetColumn Column, string Text, SheetError Error);

/// <summary>A typed table read as a sheet: the rows that can be kept, cell by cell what cannot (fr: lecture de feuille).</summary>
/// <param name="Form">The sheet's columns.</param>
/// <param name="Missing">Columns that are needed and were not found.</param>
/// <param name="Rows">Rows that can be kept, each cell as its column holds it.</param>
/// <param name="Faults">Cells that cannot.</param>
/// <param name="Rejected">The lines with a fault, with their heading, to be mended.</param>
/// <param name="IsCut">Whether the table was longer than what is taken at once.</param>
public sealed record SheetReading(SheetForm Form, IReadOnlyList<SheetColumn> Missing, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<SheetFault> Faults, string Rejected, bool IsCut)
{
    /// <summary>Reads a table by its headings, in any order, French or English; or by the columns somebody chose.</summary>
    /// <param name="table">What was typed, pasted or in the file.</param>
    /// <param name="form">The sheet it is for.</param>
    /// <param name="chosen">Where a column stands in the table, for those chosen by hand; the others are found by their heading.</param>
    public static SheetReading Read(TypedTable table, SheetForm form, IReadOnlyDictionary<string, int>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(form);
        var at = Columns(table.Heading, form, chosen ?? new Dictionary<string, int>());
        List<SheetColumn> missing = [.. form.Columns.Where((c, i) => c.Needed && at[i] < 0)];
        if (missing.Count > 0)
        {
            return new(form, missing, [], [], "", table.IsCut);
        }

        var rows = new List<IReadOnlyList<string>>(table.Lines.Count);
        var faults = new List<SheetFault>();
        var rejected = new List<string>();
        for (var r = 0; r < table.Lines.Count; r++)
        {
            var line = table.Lines[r];
            var cells = new string[form.Columns.Count];
            var before = faults.Count;
            for (var c = 0; c < cells.Length; c++)
            {
                var text = at[c] < 0 ? "" : line.Cells[at[c]];
                var (cell, error) = Cell(form.Columns[c], text, table.Culture);
                cells[c] = cell;
                if (error is { } wrong)
                {
                    faults.Add(new(line.Number, r + 1, form.Columns[c], text, wrong));
                }
            }

            if (faults.Count == before)
            {
                rows.Add(cells);
            }
            else
            {
                rejected.Add(line.Text);
            }
        }

        return new(form, [], rows, faults, rejected.Count == 0 ? "" : string.Join('\n', rejected.Prepend(string.Join('\t', table.Heading))), table.IsCut);
    }

    /// <summary>What a cell says, as its column holds it; or why it cannot.</summary>
    public static (string Cell, SheetError? Error) Cell(SheetColumn column, string text, string culture)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return ("", column.Needed ? SheetError.Missing : null);
        }

        switch (column.Kind)
        {
            case CellKind.Number:
                return !TypedNumber.TryRead(text, culture, out var value) ? ("", SheetError.NotANumber)
                    : column.Accepts(value) ? (value.ToString("0.############################", CultureInfo.InvariantCulture), null) : ("", SheetError.OutOfRange);
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
    /// <param name="form">The sheet.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="culture">"fr" or "en".</param>
    /// <param name="heading">How a column is named to the reader.</param>
    /// <param name="choice">How a choice is worded to the reader.</param>
    public static string Write(SheetForm form, IEnumerable<IReadOnlyList<string>> rows, string culture, Func<SheetColumn, string> heading, Func<SheetColumn, string, string> choice)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rows);
        var lines = rows.Select(row => string.Join('\t', row.Select((cell, i) => Shown(form.Columns[i], cell, culture, choice))));
        return string.Join('\n', lines.Prepend(string.Join('\t', form.Columns.Select(heading))));
    }

    /// <summary>A cell as a reader of this culture writes it.</summary>
    public static string Shown(SheetColumn column, string cell, string culture, Func<SheetColumn, string, string> choice)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(choice);
        return cell.Length == 0 ? "" : column.Kind switch
        {
            CellKind.Number => culture == "en" ? cell : cell.Replace('.', ','),
            CellKind.Day => culture == "en" ? cell : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            CellKind.Choice => choice(column, cell),
            _ => cell.ReplaceLineEndings(" ").Replace('\t', ' '),
        };
    }

    private static int[] Columns(IReadOnlyList<string> heading, SheetForm form, IReadOnlyDictionary<string, int> chosen)
    {
        var names = heading.Select(TypedTable.Plain).ToList();
        var taken = chosen.Values.ToHashSet();
        return [.. form.Columns.Select(column =>
        {
            if (chosen.TryGetValue(column.Key, out var place))
            {
                return place >= 0 && place < heading.Count ? place : -1;
            }

            var found = column.Headings.Select(h => names.FindIndex(n => n == h)).FirstOrDefault(i => i >= 0 && !taken.Contains(i), -1);
            if (found >= 0)
            {
                taken.Add(found);
            }

            return found;
        })];
    }
}
