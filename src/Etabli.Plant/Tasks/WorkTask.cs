using Etabli.Plant.Flows;

namespace Etabli.Plant.Tasks;

/// <summary>What a task is worth to the customer (fr: classe de valeur).</summary>
public enum ValueClass
{
    /// <summary>The customer pays for it (fr: VA).</summary>
    ValueAdded,

    /// <summary>Needed as things are, though nobody pays for it (fr: NVA nécessaire).</summary>
    Necessary,

    /// <summary>Waste (fr: NVA).</summary>
    Waste,
}

/// <summary>The smallest piece of work that is not shared between posts (fr: tâche).</summary>
/// <param name="Code">Its number, unique in its operation.</param>
/// <param name="Label">What is done.</param>
/// <param name="Seconds">Time of one piece. Range: ≥ 0.</param>
/// <param name="After">Codes of the tasks that must be done before it.</param>
/// <param name="Station">Where it is done today; empty when nobody said.</param>
/// <param name="Class">What it is worth; null when nobody said.</param>
/// <param name="Source">Where its time comes from.</param>
public sealed record WorkTask(string Code, string Label, decimal Seconds, IReadOnlyList<string> After, string Station, ValueClass? Class, NumberSource? Source);

/// <summary>The tasks of one operation with their precedence (fr: gamme de tâches).</summary>
/// <param name="Tasks">In the order they were written.</param>
public sealed record TaskList(IReadOnlyList<WorkTask> Tasks)
{
    /// <summary>Time of one piece, all tasks. Unit: seconds.</summary>
    public decimal Seconds => Tasks.Sum(t => t.Seconds);

    /// <summary>Load of each station, in the order they come first. Unit: seconds.</summary>
    public IReadOnlyList<(string Station, decimal Seconds, IReadOnlyList<WorkTask> Tasks)> Stations =>
        [.. Tasks.GroupBy(t => t.Station, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(t => t.Seconds), (IReadOnlyList<WorkTask>)[.. g]))];

    /// <summary>Tasks that wait for themselves, in the order one waits for the next; empty when the precedence can be followed.</summary>
    public IReadOnlyList<string> Cycle => Precedence.Cycle(Tasks.Select(t => (t.Code, t.After)));

    /// <summary>Tasks done at a station that comes, in the list, before the station of one they wait for: the line would run backwards.</summary>
    public IReadOnlyList<(string Task, string Awaited)> Backwards
    {
        get
        {
            var place = Stations.Where(s => s.Station.Length > 0).Select((s, i) => (s.Station, i)).ToDictionary(s => s.Station, s => s.i, StringComparer.Ordinal);
            var at = Tasks.Where(t => t.Station.Length > 0).ToDictionary(t => t.Code, t => place[t.Station], StringComparer.Ordinal);
            return [.. from task in Tasks from before in task.After where at.ContainsKey(task.Code) && at.TryGetValue(before, out var b) && b > at[task.Code] select (task.Code, before)];
        }
    }
}
