using System.Globalization;
using Etabli.Application.Plant.Tables;
using Etabli.Improvement.Indicators;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>What is wrong with one pasted line (fr: erreur de ligne collée).</summary>
public enum PastedLineError
{
    None,

    /// <summary>Two columns are expected: the period and the value.</summary>
    ColumnMissing,

    /// <summary>The first column is not a week, a day or a month.</summary>
    PeriodNotRead,

    /// <summary>The second column is not a number.</summary>
    ValueNotRead,

    /// <summary>An earlier line gives a value for the same period.</summary>
    PeriodTwice,

    /// <summary>The series has a value for that period already, and it differs.</summary>
    AlreadyRecorded,

    /// <summary>The period has not begun.</summary>
    InTheFuture,
}

/// <summary>One pasted line and what was understood of it.</summary>
public sealed record PastedLine(int Number, string Text, DateOnly? Period, decimal? Value, PastedLineError Error, bool SameAsRecorded = false);

/// <summary>
/// A range pasted from a spreadsheet, two columns, period and value, read line by line; nothing is kept by reading it
/// (fr: plage collée).
/// </summary>
public sealed record PastedPoints(IReadOnlyList<PastedLine> Lines)
{
    /// <summary>Most lines taken at once: ten years of days.</summary>
    public const int Most = 4_000;

    public int Errors => Lines.Count(l => l.Error != PastedLineError.None);

    /// <summary>What would be recorded: neither in error nor already there.</summary>
    public IEnumerable<PastedLine> New => Lines.Where(l => l is { Error: PastedLineError.None, SameAsRecorded: false, Value: not null });

    /// <summary>Reads the range; a first line without any number is a heading, a period without value is a closed week.</summary>
    public static PastedPoints Read(string? text, Frequency frequency, IReadOnlyDictionary<DateOnly, decimal> recorded, DateOnly today, string culture)
    {
        var lines = new List<PastedLine>();
        var seen = new HashSet<DateOnly>();
        var number = 0;
        foreach (var raw in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || (lines.Count == 0 && !line.Any(char.IsAsciiDigit)))
            {
                continue;
            }

            if (lines.Count == Most)
            {
                break;
            }

            lines.Add(ReadLine(number, raw.Trim('\r', ' '), frequency, recorded, seen, today, culture));
        }

        return new(lines);
    }

    /// <summary>The first two columns of a table, as they would be pasted by a reader of this culture.</summary>
    /// <param name="table">A CSV, or a workbook's sheet as tabs.</param>
    /// <param name="written">How its numbers are written.</param>
    /// <param name="culture">How the reader writes them.</param>
    public static string FromTable(TextReader table, string written, string culture)
    {
        var (csv, heading, its) = TableFile.Lines(table, written);
        using (csv)
        {
            var lines = new List<string>();
            if (heading.Any(cell => cell.Any(char.IsAsciiDigit)))
            {
                lines.Add(Two(heading));
            }

            while (lines.Count <= Most && csv.Read())
            {
                lines.Add(Two(csv.Record ?? []));
            }

            return string.Join('\n', lines);
        }

        string Two(string[] cells) => string.Join('\t', cells.Take(2).Select(TableFile.Clean).Select((cell, i) =>
            i == 1 && TypedNumber.TryRead(cell, its, out var value) ? value.ToString(culture == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("fr-FR")) : cell));
    }

    /// <summary>The first day of the period somebody wrote: a week, a day, a month, by the frequency.</summary>
    public static bool TryReadPeriod(string? text, Frequency frequency, out DateOnly period)
    {
        period = default;
        if (frequency == Frequency.Weekly && IsoWeek.TryParse(text, out var week))
        {
            period = week.Monday;
            return true;
        }

        if (frequency == Frequency.Monthly
            && DateOnly.TryParseExact((text ?? "").Trim(), ["yyyy-MM", "M/yyyy", "MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            period = month;
            return true;
        }

        if (!TypedDay.TryRead(text, out var day))
        {
            return false;
        }

        period = Indicator.PeriodOf(day, frequency);
        return true;
    }

    private static PastedLine ReadLine(int number, string line, Frequency frequency, IReadOnlyDictionary<DateOnly, decimal> recorded, HashSet<DateOnly> seen, DateOnly today, string culture)
    {
        var cells = Cells(line);
        if (cells.Length < 2)
        {
            return new(number, line, null, null, PastedLineError.ColumnMissing);
        }

        if (!TryReadPeriod(cells[0], frequency, out var period))
        {
            return new(number, line, null, null, PastedLineError.PeriodNotRead);
        }

        if (cells[1].Length == 0)
        {
            return new(number, line, period, null, PastedLineError.None);
        }

        if (!TypedNumber.TryRead(cells[1], culture, out var value))
        {
            return new(number, line, period, null, PastedLineError.ValueNotRead);
        }

        var error = !seen.Add(period) ? PastedLineError.PeriodTwice
            : period > today ? PastedLineError.InTheFuture
            : recorded.TryGetValue(period, out var old) && old != value ? PastedLineError.AlreadyRecorded
            : PastedLineError.None;
        return new(number, line, period, value, error, recorded.TryGetValue(period, out var same) && same == value);
    }

    // A spreadsheet pastes tabs; a French CSV has semicolons; a hand writes blanks between the week and the value.
    private static string[] Cells(string line)
    {
        var mark = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ' ';
        if (mark != ' ')
        {
            return [.. line.Split(mark).Select(c => c.Trim().Trim('"'))];
        }

        var cut = line.LastIndexOf(' ');
        return cut < 0 ? [line] : [line[..cut].Trim(), line[(cut + 1)..].Trim()];
    }
}
