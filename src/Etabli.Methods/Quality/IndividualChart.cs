namespace Etabli.Methods.Quality;

/// <summary>Charts of individual values beside their moving ranges (fr: carte de contrôle aux valeurs individuelles et étendues mobiles).</summary>
public static class IndividualChart
{
    private static readonly Formula Mean = new("mean", "X̄ = Σx / n", QualityBooks.Iso7870Part2);

    private static readonly Formula FromMovingRanges = new("process standard deviation", "σ = MR̄ / d2", QualityBooks.Iso7870Part2);

    /// <summary>Individual values and moving ranges.</summary>
    /// <param name="values">Values in time. Finite; at least as many as the length of a moving range.</param>
    /// <param name="choices">Rules, reference, exclusions, frozen limits. An excluded value takes the moving ranges that hold it along.</param>
    /// <param name="length">w: values in a moving range. Usual: 2. Range: 2 to 25.</param>
    /// <returns>Limits X̄ ± L·MR̄/d2(w): X̄ ± 2.660·MR̄ for w = 2 and L = 3. The first moving range bears number w.</returns>
    /// <exception cref="ArgumentException">A value is not finite, there are fewer than w, or no moving range is left to reckon on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">w is out of range.</exception>
    /// <remarks>
    /// O(n·w). Moving ranges share values and are not independent: read only points beyond the limits on their chart. Values that follow
    /// one another (autocorrelated) make MR̄ too small and limits too close. Source: ISO 7870-2:2013.
    /// </remarks>
    /// <example><code>IndividualChart.Of([10, 12, 11, 13]).Sigma.Known; // MR̄/d2 = 1.667/1.128 = 1.477</code></example>
    public static ChartPair Of(ReadOnlySpan<double> values, ChartChoices? choices = null, int length = 2)
    {
        choices ??= ChartChoices.Usual;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 25);
        if (values.Length < length)
        {
            throw new ArgumentException($"There are {values.Length} values; expected at least {length}, the length of a moving range.", nameof(values));
        }

        Charting.AllFinite(values, nameof(values), i => $"Value {i + 1}");
        var kept = new ReferenceSet(choices, values.Length);
        var keptRanges = new ReferenceSet(choices, values.Length, length);
        var constants = ControlChartConstants.For(length);
        var plotted = values.ToArray();
        var ranges = MovingRanges(values, length);

        var (centre, sigma) = choices.Standard is { } standard
            ? (Charting.FromStandard(standard.Centre, Units.OfMeasure), Charting.FromStandard(standard.KnownSigma, Units.OfMeasure))
            : (Mean.Gives(MeanOf(plotted, kept), Units.OfMeasure, new Term("n", "values", kept.Kept, Units.Ratio)), SigmaOf(ranges, keptRanges, constants));
        var (c, s, l) = (centre.Known, sigma.Known, choices.Sigmas);
        var limitations = kept.Limitations(choices, s, fewest: 25);
        var (d2, d3) = (constants.MeanRange * s, constants.RangeDeviation * s);
        var location = new Levels([c], [s], [c - l * s], [c + l * s]);
        var spread = new Levels([d2], [d3], [Math.Max(0, d2 - l * d3)], [d2 + l * d3]);
        var sigmaTerm = new Term("σ", "process standard deviation", s, Units.OfMeasure, From: sigma.Because);
        var rangeCentre = new Formula("mean moving range", "MR̄ = d2·σ", QualityBooks.Iso7870Part2).Gives(d2, Units.OfMeasure, new Term("d2", "mean range of the normal law", constants.MeanRange, Units.Ratio), sigmaTerm);
        var degrees = choices.Standard is null && length == 2 ? keptRanges.Kept * 0.62 : 0;
        return new(
            Charting.Make(ChartStatistic.Individual, plotted, location, Charting.Lines("X̄", centre, sigma, location, l, "σ", QualityBooks.Iso7870Part2, sigmaTerm), kept, choices, choices.Rules, limitations),
            Charting.Make(
                ChartStatistic.MovingRange,
                ranges,
                spread,
                Charting.Lines("MR̄", rangeCentre, sigma, spread, l, "d3·σ", QualityBooks.Iso7870Part2, new Term("d3", "deviation of the range", constants.RangeDeviation, Units.Ratio), sigmaTerm),
                keptRanges,
                choices,
                choices.SpreadRules,
                limitations),
            degrees);
    }

    /// <summary>Sigma of values in time, by their moving ranges; shared with the charts that cumulate.</summary>
    internal static Explained<double> SigmaOf(ReadOnlySpan<double> values, ChartChoices choices, int length = 2) =>
        SigmaOf(MovingRanges(values, length), new(choices, values.Length, length), ControlChartConstants.For(length));

    internal static double MeanOf(double[] values, ReferenceSet kept)
    {
        var (sum, origin) = (0.0, values[0]);
        for (var i = 0; i < kept.Last; i++)
        {
            sum += kept.Skipped is null || !kept.Skipped[i] ? values[i] - origin : 0;
        }

        return origin + sum / kept.Kept;
    }

    private static Explained<double> SigmaOf(double[] ranges, ReferenceSet kept, ControlChartConstants constants)
    {
        var mean = MeanOf(ranges, kept);
        return FromMovingRanges.Gives(
            mean / constants.MeanRange,
            Units.OfMeasure,
            new Term("MR̄", "mean moving range", mean, Units.OfMeasure),
            new Term("d2", "mean range of the normal law", constants.MeanRange, Units.Ratio),
            new Term("w", "values in a moving range", constants.Size, Units.Ratio));
    }

    private static double[] MovingRanges(ReadOnlySpan<double> values, int length)
    {
        var ranges = new double[values.Length - length + 1];
        if (length == 2)
        {
            for (var i = 0; i < ranges.Length; i++)
            {
                ranges[i] = Math.Abs(values[i + 1] - values[i]);
            }

            return ranges;
        }

        for (var i = 0; i < ranges.Length; i++)
        {
            var (low, high) = (values[i], values[i]);
            for (var j = 1; j < length; j++)
            {
                var value = values[i + j];
                low = double.MinNative(low, value);
                high = double.MaxNative(high, value);
            }

            ranges[i] = high - low;
        }

        return ranges;
    }
}
