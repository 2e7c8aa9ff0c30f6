using System.Runtime.InteropServices;

namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Whether a load fits a station, and in what order its operators do it.</summary>
/// <remarks>
/// One operator without set-ups: a sum. Else tasks are appended one by one, each to one operator, in every way, depth first: any set of sequences
/// without waiting for nothing is met. Two partial orders of the same tasks with the same last (and first) ones: the one that is ready no later
/// everywhere stands for the other.
/// </remarks>
internal sealed class StationSchedule(RuledModel model, int cycle, long mostVisits = StationSchedule.MostVisits)
{
    private const int MostScheduled = 60;
    private const long MostVisits = 200_000;

    private readonly Dictionary<Seen, List<double[]>> seen = [];
    private readonly int dimensions = model.Times.Length;
    private readonly double[] limits = new double[model.Times.Length];

    private readonly ulong[] waits = new ulong[MostScheduled];
    private readonly int[] order = new int[Math.Max(MostScheduled, model.Count)];
    private readonly int[] hands = new int[Math.Max(MostScheduled, model.Count)];
    private readonly double[] ends = new double[MostScheduled * model.Times.Length];
    private readonly double[] free = new double[LineSetting.MostOperators * model.Times.Length];
    private readonly double[] variance = new double[LineSetting.MostOperators];
    private readonly int[] first = new int[LineSetting.MostOperators];
    private readonly int[] last = new int[LineSetting.MostOperators];
    private int[] load = [];
    private int[] workers = [];
    private int places;
    private int offset;
    private bool isSided;
    private long visits;

    /// <summary>Whether a load was given up before it was sure that it does not fit: then nothing is proved.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Whether the load asked last has more work than its places have time, in whatever order: then no fuller one fits.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Order of the load found last: positions in the load, in the order they were appended.</summary>
    public ReadOnlySpan<int> Order => order.AsSpan(0, load.Length);

    /// <summary>Operator of each position of the load found last.</summary>
    public ReadOnlySpan<int> Hands => hands.AsSpan(0, load.Length);

    /// <summary>In a U line, positions done on the way out, as bits.</summary>
    public ulong OnReturn { get; private set; }

    /// <summary>Whether a load fits.</summary>
    /// <param name="tasks">The load, in ascending order.</param>
    /// <param name="done">Tasks of the stations before; read in a U line with set-ups only.</param>
    /// <param name="operators">Places used; with sides 1 is one side, whichever the tasks ask.</param>
    /// <param name="copies">Copies of the station.</param>
    /// <param name="people">Who works, by place; empty when there are no workers.</param>
    public bool Fits(int[] tasks, ReadOnlySpan<ulong> done, int operators, int copies, int[] people)
    {
        (load, workers, places, visits, OnReturn) = (tasks, people, operators, 0, 0);
        isSided = model.Setting.Sides.Count > 0 && operators == 2;
        offset = model.Setting.Sides.Count > 0 && operators == 1 && Array.Exists(tasks, t => model.Sides[t] == LineSide.Right) ? 1 : 0;
        for (var d = 0; d < dimensions; d++)
        {
            limits[d] = model.Limit(d, cycle, copies);
        }

        if (offset == 1 && Array.Exists(tasks, t => model.Sides[t] == LineSide.Left))
        {
            IsTooMuch = true;
            return false;
        }

        IsTooMuch = !IsWithinSums();
        if (IsTooMuch)
        {
            return false;
        }

        if (operators == 1 && !model.HasSetups && !model.HasReturns)
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                (order[i], hands[i]) = (i, offset);
            }

            return true;
        }

        if (tasks.Length > MostScheduled)
        {
            GaveUp = true;
            return false;
        }

        return model.IsU ? FitsEitherWay(done) : Scheduled(0);
    }

    // The sums alone: exact for one operator without set-ups, a bound otherwise.
    private bool IsWithinSums()
    {
        var spread = 0.0;
        foreach (var t in load)
        {
            spread += model.Variances[t];
        }

        for (var d = 0; d < dimensions; d++)
        {
            var sum = 0.0;
            foreach (var t in load)
            {
                var least = double.MaxValue;
                if (workers.Length == 0)
                {
                    least = model.Times[d][0][t];
                }
                else
                {
                    foreach (var w in workers)
                    {
                        least = Math.Min(least, model.Times[d][w][t]);
                    }
                }

                sum += least;
            }

            if (places == 1 ? sum + (model.Spreads[d] * Math.Sqrt(spread)) > limits[d] : sum > limits[d] * places)
            {
                return false;
            }
        }

        return true;
    }

    // Every way to send tasks through on the way in or on the way out; order is asked within each way only.
    private bool FitsEitherWay(ReadOnlySpan<ulong> done)
    {
        for (var back = 0UL; back < 1UL << load.Length; back++)
        {
            var isOne = true;
            for (var p = 0; p < load.Length && isOne; p++)
            {
                var isBack = (back >> p & 1) != 0;
                foreach (var t in LineGraph.Members(isBack ? model.Graph.After(load[p]) : model.Graph.Before(load[p])))
                {
                    var at = Array.IndexOf(load, t);
                    isOne &= Bits.Has(done, t) || (at >= 0 && (back >> at & 1) != 0 == isBack);
                }
            }

            if (isOne && Scheduled(back))
            {
                OnReturn = back;
                return true;
            }
        }

        return false;
    }

    private bool Scheduled(ulong back)
    {
        for (var p = 0; p < load.Length; p++)
        {
            waits[p] = 0;
            for (var q = 0; q < load.Length; q++)
            {
                if (q != p && (back >> p & 1) == (back >> q & 1) && model.Graph.IsAfter(load[p], load[q]))
                {
                    waits[p] |= 1UL << q;
                }
            }
        }

        seen.Clear();
        free.AsSpan().Clear();
        variance.AsSpan().Clear();
        first.AsSpan().Fill(-1);
        last.AsSpan().Fill(-1);
        return Append(0, 0);
    }

    private bool Append(ulong placed, int depth)
    {
        if (depth == load.Length)
        {
            return AreBackInTime();
        }

        if (++visits > mostVisits)
        {
            GaveUp = true;
            return false;
        }

        if (depth > 1 && IsMet(placed))
        {
            return false;
        }

        Span<double> kept = stackalloc double[dimensions];
        for (var p = 0; p < load.Length; p++)
        {
            if ((placed >> p & 1) != 0 || (waits[p] & ~placed) != 0)
            {
                continue;
            }

            var task = load[p];
            for (var h = 0; h < places; h++)
            {
                if (isSided && model.Sides[task] != LineSide.Either && (model.Sides[task] == LineSide.Left) != (h == 0))
                {
                    continue;
                }

                var before = last[h];
                var (oldFirst, oldVariance) = (first[h], variance[h]);
                free.AsSpan(h * dimensions, dimensions).CopyTo(kept);
                if (Give(p, task, h))
                {
                    (order[depth], hands[p]) = (p, h + offset);
                    if (Append(placed | 1UL << p, depth + 1))
                    {
                        return true;
                    }
                }

                kept.CopyTo(free.AsSpan(h * dimensions, dimensions));
                (last[h], first[h], variance[h]) = (before, oldFirst, oldVariance);

                // Places alike: an empty one is as good as another.
                if (before < 0 && !isSided && workers.Length == 0)
                {
                    break;
                }
            }
        }

        return false;
    }

    private bool Give(int p, int task, int h)
    {
        var fits = true;
        variance[h] += model.Variances[task];
        var worker = workers.Length == 0 ? 0 : workers[h];
        for (var d = 0; d < dimensions; d++)
        {
            var start = free[(h * dimensions) + d] + (last[h] >= 0 && model.HasSetups ? model.Setups[(last[h] * model.Count) + task] * Scale(d) : 0);
            for (var q = 0; q < load.Length; q++)
            {
                if ((waits[p] >> q & 1) != 0)
                {
                    start = Math.Max(start, ends[(q * dimensions) + d]);
                }
            }

            var end = start + model.Times[d][worker][task];
            (ends[(p * dimensions) + d], free[(h * dimensions) + d]) = (end, end);
            fits &= end + (model.Spreads[d] * Math.Sqrt(variance[h])) <= limits[d];
        }

        (last[h], first[h]) = (task, first[h] < 0 ? task : first[h]);
        return fits;
    }

    // Dimension 0 counts in units of the sum of the shares.
    private double Scale(int dimension) => dimension == 0 ? model.Cycles[0] : 1;

    private bool AreBackInTime()
    {
        for (var h = 0; h < places; h++)
        {
            for (var d = 0; d < dimensions && last[h] >= 0; d++)
            {
                var back = model.HasReturns ? model.Returns[(last[h] * model.Count) + first[h]] * Scale(d) : 0;
                if (free[(h * dimensions) + d] + back + (model.Spreads[d] * Math.Sqrt(variance[h])) > limits[d])
                {
                    return false;
                }
            }
        }

        return true;
    }

    // What the rest depends on: who is free when, how sure of it, and the ends that a task still to come waits for.
    private bool IsMet(ulong placed)
    {
        var awaited = 0UL;
        for (var p = 0; p < load.Length; p++)
        {
            awaited |= (placed >> p & 1) == 0 ? waits[p] & placed : 0;
        }

        var now = new double[(places * (dimensions + 1)) + (System.Numerics.BitOperations.PopCount(awaited) * dimensions)];
        var at = 0;
        for (var h = 0; h < places; h++)
        {
            free.AsSpan(h * dimensions, dimensions).CopyTo(now.AsSpan(at));
            now[at + dimensions] = variance[h];
            at += dimensions + 1;
        }

        for (var p = 0; p < load.Length; p++)
        {
            if ((awaited >> p & 1) != 0)
            {
                ends.AsSpan(p * dimensions, dimensions).CopyTo(now.AsSpan(at));
                at += dimensions;
            }
        }

        var key = new Seen(placed, model.HasSetups || model.HasReturns ? Packed(last) : 0, model.HasReturns ? Packed(first) : 0);
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var known);
        list ??= [];
        foreach (var old in list)
        {
            var isLater = true;
            for (var i = 0; i < now.Length && isLater; i++)
            {
                isLater = old[i] <= now[i];
            }

            if (isLater)
            {
                return true;
            }
        }

        list.Add(now);
        return false;
    }

    private ulong Packed(int[] tasks)
    {
        var key = 0UL;
        for (var h = 0; h < places; h++)
        {
            key = (key << 13) | (uint)(tasks[h] + 1);
        }

        return key;
    }

    private readonly record struct Seen(ulong Placed, ulong Last, ulong First);
}
