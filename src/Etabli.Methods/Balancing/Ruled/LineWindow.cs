namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Some neighbouring stations of a balance as a line of their own: balanced anew, they go back into the whole.</summary>
/// <remarks>Large neighbourhood search: P. Shaw, Principles and Practice of Constraint Programming, 1998.</remarks>
internal sealed class LineWindow
{
    private readonly RuledBalance whole;
    private readonly int first;
    private readonly int count;
    private readonly int[] tasks;
    private readonly int[] workers;

    /// <param name="ruled">A line that <see cref="Takes"/>.</param>
    /// <param name="balance">A balance of it.</param>
    /// <param name="first">The first station of the window.</param>
    /// <param name="count">Its stations.</param>
    public LineWindow(RuledLine ruled, RuledBalance balance, int first, int count)
    {
        (whole, this.first, this.count) = (balance, first, count);
        tasks = [.. Enumerable.Range(0, balance.Tasks.Count).Where(i => balance.Tasks[i].Station >= first && balance.Tasks[i].Station < first + count)];
        var elsewhere = balance.Stations.Where((_, k) => k < first || k >= first + count).SelectMany(s => s.Workers).ToHashSet();
        workers = [.. Enumerable.Range(0, ruled.Setting.Workers.Count).Where(w => !elsewhere.Contains(w))];
        var at = tasks.Index().ToDictionary(t => t.Item, t => t.Index);
        LineSetup[] Within(IReadOnlyList<LineSetup> setups) => [.. setups.Where(s => at.ContainsKey(s.From) && at.ContainsKey(s.To)).Select(s => new LineSetup(at[s.From], at[s.To], s.Time))];
        var setting = ruled.Setting;
        Part = tasks.Length == 0 ? null : RuledLine.Of(
            AssemblyLine.Of([.. tasks.Select(i => ruled.Line.Tasks[i])], [.. ruled.Line.Arcs.Where(a => at.ContainsKey(a.Before) && at.ContainsKey(a.After)).Select(a => new LineArc(at[a.Before], at[a.After]))]),
            setting with
            {
                Sides = setting.Sides.Count == 0 ? [] : [.. tasks.Select(i => setting.Sides[i])],
                Deviations = setting.Deviations.Count == 0 ? [] : [.. tasks.Select(i => setting.Deviations[i])],
                Workers = [.. workers.Select(w => new LineWorker(setting.Workers[w].Name, [.. tasks.Select(i => setting.Workers[w].Times[i])]))],
                Models = [.. setting.Models.Select(m => new LineModel(m.Name, m.Share, [.. tasks.Select(i => m.Times[i])], m.Most))],
                Setups = Within(setting.Setups),
                Returns = Within(setting.Returns),
            });
    }

    /// <summary>The window as a line; null when nothing is done there.</summary>
    public RuledLine? Part { get; }

    /// <summary>Whether stations of this line are the same wherever they stand.</summary>
    public static bool Takes(RuledLine ruled) => ruled.Setting is { Shape: LineShape.Straight, Rules.Count: 0, Today.Count: 0 };

    /// <summary>The whole with the window balanced as its part.</summary>
    public RuledBalance With(RuledBalance part)
    {
        TaskPlace[] places = [.. whole.Tasks];
        foreach (var (at, place) in part.Tasks.Index())
        {
            places[tasks[at]] = place with { Station = first + place.Station };
        }

        LineStation[] stations = [.. whole.Stations];
        for (var k = 0; k < count; k++)
        {
            stations[first + k] = k < part.Stations.Count
                ? new(part.Stations[k].Copies, [.. part.Stations[k].Workers.Select(w => w < 0 ? -1 : workers[w])])
                : new(1, [.. stations[first + k].Workers.Select(_ => -1)]);
        }

        return new(places, stations, whole.Cycle);
    }
}
