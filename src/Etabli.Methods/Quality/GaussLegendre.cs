namespace Etabli.Methods.Quality;

/// <summary>Nodes and weights that integrate polynomials up to degree 2·order − 1 exactly.</summary>
internal static class GaussLegendre
{
    public static (double[] Nodes, double[] Weights) On(double from, double to, int order)
    {
        var nodes = new double[order];
        var weights = new double[order];
        var (middle, half) = ((from + to) / 2, (to - from) / 2);
        for (var i = 0; i < order; i++)
        {
            // Newton on the Legendre polynomial from its asymptotic root.
            var x = Math.Cos(Math.PI * (i + 0.75) / (order + 0.5));
            var slope = 1.0;
            for (var step = 0; step < 100; step++)
            {
                var (value, derivative) = Legendre(order, x);
                slope = derivative;
                var move = value / derivative;
                x -= move;
                if (Math.Abs(move) < 1e-15)
                {
                    break;
                }
            }

            nodes[i] = middle - half * x;
            weights[i] = 2 * half / ((1 - x * x) * slope * slope);
        }

        return (nodes, weights);
    }

    private static (double Value, double Derivative) Legendre(int order, double x)
    {
        var (before, value) = (1.0, x);
        for (var k = 2; k <= order; k++)
        {
            (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k);
        }

        return (value, order * (x * value - before) / (x * x - 1));
    }
}
