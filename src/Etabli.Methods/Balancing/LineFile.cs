using System.Globalization;

namespace Etabli.Methods.Balancing;

/// <summary>A line as the public test sets write it (fr: fichier de ligne).</summary>
/// <param name="Line">The tasks and what comes before what.</param>
/// <param name="Cycle">The cycle the file gives; null when it gives none.</param>
public sealed record LineFile(AssemblyLine Line, int? Cycle)
{
    /// <summary>Rows read at most.</summary>
    private const int MostRows = 2_000_000;

    /// <summary>Reads Scholl's form: the count of tasks, a time a row, then "i,j" pairs until "-1,-1"; what follows is free.</summary>
    /// <param name="text">The file; any line ends, blank rows anywhere.</param>
    /// <exception cref="LineException">What stands at which row, and is not what should stand there.</exception>
    /// <remarks>O(length). Format: assembly-line-balancing.de.</remarks>
    public static LineFile ReadIn2(string text)
    {
        var rows = new Rows(text);
        var count = Count(rows.Next() ?? throw new LineException(LineFault.Truncated));
        var tasks = new LineTask[count];
        for (var i = 0; i < count; i++)
        {
            var row = rows.Next() ?? throw rows.Ended();
            tasks[i] = new(Name(i), Time(row, row.Text));
        }

        var arcs = new List<LineArc>();
        while (true)
        {
            var row = rows.Next() ?? throw rows.Ended();
            if (Pair(row) is not var (before, after))
            {
                throw row.Wrong();
            }

            if ((before, after) == (-1, -1))
            {
                return new(Valid(tasks, arcs, rows), null);
            }

            arcs.Add(Arc(row, before, after, count));
        }
    }

    /// <summary>Reads Otto's form: parts under headings between angle brackets, the last one "end".</summary>
    /// <param name="text">The file; any line ends, blank rows anywhere, the order strength with a point or a comma.</param>
    /// <exception cref="LineException">What stands at which row, and is not what should stand there.</exception>
    /// <remarks>O(length). Format: A. Otto, C. Otto, A. Scholl, EJOR 228(1), 2013.</remarks>
    public static LineFile ReadAlb(string text)
    {
        var rows = new Rows(text);
        LineTask?[]? tasks = null;
        int? cycle = null;
        var arcs = new List<LineArc>();
        var part = "";
        while (rows.Next() is { } row)
        {
            if (row.Text is ['<', .., '>'])
            {
                part = row.Text[1..^1].Trim().ToUpperInvariant();
                if (part == "END")
                {
                    if (tasks is null || Array.IndexOf(tasks, null) >= 0)
                    {
                        throw new LineException(LineFault.Truncated, tasks is null ? [] : [Name(Array.IndexOf(tasks, null))], row.Number);
                    }

                    return new(Valid(tasks!, arcs, rows), cycle);
                }

                continue;
            }

            switch (part)
            {
                case "NUMBER OF TASKS" when tasks is null:
                    tasks = new LineTask?[Count(row)];
                    break;
                case "CYCLE TIME":
                    cycle = Whole(row.Text) is { } c and > 0 ? c : throw row.Wrong();
                    break;
                case "ORDER STRENGTH":
                    _ = double.TryParse(row.Text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? 0 : throw row.Wrong();
                    break;
                case "TASK TIMES" when tasks is not null:
                    var cells = row.Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                    if (cells.Length != 2 || Whole(cells[0]) is not { } task || task < 1 || task > tasks.Length)
                    {
                        throw row.Wrong();
                    }

                    tasks[task - 1] = tasks[task - 1] is null ? new(Name(task - 1), Time(row, cells[1])) : throw new LineException(LineFault.Twice, [cells[0]], row.Number);
                    break;
                case "PRECEDENCE RELATIONS" when tasks is not null:
                    arcs.Add(Pair(row) is var (before, after) ? Arc(row, before, after, tasks.Length) : throw row.Wrong());
                    break;
                default:
                    throw row.Wrong();
            }
        }

        throw rows.Ended();
    }

    private static AssemblyLine Valid(IReadOnlyList<LineTask> tasks, List<LineArc> arcs, Rows rows)
    {
        try
        {
            return AssemblyLine.Of(tasks, arcs);
        }
        catch (LineException wrong) when (wrong.Fault == LineFault.Circle)
        {
            // Told where the circle closes: at the row of its last arc that was written.
            throw new LineException(wrong.Fault, wrong.About, rows.Arcs.LastOrDefault(a => Enumerable.Range(0, wrong.About.Count - 1).Any(i => wrong.About[i] == Name(a.Before) && wrong.About[i + 1] == Name(a.After))).Row);
        }
    }

    private static string Name(int task) => (task + 1).ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int Count(Row row) => Whole(row.Text) is not { } count || count < 1 ? throw row.Wrong()
        : count > AssemblyLine.MostTasks ? throw new LineException(LineFault.TooManyTasks, [row.Text], row.Number) : count;

    private static int Time(Row row, string text) => Whole(text) is not { } time ? throw row.Wrong()
        : time < 0 ? throw new LineException(LineFault.NegativeTime, [], row.Number, row.Text) : time;

    private static (int Before, int After)? Pair(Row row) =>
        row.Text.Split(',') is [var a, var b] && Whole(a) is { } before && Whole(b) is { } after ? (before, after) : null;

    private static LineArc Arc(Row row, int before, int after, int count)
    {
        if (before < 1 || before > count || after < 1 || after > count)
        {
            throw new LineException(LineFault.UnknownTask, [], row.Number, row.Text);
        }

        row.Of.Arcs.Add((before - 1, after - 1, row.Number));
        return new(before - 1, after - 1);
    }

    private sealed record Row(Rows Of, int Number, string Text)
    {
        public LineException Wrong() => new(LineFault.Unreadable, [], Number, Text.Length > 60 ? Text[..60] + "…" : Text);
    }

    private sealed class Rows(string text)
    {
        private int at;
        private int number;

        public List<(int Before, int After, int Row)> Arcs { get; } = [];

        public Row? Next()
        {
            while (at < text.Length)
            {
                var end = text.AsSpan(at).IndexOfAny('\n', '\r');
                end = end < 0 ? text.Length : at + end;
                var row = text[at..end].Trim();
                at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
                if (++number > MostRows)
                {
                    throw new LineException(LineFault.TooManyTasks, [], number);
                }

                if (row.Length > 0)
                {
                    return new(this, number, row);
                }
            }

            return null;
        }

        public LineException Ended() => new(LineFault.Truncated, [], number);
    }
}
