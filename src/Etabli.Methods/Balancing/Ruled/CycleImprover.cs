namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Shortens the cycle of a balance by moving tasks, exchanging tasks and exchanging workers, without a proof.</summary>
/// <remarks>
/// Tabu search on the squared work beyond a cycle one shorter than the best: when nothing is beyond, that cycle is kept and the next is tried. For stations of one operator whose tasks have no
/// order. Source of the moves: M. Moreira and A. Costa, A minimalist yet efficient tabu search for balancing assembly lines with disabled workers, 2009; of the penalty, common practice.
/// </remarks>
internal sealed class CycleImprover
{
    private readonly RuledModel model;
    private readonly RuledLine ruled;
    private readonly int stations;
    private readonly int[][] previous;
    private readonly int[] place;
    private readonly int[] worker;
    private readonly double[] loads;
    private readonly double[] variances;
    private readonly double[] beyond;
    private readonly double[] limits;
    private readonly long[] tabu;
    private readonly long[] workerTabu;
    private readonly int[] told;
    private readonly bool hasRules;
    private ulong seed = 0xD1B54A32D192ED03UL;

    public CycleImprover(RuledLine ruled, RuledModel model, int stations)
    {
        (this.ruled, this.model, this.stations) = (ruled, model, stations);
        previous = [.. Enumerable.Range(0, model.Count).Select(i => Enumerable.Range(0, model.Count).Where(p => model.Graph.Next[p].Contains(i)).ToArray())];
        (place, told, tabu) = (new int[model.Count], new int[model.Count], new long[model.Count * stations]);
        worker = new int[Math.Max(stations, model.Workers)];
        workerTabu = new long[worker.Length * worker.Length];
        loads = new double[stations * model.Times.Length];
        (variances, beyond, limits) = (new double[stations], new double[stations], new double[model.Times.Length]);
        hasRules = ruled.Setting.Rules.Any(r => r is not StationRule);
    }

    /// <summary>Whether this line is one that is improved this way.</summary>
    public static bool Takes(RuledLine ruled) => ruled.Setting is { Shape: LineShape.Straight, Operators: 1, Copies: 1, Sides.Count: 0, Setups.Count: 0, Returns.Count: 0 };

    /// <summary>The balance with the shortest cycle met; itself when none shorter was.</summary>
    public RuledBalance Improved(RuledBalance from, int least, int turns, Func<bool> stop)
    {
        var best = from;
        Begin(from);
        var (target, since) = (RuledValue.ShortestCycle(ruled, best) - 1, 0);
        Aim(target);
        var nearest = Total();
        for (var turn = 1L; turn <= turns && target >= least; turn++)
        {
            if (stop())
            {
                break;
            }

            if (!Move(turn, nearest))
            {
                Shake(turn);
            }

            var total = Total();
            if (total <= 1e-9)
            {
                best = Told(target);
                target = RuledValue.ShortestCycle(ruled, best) - 1;
                Aim(target);
                (nearest, since, turn) = (Total(), 0, 0);
            }
            else if (total < nearest - 1e-9)
            {
                (nearest, since) = (total, 0);
            }
            else if (++since > 1_500)
            {
                Begin(best);
                Aim(target);
                for (var kick = 0; kick < 3 + (int)(Chance() * 4); kick++)
                {
                    Shake(turn);
                }

                (nearest, since) = (Total(), 0);
            }
        }

        return best;
    }

    private void Begin(RuledBalance from)
    {
        tabu.AsSpan().Clear();
        workerTabu.AsSpan().Clear();
        for (var i = 0; i < model.Count; i++)
        {
            place[i] = from.Tasks[model.Graph.Origin[i]].Station;
        }

        var free = new Queue<int>(Enumerable.Range(0, model.Workers).Except(from.Stations.SelectMany(s => s.Workers)));
        for (var k = 0; k < worker.Length && model.Workers > 0; k++)
        {
            worker[k] = k < from.Stations.Count && from.Stations[k].Workers[0] >= 0 ? from.Stations[k].Workers[0] : free.TryDequeue(out var other) ? other : -1;
        }

        for (var k = 0; k < stations; k++)
        {
            Load(k);
        }
    }

    // Everybody has a station or waits beyond the last one; stations beyond the workers stay empty.
    private long Time(int dimension, int task, int station) => model.Workers == 0 ? model.Times[dimension][0][task] : worker[station] < 0 ? RuledModel.Never : model.Times[dimension][worker[station]][task];

    private double Bounded(int dimension, int task, int station) => Math.Min(Time(dimension, task, station), limits[dimension] * 3);

    private void Load(int station)
    {
        variances[station] = 0;
        loads.AsSpan(station * limits.Length, limits.Length).Clear();
        for (var i = 0; i < model.Count; i++)
        {
            if (place[i] == station)
            {
                Add(i, station, 1);
            }
        }
    }

    private void Add(int task, int station, int sign)
    {
        variances[station] = Math.Max(0, variances[station] + (sign * model.Variances[task]));
        for (var d = 0; d < limits.Length; d++)
        {
            loads[(station * limits.Length) + d] += sign * Bounded(d, task, station);
        }
    }

    private void Aim(int cycle)
    {
        for (var d = 0; d < limits.Length; d++)
        {
            limits[d] = model.Limit(d, cycle, 1);
        }

        for (var k = 0; k < stations; k++)
        {
            Load(k);
            beyond[k] = Beyond(k);
        }
    }

    private double Beyond(int station)
    {
        var sum = 0.0;
        for (var d = 0; d < limits.Length; d++)
        {
            var over = (loads[(station * limits.Length) + d] + (model.Spreads[d] * Math.Sqrt(variances[station])) - limits[d]) / limits[d];
            sum += over > 0 ? over * over : 0;
        }

        return sum;
    }

    private double Total() => beyond.Sum();

    // The best move from a station that has too much; false when there is none.
    private bool Move(long turn, double nearest)
    {
        var (now, best, task, to, other) = (Total(), double.MaxValue, -1, -1, -1);
        var (hand, with) = (-1, -1);
        for (var i = 0; i < model.Count; i++)
        {
            var a = place[i];
            var (first, last) = Span(i);
            for (var b = first; b <= last; b++)
            {
                if (b == a || (beyond[a] <= 0 && beyond[b] <= 0) || !model.IsAllowed(i, b))
                {
                    continue;
                }

                if (beyond[a] > 0)
                {
                    var value = now + Shifted(i, a, b) + (Chance() * 1e-9);
                    if (value < best && (tabu[(i * stations) + b] <= turn || value < nearest - 1e-9) && AreRulesKept(i, b, -1))
                    {
                        (best, task, to, other) = (value, i, b, -1);
                    }
                }

                for (var j = 0; j < model.Count; j++)
                {
                    if (place[j] != b || !model.IsAllowed(j, a) || !CanSwap(i, j))
                    {
                        continue;
                    }

                    var value = now + Swapped(i, j, a, b) + (Chance() * 1e-9);
                    if (value < best && ((tabu[(i * stations) + b] <= turn && tabu[(j * stations) + a] <= turn) || value < nearest - 1e-9) && AreRulesKept(i, b, j))
                    {
                        (best, task, to, other) = (value, i, b, j);
                    }
                }
            }
        }

        for (var k = 0; k < stations && model.Workers > 0; k++)
        {
            for (var l = k + 1; l < worker.Length; l++)
            {
                if ((beyond[k] > 0 || (l < stations && beyond[l] > 0)) && Rehanded(k, l) is var change)
                {
                    var value = now + change + (Chance() * 1e-9);
                    if (value < best && ((worker[k] < 0 || worker[l] < 0 || workerTabu[(worker[k] * worker.Length) + l] <= turn) || value < nearest - 1e-9))
                    {
                        (best, hand, with) = (value, k, l);
                    }
                }
            }
        }

        if (hand >= 0)
        {
            SwapHands(hand, with, turn);
            return true;
        }

        if (task < 0)
        {
            return false;
        }

        var from = place[task];
        Put(task, to, turn);
        if (other >= 0)
        {
            Put(other, from, turn);
        }

        return true;
    }

    private void SwapHands(int hand, int with, long turn)
    {
        if (worker[hand] >= 0 && worker[with] >= 0)
        {
            workerTabu[(worker[hand] * worker.Length) + hand] = turn + 10 + (long)(Chance() * worker.Length * 2);
            workerTabu[(worker[with] * worker.Length) + with] = turn + 10 + (long)(Chance() * worker.Length * 2);
        }

        (worker[hand], worker[with]) = (worker[with], worker[hand]);
        foreach (var k in new[] { hand, with })
        {
            if (k < stations)
            {
                Load(k);
                beyond[k] = Beyond(k);
            }
        }
    }

    private void Put(int task, int to, long turn)
    {
        var from = place[task];
        tabu[(task * stations) + from] = turn + 6 + (long)(Chance() * (4 + (model.Count / 8.0)));
        Add(task, from, -1);
        place[task] = to;
        Add(task, to, 1);
        (beyond[from], beyond[to]) = (Beyond(from), Beyond(to));
    }

    private (int First, int Last) Span(int task)
    {
        var (first, last) = (0, stations - 1);
        foreach (var p in previous[task])
        {
            first = Math.Max(first, place[p]);
        }

        foreach (var s in model.Graph.Next[task])
        {
            last = Math.Min(last, place[s]);
        }

        return (first, last);
    }

    // i may go to j's station by its own neighbours; j must be able to come to i's.
    private bool CanSwap(int i, int j)
    {
        if (model.Graph.IsAfter(i, j) || model.Graph.IsAfter(j, i))
        {
            return false;
        }

        var (first, last) = Span(j);
        return first <= place[i] && place[i] <= last;
    }

    private double Shifted(int i, int a, int b)
    {
        Add(i, a, -1);
        Add(i, b, 1);
        var change = Beyond(a) + Beyond(b) - beyond[a] - beyond[b];
        Add(i, b, -1);
        Add(i, a, 1);
        return change;
    }

    private double Swapped(int i, int j, int a, int b)
    {
        Add(i, a, -1);
        Add(j, a, 1);
        Add(j, b, -1);
        Add(i, b, 1);
        var change = Beyond(a) + Beyond(b) - beyond[a] - beyond[b];
        Add(i, b, -1);
        Add(j, b, 1);
        Add(j, a, -1);
        Add(i, a, 1);
        return change;
    }

    private double Rehanded(int k, int l)
    {
        double Beside() => Beyond(k) + (l < stations ? Beyond(l) : 0);
        var old = beyond[k] + (l < stations ? beyond[l] : 0);
        (worker[k], worker[l]) = (worker[l], worker[k]);
        Load(k);
        if (l < stations)
        {
            Load(l);
        }

        var change = Beside() - old;
        (worker[k], worker[l]) = (worker[l], worker[k]);
        Load(k);
        if (l < stations)
        {
            Load(l);
        }

        return change;
    }

    private bool AreRulesKept(int i, int b, int j)
    {
        if (!hasRules)
        {
            return true;
        }

        for (var t = 0; t < model.Count; t++)
        {
            told[model.Graph.Origin[t]] = t == i ? b : t == j ? place[i] : place[t];
        }

        return RuledCheck.Stations(ruled, told).Count == 0;
    }

    private void Shake(long turn)
    {
        if (model.Workers > 0 && Chance() < 0.5)
        {
            SwapHands((int)(Chance() * stations), (int)(Chance() * worker.Length), turn);
            return;
        }

        var task = (int)(Chance() * model.Count);
        var (first, last) = Span(task);
        var to = first + (int)(Chance() * (last - first + 1));
        if (to != place[task] && model.IsAllowed(task, to) && AreRulesKept(task, to, -1))
        {
            Put(task, to, turn);
        }
    }

    private RuledBalance Told(int cycle)
    {
        var tasks = new TaskPlace[model.Count];
        for (var i = 0; i < model.Count; i++)
        {
            tasks[model.Graph.Origin[i]] = new(place[i], 0, i);
        }

        return new(tasks, [.. Enumerable.Range(0, place.Max() + 1).Select(k => new LineStation(1, model.Workers == 0 ? [] : [place.Contains(k) ? worker[k] : -1]))], cycle);
    }

    private double Chance()
    {
        unchecked
        {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            return (seed >> 11) / (double)(1UL << 53);
        }
    }
}
