namespace Etabli.Application.Files.Recognition;

/// <summary>
/// A table as text: UTF-8 or Windows-1252, printable from end to end, cut by one separator that gives every line the
/// same number of cells (one line in fifty may differ: titles and totals happen).
/// </summary>
/// <remarks>Source: RFC 4180, section 2, widened to the semicolons and tabulations of French spreadsheets.</remarks>
internal static class CsvWalk
{
    private const int LongestLine = 1_000_000;

    public static Finding Walk(Bytes bytes)
    {
        var utf8 = new Utf8Check();
        var windows = true;
        var counts = new LineCounts[] { new(';'), new(','), new('\t'), new('|') };
        var quoted = false;
        var before = -1;
        var inLine = 0;
        SkipMark(bytes);
        for (var one = bytes.Next(); one != -1; one = bytes.Next())
        {
            if ((one < 0x20 && one is not ('\t' or '\r' or '\n')) || one == 0x7F)
            {
                return Finding.Damaged;
            }

            utf8.Add(one);
            windows &= one is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
            if (!utf8.Holds && !windows)
            {
                return Finding.Damaged;
            }

            // A quote opens a cell only where a cell begins; elsewhere it is a sign like another (5" pipe).
            if (one == '"' && (quoted || before is -1 or '"' or ';' or ',' or '\t' or '|' or '\r' or '\n'))
            {
                quoted = !quoted;
            }

            before = one;
            var ends = one == '\n' && !quoted;
            inLine = ends ? 0 : inLine + 1;
            if (inLine > LongestLine)
            {
                return Finding.Damaged;
            }

            if (!quoted)
            {
                foreach (var count in counts)
                {
                    count.Add(one, ends);
                }
            }
        }

        foreach (var count in counts)
        {
            count.Close();
        }

        var text = (utf8.Holds && utf8.IsComplete) || windows;
        // A single column has no separator at all, but for the comma of French decimals.
        var table = counts.Any(c => c.Agrees) || (counts.All(c => c.Widest <= (c.Separator == ',' ? 2 : 1)) && counts[0].Lines > 0);
        return text && !quoted && table ? Finding.Sound : Finding.Damaged;
    }

    private static void SkipMark(Bytes bytes)
    {
        if (!bytes.Take(3).AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes.MoveTo(0);
        }
    }

    /// <summary>How many cells one separator would give each line.</summary>
    private sealed class LineCounts(char separator)
    {
        private readonly Dictionary<int, int> widths = [];
        private int cells = 1;
        private bool empty = true;

        public char Separator => separator;

        public int Widest { get; private set; }

        public int Lines { get; private set; }

        /// <summary>Nearly every line has the same two cells or more.</summary>
        public bool Agrees => Lines > 0 && widths.MaxBy(w => w.Value) is { Key: >= 2 } most && most.Value * 50L >= Lines * 49L;

        public void Add(int one, bool ends)
        {
            if (ends)
            {
                Close();
                return;
            }

            cells += one == separator ? 1 : 0;
            empty &= one is '\r';
        }

        public void Close()
        {
            if (!empty)
            {
                // Beyond a few hundred different widths it is not a table, and memory stays bounded.
                var width = widths.Count < 300 || widths.ContainsKey(cells) ? cells : -1;
                widths[width] = widths.GetValueOrDefault(width) + 1;
                Widest = Math.Max(Widest, cells);
                Lines++;
            }

            cells = 1;
            empty = true;
        }
    }

    /// <summary>Follows UTF-8 byte by byte, overlong forms and surrogates refused.</summary>
    /// <remarks>Source: The Unicode Standard 16, table 3-7.</remarks>
    private struct Utf8Check()
    {
        private int awaited;
        private int low = 0x80;
        private int high = 0xBF;

        public bool Holds { get; private set; } = true;

        public readonly bool IsComplete => awaited == 0;

        public void Add(int one)
        {
            if (awaited > 0)
            {
                Holds &= one >= low && one <= high;
                (low, high) = (0x80, 0xBF);
                awaited--;
                return;
            }

            switch (one)
            {
                case < 0x80:
                    break;
                case >= 0xC2 and <= 0xDF:
                    awaited = 1;
                    break;
                case >= 0xE0 and <= 0xEF:
                    awaited = 2;
                    low = one == 0xE0 ? 0xA0 : 0x80;
                    high = one == 0xED ? 0x9F : 0xBF;
                    break;
                case >= 0xF0 and <= 0xF4:
                    awaited = 3;
                    low = one == 0xF0 ? 0x90 : 0x80;
                    high = one == 0xF4 ? 0x8F : 0xBF;
                    break;
                default:
                    Holds = false;
                    break;
            }
        }
    }
}
