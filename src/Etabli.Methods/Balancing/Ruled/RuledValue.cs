namespace Etabli.Methods.Balancing.Ruled;

/// <summary>What a balance under rules is worth (fr: valeur d’un équilibrage).</summary>
public static class RuledValue
{
    /// <summary>A balance measured by one goal.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="balance">The balance.</param>
    /// <param name="goal">What is counted.</param>
    /// <returns>Stations, operators or tasks; for unevenness squared units of the line (times the squared sum of the shares when there are models).</returns>
    public static double Of(RuledLine ruled, RuledBalance balance, LineGoal goal)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(balance);
        return goal switch
        {
            LineGoal.Stations => balance.Places,
            LineGoal.Operators => balance.Operators,
            LineGoal.Moves => ruled.Setting.Today.Index().Count(t => balance.Tasks[t.Index].Station != t.Item),
            _ => Unevenness(ruled, balance),
        };
    }

    /// <summary>The shortest cycle that a balance keeps as it is, in whole units.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="balance">A balance that breaks no rule but the cycle.</param>
    public static int ShortestCycle(RuledLine ruled, RuledBalance balance)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(balance);
        return Enumerable.Range(0, balance.Stations.Count).Max(k => ShortestCycle(ruled, balance, k));
    }

    /// <summary>The shortest cycle that one station keeps.</summary>
    internal static int ShortestCycle(RuledLine ruled, RuledBalance balance, int station)
    {
        int[] order = [.. balance.Tasks.Index().Where(t => t.Item.Station == station).OrderBy(t => t.Item.Rank).Select(t => t.Index)];
        if (order.Length == 0)
        {
            return 1;
        }

        var copies = balance.Stations[station].Copies;
        var longest = Math.Max(1, RuledCheck.Longest(ruled, balance, order, null) / copies);
        foreach (var (at, model) in ruled.Setting.Models.Index())
        {
            longest = model.Most is { } most ? Math.Max(longest, RuledCheck.Longest(ruled, balance, order, at) / (most * copies)) : longest;
        }

        return (int)Math.Min(int.MaxValue / 4, Math.Ceiling(longest - 1e-7));
    }

    /// <summary>Time of a task where it stands: the mean of the mix, by who does it.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="balance">The balance.</param>
    /// <param name="task">The task, from 0.</param>
    public static double Time(RuledLine ruled, RuledBalance balance, int task)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(balance);
        var place = balance.Tasks[task];
        return RuledCheck.Time(ruled, task, ruled.Setting.Workers.Count > 0 ? balance.Stations[place.Station].Workers[place.Operator] : -1, null);
    }

    /// <summary>A rank for each task, a task before all that wait for it, the heavier of two first.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<int> Order(AssemblyLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var graph = LineGraph.Of(line);
        var rank = new int[graph.Count];
        for (var i = 0; i < graph.Count; i++)
        {
            rank[graph.Origin[i]] = i;
        }

        return rank;
    }

    private static double Unevenness(RuledLine ruled, RuledBalance balance)
    {
        var shares = ruled.Setting.Models.Count > 0 ? ruled.Setting.Models.Sum(m => (double)m.Share) : 1;
        var sum = 0.0;
        for (var k = 0; k < balance.Stations.Count; k++)
        {
            var tasks = balance.Tasks.Index().Where(t => t.Item.Station == k).ToList();
            var work = tasks.Sum(t => Time(ruled, balance, t.Index));
            var hands = Math.Max(1, tasks.Select(t => t.Item.Operator).Distinct().Count());
            var idle = Math.Round(((double)balance.Cycle * balance.Stations[k].Copies * hands * shares) - (work * shares));
            sum += idle * idle;
        }

        return sum;
    }
}
