namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Work of one task where it stands (fr: temps d’une tâche placée).</summary>
/// <param name="Task">The task, from 0.</param>
/// <param name="Time">The mean of the mix, by who does it, in the line's unit.</param>
public readonly record struct PlacedWork(int Task, double Time);

/// <summary>The load of one place of a station: of one operator, or of one side (fr: charge d’une place).</summary>
/// <param name="Station">From 0, along the line.</param>
/// <param name="Operator">From 0, at the station; with two sides 0 is the left.</param>
/// <param name="Copies">Copies of the station: each has so many cycles.</param>
/// <param name="Worker">Who stands there, from 0; −1 when nobody is named.</param>
/// <param name="Tasks">What is done, in order.</param>
/// <param name="Busy">When the operator is ready for the next piece: work, walks, what he waits for, and the margin of the percentile.</param>
/// <param name="ByModel">The same for each model.</param>
public sealed record PlaceLoad(int Station, int Operator, int Copies, int Worker, IReadOnlyList<PlacedWork> Tasks, double Busy, IReadOnlyList<double> ByModel)
{
    /// <summary>What is done, in order.</summary>
    public IReadOnlyList<PlacedWork> Tasks { get; } = Listed.Of(Tasks);

    /// <summary>When ready, for each model.</summary>
    public IReadOnlyList<double> ByModel { get; } = Listed.Of(ByModel);

    /// <summary>Σt: the work alone.</summary>
    public double Work => Tasks.Sum(t => t.Time);
}

/// <summary>How long each place of a balance under rules is busy (fr: charges des places).</summary>
public static class RuledLoads
{
    /// <summary>The load of each place that has work, station by station.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="balance">A balance whose places are those the line has.</param>
    /// <remarks>O((tasks + arcs) · models).</remarks>
    /// <example><code>RuledLoads.Of(ruled, balance).Max(p => p.Busy / p.Copies);</code></example>
    public static IReadOnlyList<PlaceLoad> Of(RuledLine ruled, RuledBalance balance)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(balance);
        var loads = new List<PlaceLoad>();
        foreach (var station in balance.Tasks.Index().GroupBy(t => t.Item.Station).OrderBy(s => s.Key))
        {
            int[] order = [.. station.OrderBy(t => t.Item.Rank).Select(t => t.Index)];
            var (copies, workers) = (balance.Stations[station.Key].Copies, balance.Stations[station.Key].Workers);
            var busy = RuledCheck.Ends(ruled, balance, order, null);
            List<Dictionary<int, double>> models = [.. ruled.Setting.Models.Select((_, m) => RuledCheck.Ends(ruled, balance, order, m))];
            loads.AddRange(busy.OrderBy(o => o.Key).Select(o => new PlaceLoad(
                station.Key, o.Key, copies, o.Key < workers.Count ? workers[o.Key] : -1,
                [.. order.Where(i => balance.Tasks[i].Operator == o.Key).Select(i => new PlacedWork(i, RuledValue.Time(ruled, balance, i)))], o.Value, [.. models.Select(m => m[o.Key])])));
        }

        return loads;
    }
}
