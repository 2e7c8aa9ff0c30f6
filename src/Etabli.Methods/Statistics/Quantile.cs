namespace Etabli.Methods.Statistics;

/// <summary>How a quantile is read between two values of a sample (fr: type de quantile).</summary>
/// <remarks>Source: Hyndman, R. J. and Fan, Y., Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996, pp. 361–365.</remarks>
public enum QuantileType
{
    /// <summary>Type 6: position p·(n + 1).</summary>
    Type6 = 6,

    /// <summary>Type 7: position p·(n − 1) + 1. What spreadsheets' inclusive percentile and R give by default.</summary>
    Type7 = 7,
}

/// <summary>A value under which a share of the sample lies (fr: quantile).</summary>
public static class Quantile
{
    /// <summary>Quantile of a sorted sample, linear between its values.</summary>
    /// <param name="sorted">Values in increasing order; at least one, none NaN.</param>
    /// <param name="share">p. Range: 0 ≤ p ≤ 1.</param>
    /// <param name="type">How the position is reckoned.</param>
    /// <returns>A value from the smallest to the largest, in the unit of the sample.</returns>
    /// <exception cref="ArgumentException">The sample is empty or not sorted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p is not from 0 to 1, or the type is not known.</exception>
    /// <remarks>O(n) for the check, O(1) for the answer. Source: Hyndman and Fan, 1996.</remarks>
    /// <example><code>Quantile.Of([1, 2, 3, 4], 0.25, QuantileType.Type7); // 1.75; type 6 gives 1.25</code></example>
    public static double Of(ReadOnlySpan<double> sorted, double share, QuantileType type)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Argument.Finite(share, nameof(share)), 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("The sample is empty; expected at least one value.", nameof(sorted));
        }

        for (var i = 0; i < sorted.Length; i++)
        {
            if (!double.IsFinite(sorted[i]) || (i > 0 && sorted[i] < sorted[i - 1]))
            {
                throw new ArgumentException($"Value {i} breaks the order; expected finite values in increasing order.", nameof(sorted));
            }
        }

        var n = sorted.Length;
        var position = type switch
        {
            QuantileType.Type6 => share * (n + 1),
            QuantileType.Type7 => share * (n - 1) + 1,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Expected type 6 or 7."),
        };
        var below = Math.Clamp((int)Math.Floor(position), 1, n);
        var above = Math.Min(below + 1, n);
        var part = Math.Clamp(position - below, 0, 1);
        var step = sorted[above - 1] - sorted[below - 1];
        return part == 0 ? sorted[below - 1] : double.IsFinite(step) ? sorted[below - 1] + part * step : double.Lerp(sorted[below - 1], sorted[above - 1], part);
    }
}
