namespace Etabli.Methods.Balancing;

/// <summary>One task of a line (fr: tâche élémentaire).</summary>
/// <param name="Id">How the file or the user names it; unique in its line.</param>
/// <param name="Time">Whole units of time, 0 or more.</param>
/// <param name="Name">What is done; may be empty.</param>
public sealed record LineTask(string Id, int Time, string Name = "");

/// <summary>One task must be finished before another begins (fr: antériorité).</summary>
/// <param name="Before">Place of the first in the list of tasks, from 0.</param>
/// <param name="After">Place of the second, from 0.</param>
public readonly record struct LineArc(int Before, int After);

/// <summary>The tasks of a line and what must come before what (fr: ligne d’assemblage).</summary>
/// <remarks>Valid by construction: unique names, times whose sum an int holds, no task that waits for itself.</remarks>
public sealed record AssemblyLine
{
    /// <summary>Tasks a line may have: above, every set of tasks would take too much memory.</summary>
    public const int MostTasks = 5_000;

    private AssemblyLine(IReadOnlyList<LineTask> tasks, IReadOnlyList<LineArc> arcs)
    {
        (Tasks, Arcs) = (Listed.Of(tasks), Listed.Of(arcs));
        Total = tasks.Sum(t => t.Time);
        Longest = tasks.Max(t => t.Time);
    }

    /// <summary>The tasks, in the order given.</summary>
    public IReadOnlyList<LineTask> Tasks { get; }

    /// <summary>What comes before what.</summary>
    public IReadOnlyList<LineArc> Arcs { get; }

    /// <summary>Σt: work of one piece.</summary>
    public int Total { get; }

    /// <summary>The longest task.</summary>
    public int Longest { get; }

    /// <summary>A line, once everything about it was checked.</summary>
    /// <param name="tasks">At least one, at most <see cref="MostTasks"/>.</param>
    /// <param name="arcs">Any order; a repeated one counts once.</param>
    /// <exception cref="LineException">The first thing that cannot be, with the task it is about; a circle is told whole.</exception>
    /// <remarks>O(tasks + arcs).</remarks>
    public static AssemblyLine Of(IReadOnlyList<LineTask> tasks, IReadOnlyList<LineArc> arcs)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(arcs);
        if (tasks.Count == 0)
        {
            throw new LineException(LineFault.NoTask);
        }

        if (tasks.Count > MostTasks)
        {
            throw new LineException(LineFault.TooManyTasks, [$"{tasks.Count}"]);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var task in tasks)
        {
            if (task.Id.Length == 0)
            {
                throw new LineException(LineFault.NoName);
            }

            if (!seen.Add(task.Id))
            {
                throw new LineException(LineFault.Twice, [task.Id]);
            }

            if (task.Time < 0)
            {
                throw new LineException(LineFault.NegativeTime, [task.Id]);
            }

            if ((total += task.Time) > int.MaxValue / 2)
            {
                throw new LineException(LineFault.TooLong, [task.Id]);
            }
        }

        var distinct = new HashSet<LineArc>();
        foreach (var arc in arcs)
        {
            if ((uint)arc.Before >= (uint)tasks.Count || (uint)arc.After >= (uint)tasks.Count)
            {
                throw new LineException(LineFault.UnknownTask, [$"{arc.Before + 1} → {arc.After + 1}"]);
            }

            distinct.Add(arc);
        }

        if (LineCircle.In(tasks.Count, distinct) is { } circle)
        {
            throw new LineException(LineFault.Circle, [.. circle.Select(i => tasks[i].Id)]);
        }

        return new(tasks, [.. distinct.OrderBy(a => a.Before).ThenBy(a => a.After)]);
    }
}

/// <summary>Why a line cannot be (fr: défaut de la ligne).</summary>
public enum LineFault
{
    /// <summary>There is no task.</summary>
    NoTask,

    /// <summary>More tasks than can be computed.</summary>
    TooManyTasks,

    /// <summary>A task has no name.</summary>
    NoName,

    /// <summary>Two tasks have one name.</summary>
    Twice,

    /// <summary>A time below 0.</summary>
    NegativeTime,

    /// <summary>The times add up to more than is computed with.</summary>
    TooLong,

    /// <summary>An arc names a task that is not there.</summary>
    UnknownTask,

    /// <summary>Tasks wait for each other.</summary>
    Circle,

    /// <summary>A task is longer than the cycle.</summary>
    TaskTooLong,

    /// <summary>A line of the file is not what stands there in such a file.</summary>
    Unreadable,

    /// <summary>The file ends before it said everything.</summary>
    Truncated,
}

/// <summary>A line that cannot be computed: what is wrong, about which tasks, at which line of the file.</summary>
public sealed class LineException(LineFault fault, IReadOnlyList<string>? about = null, int? row = null, string text = "")
    : FormatException($"{fault}{(row is { } at ? $" at line {at}" : "")}: {string.Join(" → ", about ?? [])}{text}")
{
    /// <summary>What is wrong.</summary>
    public LineFault Fault { get; } = fault;

    /// <summary>The tasks it is about; for a circle all of it, the first one again at the end.</summary>
    public IReadOnlyList<string> About { get; } = about ?? [];

    /// <summary>Line of the file, from 1; null when the line did not come from one.</summary>
    public int? Row { get; } = row;

    /// <summary>What stands there.</summary>
    public string Text { get; } = text;
}
