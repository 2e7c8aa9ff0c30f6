using System.Globalization;

namespace Etabli.Methods.Statistics;

/// <summary>The door of every method that takes a sample: long enough, every value finite and not beyond 1E+75.</summary>
internal static class Sample
{
    /// <summary>Values beyond it are refused, so that fourth powers and their sums stay finite.</summary>
    public const double Largest = 1e75;

    /// <summary>The sample, copied and checked.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int atLeast, string name)
    {
        MustHold(values.Length, atLeast, name);
        foreach (var value in values)
        {
            MustBeUsable(value, name);
        }

        return values.ToArray();
    }

    /// <summary>The sample, checked and in increasing order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values, int atLeast, string name)
    {
        var sorted = Of(values, atLeast, name);
        Array.Sort(sorted);
        return sorted;
    }

    public static void MustHold(int count, int atLeast, string name)
    {
        if (count < atLeast)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} holds {count} values; expected at least {atLeast}."), name);
        }
    }

    public static void MustBeUsable(double value, string name)
    {
        if (!(Math.Abs(value) <= Largest))
        {
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} has the value {value}; expected finite numbers, at most {Largest} in size."));
        }
    }

    public static double Share(double value, string name) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected a share above 0 and below 1."));

    public static double AtLeast(double value, double least, string name) =>
        double.IsFinite(value) && value >= least ? value : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected a finite number, {least} or more."));

    /// <summary>Mean and sum of squares about it.</summary>
    public static (double Mean, double Squares) Moments(ReadOnlySpan<double> values)
    {
        var (mean, squares) = ExactMoments(values);
        return (mean.Value, squares.Value);
    }

    /// <summary>Mean and sum of squares about it, to about 30 digits.</summary>
    public static (DoubleDouble Mean, DoubleDouble Squares) ExactMoments(ReadOnlySpan<double> values)
    {
        if (!values.ContainsAnyExcept(values[0]))
        {
            return (values[0], DoubleDouble.Zero);
        }

        var mean = DoubleDouble.Sum(values) / values.Length;
        var squares = DoubleDouble.Zero;
        foreach (var value in values)
        {
            var from = value - mean;
            squares += from * from;
        }

        return (mean, squares);
    }

    /// <summary>A sum of squares, or 0 when it is the rounding of double-double: a sample without spread must not pass for one with a small spread.</summary>
    public static DoubleDouble Settled(DoubleDouble squares, double largest, int count) =>
        squares.Value <= count * (largest * 1e-28) * (largest * 1e-28) ? DoubleDouble.Zero : squares;

    /// <summary>Median of a sorted sample.</summary>
    public static double Median(ReadOnlySpan<double> sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    /// <summary>Ranks from 1, equal values sharing the mean of theirs; and the sum of t³ − t over groups of t equal values.</summary>
    public static (double[] Ranks, double Ties) Ranked(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        var ties = 0.0;
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            double size = to - from;
            ties += size * size * size - size;
            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }

            from = to;
        }

        return (ranks, ties);
    }
}
