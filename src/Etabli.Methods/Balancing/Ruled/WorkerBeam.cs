using System.Numerics;

namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Balances of named workers at a cycle, without a proof: station after station the best so many states, each followed by everybody still free with loads picked task by task.</summary>
/// <remarks>
/// Source: L. Borba and M. Ritt, A heuristic and a branch-and-bound algorithm for the assembly line worker assignment and balancing problem, Computers and Operations Research 45, 2014 (iterated
/// probabilistic beam search). Tasks are picked by what others would need for them over what this worker needs, by the work that waits for them and by chance, in shares drawn anew for each load.
/// The same seed gives the same balances.
/// </remarks>
internal sealed class WorkerBeam
{
    private const int Lowest = 4;
    private readonly RuledModel model;
    private readonly int stations;
    private readonly bool backward;
    private readonly int count;
    private readonly int words;
    private readonly int people;

    // [worker · count + task]: times of the mean of the mix, and their logarithms.
    private readonly long[] times;
    private readonly float[] logs;
    private readonly float[] heavy;
    private readonly bool isSimple;
    private readonly int[] waits;
    private readonly int[] open;
    private readonly int[] load;
    private readonly int[] ready;
    private readonly float[] scores;
    private readonly float[] gains;
    private readonly long[] rivals;
    private readonly double[] values;
    private readonly int[] lowest;
    private readonly double[] work;
    private readonly double[] budgets;
    private readonly ulong[] joined;
    private readonly List<Layer> layers = [];
    private readonly HashSet<ulong> met = [];
    private readonly Layer made = new();
    private double[] keys = [];
    private int[] order = [];
    private ulong seed;

    // How much tasks are picked by advantage, by what waits for them and by chance; how much a state is judged by the second and third quickest.
    private double better;
    private double before;
    private double chance;
    private double others;
    private double third;
    private double limit;
    private double variance;
    private int opened;
    private int cycle;

    public WorkerBeam(RuledModel model, int stations, bool backward)
    {
        (this.model, this.stations, this.backward) = (model, Math.Min(stations, model.Workers), backward);
        (count, words, people) = (model.Count, model.Words, model.Workers);
        seed = backward ? 0xA0761D6478BD642FUL : 0xE7037ED1A0B428DBUL;
        (times, logs, heavy) = (new long[people * count], new float[people * count], new float[count]);
        for (var w = 0; w < people; w++)
        {
            for (var i = 0; i < count; i++)
            {
                times[(w * count) + i] = model.Times[0][w][i];
                logs[(w * count) + i] = MathF.Log(Math.Min(model.Times[0][w][i], 1L << 30) + 0.5f);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var sum = model.Least[i] + 1L;
            foreach (var s in LineGraph.Members(model.Graph.After(i)))
            {
                sum += model.Least[s];
            }

            heavy[i] = MathF.Log(sum);
        }

        isSimple = model.Times.Length == 1 && model.Spreads[0] == 0 && model.Budgets.Length == 0 && !model.IsPlaced && model.Apart.All(a => a is null);
        (waits, open, load, ready, scores, gains) = (new int[count], new int[count], new int[count], new int[count], new float[count], new float[count]);
        (rivals, values, lowest) = (new long[count], new double[count], new int[count * Lowest]);
        joined = new ulong[words];
        (work, budgets) = (new double[model.Times.Length], new double[model.Budgets.Length]);
        for (var k = 0; k <= this.stations; k++)
        {
            layers.Add(new());
        }
    }

    /// <summary>Whether this line is one whose balances are looked for this way.</summary>
    public static bool Takes(RuledLine ruled) =>
        ruled.Setting is { Shape: LineShape.Straight, Operators: 1, Copies: 1, Sides.Count: 0, Setups.Count: 0, Returns.Count: 0, Workers.Count: > 0 and <= 64 } && ruled.Setting.Rules.All(r => r is ApartRule or BudgetRule);

    /// <summary>One pass: a balance that keeps the cycle, or null when none was met.</summary>
    /// <param name="cycleTime">c.</param>
    /// <param name="width">States kept of a layer.</param>
    /// <param name="samples">Loads a state and worker.</param>
    /// <param name="stop">Told of each state; ends the pass.</param>
    public RuledBalance? Pass(int cycleTime, int width, int samples, Func<bool> stop)
    {
        (cycle, limit) = (cycleTime, model.Limit(0, cycleTime, 1));
        (better, before, chance, others, third) = (0.3 + (0.9 * Chance()), 0.4 + (0.6 * Chance()), 0.4 + (1.6 * Chance()), Chance() < 0.5 ? 0.4 * Chance() : 0.5 + (1.5 * Chance()), 1.2 * Chance());
        made.Clear();
        made.Add(new ulong[words], people == 64 ? ulong.MaxValue : (1UL << people) - 1, -1, -1, 0);
        Keep(layers[0], 1);
        for (var level = 0; level < stations; level++)
        {
            made.Clear();
            for (var state = 0; state < layers[level].Count; state++)
            {
                if (stop())
                {
                    return null;
                }

                if (Expand(layers[level], state, stations - level - 1, samples))
                {
                    return Told(level);
                }
            }

            Keep(layers[level + 1], width);
        }

        return null;
    }

    private bool Expand(Layer layer, int state, int left, int samples)
    {
        var done = layer.Set(state, words);
        var free = layer.Free[state];
        Look(done, free);
        // The fewer are left, the more loads for each: as many a state at the end of the line as at its beginning.
        samples = samples * people / Math.Max(1, BitOperations.PopCount(free));
        var undone = count;
        foreach (var word in done)
        {
            undone -= BitOperations.PopCount(word);
        }

        for (var w = 0; w < people; w++)
        {
            if ((free >> w & 1) == 0)
            {
                continue;
            }

            // What the rest of the line costs at least when this worker is at this station: the least time of each task among the others.
            var (rest, value, musts) = (0L, 0.0, 0);
            for (var i = 0; i < count; i++)
            {
                if (Bits.Has(done, i))
                {
                    continue;
                }

                var (one, two, three) = (lowest[i * Lowest], lowest[(i * Lowest) + 1], lowest[(i * Lowest) + 2]);
                (one, two, three) = w == one ? (two, three, lowest[(i * Lowest) + 3]) : w == two ? (one, three, lowest[(i * Lowest) + 3]) : w == three ? (one, two, lowest[(i * Lowest) + 3]) : (one, two, three);
                var own = times[(w * count) + i];
                rivals[i] = one < 0 ? RuledModel.Never : times[(one * count) + i];
                if (rivals[i] > limit)
                {
                    musts++;
                    if (own > limit || left < 0)
                    {
                        musts = count + 1;
                        break;
                    }

                    gains[i] = 50;
                    values[i] = 0;
                    continue;
                }

                rest += rivals[i];
                values[i] = rivals[i] + (others * (Bounded(i, two) + (third * Bounded(i, three))));
                value += values[i];
                gains[i] = own > limit ? 0 : logs[(one * count) + i] - logs[(w * count) + i];
            }

            if (musts > count)
            {
                continue;
            }

            for (var s = 0; s < samples; s++)
            {
                if (Fill(done, w, left, musts, rest, value, state, free & ~(1UL << w), undone))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A time nobody is left for, or that is too long, counts as the whole cycle.
    private double Bounded(int task, int w) => w < 0 ? limit : Math.Min(times[(w * count) + task], limit);

    // Of each task the four who are quickest among the free, and what it waits for.
    private void Look(ReadOnlySpan<ulong> done, ulong free)
    {
        model.Graph.Waits.CopyTo(waits, 0);
        opened = 0;
        for (var i = 0; i < count; i++)
        {
            if (Bits.Has(done, i))
            {
                foreach (var s in model.Graph.Next[i])
                {
                    waits[s]--;
                }

                continue;
            }

            var (a, b, c, e) = (-1, -1, -1, -1);
            var (ta, tb, tc, te) = (RuledModel.Never, RuledModel.Never, RuledModel.Never, RuledModel.Never);
            for (var bits = free; bits != 0; bits &= bits - 1)
            {
                var w = BitOperations.TrailingZeroCount(bits);
                var t = times[(w * count) + i];
                if (t < ta)
                {
                    (a, b, c, e, ta, tb, tc, te) = (w, a, b, c, t, ta, tb, tc);
                }
                else if (t < tb)
                {
                    (b, c, e, tb, tc, te) = (w, b, c, t, tb, tc);
                }
                else if (t < tc)
                {
                    (c, e, tc, te) = (w, c, t, tc);
                }
                else if (t < te)
                {
                    (e, te) = (w, t);
                }
            }

            (lowest[i * Lowest], lowest[(i * Lowest) + 1], lowest[(i * Lowest) + 2], lowest[(i * Lowest) + 3]) = (a, b, c, e);
        }

        for (var i = 0; i < count; i++)
        {
            if (waits[i] == 0 && !Bits.Has(done, i))
            {
                open[opened++] = i;
            }
        }
    }

    // One load; true when it ends the line.
    private bool Fill(ReadOnlySpan<ulong> done, int w, int left, int musts, long rest, double value, int parent, ulong free, int undone)
    {
        var (a, b, c) = ((float)(better * (0.3 + Chance())), (float)(before * (Chance() - 0.2)), (float)(chance * Chance()));
        var (size, waiting, room) = (0, 0, (long)limit);
        var mine = times.AsSpan(w * count, count);
        variance = 0;
        joined.AsSpan().Clear();
        work.AsSpan().Clear();
        budgets.AsSpan().Clear();
        foreach (var i in open.AsSpan(0, opened))
        {
            if (mine[i] <= room)
            {
                scores[waiting] = (a * gains[i]) + (b * heavy[i]) + (c * Spread());
                ready[waiting++] = i;
            }
        }

        while (waiting > 0)
        {
            var best = -1;
            for (var p = 0; p < waiting;)
            {
                if (mine[ready[p]] > room || !(isSimple || CanJoin(ready[p], w)))
                {
                    waiting--;
                    (ready[p], scores[p]) = (ready[waiting], scores[waiting]);
                    continue;
                }

                if (best < 0 || scores[p] > scores[best])
                {
                    best = p;
                }

                p++;
            }

            if (best < 0)
            {
                break;
            }

            var task = ready[best];
            waiting--;
            (ready[best], scores[best]) = (ready[waiting], scores[waiting]);
            load[size++] = task;
            room -= mine[task];
            if (!isSimple)
            {
                Join(task, w);
            }

            if (rivals[task] > limit)
            {
                musts--;
            }
            else
            {
                rest -= rivals[task];
                value -= values[task];
            }

            foreach (var s in model.Graph.Next[task])
            {
                if (--waits[s] == 0 && mine[s] <= room)
                {
                    scores[waiting] = (a * gains[s]) + (b * heavy[s]) + (c * Spread());
                    ready[waiting++] = s;
                }
            }
        }

        for (var p = 0; p < size; p++)
        {
            Bits.Set(joined, load[p]);
            foreach (var s in model.Graph.Next[load[p]])
            {
                waits[s]++;
            }
        }

        if (musts > 0 || size == 0 || rest > left * limit)
        {
            return false;
        }

        for (var word = 0; word < words; word++)
        {
            joined[word] |= done[word];
        }

        made.Add(joined, free, parent, w, value);
        return size == undone;
    }

    private bool CanJoin(int task, int w)
    {
        if (model.Apart[task] is { } apart && Bits.Meet(apart, joined))
        {
            return false;
        }

        for (var b = 0; b < budgets.Length; b++)
        {
            if (budgets[b] + model.Budgets[b].Amounts[task] > model.Budgets[b].Most + BudgetRule.Slack)
            {
                return false;
            }
        }

        for (var d = 0; d < work.Length; d++)
        {
            if (work[d] + model.Times[d][w][task] + (model.Spreads[d] * Math.Sqrt(variance + model.Variances[task])) > model.Limit(d, cycle, 1))
            {
                return false;
            }
        }

        return true;
    }

    private void Join(int task, int w)
    {
        Bits.Set(joined, task);
        variance += model.Variances[task];
        for (var b = 0; b < budgets.Length; b++)
        {
            budgets[b] += model.Budgets[b].Amounts[task];
        }

        for (var d = 0; d < work.Length; d++)
        {
            work[d] += model.Times[d][w][task];
        }
    }

    // Of what was made the best so many, each set of tasks and workers once.
    private void Keep(Layer next, int width)
    {
        next.Clear();
        met.Clear();
        if (order.Length < made.Count)
        {
            (order, keys) = (new int[made.Count * 2], new double[made.Count * 2]);
        }

        for (var c = 0; c < made.Count; c++)
        {
            (order[c], keys[c]) = (c, made.Values[c]);
        }

        Array.Sort(keys, order, 0, made.Count);
        for (var p = 0; p < made.Count && next.Count < width; p++)
        {
            var c = order[p];
            if (met.Add(Name(made.Set(c, words), made.Free[c])))
            {
                next.Add(made.Set(c, words), made.Free[c], made.Parents[c], made.Workers[c], made.Values[c]);
            }
        }
    }

    private static ulong Name(ReadOnlySpan<ulong> set, ulong free)
    {
        unchecked
        {
            var hash = (free + 1) * 0x9E3779B97F4A7C15UL;
            foreach (var word in set)
            {
                hash = (hash ^ (hash >> 29) ^ word) * 0xBF58476D1CE4E5B9UL;
            }

            return hash ^ (hash >> 32);
        }
    }

    // The last state made ended the line at this level.
    private RuledBalance Told(int level)
    {
        var (places, line) = (new TaskPlace[count], new LineStation[level + 1]);
        var (from, at) = (made, made.Count - 1);
        for (var k = level; k >= 0; k--)
        {
            var parent = from.Parents[at];
            var before = layers[k].Set(parent, words);
            var set = from.Set(at, words);
            var station = backward ? level - k : k;
            for (var i = 0; i < count; i++)
            {
                if (Bits.Has(set, i) && !Bits.Has(before, i))
                {
                    places[model.Graph.Origin[i]] = new(station, 0, backward ? count - 1 - i : i);
                }
            }

            line[station] = new(1, [from.Workers[at]]);
            (from, at) = (layers[k], parent);
        }

        return new(places, line, cycle);
    }

    private double Chance() => (Next() >> 11) / (double)(1UL << 53);

    private float Spread() => (Next() >> 40) / (float)(1 << 24);

    private ulong Next()
    {
        unchecked
        {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            return seed;
        }
    }

    /// <summary>States side by side.</summary>
    private sealed class Layer
    {
        private ulong[] sets = new ulong[64];

        public int Count { get; private set; }

        /// <summary>Workers who have no station yet, as bits.</summary>
        public ulong[] Free { get; private set; } = new ulong[64];

        public int[] Parents { get; private set; } = new int[64];

        public int[] Workers { get; private set; } = new int[64];

        public double[] Values { get; private set; } = new double[64];

        public ReadOnlySpan<ulong> Set(int state, int words) => sets.AsSpan(state * words, words);

        public void Clear() => Count = 0;

        public void Add(ReadOnlySpan<ulong> set, ulong free, int parent, int worker, double value)
        {
            if (Count == Free.Length)
            {
                (var f, var p, var w, var v) = (Free, Parents, Workers, Values);
                Array.Resize(ref f, Count * 2);
                Array.Resize(ref p, Count * 2);
                Array.Resize(ref w, Count * 2);
                Array.Resize(ref v, Count * 2);
                (Free, Parents, Workers, Values) = (f, p, w, v);
            }

            if (sets.Length < (Count + 1) * set.Length)
            {
                Array.Resize(ref sets, (Count + 1) * set.Length * 2);
            }

            set.CopyTo(sets.AsSpan(Count * set.Length));
            (Free[Count], Parents[Count], Workers[Count], Values[Count]) = (free, parent, worker, value);
            Count++;
        }
    }
}
