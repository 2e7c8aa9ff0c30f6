namespace Etabli.Methods.Balancing;

/// <summary>
/// How many stations tasks need at least, their precedence forgotten: the linear relaxation over all ways to fill one station, made by
/// column generation. It is the strongest bound in common use for packing, at most one below what packing needs on nearly every line.
/// </summary>
/// <remarks>
/// Prices are found in doubles and the bound is then reckoned from them in whole numbers: for any prices p ≥ 0, Σ nᵢpᵢ over the dearest filling of one
/// station is a bound, so a rounding error can weaken it and never make it wrong.
/// Sources: P. C. Gilmore, R. E. Gomory, A linear programming approach to the cutting-stock problem, Operations Research 9, 1961; A. A. Farley, A note on bounding a class of linear
/// programming problems, including cutting stock problems, Operations Research 38(5), 1990.
/// </remarks>
internal sealed class PatternBound
{
    private const double Small = 1e-9;

    private const int LongestCycle = 1_000_000;

    /// <summary>Columns that must be affordable: with fewer the relaxation does not come near its end.</summary>
    private const int Rounds = 200;

    /// <summary>What a price of 1 is in whole numbers.</summary>
    private const long Unit = 1L << 30;

    private readonly int[] sizes;
    private readonly int[] counts;
    private readonly int cycle;

    // Copies of a size bundled by powers of two: which size, how many copies.
    private readonly (int Row, int Copies)[] bundles;
    private readonly long[] worth;
    private readonly bool[] taken;

    private PatternBound(ReadOnlySpan<int> times, int cycle)
    {
        this.cycle = cycle;
        var groups = times.ToArray().Where(t => t > 0).GroupBy(t => t).OrderByDescending(g => g.Key).ToList();
        sizes = [.. groups.Select(g => g.Key)];
        counts = [.. groups.Select(g => g.Count())];
        var list = new List<(int, int)>();
        for (var row = 0; row < sizes.Length; row++)
        {
            var left = Math.Min(counts[row], cycle / sizes[row]);
            for (var copies = 1; left > 0; copies *= 2)
            {
                list.Add((row, Math.Min(copies, left)));
                left -= copies;
            }
        }

        bundles = [.. list];
        worth = new long[cycle + 1];
        taken = new bool[Math.Max(1L, bundles.Length * (cycle + 1L))];
    }

    /// <summary>A bound on the stations of the tasks; no less is possible.</summary>
    /// <param name="times">Their times, none above the cycle.</param>
    /// <param name="cycle">c.</param>
    /// <param name="known">A bound that is known already.</param>
    /// <param name="enough">The bound from which on no more is of use.</param>
    /// <param name="work">Steps of the dynamic programme that may be spent, about a nanosecond each; what is too large for it is not tried.</param>
    public static int Least(ReadOnlySpan<int> times, int cycle, int known, int enough, long work = 150_000_000)
    {
        if (known >= enough || times.Length == 0 || cycle > LongestCycle || times.Length * (cycle + 1L) > work / Rounds)
        {
            return known;
        }

        var bound = new PatternBound(times, cycle);
        return bound.sizes.Length == 0 ? known : bound.Solved(known, enough, work);
    }

    private int Solved(int known, int enough, long work)
    {
        var rows = sizes.Length;

        // The basis begins with stations of one size each; its inverse is kept dense.
        var inverse = new double[rows, rows];
        var costs = new double[rows];
        var amounts = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            var copies = Math.Min(counts[i], cycle / sizes[i]);
            (inverse[i, i], costs[i], amounts[i]) = (1.0 / copies, 1, counts[i] / (double)copies);
        }

        var (prices, column, direction, whole) = (new double[rows], new double[rows], new double[rows], new long[rows]);
        var step = Math.Max(1L, bundles.Length * (cycle + 1L)) + (6L * rows * rows);
        for (; work > 0 && known < enough; work -= step)
        {
            var objective = 0.0;
            for (var i = 0; i < rows; i++)
            {
                objective += costs[i] * amounts[i];
            }

            // The relaxation cannot go above what it is now: nothing more is to be had.
            if (objective <= known + 1e-7)
            {
                break;
            }

            Array.Clear(prices);
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; costs[i] != 0 && j < rows; j++)
                {
                    prices[j] += costs[i] * inverse[i, j];
                }
            }

            var lowest = -1;
            for (var j = 0; j < rows; j++)
            {
                if (prices[j] < -Small && (lowest < 0 || prices[j] < prices[lowest]))
                {
                    lowest = j;
                }
            }

            var cost = 1.0;
            Array.Clear(column);
            if (lowest >= 0)
            {
                // More copies than asked of a size cost nothing.
                (column[lowest], cost) = (-1, 0);
            }
            else
            {
                var dearest = Dearest(prices, whole, column);
                var sum = 0L;
                for (var i = 0; i < rows; i++)
                {
                    sum += counts[i] * whole[i];
                }

                if (dearest > 0)
                {
                    known = Math.Max(known, (int)((sum + dearest - 1) / dearest));
                }

                var value = 0.0;
                for (var i = 0; i < rows; i++)
                {
                    value += prices[i] * column[i];
                }

                if (value <= 1 + 1e-8)
                {
                    break;
                }
            }

            if (!Enter(inverse, costs, amounts, column, direction, cost))
            {
                break;
            }
        }

        return known;
    }

    /// <summary>The filling of one station that is dearest at these prices, as whole numbers, and its worth.</summary>
    private long Dearest(double[] prices, long[] whole, double[] column)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = (long)Math.Floor(Math.Max(0, prices[i]) * Unit);
        }

        Array.Clear(worth);
        for (var b = 0; b < bundles.Length; b++)
        {
            var (row, copies) = bundles[b];
            var (size, price) = (sizes[row] * copies, whole[row] * copies);
            var from = (long)b * (cycle + 1);
            taken.AsSpan((int)from, cycle + 1).Clear();
            for (var room = cycle; room >= size; room--)
            {
                if (worth[room - size] + price is var better && better > worth[room])
                {
                    (worth[room], taken[from + room]) = (better, true);
                }
            }
        }

        var left = cycle;
        for (var b = bundles.Length - 1; b >= 0; b--)
        {
            if (taken[((long)b * (cycle + 1)) + left])
            {
                var (row, copies) = bundles[b];
                column[row] += copies;
                left -= sizes[row] * copies;
            }
        }

        return worth[cycle];
    }

    /// <summary>The column takes the place of the one that runs out first; false when none does.</summary>
    private static bool Enter(double[,] inverse, double[] costs, double[] amounts, double[] column, double[] direction, double cost)
    {
        var rows = costs.Length;
        var leaving = -1;
        for (var i = 0; i < rows; i++)
        {
            var along = 0.0;
            for (var j = 0; j < rows; j++)
            {
                along += inverse[i, j] * column[j];
            }

            direction[i] = along;
            if (along > Small && (leaving < 0 || amounts[i] * direction[leaving] < amounts[leaving] * along))
            {
                leaving = i;
            }
        }

        if (leaving < 0)
        {
            return false;
        }

        var pivot = direction[leaving];
        for (var j = 0; j < rows; j++)
        {
            inverse[leaving, j] /= pivot;
        }

        amounts[leaving] /= pivot;
        for (var i = 0; i < rows; i++)
        {
            if (i != leaving && direction[i] != 0)
            {
                for (var j = 0; j < rows; j++)
                {
                    inverse[i, j] -= direction[i] * inverse[leaving, j];
                }

                amounts[i] = Math.Max(0, amounts[i] - (direction[i] * amounts[leaving]));
            }
        }

        costs[leaving] = cost;
        return true;
    }
}
