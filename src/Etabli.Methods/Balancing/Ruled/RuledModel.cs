using Etabli.Methods.Quality;

namespace Etabli.Methods.Balancing.Ruled;

/// <summary>A line with rules as the search reads it: tasks in the order of <see cref="LineGraph"/>, times by dimension and worker, rules as bits.</summary>
/// <remarks>Dimension 0 is the mean of the mix, times the sum of the shares so that it stays whole; the others are the models that have a maximum of their own.</remarks>
internal sealed class RuledModel
{
    /// <summary>Time of a task that a worker cannot do.</summary>
    public const long Never = long.MaxValue / 4;

    public readonly LineGraph Graph;
    public readonly LineSetting Setting;
    public readonly int Count;
    public readonly int Words;
    public readonly bool IsU;
    public readonly bool IsPlaced;

    /// <summary>Places a station has: operators, or two sides.</summary>
    public readonly int Hands;

    public readonly int Copies;
    public readonly int Workers;

    /// <summary>Whether operators wait for one another, or the order of tasks changes their time: then a load is scheduled.</summary>
    public readonly bool IsOrdered;

    public readonly bool HasSetups;
    public readonly bool HasReturns;

    /// <summary>[dimension][worker, or 0][task].</summary>
    public readonly long[][][] Times;

    /// <summary>Least time of a task by anybody, dimension 0.</summary>
    public readonly long[] Least;

    /// <summary>Cycles of a dimension's own limit: the sum of the shares for the mean.</summary>
    public readonly double[] Cycles;

    /// <summary>z·scale of each dimension: what a standard deviation of a place's work adds.</summary>
    public readonly double[] Spreads;

    public readonly double[] Variances;
    public readonly int[] Setups;
    public readonly int[] Returns;
    public readonly LineSide[] Sides;

    /// <summary>Station of today, −1 when there is none.</summary>
    public readonly int[] Today;

    /// <summary>Tasks that go with each task, itself too; null when it goes alone.</summary>
    public readonly ulong[]?[] Mates;

    public readonly ulong[]?[] Apart;
    public readonly (int First, int Second, int Least)[] Distances;
    public readonly (double[] Amounts, double Most)[] Budgets;
    public readonly (ulong[] Tasks, int Most)[] Equipment;

    /// <summary>Whether a task can be added to a load without asking what a later station loses by it.</summary>
    public readonly bool[] IsFree;

    private readonly List<(HashSet<int> Stations, bool IsForbidden)>?[] zones;

    public RuledModel(RuledLine ruled, bool backward = false)
    {
        Setting = ruled.Setting;
        Graph = LineGraph.Of(ruled.Line, backward);
        (Count, Words) = (Graph.Count, Graph.Words);
        (IsU, IsPlaced) = (Setting.Shape == LineShape.U, ruled.IsPlaced);
        (Hands, Copies, Workers) = (Setting.Sides.Count > 0 ? 2 : Setting.Operators, Setting.Copies, Setting.Workers.Count);
        var place = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            place[Graph.Origin[i]] = i;
        }

        (Times, Cycles, var scales) = Dimensions(ruled);
        Least = [.. Enumerable.Range(0, Count).Select(i => Times[0].Min(w => w[i]))];
        var z = Setting.Deviations.Count > 0 ? Tails.NormalQuantile(Setting.Percentile) : 0;
        Variances = [.. Graph.Origin.Select(o => z > 0 ? Setting.Deviations[o] * Setting.Deviations[o] : 0)];
        Spreads = [.. scales.Select(s => s * z)];
        Setups = Matrix(Setting.Setups, place, backward);
        Returns = Matrix(Setting.Returns, place, backward);
        (HasSetups, HasReturns) = (Setups.Length > 0, Returns.Length > 0);
        IsOrdered = Hands > 1 || HasSetups || HasReturns;
        Sides = [.. Graph.Origin.Select(o => Setting.Sides.Count > 0 ? Setting.Sides[o] : LineSide.Either)];
        Today = [.. Graph.Origin.Select(o => Setting.Today.Count > 0 ? Setting.Today[o] : -1)];
        zones = new List<(HashSet<int>, bool)>?[Count];
        Apart = new ulong[]?[Count];
        var together = new List<HashSet<int>>();
        var (distances, budgets, equipment) = (new List<(int, int, int)>(), new List<(double[], double)>(), new List<(ulong[], int)>());
        IsFree = [.. Enumerable.Repeat(true, Count)];
        foreach (var rule in Setting.Rules)
        {
            switch (rule)
            {
                case StationRule of:
                    foreach (var task in of.Tasks.Distinct())
                    {
                        (zones[place[task]] ??= []).Add(([.. of.Stations], of.IsForbidden));
                    }

                    break;
                case TogetherRule of:
                    HashSet<int> group = [.. of.Tasks.Select(t => place[t])];
                    foreach (var met in together.Where(g => g.Overlaps(group)).ToList())
                    {
                        group.UnionWith(met);
                        together.Remove(met);
                    }

                    together.Add(group);
                    break;
                case ApartRule of:
                    foreach (var task in of.Tasks.Distinct())
                    {
                        var set = Apart[place[task]] ??= new ulong[Words];
                        foreach (var other in of.Tasks.Where(t => t != task))
                        {
                            Bits.Set(set, place[other]);
                        }
                    }

                    break;
                case DistanceRule of:
                    distances.Add((place[of.First], place[of.Second], of.Least));
                    IsFree[place[of.First]] = IsFree[place[of.Second]] = false;
                    break;
                case BudgetRule of:
                    budgets.Add(([.. Graph.Origin.Select(o => of.Amounts[o])], of.Most));
                    break;
                case EquipmentRule of:
                    var needing = new ulong[Words];
                    foreach (var task in of.Tasks)
                    {
                        Bits.Set(needing, place[task]);
                        IsFree[place[task]] = false;
                    }

                    equipment.Add((needing, of.Most));
                    break;
            }
        }

        Mates = new ulong[]?[Count];
        foreach (var group in together)
        {
            var set = new ulong[Words];
            foreach (var task in group)
            {
                Bits.Set(set, task);
                (Mates[task], IsFree[task]) = (set, false);
            }
        }

        (Distances, Budgets, Equipment) = ([.. distances], [.. budgets], [.. equipment]);
    }

    /// <summary>Whether a task may stand at a station, by its zones.</summary>
    public bool IsAllowed(int task, int station) => zones[task] is not { } of || of.TrueForAll(z => z.Stations.Contains(station) != z.IsForbidden);

    /// <summary>The last station a task may stand at, of so many; −1 when there is none.</summary>
    public int LastAllowed(int task, int levels)
    {
        var last = levels - 1;
        while (last >= 0 && !IsAllowed(task, last))
        {
            last--;
        }

        return last;
    }

    /// <summary>Greatest time of a place in a dimension, at a cycle.</summary>
    public double Limit(int dimension, int cycle, int copies) => (Cycles[dimension] * cycle * copies) + 1e-7;

    /// <summary>Stations enough for any balance there can be.</summary>
    public int MostLevels
    {
        get
        {
            var last = Setting.Rules.OfType<StationRule>().SelectMany(r => r.Stations).DefaultIfEmpty(-1).Max() + 1;
            var today = Today.Max() + 1;
            var far = 1 + Distances.Sum(d => (long)d.Least);
            return (int)Math.Min(20L * AssemblyLine.MostTasks, Count + Math.Max(last, today) + far);
        }
    }

    private (long[][][] Times, double[] Cycles, double[] Scales) Dimensions(RuledLine ruled)
    {
        var models = Setting.Models;
        var people = Math.Max(1, Workers);
        long Of(LineModel? model, int task, int worker)
        {
            long usual = ruled.Line.Tasks[task].Time;
            var own = Workers == 0 ? usual : Setting.Workers[worker].Times[task] is { } able ? able : Never;
            return model is null || own == Never ? own
                : Workers == 0 || usual == 0 ? model.Times[task]
                : ((model.Times[task] * own) + usual - 1) / usual;
        }

        long[][] By(Func<int, int, long> time) => [.. Enumerable.Range(0, people).Select(w => Graph.Origin.Select(o => time(o, w)).ToArray())];
        if (models.Count == 0)
        {
            return ([By((o, w) => Of(null, o, w))], [1], [1]);
        }

        LineModel[] limited = [.. models.Where(m => m.Most is not null)];
        var shares = models.Sum(m => (long)m.Share);
        return (
            [By((o, w) => models.Select(m => Of(m, o, w) is var t && t == Never ? Never : m.Share * t).Aggregate(0L, (sum, t) => t == Never || sum == Never ? Never : sum + t)), .. limited.Select(m => By((o, w) => Of(m, o, w)))],
            [shares, .. limited.Select(m => m.Most!.Value)],
            [shares, .. limited.Select(_ => 1.0)]);
    }

    private int[] Matrix(IReadOnlyList<LineSetup> setups, int[] place, bool backward)
    {
        if (setups.All(s => s.Time == 0))
        {
            return [];
        }

        var matrix = new int[Count * Count];
        foreach (var setup in setups)
        {
            var (from, to) = backward ? (setup.To, setup.From) : (setup.From, setup.To);
            matrix[(place[from] * Count) + place[to]] += setup.Time;
        }

        return matrix;
    }
}

/// <summary>Sets as bits.</summary>
internal static class Bits
{
    public static void Set(Span<ulong> set, int at) => set[at >> 6] |= 1UL << at;

    public static void Clear(Span<ulong> set, int at) => set[at >> 6] &= ~(1UL << at);

    public static bool Has(ReadOnlySpan<ulong> set, int at) => (set[at >> 6] >> at & 1) != 0;

    public static bool Meet(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        for (var w = 0; w < one.Length; w++)
        {
            if ((one[w] & other[w]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
