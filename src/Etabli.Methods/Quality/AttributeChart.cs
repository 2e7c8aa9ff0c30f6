namespace Etabli.Methods.Quality;

/// <summary>Charts of counts: p, np, c and u (fr: cartes de contrôle aux attributs).</summary>
/// <remarks>
/// p and np count nonconforming units among those inspected (binomial law); c and u count nonconformities, several of which one unit may
/// bear (Poisson law). A process whose counts vary more than its law allows (overdispersion) signals without end. Source: ISO 7870-2:2013.
/// </remarks>
public static class AttributeChart
{
    private static readonly Formula MeanShare = new("mean share nonconforming", "p̄ = Σd / Σn", QualityBooks.Iso7870Part2);

    private static readonly Formula MeanCount = new("mean count nonconforming", "np̄ = n·Σd / Σn", QualityBooks.Iso7870Part2);

    private static readonly Formula MeanNonconformities = new("mean nonconformities", "c̄ = Σc / k", QualityBooks.Iso7870Part2);

    private static readonly Formula MeanRate = new("mean nonconformities per unit", "ū = Σc / Σn", QualityBooks.Iso7870Part2);

    private static readonly Formula DeviationOfUnit = new("standard deviation of one unit", "σ = √(p̄·(1 − p̄))", QualityBooks.Iso7870Part2);

    private static readonly Formula DeviationOfCount = new("standard deviation of a count", "σ = √c̄", QualityBooks.Iso7870Part2);

    /// <summary>Share of nonconforming units.</summary>
    /// <param name="nonconforming">d of each sample. Range: 0 to its size.</param>
    /// <param name="sizes">n of each sample. Range: &gt; 0. One for all, or one each.</param>
    /// <param name="choices">Rules, reference, exclusions; the standard's centre is a share from 0 to 1.</param>
    /// <param name="standardised">Plots z = (p − p̄)/√(p̄(1−p̄)/n) between −L and L: one pair of limits for unequal sizes.</param>
    /// <returns>Limits p̄ ± L·√(p̄(1−p̄)/n), within 0 and 1, per point when sizes vary.</returns>
    /// <exception cref="ArgumentException">A count or size is out of range (its sample is named), or lengths differ.</exception>
    /// <remarks>O(samples). Source: ISO 7870-2:2013.</remarks>
    /// <example><code>AttributeChart.P([4, 6], [50]).Centre.Known; // 0.1</code></example>
    public static ControlChart P(ReadOnlySpan<int> nonconforming, ReadOnlySpan<int> sizes, ChartChoices? choices = null, bool standardised = false)
    {
        choices ??= ChartChoices.Usual;
        var (counts, units) = Samples(nonconforming, sizes);
        var reference = new ReferenceSet(choices, counts.Length);
        var centre = choices.Standard is { } standard ? Charting.FromStandard(Share(standard), Units.Ratio) : MeanShare.Gives(Ratio(counts, units, reference), Units.Ratio, Totals("d", "nonconforming", counts, units, reference));
        var p = centre.Known;
        var unit = Math.Sqrt(p * (1 - p));
        return Rate(ChartStatistic.NonconformingShare, "p̄", "√(p̄·(1 − p̄)/n)", counts, units, centre, DeviationOfUnit.Gives(unit, Units.Ratio, new Term("p̄", "mean share nonconforming", p, Units.Ratio, From: centre.Because)), 1, reference, choices, standardised);
    }

    /// <summary>Number of nonconforming units in samples of one size.</summary>
    /// <param name="nonconforming">d of each sample. Range: 0 to n.</param>
    /// <param name="size">n. Range: &gt; 0.</param>
    /// <param name="choices">Rules, reference, exclusions; the standard's centre is a share from 0 to 1.</param>
    /// <returns>Limits np̄ ± L·√(np̄(1−p̄)), within 0 and n.</returns>
    /// <exception cref="ArgumentException">A count is out of range; its sample is named.</exception>
    /// <remarks>O(samples). Sizes that vary need the p chart. Source: ISO 7870-2:2013.</remarks>
    /// <example><code>AttributeChart.Np([4, 6], 50).Centre.Known; // 5</code></example>
    public static ControlChart Np(ReadOnlySpan<int> nonconforming, int size, ChartChoices? choices = null)
    {
        choices ??= ChartChoices.Usual;
        var (counts, units) = Samples(nonconforming, [size]);
        var reference = new ReferenceSet(choices, counts.Length);
        var centre = choices.Standard is { } standard
            ? Charting.FromStandard(size * Share(standard), Units.Pieces)
            : MeanCount.Gives(size * Ratio(counts, units, reference), Units.Pieces, Totals("d", "nonconforming", counts, units, reference));
        var mean = centre.Known;
        var deviation = Math.Sqrt(mean * (1 - mean / size));
        var levels = Within(mean, deviation, choices.Sigmas, 0, size);
        var sigma = new Formula("standard deviation of a count", "σ = √(np̄·(1 − p̄))", QualityBooks.Iso7870Part2).Gives(deviation, Units.Pieces, new Term("np̄", "mean count nonconforming", mean, Units.Pieces, From: centre.Because), new Term("n", "sample size", size, Units.Pieces));
        return Charting.Make(
            ChartStatistic.NonconformingCount, counts, levels, Charting.Lines("np̄", centre, sigma, levels, choices.Sigmas, "√(np̄·(1 − p̄))", QualityBooks.Iso7870Part2), reference, choices, choices.Rules, Limitations(reference, choices, deviation, mean));
    }

    /// <summary>Number of nonconformities in samples of equal extent.</summary>
    /// <param name="nonconformities">c of each sample. Range: ≥ 0.</param>
    /// <param name="choices">Rules, reference, exclusions; the standard's centre is a count.</param>
    /// <returns>Limits c̄ ± L·√c̄, 0 at least.</returns>
    /// <exception cref="ArgumentException">A count is negative; its sample is named.</exception>
    /// <remarks>O(samples). Source: ISO 7870-2:2013.</remarks>
    /// <example><code>AttributeChart.C([16, 20, 12]).Upper.Known; // 16 + 3·4 = 28</code></example>
    public static ControlChart C(ReadOnlySpan<int> nonconformities, ChartChoices? choices = null)
    {
        choices ??= ChartChoices.Usual;
        var counts = Counts(nonconformities, nameof(nonconformities));
        var reference = new ReferenceSet(choices, counts.Length);
        var centre = choices.Standard is { } standard
            ? Charting.FromStandard(Argument.NotNegative(standard.Centre, nameof(choices)), Units.Pieces)
            : MeanNonconformities.Gives(IndividualChart.MeanOf(counts, reference), Units.Pieces, new Term("k", "samples", reference.Kept, Units.Ratio));
        var mean = centre.Known;
        var levels = Within(mean, Math.Sqrt(mean), choices.Sigmas, 0, double.PositiveInfinity);
        var sigma = DeviationOfCount.Gives(Math.Sqrt(mean), Units.Pieces, new Term("c̄", "mean nonconformities", mean, Units.Pieces, From: centre.Because));
        return Charting.Make(
            ChartStatistic.NonconformityCount, counts, levels, Charting.Lines("c̄", centre, sigma, levels, choices.Sigmas, "√c̄", QualityBooks.Iso7870Part2), reference, choices, choices.Rules, Limitations(reference, choices, mean, mean));
    }

    /// <summary>Nonconformities per unit.</summary>
    /// <param name="nonconformities">c of each sample. Range: ≥ 0.</param>
    /// <param name="sizes">n: units in each sample, whole or not (m², hours). Range: &gt; 0. One for all, or one each.</param>
    /// <param name="choices">Rules, reference, exclusions; the standard's centre is a rate per unit.</param>
    /// <param name="standardised">Plots z = (u − ū)/√(ū/n) between −L and L.</param>
    /// <returns>Limits ū ± L·√(ū/n), 0 at least, per point when sizes vary.</returns>
    /// <exception cref="ArgumentException">A count or size is out of range (its sample is named), or lengths differ.</exception>
    /// <remarks>O(samples). Source: ISO 7870-2:2013.</remarks>
    /// <example><code>AttributeChart.U([10, 12], [5]).Centre.Known; // 2.2</code></example>
    public static ControlChart U(ReadOnlySpan<int> nonconformities, ReadOnlySpan<double> sizes, ChartChoices? choices = null, bool standardised = false)
    {
        choices ??= ChartChoices.Usual;
        var counts = Counts(nonconformities, nameof(nonconformities));
        var units = Sizes(sizes, counts.Length);
        var reference = new ReferenceSet(choices, counts.Length);
        var centre = choices.Standard is { } standard
            ? Charting.FromStandard(Argument.NotNegative(standard.Centre, nameof(choices)), Units.Ratio)
            : MeanRate.Gives(Ratio(counts, units, reference), Units.Ratio, Totals("c", "nonconformities", counts, units, reference));
        var u = centre.Known;
        return Rate(ChartStatistic.NonconformityRate, "ū", "√(ū/n)", counts, units, centre, DeviationOfCount.Gives(Math.Sqrt(u), Units.Ratio, new Term("c̄", "mean nonconformities per unit", u, Units.Ratio, From: centre.Because)), double.PositiveInfinity, reference, choices, standardised);
    }

    private static ControlChart Rate(
        ChartStatistic statistic, string symbol, string deviation, double[] counts, double[] units, Explained<double> centre, Explained<double> sigma, double most, ReferenceSet reference, ChartChoices choices, bool standardised)
    {
        var (mean, one, l) = (centre.Known, sigma.Known, choices.Sigmas);
        var limitations = Limitations(reference, choices, one, mean * units.Min());
        var values = counts.Select((c, i) => c / Levels.At(units, i)).ToArray();
        if (!standardised)
        {
            var deviations = units.Select(n => one / Math.Sqrt(n)).ToArray();
            var levels = new Levels([mean], deviations, [.. deviations.Select(d => Math.Max(0, mean - l * d))], [.. deviations.Select(d => Math.Min(most, mean + l * d))]);
            Term[] terms = units.Length == 1 ? [new("n", "sample size", units[0], Units.Pieces)] : [];
            return Charting.Make(statistic, values, levels, Charting.Lines(symbol, centre, sigma, levels, l, deviation, QualityBooks.Iso7870Part2, terms), reference, choices, choices.Rules, limitations);
        }

        // Without spread a point on the mean is at 0; any other is infinitely far and has no score.
        if (one == 0 && Array.FindIndex(values, v => v != mean) is >= 0 and var stray)
        {
            throw new ArgumentException($"The reference has no spread, and sample {stray + 1} is off it: it has no standardised value. Plot it unstandardised.", nameof(counts));
        }

        var scores = values.Select((v, i) => one == 0 ? 0 : (v - mean) * Math.Sqrt(Levels.At(units, i)) / one).ToArray();
        var flat = new Levels([0], [1], [-l], [l]);
        return Charting.Make(
            statistic,
            scores,
            flat,
            Charting.Lines("0", new Formula("standardised centre", $"z = (x − {symbol}) / {deviation}", QualityBooks.Iso7870Part2).Gives(0.0, Units.Ratio, new Term(symbol, "mean", mean, centre.Unit, From: centre.Because)), sigma, flat, l, "1", QualityBooks.Iso7870Part2),
            reference,
            choices,
            choices.Rules,
            limitations);
    }

    private static Levels Within(double mean, double deviation, double sigmas, double least, double most) =>
        new([mean], [deviation], [Math.Max(least, mean - sigmas * deviation)], [Math.Min(most, mean + sigmas * deviation)]);

    private static List<ChartLimitation> Limitations(ReferenceSet reference, ChartChoices choices, double sigma, double expected)
    {
        var said = reference.Limitations(choices, sigma, fewest: 25);
        if (expected < 5)
        {
            said.Add(ChartLimitation.FewExpected);
        }

        return said;
    }

    private static Term[] Totals(string symbol, string name, double[] counts, double[] units, ReferenceSet reference) =>
    [
        new($"Σ{symbol}", name, Sum(counts, counts.Length, reference), Units.Pieces),
        new("Σn", "inspected", Sum(units, counts.Length, reference), Units.Pieces),
    ];

    private static double Ratio(double[] counts, double[] units, ReferenceSet reference) => Sum(counts, counts.Length, reference) / Sum(units, counts.Length, reference);

    private static double Sum(double[] values, int samples, ReferenceSet reference) => Enumerable.Range(0, samples).Where(reference.Holds).Sum(i => Levels.At(values, i));

    private static double Share(ProcessStandard standard) => standard.Centre is >= 0 and <= 1 ? standard.Centre : throw new ArgumentException($"The standard is {standard.Centre}; expected a share from 0 to 1.", nameof(standard));

    private static (double[] Counts, double[] Units) Samples(ReadOnlySpan<int> nonconforming, ReadOnlySpan<int> sizes)
    {
        var counts = Counts(nonconforming, nameof(nonconforming));
        double[] given = [.. sizes.ToArray().Select(n => (double)n)];
        var units = Sizes(given, counts.Length);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > Levels.At(units, i))
            {
                throw new ArgumentException($"Sample {i + 1} has {counts[i]} nonconforming units among {Levels.At(units, i)}.", nameof(nonconforming));
            }
        }

        return (counts, units);
    }

    private static double[] Counts(ReadOnlySpan<int> given, string name)
    {
        var counts = new double[given.Length > 0 ? given.Length : throw new ArgumentException("There is no sample; expected one at least.", name)];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = given[i] >= 0 ? given[i] : throw new ArgumentException($"Sample {i + 1} counts {given[i]}; expected 0 or more.", name);
        }

        return counts;
    }

    private static double[] Sizes(ReadOnlySpan<double> sizes, int samples)
    {
        if (sizes.Length != 1 && sizes.Length != samples)
        {
            throw new ArgumentException($"There are {sizes.Length} sizes for {samples} samples; expected one for all, or one each.", nameof(sizes));
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            if (!double.IsFinite(sizes[i]) || sizes[i] <= 0)
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Sample {i + 1} is of size {sizes[i]}; expected a finite number above 0."), nameof(sizes));
            }
        }

        double[] units = [.. sizes];
        return units.Distinct().Count() == 1 ? [units[0]] : units;
    }
}
