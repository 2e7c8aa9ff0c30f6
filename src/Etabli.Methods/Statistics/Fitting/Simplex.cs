namespace Etabli.Methods.Statistics.Fitting;

/// <summary>The lowest point of a function of a few numbers, without its slopes.</summary>
/// <remarks>Source: Nelder, J. A. and Mead, R., A simplex method for function minimization, Computer Journal 7, 1965, pp. 308–313.</remarks>
internal static class Simplex
{
    public static double[] Lowest(Func<double[], double> of, double[] start, double stride, int rounds = 2000)
    {
        // A second start from the first answer, as a simplex may collapse too early.
        var best = Descend(of, start, stride, rounds);
        return Descend(of, best, stride / 10, rounds);
    }

    private static double[] Descend(Func<double[], double> of, double[] start, double stride, int rounds)
    {
        var n = start.Length;
        var corners = new (double[] At, double Value)[n + 1];
        for (var i = 0; i <= n; i++)
        {
            var at = (double[])start.Clone();
            if (i > 0)
            {
                at[i - 1] += stride;
            }

            corners[i] = (at, of(at));
        }

        for (var round = 0; round < rounds; round++)
        {
            Array.Sort(corners, (a, b) => a.Value.CompareTo(b.Value));
            if (corners[n].Value - corners[0].Value <= 1e-12 * (1 + Math.Abs(corners[0].Value)) && Size(corners) < 1e-7)
            {
                break;
            }

            var centre = new double[n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    centre[j] += corners[i].At[j] / n;
                }
            }

            var reflected = Along(of, centre, corners[n].At, -1);
            if (reflected.Value < corners[0].Value)
            {
                var further = Along(of, centre, corners[n].At, -2);
                corners[n] = further.Value < reflected.Value ? further : reflected;
            }
            else if (reflected.Value < corners[n - 1].Value)
            {
                corners[n] = reflected;
            }
            else
            {
                var inside = Along(of, centre, corners[n].At, reflected.Value < corners[n].Value ? -0.5 : 0.5);
                if (inside.Value < Math.Min(reflected.Value, corners[n].Value))
                {
                    corners[n] = inside;
                    continue;
                }

                for (var i = 1; i <= n; i++)
                {
                    corners[i] = Along(of, corners[0].At, corners[i].At, 0.5);
                }
            }
        }

        Array.Sort(corners, (a, b) => a.Value.CompareTo(b.Value));
        return corners[0].At;
    }

    private static (double[] At, double Value) Along(Func<double[], double> of, double[] from, double[] to, double part)
    {
        var at = new double[from.Length];
        for (var j = 0; j < at.Length; j++)
        {
            at[j] = from[j] + part * (to[j] - from[j]);
        }

        return (at, of(at));
    }

    private static double Size((double[] At, double Value)[] corners)
    {
        var size = 0.0;
        for (var i = 1; i < corners.Length; i++)
        {
            for (var j = 0; j < corners[i].At.Length; j++)
            {
                size = Math.Max(size, Math.Abs(corners[i].At[j] - corners[0].At[j]));
            }
        }

        return size;
    }
}
