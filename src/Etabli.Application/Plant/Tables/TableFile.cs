using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Etabli.Application.Files;
using Etabli.People.Files;

namespace Etabli.Application.Plant.Tables;

/// <summary>A file of any table, inspected, ready to be read line by line: a CSV as it is, the first sheet of a workbook as tabs.</summary>
public sealed class TableFile : IDisposable
{
    private readonly MemoryStream? held;

    private TableFile(TextReader reader, string culture, MemoryStream? held)
    {
        Reader = reader;
        Culture = culture;
        this.held = held;
    }

    public TextReader Reader { get; }

    /// <summary>How its numbers are written.</summary>
    public string Culture { get; }

    /// <exception cref="Etabli.People.RefusalException">The file is another thing than a table, too large, or harmful; it is named.</exception>
    public static async Task<TableFile> Open(Stream upload, string? sentName, string culture, FileLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(limits);
        var (memory, kind, name) = await TypedTable.Inspected(upload, sentName, limits.CsvBytes, limits, stop);
        if (kind == FileKind.Csv)
        {
            return new(new StreamReader(memory, TypedTable.EncodingOf(TypedTable.Held(memory)), detectEncodingFromByteOrderMarks: true), culture, memory);
        }

        await using (memory)
        {
            var table = TypedTable.Workbook(memory, name);
            var text = new StringBuilder(string.Join('\t', table.Heading));
            foreach (var line in table.Lines)
            {
                text.Append('\n').Append(line.Text);
            }

            return new(new StringReader(text.ToString()), table.Culture, null);
        }
    }

    /// <summary>A table read line by line, however long: separated by tabs, semicolons or commas, its heading apart.</summary>
    /// <param name="text">A CSV, or what was pasted.</param>
    /// <param name="culture">"fr" or "en": how its reader writes numbers; one separated by commas is English.</param>
    internal static (CsvParser Csv, string[] Heading, string Culture) Lines(TextReader text, string culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = "";
        while (string.IsNullOrWhiteSpace(first) && text.ReadLine() is { } line)
        {
            first = line;
        }

        first = first.TrimStart('\uFEFF').Trim();
        var mark = "\t;,".Where(m => first.Contains(m, StringComparison.Ordinal)).Select(m => m.ToString()).FirstOrDefault() ?? ";";
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
        string[] heading;
        using (var head = new CsvParser(new StringReader(first), settings))
        {
            heading = head.Read() ? head.Record ?? [] : [];
        }

        return (new(text, settings), heading, mark == "," ? "en" : culture);
    }

    /// <summary>Without the marks that no text has: controls, halves of letters.</summary>
    internal static string Clean(string cell)
    {
        foreach (var c in cell)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                return string.Concat(cell.EnumerateRunes().Where(r => r.Value != 0xFFFD).Select(r => Rune.IsControl(r) ? " " : r.ToString())).Trim();
            }
        }

        return cell.Trim();
    }

    public void Dispose()
    {
        Reader.Dispose();
        held?.Dispose();
    }
}
