namespace Etabli.Methods.Statistics.Distributions;

/// <summary>Where a function that only grows, or only falls, takes a value.</summary>
internal static class Root
{
    /// <summary>The point where a distribution's tail weighs a share, sought from a first guess outwards.</summary>
    /// <param name="tail">Weight of the tail at a point: above it when <paramref name="falls"/>, else below it.</param>
    /// <param name="share">What it must weigh. Range: 0 &lt; share &lt; 1.</param>
    /// <param name="falls">Whether the weight falls as the point moves right.</param>
    /// <param name="guess">Where to start.</param>
    /// <param name="step">First stride, above 0.</param>
    /// <param name="least">The point is not left of it.</param>
    /// <param name="most">The point is not right of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point is beyond 1E+300.</exception>
    /// <remarks>The logarithm of the weight is sought, so that far tails are met as well as near ones.</remarks>
    public static double OfTail(Func<double, double> tail, double share, bool falls, double guess, double step, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        var sought = Math.Log(share);
        double Off(double x) => (falls ? -1 : 1) * (Math.Log(Math.Max(tail(x), double.Epsilon)) - sought);
        var (low, high) = (Math.Clamp(guess, least, most), Math.Clamp(guess, least, most));
        for (var stride = step; Off(low) > 0; stride *= 2)
        {
            low = double.IsInfinity(least) ? low - stride : (low + least) / 2;
            if (low - least <= 1e-300)
            {
                return least;
            }
        }

        for (var stride = step; Off(high) < 0; stride *= 2)
        {
            if (high > 1e300)
            {
                throw new ArgumentOutOfRangeException(nameof(share), share, "So far in the tail the quantile is beyond 1E+300; expected a nearer share.");
            }

            high = high + stride < most ? high + stride : (high + most) / 2;
        }

        return Between(Off, low, high);
    }

    /// <summary>The zero of a function between two points where its sign differs.</summary>
    /// <remarks>Source: Chandrupatla, T. R., A new hybrid quadratic/bisection algorithm, Advances in Engineering Software 28(3), 1997, pp. 145–149.</remarks>
    public static double Between(Func<double, double> f, double low, double high)
    {
        var (a, b) = (low, high);
        var (fa, fb) = (f(a), f(b));
        if (fa == 0 || a == b)
        {
            return a;
        }

        if (fb == 0 || fa > 0 == fb > 0)
        {
            return b;
        }

        var t = 0.5;
        var (c, fc) = (a, fa);
        for (var i = 0; i < 300; i++)
        {
            var x = a + t * (b - a);
            var fx = f(x);
            if (fx > 0 == fa > 0)
            {
                (c, fc) = (a, fa);
            }
            else
            {
                (c, b, fc, fb) = (b, a, fb, fa);
            }

            (a, fa) = (x, fx);
            var (best, fbest) = Math.Abs(fa) < Math.Abs(fb) ? (a, fa) : (b, fb);
            var near = (2.3e-16 * Math.Abs(best) + 1e-300) / Math.Abs(b - c);
            if (near > 0.5 || fbest == 0)
            {
                return best;
            }

            var xi = (a - b) / (c - b);
            var phi = (fa - fb) / (fc - fb);
            t = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
                ? fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
                : 0.5;
            t = Math.Clamp(t, near, 1 - near);
        }

        return a;
    }
}
