using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Etabli.Application.Files;
using Etabli.People;
using Etabli.People.Files;
using ExcelDataReader;

namespace Etabli.Application.Plant;

/// <summary>
/// A table as people bring it: a range pasted from a spreadsheet, a CSV of the French or the English flavour, the first
/// sheet of an XLSX. Cells stay text; where each line stood is kept, to say where something is wrong (fr: tableau saisi).
/// </summary>
/// <param name="Heading">Names of the columns, as written.</param>
/// <param name="Lines">Lines that say something.</param>
/// <param name="Culture">How its numbers are written: "en" when it is separated by commas or comes from a workbook, else the reader's.</param>
/// <param name="IsCut">Whether it was longer than what is taken at once.</param>
public sealed record TypedTable(IReadOnlyList<string> Heading, IReadOnlyList<TypedTable.Line> Lines, string Culture, bool IsCut = false)
{
    /// <summary>Most lines taken at once.</summary>
    public const int Most = 10_000;

    /// <summary>Most columns looked at.</summary>
    public const int MostColumns = 64;

    /// <summary>Most characters of one cell.</summary>
    public const int MostOfCell = 2_000;

    /// <summary>Most bytes of a CSV or a workbook.</summary>
    public const long MostBytes = 8 * FileLimits.Megabyte;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows;

    static TypedTable()
    {
        // The reader of workbooks asks for the Windows code page as soon as it is made.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows = Encoding.GetEncoding(1252);
    }

    /// <summary>One line: its number in what was brought, the heading counted, and its cells, one for each column.</summary>
    public sealed record Line(int Number, IReadOnlyList<string> Cells)
    {
        /// <summary>The line as tabs write it, to give it back to whoever must mend it.</summary>
        public string Text => string.Join('\t', Cells.Select(c => c.ReplaceLineEndings(" ").Replace('\t', ' ')));
    }

    /// <summary>Reads what was pasted; never fails: what cannot be read is an empty table.</summary>
    /// <param name="text">With its heading: tabs, semicolons or commas.</param>
    /// <param name="culture">"fr" or "en": how the reader writes numbers.</param>
    public static TypedTable Read(string? text, string culture)
    {
        var content = (text ?? "").TrimStart('\uFEFF').TrimEnd();
        var heading = content.TrimStart().Split('\n', 2)[0];
        var mark = "\t;,".Where(m => heading.Contains(m, StringComparison.Ordinal)).Select(m => m.ToString()).FirstOrDefault() ?? ";";
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = mark,
            BadDataFound = null,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            HasHeaderRecord = false,
            Mode = mark == "\t" ? CsvMode.NoEscape : CsvMode.RFC4180,
        };
        using var csv = new CsvParser(new StringReader(content), settings);
        return Of(Rows(csv), mark == "," ? "en" : culture);
    }

    /// <summary>Reads a file: CSV in UTF-8 or in the Windows code page, or the first sheet of an XLSX.</summary>
    /// <exception cref="RefusalException">The file is another thing than a table, too large, or harmful; it is named.</exception>
    public static async Task<TypedTable> Read(Stream upload, string? sentName, string culture, FileLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var (memory, kind, name) = await Inspected(upload, sentName, MostBytes, limits, stop);
        await using (memory)
        {
            return kind == FileKind.Csv ? Read(EncodingOf(Held(memory)).GetString(Held(memory)), culture) : Workbook(memory, name);
        }
    }

    /// <summary>A file that is a table, whole in memory and found sound.</summary>
    internal static async Task<(MemoryStream Content, FileKind Kind, string Name)> Inspected(Stream upload, string? sentName, long most, FileLimits limits, CancellationToken stop)
    {
        var name = FileName.Clean(sentName);
        var memory = new MemoryStream();
        var part = new byte[64 * 1024];
        for (var some = await upload.ReadAsync(part, stop); some > 0; some = await upload.ReadAsync(part, stop))
        {
            if (memory.Length + some > most)
            {
                throw new RefusalException(Files.Refusal.FileTooLarge, name, most / FileLimits.Megabyte);
            }

            memory.Write(part, 0, some);
        }

        memory.Position = 0;
        var kind = FileInspection.Of(memory, name, limits).Kind;
        memory.Position = 0;
        return kind is FileKind.Csv or FileKind.Xlsx ? (memory, kind, name) : throw new RefusalException(Files.Refusal.FileKindNotAccepted, name, kind.ToString().ToUpperInvariant());
    }

    internal static ReadOnlySpan<byte> Held(MemoryStream memory) => memory.GetBuffer().AsSpan(0, (int)memory.Length);

    /// <summary>A heading without case, accents and marks: "Tcs (min)" and "tcs_min" are one.</summary>
    public static string Plain(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var bare = new StringBuilder();
        foreach (var c in heading.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(char.IsLetterOrDigit(c) || c == '%' ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return string.Join(' ', bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    internal static TypedTable Workbook(MemoryStream content, string name)
    {
        try
        {
            return Of(Rows(content), "en");
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // The reader of workbooks fails in many ways on a damaged one; to whoever brought it they are one.
            throw new RefusalException(Files.Refusal.FileDamaged, name, FileKind.Xlsx);
        }
    }

    /// <summary>UTF-8 when it is; else the Windows code page, which an old spreadsheet still writes.</summary>
    internal static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Strict : Windows;

    private static IEnumerable<(int Number, string[] Cells)> Rows(CsvParser csv)
    {
        while (csv.Read())
        {
            yield return (csv.RawRow, csv.Record ?? []);
        }
    }

    private static IEnumerable<(int Number, string[] Cells)> Rows(Stream workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(workbook, new ExcelReaderConfiguration { LeaveOpen = true });
        for (var number = 1; reader.Read(); number++)
        {
            yield return (number, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(i => Said(reader.GetValue(i)))]);
        }
    }

    private static string Said(object? cell) => cell switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    /// <summary>Without the marks that no text has (halves of letters, controls), and not endless.</summary>
    private static string Clean(string cell)
    {
        var bare = new StringBuilder(Math.Min(cell.Length, MostOfCell));
        foreach (var rune in cell.EnumerateRunes())
        {
            if (bare.Length >= MostOfCell)
            {
                break;
            }

            bare.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return bare.ToString().Trim();
    }

    private static TypedTable Of(IEnumerable<(int Number, string[] Cells)> rows, string culture)
    {
        string[]? heading = null;
        var lines = new List<Line>();
        foreach (var (number, cells) in rows)
        {
            var clean = cells.Take(MostColumns).Select(Clean).ToArray();
            if (clean.All(c => c.Length == 0))
            {
                continue;
            }

            if (heading is null)
            {
                heading = clean;
                continue;
            }

            if (lines.Count == Most)
            {
                return new(heading, lines, culture, IsCut: true);
            }

            lines.Add(new(number, [.. Enumerable.Range(0, heading.Length).Select(i => i < clean.Length ? clean[i] : "")]));
        }

        return new(heading ?? [], lines, culture);
    }
}
