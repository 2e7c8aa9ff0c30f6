using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Methods.Tests.Balancing;

/// <summary>Every balance of a small line there is, each judged by the checker alone.</summary>
internal sealed class RuledBruteForce
{
    private readonly RuledLine ruled;
    private readonly int stations;
    private readonly LineSetting setting;
    private readonly int count;
    private readonly int hands;
    private readonly bool isOrdered;
    private readonly List<int[]> orders;

    public RuledBruteForce(RuledLine ruled, int stations)
    {
        (this.ruled, this.stations, setting, count) = (ruled, stations, ruled.Setting, ruled.Line.Tasks.Count);
        hands = setting.Sides.Count > 0 ? 2 : setting.Operators;
        isOrdered = hands > 1 || setting.Setups.Count + setting.Returns.Count > 0;
        int[] all = [.. Enumerable.Range(0, count)];
        orders = [.. Permutations(all).Where(p => ruled.Line.Arcs.All(a => setting.Shape == LineShape.U || Array.IndexOf(p, a.Before) < Array.IndexOf(p, a.After)))];
        orders = isOrdered || setting.Shape == LineShape.U ? orders : [orders[0]];
    }

    /// <summary>The least values of the goals, the first first; null when there is no balance.</summary>
    public double[]? Best(int cycle, params LineGoal[] goals)
    {
        double[]? best = null;
        foreach (var balance in Balances(cycle))
        {
            double[] value = [.. goals.Select(g => RuledValue.Of(ruled, balance, g))];
            if (best is null || Less(value, best))
            {
                best = value;
            }

            if (goals.Length == 0)
            {
                return best;
            }
        }

        return best;
    }

    /// <summary>The shortest cycle; null when there is none.</summary>
    public int? Fastest(int most)
    {
        var (low, high) = (1, most);
        if (Best(most) is null)
        {
            return null;
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Best(middle) is null ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool Less(double[] one, double[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                return one[i] < other[i];
            }
        }

        return false;
    }

    private IEnumerable<RuledBalance> Balances(int cycle)
    {
        foreach (var at in Vectors(count, stations))
        {
            if ((setting.Shape == LineShape.Straight && ruled.Line.Arcs.Any(a => at[a.Before] > at[a.After])) || RuledCheck.Stations(ruled, at).Count > 0)
            {
                continue;
            }

            foreach (var hand in hands == 1 ? [new int[count]] : Vectors(count, hands))
            {
                foreach (var back in setting.Shape == LineShape.U ? Vectors(count, 2) : [new int[count]])
                {
                    foreach (var line in Crews(at, hand))
                    {
                        foreach (var order in orders)
                        {
                            var balance = new RuledBalance([.. Enumerable.Range(0, count).Select(i => new TaskPlace(at[i], hand[i], Array.IndexOf(order, i), back[i] == 1))], line, cycle);
                            if (RuledCheck.Of(ruled, balance).Count == 0)
                            {
                                yield return balance;
                                if (!isOrdered)
                                {
                                    break;
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    // Every way to copy the stations and to put workers at the places used.
    private IEnumerable<IReadOnlyList<LineStation>> Crews(int[] at, int[] hand)
    {
        var used = at.Max() + 1;
        var places = at.Zip(hand).Distinct().ToList();
        foreach (var copies in Vectors(used, setting.Copies))
        {
            foreach (var who in setting.Workers.Count == 0 ? [[]] : Vectors(places.Count, setting.Workers.Count).Where(w => w.Distinct().Count() == w.Length))
            {
                yield return [.. Enumerable.Range(0, used).Select(k => new LineStation(copies[k] + 1, setting.Workers.Count == 0 ? [] : [.. Enumerable.Range(0, hands).Select(h => places.IndexOf((k, h)) is >= 0 and var p ? who[p] : -1)]))];
            }
        }
    }

    private static IEnumerable<int[]> Vectors(int length, int values)
    {
        var vector = new int[length];
        while (true)
        {
            yield return [.. vector];
            var i = 0;
            while (i < length && ++vector[i] == values)
            {
                vector[i++] = 0;
            }

            if (i == length)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
