namespace Etabli.Cli.Columns;

/// <summary>The columns a method asks of a file, in memory: numbers as numbers, names as names.</summary>
internal sealed class ColumnTable
{
    private readonly List<double>[] numbers;
    private readonly List<string>[] names;

    private ColumnTable(string file, IReadOnlyList<string> numberHeadings, int nameCount)
    {
        File = file;
        NumberHeadings = numberHeadings;
        numbers = [.. numberHeadings.Select(_ => new List<double>())];
        names = [.. Enumerable.Range(0, nameCount).Select(_ => new List<string>())];
    }

    public string File { get; }

    public IReadOnlyList<string> NumberHeadings { get; }

    public int Rows { get; private set; }

    /// <summary>Reads columns of numbers and columns of names, line by line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="asked">Columns of numbers; null for the only one there is.</param>
    /// <param name="named">Columns of names.</param>
    /// <param name="skipEmpty">Leaves out lines where one of them is empty, instead of refusing.</param>
    public static ColumnTable Read(FileInfo file, IReadOnlyList<string?> asked, IReadOnlyList<string>? named = null, bool skipEmpty = false)
    {
        using var lines = ColumnFile.Open(file);
        int[] at = [.. asked.Select(lines.Find)];
        int[] called = [.. (named ?? []).Select(lines.Find)];
        var table = new ColumnTable(file.Name, [.. at.Select(i => lines.Headings[i])], called.Length);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.Next())
        {
            if (skipEmpty && (at.Any(lines.IsBlank) || called.Any(lines.IsBlank)))
            {
                continue;
            }

            for (var i = 0; i < at.Length; i++)
            {
                table.numbers[i].Add(lines.Number(at[i]));
            }

            for (var i = 0; i < called.Length; i++)
            {
                var name = lines.Text(called[i]);
                known.TryAdd(name, name);
                table.names[i].Add(known[name]);
            }

            table.Rows++;
        }

        return table.Rows > 0 ? table : throw new ColumnFault("Empty", file.Name);
    }

    public double[] Numbers(int column = 0) => [.. numbers[column]];

    public IReadOnlyList<string> Names(int column = 0) => names[column];

    /// <summary>Whole numbers of a column; a part of one is refused with its place.</summary>
    public int[] Counts(int column = 0) => [.. numbers[column].Select((v, i) => v >= 0 && v <= int.MaxValue && v == Math.Floor(v) ? (int)v : throw new ColumnFault("NotACountAt", i + 1, NumberHeadings[column], v))];

    /// <summary>Values of a column by the names of another, in the order names come.</summary>
    public List<(string Name, double[] Values)> Groups(int column = 0, int by = 0)
    {
        var groups = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var i = 0; i < Rows; i++)
        {
            if (!groups.TryGetValue(names[by][i], out var group))
            {
                groups[names[by][i]] = group = [];
                order.Add(names[by][i]);
            }

            group.Add(numbers[column][i]);
        }

        return [.. order.Select(n => (n, groups[n].ToArray()))];
    }

    /// <summary>Lengths of the runs of lines that bear one name.</summary>
    public int[] Runs(int by = 0)
    {
        var sizes = new List<int>();
        for (var i = 0; i < Rows; i++)
        {
            if (i > 0 && names[by][i] == names[by][i - 1])
            {
                sizes[^1]++;
            }
            else
            {
                sizes.Add(1);
            }
        }

        return [.. sizes];
    }
}
