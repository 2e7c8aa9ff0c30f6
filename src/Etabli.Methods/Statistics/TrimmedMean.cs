namespace Etabli.Methods.Statistics;

/// <summary>Mean of a sample without its smallest and largest values (fr: moyenne tronquée).</summary>
public static class TrimmedMean
{
    private static readonly Formula Formula = new("trimmed mean", "x̄_t = Σx₍ᵢ₎ / (n − 2g), i from g + 1 to n − g, g = ⌊t·n⌋", new("Wilcox, R. R.", "Introduction to Robust Estimation and Hypothesis Testing, 3rd ed.", 2012, "section 3.3"));

    /// <summary>Mean of the middle of a sample.</summary>
    /// <param name="values">The sample, in any order; at least one value.</param>
    /// <param name="share">t: what is left out at either end. Range: 0 to under 0.5.</param>
    /// <returns>The mean, in the unit of the sample; the plain mean at 0.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or t is not from 0 to under 0.5.</exception>
    /// <remarks>O(n log n). Source: Wilcox, 2012, section 3.3.</remarks>
    /// <example><code>TrimmedMean.Of([1, 2, 3, 4, 100], 0.2).Known; // 3</code></example>
    public static Explained<double> Of(ReadOnlySpan<double> values, double share)
    {
        Argument.NotNegative(share, nameof(share));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 0.5);
        var sorted = Sample.Sorted(values, 1, nameof(values));

        // A share such as 0.29 of 100 is 28.999999…: the last bit of a product must not keep one more.
        var cut = (int)Math.Floor(share * sorted.Length * (1 + 1e-15));
        var mean = Sample.Moments(sorted.AsSpan(cut, sorted.Length - 2 * cut)).Mean;
        return Formula.Gives(mean, Units.OfMeasure, new Term("n", "number of values", sorted.Length, Units.Ratio), new("t", "share left out at either end", share, Units.Ratio), new("g", "values left out at either end", cut, Units.Ratio));
    }
}
