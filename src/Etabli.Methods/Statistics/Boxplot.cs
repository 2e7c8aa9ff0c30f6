namespace Etabli.Methods.Statistics;

/// <summary>A value beyond the fences (fr: valeur aberrante).</summary>
/// <param name="Index">Its place in the sample, from 0.</param>
/// <param name="Value">The value.</param>
/// <param name="IsExtreme">True beyond the outer fences, 3 interquartile ranges from the box.</param>
public sealed record Outlier(int Index, double Value, bool IsExtreme);

/// <summary>A sample in a box and two whiskers (fr: boîte à moustaches).</summary>
/// <param name="LowerQuartile">Q₁, in the unit of the sample.</param>
/// <param name="Median">Median.</param>
/// <param name="UpperQuartile">Q₃.</param>
/// <param name="LowerWhisker">Smallest value inside the inner fence.</param>
/// <param name="UpperWhisker">Largest value inside the inner fence.</param>
/// <param name="InnerFences">Q₁ − 1.5·IQR and Q₃ + 1.5·IQR.</param>
/// <param name="OuterFences">Q₁ − 3·IQR and Q₃ + 3·IQR.</param>
/// <param name="Outliers">Values beyond the inner fences, in the order of the sample.</param>
/// <param name="Because">Formula, terms and source of the fences.</param>
public sealed record Boxplot(
    double LowerQuartile,
    double Median,
    double UpperQuartile,
    double LowerWhisker,
    double UpperWhisker,
    (double Low, double High) InnerFences,
    (double Low, double High) OuterFences,
    IReadOnlyList<Outlier> Outliers,
    Explanation Because)
{
    private static readonly Formula Formula = new("Tukey fences", "[Q₁ − k·IQR; Q₃ + k·IQR], k = 1.5 and 3", new("Tukey, J. W.", "Exploratory Data Analysis", 1977, "section 2D"));

    /// <summary>Box, whiskers and outliers of a sample.</summary>
    /// <param name="values">The sample, in any order; at least one value.</param>
    /// <param name="quartiles">How quartiles are read.</param>
    /// <exception cref="ArgumentException">The sample is empty, or a value is not finite.</exception>
    /// <remarks>O(n log n). Of normal values 0.7 % lie beyond the inner fences: in 150, one is expected. Source: Tukey, 1977.</remarks>
    /// <example><code>Boxplot.Of([1, 2, 3, 4, 5, 6, 7, 8, 30]).Outliers; // 30, extreme: Q₁ 3, Q₃ 7, outer fence 19</code></example>
    public static Boxplot Of(ReadOnlySpan<double> values, QuantileType quartiles = QuantileType.Type7)
    {
        var sample = Sample.Of(values, 1, nameof(values));
        var sorted = Sample.Sorted(values, 1, nameof(values));
        var (lower, upper) = (Quantile.Of(sorted, 0.25, quartiles), Quantile.Of(sorted, 0.75, quartiles));
        var range = upper - lower;
        (double Low, double High) inner = (lower - 1.5 * range, upper + 1.5 * range), outer = (lower - 3 * range, upper + 3 * range);
        var inside = Array.FindAll(sorted, v => v >= inner.Low && v <= inner.High);
        var outliers = sample.Select((v, i) => new Outlier(i, v, v < outer.Low || v > outer.High)).Where(o => o.Value < inner.Low || o.Value > inner.High);
        Term[] terms = [new("Q₁", $"lower quartile, quantile type {(int)quartiles}", lower, Units.OfMeasure), new("Q₃", $"upper quartile, quantile type {(int)quartiles}", upper, Units.OfMeasure), new("IQR", "interquartile range", range, Units.OfMeasure)];
        return new(lower, Sample.Median(sorted), upper, inside[0], inside[^1], inner, outer, Listed.Of(outliers), new(Formula, terms, []));
    }
}
