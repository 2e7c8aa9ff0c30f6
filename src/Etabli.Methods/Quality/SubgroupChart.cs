namespace Etabli.Methods.Quality;

/// <summary>The chart of the level and the chart of the spread of one process, read together (fr: couple de cartes de contrôle).</summary>
/// <param name="Location">Chart of means, or of individual values.</param>
/// <param name="Spread">Chart of ranges, deviations or moving ranges.</param>
/// <param name="DegreesOfFreedom">ν: effective degrees of freedom of sigma, about 0.62 per moving range of two; 0 when sigma was given, or its degrees are not known.</param>
public sealed record ChartPair(ControlChart Location, ControlChart Spread, double DegreesOfFreedom)
{
    /// <summary>σ: standard deviation of one value, from the spread within subgroups only.</summary>
    public Explained<double> Sigma => Location.Sigma;

    /// <summary>Whether neither chart breaks a rule.</summary>
    public bool IsInControl => Location.IsInControl && Spread.IsInControl;
}

/// <summary>Charts of means beside ranges or deviations (fr: cartes de contrôle aux mesures X̄-R et X̄-S).</summary>
/// <remarks>
/// Subgroups must be rational: made under the same conditions, so that their inside holds only the noise of the process.
/// Source: ISO 7870-2:2013; unequal sizes: Burr, 1969.
/// </remarks>
public static class SubgroupChart
{
    private static readonly Formula GrandMean = new("grand mean", "X̿ = Σx / N", QualityBooks.Iso7870Part2);

    /// <summary>Means and ranges of subgroups of one size.</summary>
    /// <param name="values">Measures, subgroup after subgroup. Finite; a whole number of subgroups, one at least.</param>
    /// <param name="size">n: values in each subgroup. Range: 2 to 25 is sensible, beyond 10 prefer deviations.</param>
    /// <param name="choices">Rules, reference, exclusions, frozen limits.</param>
    /// <returns>Limits X̿ ± L·σ/√n, with σ = R̄/d2: X̿ ± A2·R̄ for L = 3.</returns>
    /// <exception cref="ArgumentException">A value is not finite (its subgroup is named), the length is no whole number of subgroups, or nothing is left to reckon on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is below 2: use <see cref="IndividualChart.Of"/>.</exception>
    /// <remarks>O(values), one pass, nothing allocated per subgroup. Source: ISO 7870-2:2013.</remarks>
    /// <example><code>SubgroupChart.XBarR([1, 3, 2, 4, 1, 5], size: 2).Location.Centre.Known; // 2.667</code></example>
    public static ChartPair XBarR(ReadOnlySpan<double> values, int size, ChartChoices? choices = null) => Read(values, size, [], ranges: true, choices ?? ChartChoices.Usual);

    /// <summary>Means and ranges of subgroups of unequal sizes; each point has its limits.</summary>
    /// <param name="values">Measures, subgroup after subgroup.</param>
    /// <param name="sizes">n of each subgroup. Range: each ≥ 2; their sum is the number of values.</param>
    /// <param name="choices">Rules, reference, exclusions, frozen limits.</param>
    /// <returns>σ = Σh·R/d2 / Σh, h = d2²/d3²: the smallest variance ranges can give.</returns>
    /// <exception cref="ArgumentException">As for equal sizes; a size below 2 is named by its subgroup.</exception>
    /// <remarks>O(values). Source: Burr, 1969.</remarks>
    /// <example><code>SubgroupChart.XBarR([1, 3, 2, 4, 3], sizes: [2, 3]).Location.Points[1].Upper; // closer than that of the first</code></example>
    public static ChartPair XBarR(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, ChartChoices? choices = null) => Read(values, 0, sizes, ranges: true, choices ?? ChartChoices.Usual);

    /// <summary>Means and standard deviations of subgroups of one size.</summary>
    /// <param name="values">Measures, subgroup after subgroup. Finite; a whole number of subgroups, one at least.</param>
    /// <param name="size">n: values in each subgroup. Range: ≥ 2.</param>
    /// <param name="choices">Rules, reference, exclusions, frozen limits.</param>
    /// <returns>Limits X̿ ± L·σ/√n, with σ = s̄/c4: X̿ ± A3·s̄ for L = 3.</returns>
    /// <exception cref="ArgumentException">A value is not finite (its subgroup is named), the length is no whole number of subgroups, or nothing is left to reckon on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is below 2: use <see cref="IndividualChart.Of"/>.</exception>
    /// <remarks>O(values). Source: ISO 7870-2:2013.</remarks>
    /// <example><code>SubgroupChart.XBarS([1, 3, 2, 4, 1, 5], size: 2).Sigma.Known; // s̄/c4 = 2.363</code></example>
    public static ChartPair XBarS(ReadOnlySpan<double> values, int size, ChartChoices? choices = null) => Read(values, size, [], ranges: false, choices ?? ChartChoices.Usual);

    /// <summary>Means and standard deviations of subgroups of unequal sizes; each point has its limits.</summary>
    /// <param name="values">Measures, subgroup after subgroup.</param>
    /// <param name="sizes">n of each subgroup. Range: each ≥ 2; their sum is the number of values.</param>
    /// <param name="choices">Rules, reference, exclusions, frozen limits.</param>
    /// <returns>σ = Σh·s/c4 / Σh, h = c4²/(1 − c4²).</returns>
    /// <exception cref="ArgumentException">As for equal sizes; a size below 2 is named by its subgroup.</exception>
    /// <remarks>O(values). Source: Burr, 1969.</remarks>
    /// <example><code>SubgroupChart.XBarS([1, 3, 2, 4, 3], sizes: [2, 3]).Spread.Points.Count; // 2</code></example>
    public static ChartPair XBarS(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, ChartChoices? choices = null) => Read(values, 0, sizes, ranges: false, choices ?? ChartChoices.Usual);

    private static ChartPair Read(ReadOnlySpan<double> values, int size, ReadOnlySpan<int> sizes, bool ranges, ChartChoices choices)
    {
        var groups = SubgroupMeasures.Of(values, size, sizes, ranges, choices);
        var constants = groups.Constants;
        var (centre, sigma, degrees) = choices.Standard is { } standard
            ? (Charting.FromStandard(standard.Centre, Units.OfMeasure), Charting.FromStandard(standard.KnownSigma, Units.OfMeasure), 0.0)
            : Reckoned(groups);
        var (c, s, l) = (centre.Known, sigma.Known, choices.Sigmas);
        var limitations = groups.Reference.Limitations(choices, s, fewest: 20);

        var deviations = constants.Select(k => s / Math.Sqrt(k.Size)).ToArray();
        var means = new Levels([c], deviations, [.. deviations.Select(d => c - l * d)], [.. deviations.Select(d => c + l * d)]);
        var spreadCentres = constants.Select(k => groups.MeanOf(k) * s).ToArray();
        var spreadDeviations = constants.Select(k => groups.DeviationOf(k) * s).ToArray();
        var spreads = new Levels(
            spreadCentres,
            spreadDeviations,
            [.. spreadCentres.Select((m, i) => Math.Max(0, m - l * spreadDeviations[i]))],
            [.. spreadCentres.Select((m, i) => m + l * spreadDeviations[i])]);

        var size0 = new Term("n", "subgroup size", constants[0].Size, Units.Ratio);
        var sigmaTerm = new Term("σ", "process standard deviation", s, Units.OfMeasure, From: sigma.Because);
        var d2 = new Term(ranges ? "d2" : "c4", ranges ? "mean range of the normal law" : "mean deviation of the normal law", groups.MeanOf(constants[0]), Units.Ratio);
        var d3 = new Term(ranges ? "d3" : "√(1−c4²)", ranges ? "deviation of the range" : "deviation of the deviation", groups.DeviationOf(constants[0]), Units.Ratio);
        var spreadCentre = constants.Length > 1
            ? new Formula("centre line of the spread", $"{d2.Symbol}·σ", QualityBooks.Burr).Lacks<double>(Units.OfMeasure, [new("", "centre varies by point", GapKind.Impossible)], sigmaTerm)
            : new Formula("centre line of the spread", ranges ? "R̄ = d2·σ" : "s̄ = c4·σ", QualityBooks.Iso7870Part2).Gives(spreadCentres[0], Units.OfMeasure, d2, sigmaTerm);
        var meanLines = Charting.Lines("X̿", centre, sigma, means, l, "σ/√n", QualityBooks.Iso7870Part2, sigmaTerm, size0);
        var spreadLines = Charting.Lines(ranges ? "R̄" : "s̄", spreadCentre, sigma, spreads, l, $"{d3.Symbol}·σ", QualityBooks.Iso7870Part2, d3, sigmaTerm);
        return new(
            Charting.Make(ChartStatistic.Mean, groups.Means, means, meanLines, groups.Reference, choices, choices.Rules, limitations),
            Charting.Make(ranges ? ChartStatistic.Range : ChartStatistic.Deviation, groups.Spreads, spreads, spreadLines, groups.Reference, choices, choices.SpreadRules, limitations),
            degrees);
    }

    private static (Explained<double> Centre, Explained<double> Sigma, double Degrees) Reckoned(SubgroupMeasures groups)
    {
        var (mean, spread) = groups.Sums(groups.Constants);
        var centre = GrandMean.Gives(mean, Units.OfMeasure, new Term("N", "values", groups.KeptValues, Units.Ratio), new Term("k", "subgroups", groups.Reference.Kept, Units.Ratio));
        return (centre, spread.Sigma, spread.Degrees);
    }
}
