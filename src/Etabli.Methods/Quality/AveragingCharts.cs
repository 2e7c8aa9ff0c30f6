namespace Etabli.Methods.Quality;

/// <summary>Chart of the mean of the last subgroups (fr: carte de contrôle à moyenne mobile).</summary>
public static class MovingAverageChart
{
    /// <summary>Moving averages of subgroup means, or of single values.</summary>
    /// <param name="values">Measures, subgroup after subgroup. Finite.</param>
    /// <param name="size">n: values in a subgroup; 1 for single values. Range: ≥ 1.</param>
    /// <param name="span">w: subgroups in an average. Range: ≥ 2. The first points average what there is.</param>
    /// <param name="choices">Reference, exclusions, frozen limits; of the rules only the first is read. Sigma comes from ranges (n ≤ 10), deviations or moving ranges.</param>
    /// <returns>Limits X̿ ± L·σ/√(n·w), wider on the first w − 1 points. An excluded subgroup is averaged and its point marked.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the length is no whole number of subgroups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">w is below 2.</exception>
    /// <remarks>O(values). Averages in a row share subgroups: run rules do not apply. Source: Montgomery, 2009, chapter 9.</remarks>
    /// <example><code>MovingAverageChart.Of([1, 2, 3, 4], size: 1, span: 2).Values(); // 1, 1.5, 2.5, 3.5</code></example>
    public static ControlChart Of(ReadOnlySpan<double> values, int size, int span, ChartChoices? choices = null)
    {
        choices ??= ChartChoices.Usual;
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 2);
        var means = FollowedMeans.Of(values, size, choices);
        var averages = new double[means.Points.Length];
        var deviations = new double[averages.Length];
        for (var i = 0; i < averages.Length; i++)
        {
            var taken = Math.Min(i + 1, span);
            var sum = 0.0;
            for (var j = i - taken + 1; j <= i; j++)
            {
                sum += means.Points[j] - means.Points[i];
            }

            averages[i] = means.Points[i] + sum / taken;
            deviations[i] = means.Deviation / Math.Sqrt(taken);
        }

        return Averaging.Make(ChartStatistic.MovingAverage, averages, deviations, "σ/√(n·w)", QualityBooks.Montgomery, means, choices, new Term("w", "subgroups in an average", span, Units.Ratio));
    }
}

/// <summary>Chart that forgets slowly: sees small lasting shifts (fr: carte EWMA).</summary>
public static class EwmaChart
{
    /// <summary>Exponentially weighted moving averages of subgroup means, or of single values.</summary>
    /// <param name="values">Measures, subgroup after subgroup. Finite.</param>
    /// <param name="size">n: values in a subgroup; 1 for single values. Range: ≥ 1.</param>
    /// <param name="weight">λ: weight of the last point. Usual: 0.2. Range: 0 &lt; λ ≤ 1.</param>
    /// <param name="choices">L (<see cref="ChartChoices.Sigmas"/>), reference, exclusions, frozen limits; of the rules only the first is read. An excluded subgroup is drawn and does not enter the average.</param>
    /// <returns>z = λ·x̄ + (1 − λ)·z from the centre; limits X̿ ± L·σ/√n·√(λ/(2−λ)·[1 − (1−λ)^2i]), exact at each point.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the length is no whole number of subgroups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">λ is out of range.</exception>
    /// <remarks>O(values). Choose λ and L by <see cref="RunLength.Ewma"/>. Source: Roberts, 1959.</remarks>
    /// <example><code>EwmaChart.Of(measures, size: 5, weight: 0.2, new() { ReferencePoints = 25 }).Breaking(ChartRule.BeyondLimits)</code></example>
    public static ControlChart Of(ReadOnlySpan<double> values, int size, double weight = 0.2, ChartChoices? choices = null)
    {
        choices ??= ChartChoices.Usual;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Argument.Positive(weight, nameof(weight)), 1);
        var means = FollowedMeans.Of(values, size, choices);
        var averages = new double[means.Points.Length];
        var deviations = new double[averages.Length];
        var average = means.Centre.Known;
        var left = 1.0;
        for (var i = 0; i < averages.Length; i++)
        {
            if (means.Reference.Skipped is not { } skipped || !skipped[i])
            {
                average += weight * (means.Points[i] - average);
                left *= (1 - weight) * (1 - weight);
            }

            averages[i] = average;
            deviations[i] = means.Deviation * Math.Sqrt(weight / (2 - weight) * (1 - left));
        }

        return Averaging.Make(ChartStatistic.WeightedAverage, averages, deviations, "σ/√n·√(λ/(2−λ)·(1−(1−λ)^2i))", QualityBooks.Roberts, means, choices, new Term("λ", "weight of the last point", weight, Units.Ratio));
    }
}

/// <summary>What the charts of averages share.</summary>
internal static class Averaging
{
    public static ControlChart Make(ChartStatistic statistic, double[] averages, double[] deviations, string deviation, Source source, FollowedMeans means, ChartChoices choices, Term term)
    {
        var (centre, l) = (means.Centre.Known, choices.Sigmas);
        var levels = new Levels([centre], deviations, [.. deviations.Select(d => centre - l * d)], [.. deviations.Select(d => centre + l * d)]);
        return Charting.Make(
            statistic,
            averages,
            levels,
            Charting.Lines("X̿", means.Centre, means.Sigma, levels, l, deviation, source, means.SigmaTerm, means.SizeTerm, term),
            means.Reference,
            choices,
            FollowedMeans.LimitsOf(choices),
            means.Limitations(choices));
    }
}
