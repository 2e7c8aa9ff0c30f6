using MathNet.Numerics;

namespace Etabli.Methods.Quality;

/// <summary>Constants of control charts for one subgroup size, computed from the normal law (fr: constantes de carte de contrôle).</summary>
/// <remarks>
/// W is the range of n independent standard normal values: d2 = E(W), d3 = √(E(W²) − d2²); c4 = √(2/(n−1))·Γ(n/2)/Γ((n−1)/2).
/// Printed tables are roundings of these. Source: Tippett, 1925; ISO 7870-2:2013.
/// </remarks>
/// <example><code>ControlChartConstants.For(5).A2; // 0.57682, printed 0.577</code></example>
public sealed record ControlChartConstants
{
    /// <summary>Largest subgroup size there are constants for.</summary>
    public const int LargestSize = 1000;

    private const double Reach = 9;
    private const double Step = 0.1;
    private const int Tabled = 25;

    private static readonly double[] Below = [.. Enumerable.Range(0, 181).Select(i => Tails.Normal(Reach - i * Step))];

    private static readonly (double[] Nodes, double[] Weights) Widths = GaussLegendre.On(0, 2 * Reach, 64);

    private static readonly double[][] BelowShifted = [.. Widths.Nodes.Select(w => Enumerable.Range(0, 181).Select(i => Tails.Normal(Reach - i * Step - w)).ToArray())];

    private static readonly ControlChartConstants[] Table = [.. Enumerable.Range(2, Tabled - 1).Select(n => new ControlChartConstants(n))];

    private ControlChartConstants(int size)
    {
        Size = size;
        MeanDeviation = C4(size);
        (MeanRange, RangeDeviation) = Range(size);
    }

    /// <summary>n: values in a subgroup, 2 or more.</summary>
    public int Size { get; }

    /// <summary>d2: mean range of n values of standard deviation 1.</summary>
    public double MeanRange { get; }

    /// <summary>d3: standard deviation of that range.</summary>
    public double RangeDeviation { get; }

    /// <summary>c4: mean sample standard deviation of n values of standard deviation 1.</summary>
    public double MeanDeviation { get; }

    /// <summary>A = 3/√n.</summary>
    public double A => 3 / Math.Sqrt(Size);

    /// <summary>A2 = 3/(d2·√n).</summary>
    public double A2 => A / MeanRange;

    /// <summary>A3 = 3/(c4·√n).</summary>
    public double A3 => A / MeanDeviation;

    /// <summary>B3 = 1 − 3·√(1 − c4²)/c4, 0 at least.</summary>
    public double B3 => Math.Max(0, 1 - 3 * DeviationDeviation / MeanDeviation);

    /// <summary>B4 = 1 + 3·√(1 − c4²)/c4.</summary>
    public double B4 => 1 + 3 * DeviationDeviation / MeanDeviation;

    /// <summary>B5 = c4 − 3·√(1 − c4²), 0 at least.</summary>
    public double B5 => Math.Max(0, MeanDeviation - 3 * DeviationDeviation);

    /// <summary>B6 = c4 + 3·√(1 − c4²).</summary>
    public double B6 => MeanDeviation + 3 * DeviationDeviation;

    /// <summary>D1 = d2 − 3·d3, 0 at least.</summary>
    public double D1 => Math.Max(0, MeanRange - 3 * RangeDeviation);

    /// <summary>D2 = d2 + 3·d3.</summary>
    public double D2 => MeanRange + 3 * RangeDeviation;

    /// <summary>D3 = 1 − 3·d3/d2, 0 at least.</summary>
    public double D3 => D1 / MeanRange;

    /// <summary>D4 = 1 + 3·d3/d2.</summary>
    public double D4 => D2 / MeanRange;

    /// <summary>E2 = 3/d2.</summary>
    public double E2 => 3 / MeanRange;

    /// <summary>√(1 − c4²): standard deviation of the sample standard deviation of n values of standard deviation 1.</summary>
    public double DeviationDeviation => Math.Sqrt(1 - MeanDeviation * MeanDeviation);

    /// <summary>Constants of a subgroup size.</summary>
    /// <param name="size">n. Range: 2 to <see cref="LargestSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is out of range: one value has neither range nor deviation.</exception>
    /// <remarks>Up to 25 they are computed once; beyond, at each call, in some tenths of a millisecond. Within 1e-9 of exact.</remarks>
    /// <example><code>ControlChartConstants.For(5).MeanRange; // d2 = 2.32593</code></example>
    public static ControlChartConstants For(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        return size <= Tabled ? Table[size - 2] : new(size);
    }

    /// <summary>d2* = √(d2² + d3²/g): mean range found from g subgroups only, whose square estimates the variance without bias.</summary>
    /// <param name="subgroups">g. Range: &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">g is not above 0.</exception>
    /// <remarks>O(1). Source: AIAG, Measurement Systems Analysis, 2010, appendix C.</remarks>
    /// <example>For(3).MeanRangeOf(1) = 1.9115, whose inverse is the K2 of three operators, 0.5231.</example>
    public double MeanRangeOf(int subgroups) => Math.Sqrt(MeanRange * MeanRange + RangeDeviation * RangeDeviation / Argument.Positive(subgroups, nameof(subgroups)));

    internal static double C4(double size) => Math.Sqrt(2 / (size - 1)) * Math.Exp(SpecialFunctions.GammaLn(size / 2) - SpecialFunctions.GammaLn((size - 1) / 2));

    /// <summary>E(W) and the deviation of W. Sums of equal steps over functions flat at both ends converge faster than any power of the step.</summary>
    private static (double Mean, double Deviation) Range(int size)
    {
        var mean = 0.0;
        for (var i = 0; i < Below.Length; i++)
        {
            mean += Step * (1 - Math.Pow(Below[i], size) - Math.Pow(Below[^(i + 1)], size));
        }

        // E(W²) = 2∫ w·P(W > w) dw, and P(W ≤ w) = n·∫ φ(x)·(Φ(x + w) − Φ(x))^(n−1) dx.
        var square = 0.0;
        for (var j = 0; j < BelowShifted.Length; j++)
        {
            var within = 0.0;
            for (var i = 0; i < Below.Length; i++)
            {
                within += Step * size * Tails.NormalDensity(i * Step - Reach) * Math.Pow(BelowShifted[j][i] - Below[i], size - 1);
            }

            square += 2 * Widths.Weights[j] * Widths.Nodes[j] * (1 - within);
        }

        return (mean, Math.Sqrt(square - mean * mean));
    }
}
