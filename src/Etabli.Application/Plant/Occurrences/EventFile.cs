using System.Text;
using Etabli.Application.Files;
using Etabli.People;
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

    /// <exception cref="RefusalException">The file is another thing than a table, too large, or harmful; it is named.</exception>
    public static async Task<EventFile> Open(Stream upload, string? sentName, string culture, FileLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(limits);
        var name = FileName.Clean(sentName);
        var memory = new MemoryStream();
        var part = new byte[64 * 1024];
        for (var some = await upload.ReadAsync(part, stop); some > 0; some = await upload.ReadAsync(part, stop))
        {
            if (memory.Length + some > limits.CsvBytes)
            {
                throw new RefusalException(Files.Refusal.FileTooLarge, name, limits.CsvBytes / FileLimits.Megabyte);
            }

            memory.Write(part, 0, some);
        }

        memory.Position = 0;
        var inspected = FileInspection.Of(memory, name, limits);
        memory.Position = 0;
        if (inspected.Kind == FileKind.Csv)
        {
            return new(new StreamReader(memory, TypedTable.EncodingOf(memory.GetBuffer().AsSpan(0, (int)memory.Length)), detectEncodingFromByteOrderMarks: true), culture, memory);
        }

        await using (memory)
        {
            var table = await TypedTable.Read(memory, name, culture, limits, stop);
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
