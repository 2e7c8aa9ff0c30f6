using System.Numerics;

namespace Etabli.Methods.Statistics;

/// <summary>
/// What a sample is in a few figures: size, mean, spread, ends and shape, read in one pass; two summaries merge into that of all
/// values (fr: résumé statistique).
/// </summary>
/// <remarks>
/// Memory does not grow with the sample. Blocks of values are read about their own mean and merged in double-double, so that a spread that is small beside
/// the mean keeps its digits. Sources: Chan, T. F., Golub, G. H. and LeVeque, R. J., Algorithms for Computing the Sample Variance, The American Statistician 37(3), 1983, pp. 242–247;
/// Pébay, P., Formulas for Robust, One-Pass Parallel Computation of Covariances and Arbitrary-Order Statistical Moments, SAND2008-6212, 2008.
/// </remarks>
/// <example>
/// <code>
/// var morning = Summary.Of([10.2, 10.4, 10.3]);
/// var day = morning.Merge(Summary.Of([10.1, 10.5]));
/// day.Mean.Known; // 10.3
/// day.StandardDeviation.Known; // 0.158113883
/// </code>
/// </example>
public sealed record Summary
{
    private const int Block = 1024;
    private static readonly Source Usage = new("ISO", "3534-1, Statistics - Vocabulary and symbols - Part 1", 2006);
    private static readonly Source Shape = new("Joanes, D. N. and Gill, C. A.", "Comparing measures of sample skewness and kurtosis, The Statistician 47(1), pp. 183–189", 1998);
    private static readonly Formula MeanFormula = new("mean", "x̄ = Σx / n", Usage);
    private static readonly Formula VarianceFormula = new("variance", "s² = Σ(x − x̄)² / (n − 1)", Usage);
    private static readonly Formula DeviationFormula = new("standard deviation", "s = √(Σ(x − x̄)² / (n − 1))", Usage);
    private static readonly Formula SkewnessFormula = new("skewness", "G₁ = √(n(n − 1)) / (n − 2) · m₃ / m₂^1.5", Shape);
    private static readonly Formula KurtosisFormula = new("excess kurtosis", "G₂ = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(m₄ / m₂² − 3) + 6)", Shape);
    private static readonly Formula MomentSkewnessFormula = new("moment skewness", "g₁ = m₃ / m₂^1.5", Shape);
    private static readonly Formula MomentKurtosisFormula = new("moment excess kurtosis", "g₂ = m₄ / m₂² − 3", Shape);

    private readonly Moments all;

    private Summary(in Moments all) => this.all = all;

    /// <summary>The summary of nothing.</summary>
    public static Summary Empty { get; } = new(default(Moments));

    /// <summary>n: how many values.</summary>
    public long Count => all.Count;

    /// <summary>Smallest value; null when there is none.</summary>
    public double? Minimum => Count == 0 ? null : all.Low;

    /// <summary>Largest value; null when there is none.</summary>
    public double? Maximum => Count == 0 ? null : all.High;

    /// <summary>Arithmetic mean; a gap when there is no value.</summary>
    public Explained<double> Mean => Count == 0 ? MeanFormula.Lacks<double>(Units.OfMeasure, [new("", "values")], Size) : MeanFormula.Gives(all.Mean.Value, Units.OfMeasure, Size);

    /// <summary>Sample variance, in the square of the unit; a gap under 2 values.</summary>
    public Explained<double> Variance => Spread(VarianceFormula, v => v);

    /// <summary>Sample standard deviation; a gap under 2 values.</summary>
    public Explained<double> StandardDeviation => Spread(DeviationFormula, Math.Sqrt);

    /// <summary>Skewness G₁, unbiased under normality; a gap under 3 values or when they are all equal.</summary>
    public Explained<double> Skewness => Shaped(SkewnessFormula, 3, () => Math.Sqrt((double)Count * (Count - 1)) / (Count - 2) * Skew);

    /// <summary>Excess kurtosis G₂, unbiased under normality: 0 for a normal sample; a gap under 4 values or when they are all equal.</summary>
    public Explained<double> Kurtosis => Shaped(KurtosisFormula, 4, () => (Count - 1.0) / ((Count - 2.0) * (Count - 3.0)) * ((Count + 1.0) * Peak + 6));

    /// <summary>Skewness g₁ of the moments, as some tools print it; a gap under 2 values or when they are all equal.</summary>
    public Explained<double> MomentSkewness => Shaped(MomentSkewnessFormula, 2, () => Skew);

    /// <summary>Excess kurtosis g₂ of the moments, as some tools print it; a gap under 2 values or when they are all equal.</summary>
    public Explained<double> MomentKurtosis => Shaped(MomentKurtosisFormula, 2, () => Peak);

    internal double SquaresAboutMean => Math.Max(all.Second.Value, 0);

    internal double MeanOrZero => all.Mean.Value;

    private Term Size => new("n", "number of values", Count, Units.Ratio);

    private double Skew => Math.Sqrt(Count) * (all.Third.Value / all.Second.Value) / Math.Sqrt(all.Second.Value);

    private double Peak => Count * (all.Fourth.Value / all.Second.Value / all.Second.Value) - 3;

    /// <summary>Summary of a sample.</summary>
    /// <param name="values">The sample, in any order; it may be empty. Each finite, at most 1E+75 in size.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or beyond 1E+75.</exception>
    /// <remarks>O(n), no allocation but the result. Source: Chan, Golub and LeVeque, 1983.</remarks>
    /// <example><code>Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]).Variance.Known; // 32 / 7 = 4.571429</code></example>
    public static Summary Of(ReadOnlySpan<double> values)
    {
        var all = default(Moments);
        for (var from = 0; from < values.Length; from += Block)
        {
            all = Merged(all, OfBlock(values.Slice(from, Math.Min(Block, values.Length - from))));
        }

        return new(all);
    }

    /// <summary>Summary of these values and of more: how a long series is read chunk by chunk.</summary>
    /// <param name="more">The next values; each finite, at most 1E+75 in size.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or beyond 1E+75.</exception>
    /// <example><code>Summary.Empty.With([1, 2]).With([3]).Mean.Known; // 2</code></example>
    public Summary With(ReadOnlySpan<double> more) => Merge(Of(more));

    /// <summary>Summary of the values of both.</summary>
    /// <param name="other">Summary of other values.</param>
    /// <remarks>O(1). Source: Pébay, 2008, equations 2.1 and 3.1.</remarks>
    public Summary Merge(Summary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Merged(all, other.all));
    }

    private static Moments Merged(in Moments first, in Moments second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return first.Count == 0 ? second : first;
        }

        var (a, b) = ((double)first.Count, (double)second.Count);
        var n = a + b;
        var step = second.Mean - first.Mean;
        var part = step / n;
        var square = step * part * a * b;
        var third = first.Third + second.Third + square * part * (a - b) + part * (a * second.Second - b * first.Second) * 3;
        var fourth = first.Fourth + second.Fourth + square * part * part * (a * a - a * b + b * b)
            + part * part * (second.Second * a * a + first.Second * b * b) * 6 + part * (second.Third * a - first.Third * b) * 4;
        return new(checked(first.Count + second.Count), first.Mean + part * b, first.Second + second.Second + square, third, fourth, Math.Min(first.Low, second.Low), Math.Max(first.High, second.High));
    }

    private static Moments OfBlock(ReadOnlySpan<double> block)
    {
        var (sum, low, high) = Ends(block);
        if (!(low >= -Sample.Largest && high <= Sample.Largest && double.IsFinite(sum)))
        {
            foreach (var value in block)
            {
                Sample.MustBeUsable(value, "values");
            }
        }

        var n = block.Length;
        var near = Math.Clamp(sum / n, low, high);
        var (s1, s2, s3, s4) = Powers(block, near);
        var off = s1 / n;
        return new(
            n,
            new DoubleDouble(near) + off,
            new DoubleDouble(s2) - s1 * off,
            new DoubleDouble(s3) - 3 * off * s2 + 2 * n * off * off * off,
            new DoubleDouble(s4) - 4 * off * s3 + 6 * off * off * s2 - 3 * n * off * off * off * off,
            low,
            high);
    }

    private static (double Sum, double Low, double High) Ends(ReadOnlySpan<double> block)
    {
        var (sum, low, high) = (0.0, block[0], block[0]);
        var i = 0;
        if (block.Length >= Vector<double>.Count)
        {
            var (sums, lows, highs) = (Vector<double>.Zero, new Vector<double>(low), new Vector<double>(high));
            for (; i <= block.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var x = new Vector<double>(block[i..]);
                sums += x;
                lows = Vector.Min(lows, x);
                highs = Vector.Max(highs, x);
            }

            sum = Vector.Sum(sums);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
            }
        }

        for (; i < block.Length; i++)
        {
            sum += block[i];
            (low, high) = (Math.Min(low, block[i]), Math.Max(high, block[i]));
        }

        return (sum, low, high);
    }

    /// <summary>Sums of the first four powers of the distance to a centre.</summary>
    private static (double First, double Second, double Third, double Fourth) Powers(ReadOnlySpan<double> block, double centre)
    {
        var (s1, s2, s3, s4) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var middle = new Vector<double>(centre);
        var i = 0;
        for (; i <= block.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var d = new Vector<double>(block[i..]) - middle;
            var square = d * d;
            s1 += d;
            s2 += square;
            s3 += square * d;
            s4 += square * square;
        }

        var (t1, t2, t3, t4) = (Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3), Vector.Sum(s4));
        for (; i < block.Length; i++)
        {
            var d = block[i] - centre;
            var square = d * d;
            t1 += d;
            t2 += square;
            t3 += square * d;
            t4 += square * square;
        }

        return (t1, t2, t3, t4);
    }

    private Explained<double> Spread(Formula formula, Func<double, double> of) => Count < 2
        ? formula.Lacks<double>(Units.OfMeasure, [new("", "second value")], Size)
        : formula.Gives(of(SquaresAboutMean / (Count - 1)), Units.OfMeasure, Size, new("x̄", "mean", all.Mean.Value, Units.OfMeasure));

    private Explained<double> Shaped(Formula formula, int atLeast, Func<double> of)
    {
        if (Count < atLeast)
        {
            return formula.Lacks<double>(Units.Ratio, [new("", $"{atLeast} values")], Size);
        }

        var value = all.Low == all.High || all.Second.Value <= 0 ? double.NaN : of();
        return double.IsFinite(value)
            ? formula.Gives(value, Units.Ratio, Size, new("m₂", "second moment", SquaresAboutMean / Count, Units.OfMeasure))
            : formula.Lacks<double>(Units.Ratio, [new("", "spread of the values", GapKind.Impossible)], Size);
    }

    /// <summary>Size, mean, sums of powers of the distance to it, and ends.</summary>
    private readonly record struct Moments(long Count, DoubleDouble Mean, DoubleDouble Second, DoubleDouble Third, DoubleDouble Fourth, double Low, double High);
}
