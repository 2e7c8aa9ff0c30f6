using System.Text;
using Etabli.Application.Files;
using Etabli.People.Files;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>A file of events, inspected, ready to be read line by line: a CSV as it is, the first sheet of a workbook as tabs.</summary>
public sealed class EventFile : IDisposable
{
    private readonly MemoryStream? held;

    private EventFile(TextReader reader, string culture, MemoryStream? held)
    {
        Reader = reader;
        Culture = culture;
        this.held = held;
    }

    public TextReader Reader { get; }

    /// <summary>How its numbers are written.</summary>
    public string Culture { get; }

    /// <exception cref="Etabli.People.RefusalException">The file is another thing than a table, too large, or harmful; it is named.</exception>
    public static async Task<EventFile> Open(Stream upload, string? sentName, string culture, FileLimits limits, CancellationToken stop)
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

    public void Dispose()
    {
        Reader.Dispose();
        held?.Dispose();
    }
}
