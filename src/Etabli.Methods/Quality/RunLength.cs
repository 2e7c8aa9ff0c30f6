namespace Etabli.Methods.Quality;

/// <summary>Mean number of points until a chart signals (fr: période opérationnelle moyenne, POM).</summary>
/// <remarks>
/// Long when the process holds (few false alarms), short when it has moved. Points are independent and normal, limits are known and not
/// estimated: with limits from few subgroups the true false alarms are more.
/// </remarks>
public static class RunLength
{
    private const int Order = 64;

    /// <summary>Beyond, the equations have lost their digits, and no process is followed that long.</summary>
    private const double Longest = 1e12;

    private static readonly Formula ShewhartFormula = new("mean run length", "ARL = 1 / P(beyond limits)", QualityBooks.Montgomery);

    private static readonly Formula RulesFormula = new("mean run length", "ARL = 1ᵀ·(I − Q)⁻¹", QualityBooks.ChampWoodall);

    private static readonly Formula EwmaFormula = new("mean run length", "L(u) = 1 + ∫ L(x)·φ((x − (1−λ)u)/λ − δ)/λ dx", QualityBooks.Crowder);

    private static readonly Formula CusumFormula = new("mean run length", "1/ARL = 1/L⁺ + 1/L⁻, L(u) = 1 + L(0)·Φ(k − u − δ) + ∫ L(x)·φ(x + k − u − δ) dx", QualityBooks.BrookEvans);

    /// <summary>Of a Shewhart chart of means read with its limits alone.</summary>
    /// <param name="shift">δ: by how much the mean has moved, in standard deviations of one value; 0 for a process that holds.</param>
    /// <param name="size">n: values in a subgroup. Range: &gt; 0.</param>
    /// <param name="sigmas">L: distance of the limits. Usual: 3. Range: &gt; 0.</param>
    /// <returns>1 / (Φ(−L − δ√n) + Φ(−L + δ√n)) points; no value beyond 10¹² points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    /// <remarks>O(1), exact. Source: Montgomery, 2009.</remarks>
    /// <example><code>RunLength.Shewhart(shift: 0).Known; // 370.4</code></example>
    public static Explained<double> Shewhart(double shift, int size = 1, double sigmas = 3)
    {
        var moved = Argument.Finite(shift, nameof(shift)) * Math.Sqrt(Argument.Positive(size, nameof(size)));
        Argument.Positive(sigmas, nameof(sigmas));
        return Said(ShewhartFormula, 1 / (Tails.Normal(sigmas + moved) + Tails.Normal(sigmas - moved)), Shift(shift), new Term("n", "subgroup size", size, Units.Ratio), new Term("L", "sigmas", sigmas, Units.Ratio));
    }

    /// <summary>Of a Shewhart chart of means read with run rules.</summary>
    /// <param name="rules">Rules 1, 2, 5 and 6; limits at three sigmas. The others have no memory small enough and are refused.</param>
    /// <param name="shift">δ: by how much the mean has moved, in standard deviations of one value.</param>
    /// <param name="size">n: values in a subgroup. Range: &gt; 0.</param>
    /// <returns>Mean points to the first sign of any rule, from a fresh start.</returns>
    /// <exception cref="ArgumentException">No rule, a rule among 3, 4, 7, 8, or run lengths that make more than 4000 states.</exception>
    /// <remarks>Markov chain over what the rules remember; O(states³), under 200 states for the usual rules. Source: Champ and Woodall, 1987.</remarks>
    /// <example><code>RunLength.Shewhart(RunRules.WesternElectric, shift: 0).Known; // 91.75</code></example>
    public static Explained<double> Shewhart(RunRules rules, double shift, int size = 1)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var moved = Argument.Finite(shift, nameof(shift)) * Math.Sqrt(Argument.Positive(size, nameof(size)));
        return Said(RulesFormula, RuleChain.MeanRunLength(rules, moved), Shift(shift), new Term("n", "subgroup size", size, Units.Ratio));
    }

    /// <summary>Of a two-sided EWMA chart with its final limits.</summary>
    /// <param name="weight">λ: weight of the last point. Range: 0 &lt; λ ≤ 1.</param>
    /// <param name="sigmas">L: limits at L standard deviations of the average in the long run. Range: &gt; 0.</param>
    /// <param name="shift">δ: by how much the mean has moved, in standard deviations of what is averaged.</param>
    /// <returns>Mean points to the signal, from a start on the centre line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range; λ below 0.01 asks more nodes than are taken.</exception>
    /// <remarks>Fredholm equation by Gauss and Legendre with 64 nodes (128 for λ below 0.05). Source: Crowder, 1987.</remarks>
    /// <example><code>RunLength.Ewma(0.1, 2.814, shift: 0).Known; // 499.6</code></example>
    public static Explained<double> Ewma(double weight, double sigmas, double shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Argument.Finite(weight, nameof(weight)), 0.01);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 1);
        Argument.Positive(sigmas, nameof(sigmas));
        Argument.Finite(shift, nameof(shift));
        if (weight == 1)
        {
            return Shewhart(shift, 1, sigmas);
        }

        var reach = sigmas * Math.Sqrt(weight / (2 - weight));
        var (nodes, weights) = GaussLegendre.On(-reach, reach, weight < 0.05 ? 2 * Order : Order);
        double Kernel(double from, double to) => Tails.NormalDensity((to - (1 - weight) * from) / weight - shift) / weight;
        var lengths = Lengths(nodes, weights, Kernel, null);
        var start = 1.0;
        for (var j = 0; j < nodes.Length; j++)
        {
            start += weights[j] * Kernel(0, nodes[j]) * lengths[j];
        }

        return Said(EwmaFormula, start, new("λ", "weight of the last point", weight, Units.Ratio), new("L", "sigmas", sigmas, Units.Ratio), Shift(shift));
    }

    /// <summary>Of a two-sided tabular CUSUM.</summary>
    /// <param name="reference">k: allowance, in standard deviations of what is cumulated. Range: ≥ 0.</param>
    /// <param name="decision">h: decision interval, in the same. Range: above 0, up to 30: beyond, 64 nodes no longer see the kernel.</param>
    /// <param name="shift">δ: by how much the mean has moved, in the same.</param>
    /// <param name="headStart">Start of both sums (fast initial response). Usual: 0, or h/2. Range: 0 ≤ s &lt; h.</param>
    /// <returns>Mean points to the first signal of either side.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    /// <remarks>
    /// Each side by its integral equation, Gauss and Legendre with 64 nodes; both sides together exactly, as a side that signals finds the
    /// other at 0. Source: Brook and Evans, 1972, for the chain this equation is the limit of; Page, 1954.
    /// </remarks>
    /// <example><code>RunLength.Cusum(0.5, 5, shift: 0).Known; // 465.4</code></example>
    public static Explained<double> Cusum(double reference, double decision, double shift, double headStart = 0)
    {
        Argument.NotNegative(reference, nameof(reference));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Argument.Positive(decision, nameof(decision)), 30);
        Argument.Finite(shift, nameof(shift));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Argument.NotNegative(headStart, nameof(headStart)), decision);
        var (up, upStart) = OneSide(reference, decision, shift, headStart);
        var (down, downStart) = OneSide(reference, decision, -shift, headStart);
        var both = (upStart * down + downStart * up - up * down) / (up + down);
        return Said(
            CusumFormula, both, new("k", "allowance", reference, Units.Ratio), new("h", "decision interval", decision, Units.Ratio), Shift(shift), new("s", "head start", headStart, Units.Ratio, Assumed: false));
    }

    private static (double FromZero, double FromStart) OneSide(double reference, double decision, double shift, double headStart)
    {
        var (nodes, weights) = GaussLegendre.On(0, decision, Order);
        double Kernel(double from, double to) => Tails.NormalDensity(to + reference - from - shift);
        double Atom(double from) => Tails.Normal(from + shift - reference);
        var lengths = Lengths(nodes, weights, Kernel, Atom);
        var zero = lengths[^1];
        var start = 1 + zero * Atom(headStart);
        for (var j = 0; j < nodes.Length; j++)
        {
            start += weights[j] * Kernel(headStart, nodes[j]) * lengths[j];
        }

        return (zero, start);
    }

    /// <summary>Solves L(u) = 1 + Σ w·K(u, x)·L(x) [+ L(0)·atom(u)] at the nodes; with an atom the last unknown is L(0).</summary>
    private static double[] Lengths(double[] nodes, double[] weights, Func<double, double, double> kernel, Func<double, double>? atom)
    {
        var n = nodes.Length + (atom is null ? 0 : 1);
        var system = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            var from = i < nodes.Length ? nodes[i] : 0;
            for (var j = 0; j < nodes.Length; j++)
            {
                system[i, j] = -weights[j] * kernel(from, nodes[j]);
            }

            if (atom is not null)
            {
                system[i, n - 1] = -atom(from);
            }

            system[i, i] += 1;
        }

        return LinearSystem.Solve(system, [.. Enumerable.Repeat(1.0, n)]);
    }

    private static Term Shift(double shift) => new("δ", "shift of the mean, in sigmas", shift, Units.Ratio);

    private static Explained<double> Said(Formula formula, double value, params Term[] terms) =>
        value is >= 1 - 1e-9 and <= Longest ? formula.Gives(Math.Max(1, value), Units.Points, terms) : formula.Lacks<double>(Units.Points, [new("", "run length too long to be computed", GapKind.Impossible)], terms);
}
