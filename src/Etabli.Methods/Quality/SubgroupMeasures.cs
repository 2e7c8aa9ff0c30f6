namespace Etabli.Methods.Quality;

/// <summary>Means and spreads of subgroups, in one pass over flat values.</summary>
internal sealed class SubgroupMeasures
{
    private static readonly Formula FromRanges = new("process standard deviation", "σ = R̄ / d2", QualityBooks.Iso7870Part2);

    private static readonly Formula FromDeviations = new("process standard deviation", "σ = s̄ / c4", QualityBooks.Iso7870Part2);

    private static readonly Formula FromUnequalRanges = new("process standard deviation", "σ = Σ(h·R/d2) / Σh, h = d2²/d3²", QualityBooks.Burr);

    private static readonly Formula FromUnequalDeviations = new("process standard deviation", "σ = Σ(h·s/c4) / Σh, h = c4²/(1 − c4²)", QualityBooks.Burr);

    private static readonly Formula FromAll = new("process standard deviation", "σ = √(SS / ν) / c4(ν + 1)", QualityBooks.Burr);

    private readonly bool ranges;
    private readonly bool pooled;
    private double squares;
    private long degrees;

    private SubgroupMeasures(int count, bool ranges, ChartChoices choices)
    {
        this.ranges = ranges;
        pooled = choices.Estimator == SigmaEstimator.Pooled;
        Reference = new(choices, count);
        (Means, Spreads) = (new double[count], new double[count]);
        Constants = [];
    }

    public ReferenceSet Reference { get; }

    public double[] Means { get; }

    public double[] Spreads { get; }

    /// <summary>One when all sizes are equal, one per subgroup otherwise.</summary>
    public ControlChartConstants[] Constants { get; private set; }

    public long KeptValues { get; private set; }

    public static SubgroupMeasures Of(ReadOnlySpan<double> values, int size, ReadOnlySpan<int> sizes, bool ranges, ChartChoices choices)
    {
        var count = sizes.IsEmpty ? CountOf(values.Length, size) : CountOf(values.Length, sizes);
        var groups = new SubgroupMeasures(count, ranges, choices);
        groups.Constants = sizes.IsEmpty ? [ControlChartConstants.For(size)] : ConstantsOf(sizes);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var n = sizes.IsEmpty ? size : sizes[i];
            groups.Measure(i, values.Slice(at, n));
            at += n;
        }

        return groups;
    }

    public double MeanOf(ControlChartConstants constants) => ranges ? constants.MeanRange : constants.MeanDeviation;

    public double DeviationOf(ControlChartConstants constants) => ranges ? constants.RangeDeviation : constants.DeviationDeviation;

    /// <summary>Grand mean and sigma of the reference. Sums run over distances to the first mean, so that a large level costs no digit.</summary>
    public (double Mean, (Explained<double> Sigma, double Degrees) Spread) Sums(ControlChartConstants[] constants)
    {
        var origin = Means[0];
        var (sum, weighted, weights) = (0.0, 0.0, 0.0);
        long total = 0;
        var only = constants.Length == 1 ? constants[0] : null;
        for (var i = 0; i < Means.Length; i++)
        {
            if (!Reference.Holds(i))
            {
                continue;
            }

            var c = only ?? constants[i];
            sum += c.Size * (Means[i] - origin);
            total += c.Size;
            var weight = only is null ? Weight(c) : 1;
            weighted += only is null ? weight * Spreads[i] / MeanOf(c) : Spreads[i];
            weights += weight;
        }

        KeptValues = total;
        var mean = total == 0 ? origin : origin + sum / total;
        return (mean, pooled ? Pooled() : only is not null ? Equal(only, weighted / weights) : Unequal(weighted / weights, weights));
    }

    private (Explained<double> Sigma, double Degrees) Equal(ControlChartConstants constants, double mean)
    {
        var constant = MeanOf(constants);
        var sigma = (ranges ? FromRanges : FromDeviations).Gives(
            mean / constant,
            Units.OfMeasure,
            new Term(ranges ? "R̄" : "s̄", ranges ? "mean range" : "mean deviation", mean, Units.OfMeasure),
            new Term(ranges ? "d2" : "c4", ranges ? "mean range of the normal law" : "mean deviation of the normal law", constant, Units.Ratio));
        return (sigma, EffectiveDegrees(Reference.Kept * Weight(constants)));
    }

    private (Explained<double> Sigma, double Degrees) Unequal(double sigma, double weights) =>
        ((ranges ? FromUnequalRanges : FromUnequalDeviations).Gives(sigma, Units.OfMeasure, new Term("k", "subgroups", Reference.Kept, Units.Ratio), new Term("Σh", "sum of weights", weights, Units.Ratio)), EffectiveDegrees(weights));

    private (Explained<double> Sigma, double Degrees) Pooled() =>
        (FromAll.Gives(
            Math.Sqrt(squares / degrees) / ControlChartConstants.C4(degrees + 1),
            Units.OfMeasure,
            new Term("SS", "sum of squares within subgroups", squares, Units.OfMeasure),
            new Term("ν", "degrees of freedom", degrees, Units.Ratio)), degrees);

    private double Weight(ControlChartConstants constants)
    {
        var relative = MeanOf(constants) / DeviationOf(constants);
        return relative * relative;
    }

    /// <summary>ν whose sample deviation has the relative variance of this estimate, 1 / Σh: (1 − c4²)/c4² at ν + 1.</summary>
    private static double EffectiveDegrees(double weights)
    {
        var (low, high) = (0.1, 1e9);
        for (var i = 0; i < 100; i++)
        {
            var middle = Math.Sqrt(low * high);
            var c4 = ControlChartConstants.C4(middle + 1);
            (low, high) = (1 - c4 * c4) * weights > c4 * c4 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private void Measure(int i, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        var first = values[0];
        var (low, high) = (first, first);
        foreach (var value in values)
        {
            sum += value - first;
            low = double.MinNative(low, value);
            high = double.MaxNative(high, value);
        }

        var mean = first + sum / values.Length;
        if (!double.IsFinite(mean) || !double.IsFinite(high - low))
        {
            throw NotReckoned(i, values);
        }

        Means[i] = mean;
        Spreads[i] = high - low;
        if (ranges && !pooled)
        {
            return;
        }

        var square = 0.0;
        foreach (var value in values)
        {
            square += (value - mean) * (value - mean);
        }

        if (!ranges)
        {
            Spreads[i] = Math.Sqrt(square / (values.Length - 1));
        }

        if (Reference.Holds(i))
        {
            squares += square;
            degrees += values.Length - 1;
        }
    }

    /// <summary>Kept apart so that a subgroup that is well costs nothing.</summary>
    private static ArgumentException NotReckoned(int i, ReadOnlySpan<double> values)
    {
        Charting.AllFinite(values, nameof(values), j => $"Value {j + 1} of subgroup {i + 1}");
        return new($"Subgroup {i + 1} is too large to be reckoned with.", nameof(values));
    }

    private static int CountOf(int values, int size)
    {
        if (size < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A subgroup of {size} has neither range nor deviation; use IndividualChart.Of.");
        }

        return values > 0 && values % size == 0 ? values / size : throw new ArgumentException($"{values} values are no whole number of subgroups of {size}; give the sizes.", nameof(values));
    }

    private static int CountOf(int values, ReadOnlySpan<int> sizes)
    {
        long total = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] < 2)
            {
                throw new ArgumentException($"Subgroup {i + 1} has {sizes[i]} value; it has neither range nor deviation. Use IndividualChart.Of, or leave it out.", nameof(sizes));
            }

            total += sizes[i];
        }

        return total == values ? sizes.Length : throw new ArgumentException($"Sizes add up to {total}; there are {values} values.", nameof(sizes));
    }

    private static ControlChartConstants[] ConstantsOf(ReadOnlySpan<int> sizes)
    {
        var known = new Dictionary<int, ControlChartConstants>();
        var all = new ControlChartConstants[sizes.Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (!known.TryGetValue(sizes[i], out var constants))
            {
                known[sizes[i]] = constants = ControlChartConstants.For(sizes[i]);
            }

            all[i] = constants;
        }

        return known.Count == 1 ? [all[0]] : all;
    }
}
