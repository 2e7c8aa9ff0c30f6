namespace Etabli.Methods.Statistics.Distributions;

/// <summary>The mean of a function over s, s² being a chi-squared variable over its degrees of freedom: what stands behind t-like distributions.</summary>
internal static class ScaleMixture
{
    /// <summary>∫ g(s)·f_ν(s) ds by the trapezoid rule in u = ln s, which converges exponentially for smooth g.</summary>
    /// <param name="freedom">ν. Range: above 0.</param>
    /// <param name="sharpness">How fast g turns: about the largest slope of its argument in s.</param>
    /// <param name="of">g.</param>
    public static double Mean(double freedom, double sharpness, Func<double, double> of)
    {
        // Beyond 9 standard deviations of ln s, or where e^{ν·u} is under 1E−18, nothing weighs.
        var spread = 1 / Math.Sqrt(2 * freedom);
        var low = Math.Max(-42 / freedom - 1, -(9 * spread + 40 / freedom));
        var high = Math.Min(Math.Log(1 + 9.5 * spread + 20 / freedom), 3);
        var step = Math.Min(0.1, Math.Min(0.35 / Math.Sqrt(freedom), 0.35 / Math.Max(1, sharpness)));
        var count = Math.Min((int)Math.Ceiling((high - low) / step), 200_000);
        step = (high - low) / count;
        var sum = 0.0;
        for (var i = 0; i <= count; i++)
        {
            var s = Math.Exp(low + i * step);
            var weight = 2 * Integrals.GammaFront(freedom / 2, freedom * s * s / 2);
            if (weight > 0)
            {
                sum += weight * of(s);
            }
        }

        return sum * step;
    }
}
