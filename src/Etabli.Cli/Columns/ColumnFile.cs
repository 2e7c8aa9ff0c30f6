using System.Text;
using System.Text.Unicode;
using Etabli.Application.Plant;

namespace Etabli.Cli.Columns;

/// <summary>
/// A table of a file read line by line, however long, in a memory that does not grow (fr: fichier de colonnes): separated by tabs,
/// semicolons or commas, in UTF-8 or in the Windows code page, with or without heading.
/// </summary>
internal sealed class ColumnFile : IDisposable
{
    /// <summary>Most characters of one line: beyond, a quotation mark was never closed.</summary>
    public const int LongestLine = 1_000_000;

    private const int BufferSize = 1 << 16;

    private readonly StreamReader reader;
    private readonly char[] buffer = new char[BufferSize];
    private readonly List<(int Start, int Length)> cells = [];
    private readonly char mark;
    private char[] line = new char[1024];
    private int used;
    private int at;
    private int filled;
    private long next = 1;
    private bool replay;

    private ColumnFile(StreamReader reader, string name)
    {
        this.reader = reader;
        Name = name;
        Fill();
        mark = Mark();
        if (!Read())
        {
            throw new ColumnFault("Empty", name);
        }

        replay = Enumerable.Range(0, cells.Count).All(i => ColumnNumber.Read(Cell(i), mark == ',', out var fault) is not null || fault == "Empty");
        Headings = [.. Enumerable.Range(0, cells.Count).Select(i => replay ? $"{i + 1}" : ColumnFault.Shown(Cell(i).Trim()))];
    }

    public string Name { get; }

    /// <summary>Names of the columns; their numbers when the first line already holds values.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Number of the line read last, in the file.</summary>
    public long Line { get; private set; }

    public static ColumnFile Open(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException(null, file.FullName);
        }

        var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        try
        {
            return Open(stream, file.Name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public static ColumnFile Open(Stream stream, string name)
    {
        var encoding = EncodingOf(stream);
        stream.Position = 0;
        return new(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, BufferSize), name);
    }

    /// <summary>Place of a column asked by its heading, whatever its case and accents, or by its number from 1; the only one when none is asked.</summary>
    public int Find(string? asked)
    {
        if (asked is null)
        {
            return Headings.Count == 1 ? 0 : throw new ColumnFault("WhichColumn", Name, string.Join(", ", Headings));
        }

        var plain = TypedTable.Plain(asked);
        var found = Enumerable.Range(0, Headings.Count).Where(i => plain.Length == 0 ? Headings[i] == asked.Trim() : TypedTable.Plain(Headings[i]) == plain).ToList();
        return found.Count == 1 ? found[0]
            : found.Count > 1 ? throw new ColumnFault("TwoColumns", Name, asked)
            : int.TryParse(asked, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Headings.Count ? number - 1
            : throw new ColumnFault("NoColumn", Name, asked, string.Join(", ", Headings));
    }

    /// <summary>Place of the first column that bears one of these headings; −1 when none does.</summary>
    public int FindAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < Headings.Count; i++)
            {
                if (TypedTable.Plain(Headings[i]) == TypedTable.Plain(name))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>Goes to the next line that says something.</summary>
    public bool Next()
    {
        if (replay)
        {
            replay = false;
            return true;
        }

        return Read();
    }

    /// <summary>A cell of the line; nothing when the line is too short.</summary>
    public ReadOnlySpan<char> Cell(int column) => column < cells.Count ? line.AsSpan(cells[column].Start, cells[column].Length) : [];

    public bool IsBlank(int column) => Cell(column).IsWhiteSpace();

    public double Number(int column) =>
        ColumnNumber.Read(Cell(column), mark == ',', out var fault) ?? throw ColumnFault.OfCell(fault == "Empty" ? "EmptyCell" : fault, Line, Headings[column], Cell(column));

    public int Count(int column)
    {
        var number = Number(column);
        return number >= 0 && number <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw ColumnFault.OfCell("NotACount", Line, Headings[column], Cell(column));
    }

    public string Text(int column)
    {
        var text = Cell(column).Trim();
        return text.IsEmpty ? throw ColumnFault.OfCell("EmptyCell", Line, Headings[column], text) : ColumnFault.Shown(text);
    }

    public void Dispose() => reader.Dispose();

    /// <summary>UTF-8 when every byte agrees; else the Windows code page, which an old spreadsheet still writes.</summary>
    private static Encoding EncodingOf(Stream stream)
    {
        var part = new byte[BufferSize];
        var kept = 0;
        while (stream.Read(part, kept, part.Length - kept) is > 0 and var some)
        {
            var bytes = part.AsSpan(0, kept + some);
            var whole = Whole(bytes);
            if (!Utf8.IsValid(bytes[..whole]))
            {
                return Windows();
            }

            bytes[whole..].CopyTo(part);
            kept = bytes.Length - whole;
        }

        return kept == 0 ? Encoding.UTF8 : Windows();
    }

    /// <summary>Length without a letter cut at the end.</summary>
    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                var needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needs > back ? bytes.Length - back : bytes.Length;
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return bytes.Length;
    }

    private static Encoding Windows()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    private bool Fill()
    {
        at = 0;
        filled = reader.ReadBlock(buffer, 0, buffer.Length);
        return filled > 0;
    }

    /// <summary>The separator: the one said ("sep=;"), or the first of tab, semicolon and comma that the first line holds outside quotation marks.</summary>
    private char Mark()
    {
        var text = buffer.AsSpan(0, filled);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text[4] is ';' or ',' or '\t')
        {
            var said = text[4];
            var end = text.IndexOf('\n');
            at = end < 0 ? filled : end + 1;
            next = 2;
            return said;
        }

        var start = text.Length - text.TrimStart("\r\n ").Length;
        var (quoted, seen) = (false, "");
        for (var i = start; i < text.Length && (quoted || text[i] is not ('\n' or '\r')); i++)
        {
            quoted ^= text[i] == '"';
            seen += !quoted && text[i] is '\t' or ';' or ',' && !seen.Contains(text[i], StringComparison.Ordinal) ? text[i] : "";
        }

        return seen.Contains('\t', StringComparison.Ordinal) ? '\t' : seen.Contains(';', StringComparison.Ordinal) || seen.Length == 0 ? ';' : ',';
    }

    private bool Read()
    {
        do
        {
            if (!ReadLine())
            {
                return false;
            }
        }
        while (IsBlankLine());
        return true;
    }

    private bool IsBlankLine()
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (!IsBlank(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadLine()
    {
        cells.Clear();
        used = 0;
        Line = next;
        var (start, quoted, any) = (0, false, false);
        while (true)
        {
            if (at == filled && !Fill())
            {
                if (quoted)
                {
                    throw new ColumnFault("OpenQuote", Name, Line) { Line = Line };
                }

                if (any)
                {
                    cells.Add((start, used - start));
                }

                return any;
            }

            var c = buffer[at++];
            any = true;
            if (quoted)
            {
                if (c != '"')
                {
                    next += c == '\n' ? 1 : 0;
                    Keep(c);
                }
                else if (Peek() == '"')
                {
                    at++;
                    Keep(c);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == mark)
            {
                cells.Add((start, used - start));
                start = used;
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && Peek() == '\n')
                {
                    at++;
                }

                next++;
                cells.Add((start, used - start));
                return true;
            }
            else if (c == '"' && line.AsSpan(start, used - start).IsWhiteSpace())
            {
                quoted = true;
            }
            else
            {
                Keep(c);
            }
        }
    }

    private int Peek() => at < filled || Fill() ? buffer[at] : -1;

    private void Keep(char c)
    {
        if (used == line.Length)
        {
            if (used >= LongestLine)
            {
                throw new ColumnFault("LongLine", Name, Line) { Line = Line };
            }

            Array.Resize(ref line, used * 2);
        }

        line[used++] = c;
    }
}
